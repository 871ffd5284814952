// Reads a report's CSV back, as a spreadsheet would, and writes the figures down as the book has them.
import type { Figures } from './ledger/figures.ts'
import type { Menu } from './ledger/menu.ts'

export type CsvRow = readonly [section: string, name: string, measure: string, value: string]

/** Quoted cells may hold commas, quotes and line ends. */
export function readCsv(text: string): string[][] {
  const rows: string[][] = []
  let [row, cell, quoted]: [string[], string, boolean] = [[], '', false]
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? ''
    if (quoted && sign === '"' && text[at + 1] === '"') {
      cell += '"'
      at += 1
    } else if (sign === '"') quoted = !quoted
    else if (!quoted && sign === ',') {
      row.push(cell)
      cell = ''
    } else if (!quoted && sign === '\n') {
      rows.push([...row, cell.replace(/\r$/, '')])
      ;[row, cell] = [[], '']
    } else cell += sign
  }
  return rows
}

const money = (amount: number | null): string => (amount === null ? '' : (amount / 100).toFixed(2))
const plain = (value: number | null): string => (value === null ? '' : String(value))

type Sums = Figures['sales']

const sumRows = (section: string, name: string, sums: Sums): CsvRow[] => [
  [section, name, 'quantity', plain(sums.quantity)],
  ...(['gross', 'discounts', 'comps', 'voids', 'net'] as const).map(
    (measure): CsvRow => [section, name, measure, money(sums[measure])],
  ),
]

/** In no order. */
export function figuresAsCsv(figures: Figures, menu: Menu, asOf: number): CsvRow[] {
  const names = new Map<string, string>([
    ...menu.all('person').map(({ id, name }): [string, string] => [id, name]),
    ...[...menu.all('area'), ...menu.all('station')].map(({ id, name }): [string, string] => [id, name.en]),
  ])
  const dishes = new Map<string, string>(menu.all('item').map(({ id, name }) => [id, name.en]))
  const named = (id: string | null): string => (id === null ? '' : (names.get(id) ?? id))
  const said = (reason: string | null, by: string | null, approvedBy: string | null): string =>
    [reason ?? '', named(by), named(approvedBy)].filter((text) => text !== '').join(' / ')
  const { sales, remakes, waste, service, tips, refunds, walkOuts, orders, covers, turn } = figures
  return [
    ...(['from', 'to', 'zone'] as const).map((what): CsvRow => ['report', '', what, figures[what]]),
    ['report', '', 'as of', String(asOf)],
    ...sumRows('sales', '', sales),
    ['sales', '', 'number of remakes', plain(remakes.count)],
    ['sales', '', 'cost of remakes', money(remakes.cost)],
    ['sales', '', 'cost of waste', money(waste)],
    ...Object.entries({ service, tips, refunds }).map(
      ([measure, amount]): CsvRow => ['sales', '', measure, money(amount)],
    ),
    ['sales', '', 'number of walk-outs', plain(walkOuts.count)],
    ['sales', '', 'amount of walk-outs', money(walkOuts.amount)],
    ['sales', '', 'closed orders', plain(orders)],
    ['sales', '', 'covers', plain(covers)],
    ['sales', '', 'average check', money(figures.averageCheck)],
    ['sales', '', 'average per cover', money(figures.averagePerCover)],
    ...figures.tax.flatMap(({ rate, net, tax }): CsvRow[] => [
      ['tax', `${rate / 100} % included`, 'net', money(net)],
      ['tax', `${rate / 100} % included`, 'tax', money(tax)],
    ]),
    ...figures.payments.flatMap((paid): CsvRow[] =>
      (['amount', 'tips', 'refunds'] as const).map((what) => ['payments', paid.method, what, money(paid[what])]),
    ),
    ...figures.byHour.flatMap((sums) => sumRows('hour', `${String(sums.hour).padStart(2, '0')}:00`, sums)),
    ...figures.byCategory.flatMap((sums) => sumRows('category', sums.name.en, sums)),
    ...figures.byItem.flatMap((sums) => sumRows('dish', sums.name.en, sums)),
    ...figures.byStaff.flatMap((sums) => sumRows('waiter', named(sums.staffId), sums)),
    ...figures.byArea.flatMap((sums) => sumRows('area', named(sums.areaId), sums)),
    ...figures.byType.flatMap((sums) => sumRows('order type', sums.type, sums)),
    ...figures.stations.flatMap(({ stationId, tickets, medianSeconds, p90Seconds, lateRate }): CsvRow[] => [
      ['station', named(stationId), 'tickets', plain(tickets)],
      ['station', named(stationId), 'median seconds', plain(medianSeconds)],
      ['station', named(stationId), 'p90 seconds', plain(p90Seconds)],
      ['station', named(stationId), 'late %', plain(lateRate / 100)],
    ]),
    ...figures.calls.flatMap(({ kind, calls, taken, medianSeconds, p90Seconds }): CsvRow[] => [
      ['calls', kind, 'calls', plain(calls)],
      ['calls', kind, 'taken', plain(taken)],
      ['calls', kind, 'median seconds', plain(medianSeconds)],
      ['calls', kind, 'p90 seconds', plain(p90Seconds)],
    ]),
    ['turn', '', 'orders', plain(turn.orders)],
    ['turn', '', 'median minutes', plain(turn.medianMinutes)],
    ['turn', '', 'average minutes', plain(turn.averageMinutes)],
    ...figures.refusedDemand.map(
      ({ itemId, code, quantity }): CsvRow => ['refused', dishes.get(itemId) ?? itemId, code, plain(quantity)],
    ),
    ...figures.voids.map(
      (one): CsvRow => [
        'void',
        `${one.quantity} ${one.name.en}`,
        said(one.reason, one.by, one.approvedBy),
        money(one.amount),
      ],
    ),
    ...figures.wasted.map(
      (one): CsvRow => [
        'waste',
        `${one.quantity} ${one.name.en}`,
        said(one.reason, one.by, one.approvedBy),
        money(one.cost),
      ],
    ),
    ...figures.afterBill.map(
      (one): CsvRow => ['after the bill', one.kind, said(one.reason, one.by, one.approvedBy), money(one.amount)],
    ),
  ]
}
