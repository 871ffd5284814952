// How many orders a second become durable when twenty waiters send as fast as they are answered. Once as the goal defines it,
// where waiters only send, and once where their tablets follow every order too, in every system alike.

import type { Listening } from '../load/job.ts'
import type { Figures, Lab, OrdersRun, Scenario } from './scenario.ts'
import { seenColumns, seenFigures } from './scenario.ts'

export const fullPace = (quick: boolean, listening: Listening = 'screens'): OrdersRun => ({
  submitters: 20,
  screens: 10,
  listening,
  openOrders: 100,
  pace: { mode: 'full' },
  warmupMs: quick ? 1_000 : 2_000,
  measureMs: quick ? 2_000 : 5_000,
})

const shape: Pick<Scenario, 'kinds' | 'reference' | 'columns'> = {
  kinds: ['floor', 'naive', 'comanda'],
  reference: 'floor',
  columns: [
    { key: 'ordersPerSecond', label: 'orders/s', digits: 0, ratio: true },
    ...seenColumns,
    { key: 'cpuPerOrder', label: 'server CPU µs/order', digits: 0, ratio: true },
    { key: 'mainCpuPerOrder', label: 'of it on the main thread', digits: 0, ratio: true },
    { key: 'loadCpuPerOrder', label: 'load CPU µs/order', digits: 0 },
  ],
}

export const throughput: Scenario = {
  ...shape,
  name: 'throughput',
  title: 'durable orders a second: 20 submitters that only send and wait for their answer, 10 screens that listen',
  goals: [
    { column: 'ordersPerSecond', text: 'orders/s at least the floor', of: 'ratio', atLeast: 1 },
    { column: 'ordersPerSecond', text: 'orders/s never under 0.7 of the floor', of: 'ratio', atLeast: 0.7 },
  ],
  measure: async (lab, kind) => {
    const result = await lab.orders(kind, fullPace(lab.quick))
    lab.noteRate(kind, result.ordersPerSecond)
    return figuresOf(result)
  },
}

export const throughputEverybody: Scenario = {
  ...shape,
  name: 'throughput-everybody',
  title: 'the same, where the 20 submitters listen too, in every system: 30 that listen',
  goals: [],
  measure: async (lab, kind) => figuresOf(await lab.orders(kind, fullPace(lab.quick, 'everybody'))),
}

function figuresOf(result: Awaited<ReturnType<Lab['orders']>>): Figures {
  return {
    ordersPerSecond: result.ordersPerSecond,
    ...seenFigures(result),
    cpuPerOrder: (result.serverCpuMs * 1_000) / result.orders,
    mainCpuPerOrder: (result.serverMainCpuMs * 1_000) / result.orders,
    loadCpuPerOrder: (result.loadCpuMs * 1_000) / result.orders,
  }
}
