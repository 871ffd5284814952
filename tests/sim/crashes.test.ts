// Programs are killed on either side, before any step, and start again from what is on their disks.
import { registerSchedules } from './schedules.ts'

registerSchedules(
  '[P-1] [P-2] [P-12] killed between any two steps: nothing acknowledged is lost, nothing is there twice',
  {
    weather: 'crashes',
    count: 50,
    taps: 60,
    nodes: (index) => (index % 3 === 0 ? 2 : 1),
    mustHappen: ['server died', 'client died', 'start from a snapshot', 'command came again', 'code server-stopping'],
  },
)
