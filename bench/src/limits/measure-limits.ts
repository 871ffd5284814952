// The walls that no system on this machine gets past: its disk, its sockets, its fan-out.
import { median } from '../figures/figures.ts'
import { formatFigure, renderTable } from '../figures/table.ts'
import type { Kind } from '../launch/kinds.ts'
import type { Figures, Lab } from '../scenarios/scenario.ts'
import { measureDisk } from './disk.ts'

const rows = [
  ['flushesPerSecond', 'fdatasync of one order, per second', 0],
  ['flushP50', 'fdatasync p50 ms', 3],
  ['flushP99', 'fdatasync p99 ms', 3],
  ['singly', 'SQLite WAL FULL, orders/s, one a transaction', 0],
  ['byFifty', 'SQLite WAL FULL, orders/s, fifty a transaction', 0],
  ['echoP50', 'ws echo of one order p50 ms', 3],
  ['echoP99', 'ws echo of one order p99 ms', 3],
  ['framesOnce', 'frames/s to 1,000 sockets, serialised once', 0],
  ['framesEach', 'frames/s to 1,000 sockets, serialised per socket', 0],
] as const

export async function measureLimits(lab: Lab, dataFolder: string, rounds: number): Promise<Figures> {
  const measured: Figures[] = []
  for (let round = 0; round < rounds; round += 1) measured.push(await measureOnce(lab, dataFolder))
  return Object.fromEntries(rows.map(([key]) => [key, median(measured.map((figures) => figures[key] ?? Number.NaN))]))
}

async function measureOnce(lab: Lab, dataFolder: string): Promise<Figures> {
  const measureMs = lab.quick ? 1_000 : 3_000
  const disk = measureDisk(dataFolder, measureMs)
  const common = { openOrders: 20, listening: 'screens' as const, warmupMs: 1_000, measureMs }
  const echo = await lab.orders('bare', { ...common, submitters: 1, screens: 0, pace: { mode: 'full' } })
  const framesPerSecond = async (kind: Kind): Promise<number> => {
    const { framesDelivered } = await lab.orders(kind, {
      ...common,
      submitters: 2,
      screens: 1_000,
      pace: { mode: 'full' },
    })
    return (framesDelivered * 1_000) / measureMs
  }
  return {
    flushesPerSecond: disk.flushesPerSecond,
    flushP50: disk.flush.p50,
    flushP99: disk.flush.p99,
    singly: disk.ordersPerSecondSingly,
    byFifty: disk.ordersPerSecondByFifty,
    echoP50: echo.answered.p50,
    echoP99: echo.answered.p99,
    framesOnce: await framesPerSecond('bare'),
    framesEach: await framesPerSecond('bare-each'),
  }
}

export const renderLimits = (limits: Figures): string =>
  renderTable(
    ['limit of this machine', 'figure'],
    rows.map(([key, label, digits]) => [label, formatFigure(limits[key] ?? Number.NaN, digits)]),
  )
