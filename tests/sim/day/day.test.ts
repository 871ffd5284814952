// A day of bots, and its report: every figure of it is reckoned again from the acknowledged commands and the menu alone.
import type { DailyReport } from '@comanda/db/reports'
import { casaLola } from '@comanda/demo/restaurant'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { figuresAsCsv, readCsv } from './csv.ts'
import { total } from './ledger/arithmetic.ts'
import { type Figures, figuresOf } from './ledger/figures.ts'
import { keepBook } from './ledger/keep-book.ts'
import { Menu } from './ledger/menu.ts'
import { type Day, runDay } from './open-day.ts'

const terms = { from: '2026-06-12', to: '2026-06-12', zone: 'Europe/Madrid' }
/** Noon in Madrid, a Friday in June. */
const noon = Date.UTC(2026, 5, 12, 10)
const afterwards = noon + 24 * 3_600_000

const figures = Object.keys({
  ...{ from: 0, to: 0, zone: 0, sales: 0, remakes: 0, waste: 0, tax: 0, service: 0, tips: 0, payments: 0, refunds: 0 },
  ...{ walkOuts: 0, orders: 0, covers: 0, averageCheck: 0, averagePerCover: 0, byHour: 0, byCategory: 0, byItem: 0 },
  ...{ byStaff: 0, byArea: 0, byType: 0, stations: 0, voids: 0, wasted: 0, afterBill: 0, calls: 0, turn: 0 },
  refusedDemand: 0,
} satisfies Record<keyof Figures, 0>) as readonly (keyof Figures)[]

type Sums = DailyReport['sales']

const nothing = figuresOf(keepBook([], casaLola.changes, noon), terms)

/** A day on which one of these stays empty proves nothing about it. */
const lists = figures.filter((name) => Array.isArray(nothing[name]))

/** A list says the same in any order. */
const inAnyOrder = (value: unknown): unknown =>
  Array.isArray(value) ? value.map((row) => JSON.stringify(sortedKeys(row))).sort() : value

const sortedKeys = (row: object): unknown =>
  Object.fromEntries(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)))

const happensEveryDay = [
  ...['order.open', 'round.send', 'line.take-back', 'line.change', 'line.void', 'void.judge', 'line.send-back'],
  ...['order.split', 'ask.answer', 'course.fire', 'course.call', 'pickup.take', 'lines.serve', 'ticket.bump'],
  ...['discount.apply', 'comp.apply', 'adjustment.remove', 'payment.record', 'payment.correct', 'payment.refund'],
  ...['bill.print', 'order.close', 'call.raise', 'item.sold-out', 'item.count', 'cash.close', 'day.close'],
]

/** Which of them come together is the seed's choice. */
const happensSeldom = [
  ...['order.move', 'order.merge', 'order.walk-out', 'order.set-covers', 'course.force-ready', 'ticket.recall'],
  ...['line.share', 'service.add', 'service.remove', 'ticket.rush'],
]

/** At full length, other days as well. */
const seeds = process.env.COMANDA_TEST_LONG === '1' ? ['casa', 'noche', 'cena', 'feria', 'lluvia', 'domingo'] : ['casa']

describe.each(seeds)('a day of bots at Casa Lola, seed %s', (seed) => {
  let day: Day
  let report: DailyReport
  let expected: Figures
  let csv: string

  beforeAll(async () => {
    day = await runDay({ seed, opensAt: noon, hours: 6, parties: 32, trouble: 6 })
    report = (await (await day.office.read(`/api/reports/daily?date=${terms.from}`)).json()) as DailyReport
    csv = await (await day.office.read(`/api/reports/daily.csv?date=${terms.from}`)).text()
    expected = figuresOf(keepBook(day.deeds, casaLola.changes, afterwards), terms)
  }, 110_000)

  afterAll(() => day?.close())

  test('all of it happened, and no device had a fault', () => {
    const done = day.deeds.filter(({ outcome }) => outcome.kind === 'done').map(({ intention }) => intention.type)
    const happened: ReadonlySet<string> = new Set(done)
    expect([...happened]).toEqual(expect.arrayContaining(happensEveryDay))
    expect(happensSeldom.filter((type) => happened.has(type)).length).toBeGreaterThanOrEqual(7)
    expect(day.faults).toEqual([])
    expect(done.length).toBeGreaterThan(1_000)
    for (const name of lists) expect(expected[name], name).not.toEqual([])
  })

  test.each(figures)('[REP-2] %s is what the commands come to', (figure) => {
    expect(inAnyOrder(report[figure])).toEqual(inAnyOrder(expected[figure]))
  })

  test('[REP-2] the report has no figure that was not reckoned', () => {
    expect(Object.keys(report).sort()).toEqual([...figures, 'asOf', 'currency', 'minorDigits'].sort())
  })

  test('[REP-3] all cuts of the report come to the same cent, and it names the seq it was made as of', () => {
    const { sales, byHour, byCategory, byItem, byStaff, byArea, byType } = report
    const cuts: readonly (readonly Sums[])[] = [byHour, byCategory, byItem, byStaff, byArea, byType]
    for (const cut of cuts) {
      expect(total(cut, ({ net }) => net)).toBe(sales.net)
      expect(total(cut, ({ quantity }) => quantity)).toBe(sales.quantity)
    }
    expect(report.asOf).toBe(day.server.program.restaurant.actor.head)
  })

  test('[REP-5] the CSV carries every figure as a number', () => {
    const [head, ...rows] = readCsv(csv)
    expect(head).toEqual(['section', 'name', 'measure', 'value'])
    const wanted = figuresAsCsv(expected, new Menu(casaLola.changes), report.asOf)
    expect(inAnyOrder(rows)).toEqual(inAnyOrder(wanted))
  })

  test('[REP-6] the Z that closed the day holds the same figures', async () => {
    const { engine, restaurantId } = day.server.program
    const recorded = await engine.log.readAfter(restaurantId, 0, 100_000)
    const z = recorded.flatMap(({ event }) => (event.type === 'day.closed' ? [event.z] : []))
    expect(z).toHaveLength(1)
    const { sales, tax, service, tips, payments, refunds, walkOuts, orders, covers } = expected
    expect(z[0]?.figures).toEqual({
      ...{ gross: sales.gross, discounts: sales.discounts, comps: sales.comps, voids: sales.voids, net: sales.net },
      ...{ tax, service, tips, refunds, walkOuts: walkOuts.amount, orders, covers },
      payments: payments.map(({ method, amount }) => ({ method, amount })),
    })
  })

  test.each([
    ['round.send', 'sales'],
    ['payment.record', 'payments'],
    ['ticket.bump', 'stations'],
    ['discount.apply', 'tax'],
  ] as const)('a book that ends before the first %s comes to other %s', (type, figure) => {
    const first = day.deeds.find(({ intention, outcome }) => intention.type === type && outcome.kind === 'done')
    const until = first === undefined ? -1 : day.deeds.indexOf(first)
    expect(until).toBeGreaterThan(0)
    const before = figuresOf(keepBook(day.deeds.slice(0, until), casaLola.changes, noon), terms)
    const after = figuresOf(keepBook(day.deeds.slice(0, until + 1), casaLola.changes, noon), terms)
    expect(before[figure]).not.toEqual(after[figure])
  })
})
