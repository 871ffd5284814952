// The disk takes no write for a while, or does not say whether it took one.
import { registerSchedules } from './schedules.ts'

registerSchedules('[P-2] [P-3] [P-9] a failing disk: unknown is never told as refused, waiting is never told twice', {
  weather: 'disk',
  count: 50,
  taps: 60,
  nodes: (index) => (index % 3 === 0 ? 2 : 1),
  mustHappen: [
    'append unavailable',
    'append unknown, written',
    'append unknown, lost',
    'fail-stop',
    'command came again',
  ],
})
