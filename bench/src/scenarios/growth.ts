// What one command costs with few orders open and with many: a command must touch its order, not the restaurant.
import type { OrdersResult } from '../load/job.ts'
import type { OrdersRun, Scenario } from './scenario.ts'

/** At a pace that both carry, so that the orders which open meanwhile are few beside those that were. */
const withOpen = (openOrders: number, quick: boolean): OrdersRun => ({
  submitters: 4,
  screens: 1,
  listening: 'screens',
  openOrders,
  pace: { mode: 'rate', perSecond: 200 },
  warmupMs: 1_500,
  measureMs: quick ? 2_000 : 4_000,
})

const cpuPerOrder = ({ serverCpuMs, orders }: OrdersResult): number => (serverCpuMs * 1_000) / orders

export const growth: Scenario = {
  name: 'growth',
  title: 'the cost of one command with 10 and with 1,000 orders open',
  kinds: ['floor', 'comanda'],
  reference: 'floor',
  columns: [
    { key: 'fewCpu', label: 'CPU µs at 10', digits: 0 },
    { key: 'manyCpu', label: 'at 1,000', digits: 0 },
    { key: 'cpuGrowth', label: 'growth', digits: 2 },
    { key: 'fewP50', label: 'answered p50 ms at 10', digits: 2 },
    { key: 'manyP50', label: 'at 1,000', digits: 2 },
    { key: 'p50Growth', label: 'growth', digits: 2 },
  ],
  goals: [
    { column: 'cpuGrowth', text: 'CPU of one command at most 1.3 x', of: 'value', atMost: 1.3 },
    { column: 'p50Growth', text: 'time of one command at most 1.3 x', of: 'value', atMost: 1.3 },
  ],
  measure: async (lab, kind) => {
    const few = await lab.orders(kind, withOpen(10, lab.quick))
    const many = await lab.orders(kind, withOpen(1_000, lab.quick))
    return {
      fewCpu: cpuPerOrder(few),
      manyCpu: cpuPerOrder(many),
      cpuGrowth: cpuPerOrder(many) / cpuPerOrder(few),
      fewP50: few.answered.p50,
      manyP50: many.answered.p50,
      p50Growth: many.answered.p50 / few.answered.p50,
    }
  },
}
