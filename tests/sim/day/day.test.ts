// A day of bots, and its report: every figure of it is reckoned again from the acknowledged commands and the menu alone.

import type { DailyReport } from '@comanda/db/reports'
import { casaLola } from '@comanda/demo/restaurant'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Figures, figuresOf } from './ledger/figures.ts'
import { keepBook } from './ledger/keep-book.ts'
import { type Day, runDay } from './open-day.ts'

const date = '2026-06-12'
/** Noon in Madrid, a Friday in June. */
const noon = Date.UTC(2026, 5, 12, 10)
const hour = 3_600_000

/** The figures that are a list: in whichever order. */
const byText = (rows: readonly unknown[]): readonly unknown[] =>
  [...rows].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))

describe('a day of bots at Casa Lola', () => {
  let day: Day
  let report: DailyReport
  let expected: Figures

  beforeAll(async () => {
    day = await runDay({ seed: 'casa', opensAt: noon, hours: 8, parties: 45 })
    const response = await day.office.read(`/api/reports/daily?date=${date}`)
    report = (await response.json()) as DailyReport
    const book = keepBook(day.deeds, casaLola.changes, noon + 24 * hour)
    expected = figuresOf(book, { from: date, to: date, zone: 'Europe/Madrid' })
  }, 110_000)

  afterAll(() => day?.close())

  test('it was a day on which things happened, and no device had a fault', () => {
    const done = day.deeds.filter(({ outcome }) => outcome.kind === 'done').map(({ intention }) => intention.type)
    const happened = new Set(done)
    for (const type of ['round.send', 'line.void', 'line.take-back', 'line.send-back', 'order.split', 'ask.answer'])
      expect(happened).toContain(type)
    expect(day.faults).toEqual([])
    expect(done.length).toBeGreaterThan(1_000)
    expect(report.sales.gross).toBeGreaterThan(100_000)
  })

  const figures = Object.keys({
    from: 0,
    to: 0,
    zone: 0,
    sales: 0,
    remakes: 0,
    waste: 0,
    tax: 0,
    service: 0,
    tips: 0,
    payments: 0,
    refunds: 0,
    walkOuts: 0,
    orders: 0,
    covers: 0,
    averageCheck: 0,
    averagePerCover: 0,
    byHour: 0,
    byCategory: 0,
    byItem: 0,
    byStaff: 0,
    byArea: 0,
    byType: 0,
    stations: 0,
    voids: 0,
    wasted: 0,
    afterBill: 0,
    calls: 0,
    turn: 0,
    refusedDemand: 0,
  } satisfies Record<keyof Figures, 0>) as readonly (keyof Figures)[]

  test.each(figures)('[REP-2] %s is what the commands come to', (figure) => {
    const [told, reckoned] = [report[figure], expected[figure]]
    if (Array.isArray(told) && Array.isArray(reckoned)) expect(byText(told)).toEqual(byText(reckoned))
    else expect(told).toEqual(reckoned)
  })

  test('[REP-2] the report has no figure that was not reckoned', () => {
    expect(Object.keys(report).sort()).toEqual([...figures, 'asOf'].sort())
  })
})
