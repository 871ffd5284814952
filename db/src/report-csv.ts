// A report as CSV (REP-5): one table with a section to a row, so that any program reads it. Numbers are numbers; money is in
// the currency's units with a point and always as many digits after it as the currency has; a text that a spreadsheet would
// run as a formula is made harmless.
import type { DailyReport, SalesSums } from './reports.ts'

/** Digits as they are to be read: never a formula, never shortened. */
export type Figure = { readonly digits: string }

type Cell = string | number | Figure | null

/** Texts that begin like a formula get an apostrophe, as spreadsheets write one themselves. */
const harmless = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)

const quoted = (text: string): string => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

const cellText = (cell: Cell): string => {
  if (cell === null) return ''
  if (typeof cell === 'object') return cell.digits
  return typeof cell === 'number' ? String(cell) : quoted(harmless(cell))
}

export const csvOf = (rows: readonly (readonly Cell[])[]): string =>
  rows.map((row) => `${row.map(cellText).join(',')}\r\n`).join('')

export type Named = 'person' | 'area' | 'station' | 'dish'

export type CsvTerms = {
  readonly minorDigits: number
  readonly language: 'en' | 'ru'
  /** What people call it; the id where nobody knows. */
  readonly nameOf: (kind: Named, id: string) => string | undefined
}

type Row = readonly [section: string, name: string, measure: string, value: Cell]

/** Every figure in a row of its own: section, what it is of, what is measured, the number. */
export function dailyReportCsv(report: DailyReport, terms: CsvTerms): string {
  const money: Money = (amount) => (amount === null ? null : { digits: inUnits(amount, terms.minorDigits) })
  const name: Name = (kind, id) => (id === null ? '' : (terms.nameOf(kind, id) ?? id))
  const rows: Row[] = [
    ...headRows(report),
    ...salesRows('sales', '', report.sales, money),
    ['sales', '', 'number of remakes', report.remakes.count],
    ['sales', '', 'cost of remakes', money(report.remakes.cost)],
    ['sales', '', 'cost of waste', money(report.waste)],
    ['sales', '', 'service', money(report.service)],
    ['sales', '', 'tips', money(report.tips)],
    ['sales', '', 'refunds', money(report.refunds)],
    ['sales', '', 'number of walk-outs', report.walkOuts.count],
    ['sales', '', 'amount of walk-outs', money(report.walkOuts.amount)],
    ['sales', '', 'closed orders', report.orders],
    ['sales', '', 'covers', report.covers],
    ['sales', '', 'average check', money(report.averageCheck)],
    ['sales', '', 'average per cover', money(report.averagePerCover)],
    ...report.tax.flatMap(({ rate, included, net, tax }): Row[] => {
      const label = `${rate / 100} % ${included ? 'included' : 'added'}`
      return [
        ['tax', label, 'net', money(net)],
        ['tax', label, 'tax', money(tax)],
      ]
    }),
    ...report.payments.flatMap(({ method, amount, tips, refunds }): Row[] => [
      ['payments', method, 'amount', money(amount)],
      ['payments', method, 'tips', money(tips)],
      ['payments', method, 'refunds', money(refunds)],
    ]),
    ...report.byHour.flatMap((sum) => salesRows('hour', `${String(sum.hour).padStart(2, '0')}:00`, sum, money)),
    ...report.byCategory.flatMap((sum) => salesRows('category', sum.name[terms.language], sum, money)),
    ...report.byItem.flatMap((sum) => salesRows('dish', sum.name[terms.language], sum, money)),
    ...report.byStaff.flatMap((sum) => salesRows('waiter', name('person', sum.staffId), sum, money)),
    ...report.byArea.flatMap((sum) => salesRows('area', name('area', sum.areaId), sum, money)),
    ...report.byType.flatMap((sum) => salesRows('order type', sum.type, sum, money)),
    ...serviceRows(report, name),
    ...lossRows(report, terms, name, money),
  ]
  return csvOf([['section', 'name', 'measure', 'value'], ...rows])
}

/** Minor units as the currency writes them, exactly. */
function inUnits(amount: number, digits: number): string {
  if (digits === 0) return String(amount)
  const text = String(Math.abs(amount)).padStart(digits + 1, '0')
  return `${amount < 0 ? '-' : ''}${text.slice(0, -digits)}.${text.slice(-digits)}`
}

const headRows = (report: DailyReport): Row[] => [
  ['report', '', 'from', report.from],
  ['report', '', 'to', report.to],
  ['report', '', 'zone', report.zone],
  ['report', '', 'as of', report.asOf],
]

type Money = (amount: number | null) => Cell
type Name = (kind: Named, id: string | null) => string

const salesRows = (section: string, label: string, sums: SalesSums, money: Money): Row[] => [
  [section, label, 'quantity', sums.quantity],
  [section, label, 'gross', money(sums.gross)],
  [section, label, 'discounts', money(sums.discounts)],
  [section, label, 'comps', money(sums.comps)],
  [section, label, 'voids', money(sums.voids)],
  [section, label, 'net', money(sums.net)],
]

const serviceRows = (report: DailyReport, name: Name): Row[] => [
  ...report.stations.flatMap((station): Row[] => [
    ['station', name('station', station.stationId), 'tickets', station.tickets],
    ['station', name('station', station.stationId), 'median seconds', station.medianSeconds],
    ['station', name('station', station.stationId), 'p90 seconds', station.p90Seconds],
    ['station', name('station', station.stationId), 'late %', station.lateRate / 100],
  ]),
  ...report.calls.flatMap((call): Row[] => [
    ['calls', call.kind, 'calls', call.calls],
    ['calls', call.kind, 'taken', call.taken],
    ['calls', call.kind, 'median seconds', call.medianSeconds],
    ['calls', call.kind, 'p90 seconds', call.p90Seconds],
  ]),
  ['turn', '', 'orders', report.turn.orders],
  ['turn', '', 'median minutes', report.turn.medianMinutes],
  ['turn', '', 'average minutes', report.turn.averageMinutes],
  ...report.refusedDemand.map(({ itemId, code, quantity }): Row => ['refused', name('dish', itemId), code, quantity]),
]

function lossRows(report: DailyReport, terms: CsvTerms, name: Name, money: Money): Row[] {
  const said = (reason: string | null, by: string | null, approvedBy: string | null): string =>
    [reason ?? '', name('person', by), name('person', approvedBy)].filter((text) => text !== '').join(' / ')
  return [
    ...report.voids.map(
      (line): Row => [
        'void',
        `${line.quantity} ${line.name[terms.language]}`,
        said(line.reason, line.by, line.approvedBy),
        money(line.amount),
      ],
    ),
    ...report.wasted.map(
      (line): Row => [
        'waste',
        `${line.quantity} ${line.name[terms.language]}`,
        said(line.reason, line.by, line.approvedBy),
        money(line.cost),
      ],
    ),
    ...report.afterBill.map(
      (change): Row => [
        'after the bill',
        change.kind,
        said(change.reason, change.by, change.approvedBy),
        money(change.amount),
      ],
    ),
  ]
}
