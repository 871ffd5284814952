// The day's report beside what the bots wrote down. What lay in the log before they began is taken off.
import type { DailyReport } from '@comanda/db/reports'
import type { Tally } from './tally.ts'

type Row = { readonly name: string; readonly report: number; readonly bots: number; readonly money: boolean }

const paidBy = (report: DailyReport | undefined, method: string): number =>
  report?.payments.find((payment) => payment.method === method)?.amount ?? 0

const methods = ['cash', 'card', 'other'] as const

export function comparison(before: DailyReport | undefined, after: DailyReport, tally: Tally): readonly Row[] {
  const since = (figure: (report: DailyReport) => number): number =>
    figure(after) - (before === undefined ? 0 : figure(before))
  return [
    ...methods.map((method) => ({
      name: `paid: ${method}`,
      report: paidBy(after, method) - paidBy(before, method),
      bots: tally.paidBy(method),
      money: true,
    })),
    { name: 'tips', report: since(({ tips }) => tips), bots: tally.tips, money: true },
    { name: 'refunds', report: since(({ refunds }) => refunds), bots: tally.refunds, money: true },
    { name: 'walked out', report: since(({ walkOuts }) => walkOuts.count), bots: tally.walkedOut, money: false },
  ]
}

export function compared(rows: readonly Row[], money: (amount: number) => string): readonly string[] {
  const shown = ({ money: isMoney }: Row, value: number): string => (isMoney ? money(value) : String(value))
  return rows.map((row) => {
    const same = row.report === row.bots
    const verdict = same ? 'the same' : `DIFFERENT by ${shown(row, row.report - row.bots)}`
    return `  ${row.name.padEnd(14)} ${shown(row, row.report).padStart(14)} ${shown(row, row.bots).padStart(14)}   ${verdict}`
  })
}

export function figuresOf(report: DailyReport, money: (amount: number) => string): readonly string[] {
  const { sales, service, orders, covers, averageCheck, byItem, stations } = report
  const best = [...byItem].sort((a, b) => b.net - a.net).slice(0, 5)
  const rows: readonly (readonly [string, string])[] = [
    ['gross', money(sales.gross)],
    ['discounts', money(sales.discounts)],
    ['comps', money(sales.comps)],
    ['voids', money(sales.voids)],
    ['net', money(sales.net)],
    ['service', money(service)],
    ...report.tax.map(({ rate, tax }): readonly [string, string] => [`tax ${rate / 100} %`, money(tax)]),
    ['orders', String(orders)],
    ['covers', String(covers)],
    ['average check', averageCheck === null ? '-' : money(averageCheck)],
  ]
  return [
    ...rows.map(([name, value]) => `  ${name.padEnd(14)} ${value.padStart(14)}`),
    `  most sold: ${best.map(({ name, quantity }) => `${name.en} ${quantity}`).join(', ')}`,
    ...stations.map(
      ({ stationId, tickets, medianSeconds, lateRate }) =>
        `  ${stationId.padEnd(8)} ${String(tickets).padStart(4)} tickets, median ${medianSeconds} s, late ${lateRate / 100} %`,
    ),
  ]
}
