// Devices lose their storage, or are set back to an older one, or cannot write.
import { registerSchedules } from './schedules.ts'

registerSchedules('[P-2] [P-6] storage lost, set back and full: every number follows, every order once', {
  weather: 'storage',
  count: 45,
  taps: 60,
  nodes: (index) => (index % 3 === 0 ? 2 : 1),
  mustHappen: ['step lose-storage', 'step set-back-storage', 'step full-storage', 'client died'],
})
