// Reading ten years of sales while the restaurant orders. Reports have a thread and a connection of their own.
import { now, pause } from '../clock.ts'
import { readDaily } from '../comanda/read-daily.ts'
import { quantiles } from '../figures/figures.ts'
import { longHistory } from './boot.ts'
import type { OrdersRun, Scenario, ServerWithHistory } from './scenario.ts'

const firstDayAgo = 5
const daysRead = 300
/** More than any office asks, less than the server's limit for one address. */
const betweenReportsMs = 20

const ordering = (quick: boolean): OrdersRun => ({
  submitters: 5,
  screens: 10,
  listening: 'screens',
  openOrders: 20,
  pace: { mode: 'rate', perSecond: 20 },
  warmupMs: 1_000,
  measureMs: quick ? 3_000 : 10_000,
})

export const reports: Scenario = {
  name: 'reports',
  title: 'daily reports on a long history (5 million lines; --quick: 100,000), and 20 orders/s while they are read',
  kinds: ['comanda'],
  reference: 'comanda',
  columns: [
    { key: 'dailyP50', label: 'daily p50 ms', digits: 1 },
    { key: 'dailyP99', label: 'p99', digits: 1 },
    { key: 'seenP99', label: 'seen p99 ms, no reports', digits: 1 },
    { key: 'seenP99Reading', label: 'while reading', digits: 1 },
    { key: 'slowdown', label: 'slower', digits: 2 },
  ],
  goals: [
    { column: 'dailyP50', text: 'daily report p50 at most 30 ms', of: 'value', atMost: 30 },
    { column: 'slowdown', text: 'ordering while reports are read, seen p99 at most 1.5 x', of: 'value', atMost: 1.5 },
  ],
  measure: (lab, kind) =>
    lab.onHistory(kind, longHistory(lab.quick), async (server) => {
      const { dailyP50, dailyP99 } = await timeReports(server)
      const alone = await server.orders(ordering(lab.quick))
      const until = { over: false }
      const [beside] = await Promise.all([
        server.orders(ordering(lab.quick)).finally(() => {
          until.over = true
        }),
        keepReading(server, until),
      ])
      const seenP99 = alone.seen.p99
      const seenP99Reading = beside.seen.p99
      return { dailyP50, dailyP99, seenP99, seenP99Reading, slowdown: seenP99Reading / seenP99 }
    }),
}

async function timeReports({ port, access }: ServerWithHistory) {
  const took: number[] = []
  for (let day = firstDayAgo; day < firstDayAgo + daysRead; day += 1) {
    const from = now()
    await readDaily(port, access, day)
    took.push(now() - from)
  }
  const { p50, p99 } = quantiles(took)
  return { dailyP50: p50, dailyP99: p99 }
}

async function keepReading({ port, access }: ServerWithHistory, until: { readonly over: boolean }): Promise<void> {
  for (let day = 0; !until.over; day = (day + 1) % daysRead) {
    await readDaily(port, access, firstDayAgo + day)
    await pause(betweenReportsMs)
  }
}
