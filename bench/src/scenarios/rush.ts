// The worst evening of a real restaurant, on a server that has just started.
import type { Scenario } from './scenario.ts'

export const rush: Scenario = {
  name: 'rush',
  title: 'a real rush: 5 orders/s, 20 open tickets, cold server, until all 10 screens have it',
  kinds: ['floor', 'naive', 'comanda'],
  reference: 'floor',
  columns: [
    { key: 'allP50', label: 'seen by all p50 ms', digits: 2, ratio: true },
    { key: 'allP99', label: 'seen by all p99 ms', digits: 2, ratio: true },
  ],
  goals: [
    { column: 'allP50', text: 'p50 at most 1.2 x the floor', of: 'ratio', atMost: 1.2 },
    { column: 'allP99', text: 'p99 at most 1.5 x the floor', of: 'ratio', atMost: 1.5 },
  ],
  measure: async (lab, kind) => {
    const { seenByAll } = await lab.orders(kind, {
      submitters: 5,
      screens: 10,
      listening: 'screens',
      openOrders: 20,
      pace: { mode: 'rate', perSecond: 5 },
      warmupMs: 0,
      measureMs: lab.quick ? 8_000 : 20_000,
    })
    return { allP50: seenByAll.p50, allP99: seenByAll.p99 }
  },
}
