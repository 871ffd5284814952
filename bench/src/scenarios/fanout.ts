// One ticket to a thousand screens, one ticket at a time.
import type { OrdersResult } from '../load/job.ts'
import type { OrdersRun, Scenario } from './scenario.ts'

export const toAThousand = (quick: boolean): OrdersRun => ({
  submitters: 1,
  screens: 1_000,
  listening: 'screens',
  openOrders: 20,
  pace: { mode: 'single' },
  warmupMs: 1_000,
  measureMs: quick ? 2_000 : 5_000,
})

export const cpuPerFrame = ({ serverCpuMs, framesDelivered }: OrdersResult): number =>
  (serverCpuMs * 1_000) / framesDelivered

export const fanout: Scenario = {
  name: 'fanout',
  title: 'one ticket to 1,000 screens, one at a time (bare ws stores nothing)',
  kinds: ['bare', 'floor', 'naive', 'comanda'],
  reference: 'bare',
  columns: [
    { key: 'lastP50', label: 'last screen p50 ms', digits: 1, ratio: true },
    { key: 'lastP99', label: 'last screen p99 ms', digits: 1, ratio: true },
    { key: 'cpuPerFrame', label: 'server CPU µs/frame', digits: 2, ratio: true },
  ],
  goals: [
    { column: 'lastP99', text: 'last screen p99 at most 15 ms', of: 'value', atMost: 15 },
    { column: 'cpuPerFrame', text: 'server CPU per delivered frame at most 1.2 x bare ws', of: 'ratio', atMost: 1.2 },
  ],
  measure: async (lab, kind) => {
    const result = await lab.orders(kind, toAThousand(lab.quick))
    return { lastP50: result.seenByAll.p50, lastP99: result.seenByAll.p99, cpuPerFrame: cpuPerFrame(result) }
  },
}
