// How many orders a second become durable when twenty waiters send as fast as they are answered.
import type { OrdersRun, Scenario } from './scenario.ts'
import { seenColumns, seenFigures } from './scenario.ts'

export const fullPace = (quick: boolean): OrdersRun => ({
  submitters: 20,
  screens: 10,
  openOrders: 100,
  pace: { mode: 'full' },
  warmupMs: quick ? 1_000 : 2_000,
  measureMs: quick ? 2_000 : 5_000,
})

export const throughput: Scenario = {
  name: 'throughput',
  title: 'durable orders a second: 20 submitters that wait for their answer, 10 screens',
  kinds: ['floor', 'naive', 'comanda'],
  reference: 'floor',
  columns: [
    { key: 'ordersPerSecond', label: 'orders/s', digits: 0, ratio: true },
    ...seenColumns,
    { key: 'cpuPerOrder', label: 'server CPU µs/order', digits: 0, ratio: true },
  ],
  goals: [
    { column: 'ordersPerSecond', text: 'orders/s at least the floor', of: 'ratio', atLeast: 1 },
    { column: 'ordersPerSecond', text: 'orders/s never under 0.7 of the floor', of: 'ratio', atLeast: 0.7 },
  ],
  measure: async (lab, kind) => {
    const result = await lab.orders(kind, fullPace(lab.quick))
    lab.noteRate(kind, result.ordersPerSecond)
    return {
      ordersPerSecond: result.ordersPerSecond,
      ...seenFigures(result),
      cpuPerOrder: (result.serverCpuMs * 1_000) / result.orders,
    }
  },
}
