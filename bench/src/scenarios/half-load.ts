// Latency with room to spare: every system at half of what comanda reaches at most, so that all carry the same load. A
// system that cannot keep that rate is taken at half of its own. Where comanda does not run, the naive stack sets the rate.
import type { Scenario } from './scenario.ts'
import { seenColumns, seenFigures } from './scenario.ts'

export const halfLoad: Scenario = {
  name: 'half-load',
  title: "seen at half of comanda's greatest rate (a slower system: at half of its own), 10 screens",
  kinds: ['floor', 'naive', 'comanda'],
  reference: 'floor',
  columns: [{ key: 'ordersPerSecond', label: 'orders/s', digits: 0 }, ...seenColumns],
  goals: [
    { column: 'seenP50', text: 'p50 at most 1.25 x the floor', of: 'ratio', atMost: 1.25 },
    { column: 'seenP99', text: 'p99 at most 1.25 x the floor', of: 'ratio', atMost: 1.25 },
  ],
  measure: async (lab, kind) => {
    const common = await lab.greatestRate('comanda')
    const perSecond = Math.min(common, await lab.greatestRate(kind)) / 2
    const result = await lab.orders(kind, {
      submitters: 20,
      screens: 10,
      listening: 'screens',
      openOrders: 100,
      pace: { mode: 'rate', perSecond },
      warmupMs: lab.quick ? 1_000 : 2_000,
      measureMs: lab.quick ? 2_000 : 5_000,
    })
    return { ordersPerSecond: result.ordersPerSecond, ...seenFigures(result) }
  },
}
