// Nothing fails: what many hands do at once is enough.
import { registerSchedules } from './schedules.ts'

registerSchedules('[P-4] a calm evening of many hands at once: one story for everybody', {
  weather: 'calm',
  count: 40,
  taps: 60,
  nodes: (index) => (index % 3 === 0 ? 2 : 1),
  mustHappen: ['snapshot taken', 'commands in one commit'],
})
