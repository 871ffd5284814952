// What the server holds with a full house: resident memory while orders go on at a rush's pace.
import type { Scenario } from './scenario.ts'

export const memory: Scenario = {
  name: 'memory',
  title: 'resident memory with 1,000 sockets and 300 open orders, at 5 orders/s',
  kinds: ['floor', 'naive', 'comanda'],
  reference: 'floor',
  columns: [{ key: 'residentMb', label: 'RSS MB', digits: 0, ratio: true }],
  goals: [{ column: 'residentMb', text: 'at most 150 MB', of: 'value', atMost: 150 }],
  measure: async (lab, kind) => {
    const result = await lab.orders(kind, {
      submitters: 20,
      screens: 980,
      listening: 'everybody',
      openOrders: 300,
      pace: { mode: 'rate', perSecond: 5 },
      warmupMs: 0,
      measureMs: lab.quick ? 3_000 : 10_000,
    })
    return { residentMb: result.serverResidentMb }
  },
}
