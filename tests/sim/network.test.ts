// Connections break, stall and come back; frames of an old one arrive after the hello on a new one.
import { registerSchedules } from './schedules.ts'

registerSchedules('[P-2] [P-4] [P-5] [P-18] a lossy network: one order each, one story, no gap, no ticket unknown', {
  weather: 'network',
  count: 50,
  taps: 60,
  nodes: (index) => (index % 3 === 0 ? 2 : 1),
  mustHappen: [
    'connection cut',
    'connection blackholed',
    'command came again',
    'welcome resume',
    'welcome snapshot',
    'ticket alarmed',
  ],
})
