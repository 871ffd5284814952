// All of it together.
import { registerSchedules } from './schedules.ts'

registerSchedules('[P-1] [P-2] [P-4] [P-5] [P-12] [P-15] everything at once', {
  weather: 'everything',
  count: 60,
  taps: 60,
  nodes: (index) => (index % 3 === 0 ? 2 : 1),
  mustHappen: [
    'device cut off',
    'server died',
    'client died',
    'connection cut',
    'fail-stop',
    'snapshot saved',
    'ticket alarmed',
  ],
})
