// Somebody sets the clocks, of the server and of devices, back and forth.
import { registerSchedules } from './schedules.ts'

registerSchedules('[P-10] clocks that jump change neither order nor duplicates', {
  weather: 'clocks',
  count: 40,
  taps: 60,
  nodes: (index) => (index % 3 === 0 ? 2 : 1),
  mustHappen: ['step server-clock', 'step device-clock', 'server died'],
})
