import { isCharged } from '@comanda/shared/domain/bill'
import { sumTaxes } from '@comanda/shared/domain/taxes'
import { play, steps, tries } from '@comanda/shared/domain/testing/evening'
import { House } from '@comanda/shared/domain/testing/house'
import { openingDate, smallSettings } from '@comanda/shared/domain/testing/small-restaurant'
import type { LineId, StaffId } from '@comanda/shared/model/ids'
import type { Line } from '@comanda/shared/model/order'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DailyReport, SalesSums } from './reports.ts'
import { createReportReader } from './sqlite/reports/reader.ts'
import { factsOf } from './testing/fact-file.ts'
import { reckon } from './testing/reckoning.ts'

const restaurantId = 'small'
const terms = { from: openingDate, to: openingDate, zone: smallSettings.zone }
const settings = { serviceCharge: { automatic: true, fromCovers: 3, rate: 1000, taxId: 'drink' as never } }

const measures = ['quantity', 'gross', 'discounts', 'comps', 'voids', 'net'] as const
const sumOf = (rows: readonly SalesSums[], measure: (typeof measures)[number]) =>
  rows.reduce((sum, row) => sum + row[measure], 0)
const cutsOf = (report: DailyReport): Record<string, readonly SalesSums[]> => ({
  hour: report.byHour,
  category: report.byCategory,
  item: report.byItem,
  staff: report.byStaff,
  area: report.byArea,
  type: report.byType,
})

/** A remake is the same dish once more. */
const isSold = (line: Line) => isCharged(line) && line.remakeOf === undefined

test('[REP-2] after any evening the day’s figures are those that the bills and payments themselves add up to', () => {
  let sales = 0
  let closed = 0
  fc.assert(
    fc.property(steps(120), (history) => {
      const { house } = play(history, undefined, settings)
      const database = factsOf(restaurantId, house.log)
      const { figures, asOf } = createReportReader(database).figures(restaurantId, openingDate)
      database.close()
      expect(figures).toEqual(reckon(house.state))
      expect(asOf).toBe(house.state.seq)
      sales += figures.gross
      closed += figures.orders
    }),
    { ...tries(100), endOnFailure: true },
  )
  expect(sales).toBeGreaterThan(0)
  expect(closed).toBeGreaterThan(0)
})

test('[REP-3] all cuts of one report agree to the cent, and every figure can be drilled to its lines', () => {
  fc.assert(
    fc.property(steps(120), (history) => {
      const { house } = play(history, undefined, settings)
      const database = factsOf(restaurantId, house.log)
      const reader = createReportReader(database)
      const report = reader.daily(restaurantId, terms)
      for (const [name, rows] of Object.entries(cutsOf(report)))
        for (const measure of measures)
          expect(sumOf(rows, measure), `${measure} by ${name}`).toBe(report.sales[measure])
      const sold = house.state.orders.sorted().flatMap(([, order]) => order.lines.filter(isSold))
      expect(report.sales.quantity).toBe(sold.reduce((sum, line) => sum + line.quantity, 0))
      const entries = reader.entries(restaurantId, terms, {})
      expect(entries.reduce((sum, entry) => sum + entry.gross, 0)).toBe(report.sales.gross)
      const payments = reader.payments(restaurantId, terms)
      const given = (kind: 'refund' | 'other') =>
        payments.filter((one) => (one.kind === 'refund') === (kind === 'refund'))
      const total = (rows: readonly { amount: number; tip: number }[], key: 'amount' | 'tip') =>
        rows.reduce((sum, row) => sum + row[key], 0)
      expect(total(given('refund'), 'amount')).toBe(report.refunds)
      expect(total(given('other'), 'tip') - total(given('refund'), 'tip')).toBe(report.tips)
      const closings = reader.closings(restaurantId, terms)
      expect(closings.reduce((sum, one) => sum + one.orders, 0)).toBe(report.orders)
      expect(closings.reduce((sum, one) => sum + one.service, 0)).toBe(report.service)
      for (const item of report.byItem) {
        const own = reader.entries(restaurantId, terms, { itemId: item.itemId })
        const net = own.reduce((sum, one) => sum + one.gross - one.discounts - one.comps - one.voids, 0)
        expect(net).toBe(item.net)
      }
      database.close()
    }),
    { ...tries(40), endOnFailure: true },
  )
})

test('[REP-3] when a substitute takes a discounted dish’s place, each dish has its own sales, discount and tax', () => {
  const house = new House()
  const orderId = house.send('ana', 't1', 'salad')
  const lineId = house.line(orderId, 'salad').id
  house.do('mo', 'discount.apply', { orderId, asked: { by: 'percent', rate: 1000 }, reason: 'regular' })
  const asked = house.do('carla', 'ask.raise', {
    orderId,
    lineId,
    message: 'no salad',
    substitutes: ['cola' as never],
  })[0]
  if (asked?.type !== 'ask.raised') throw new Error('a question was asked')
  house.do('ana', 'ask.answer', { askId: asked.ask.id, accept: true })
  const database = factsOf(restaurantId, house.log)
  const reader = createReportReader(database)
  const items = new Map(reader.daily(restaurantId, terms).byItem.map((item) => [item.itemId, item]))
  expect(items.get('salad')).toMatchObject({ quantity: 0, gross: 0, discounts: 0, net: 0 })
  expect(items.get('cola')).toMatchObject({ quantity: 1, gross: 350, discounts: 35, net: 315 })
  expect(reader.figures(restaurantId, openingDate).figures).toEqual(reckon(house.state))
  database.close()
})

test('[REP-3] what was cut from a line before a substitute took its place stays the dish that it was cut from', () => {
  const house = new House()
  const orderId = house.send('ana', 't1', { itemId: 'salad' as never, quantity: 3 })
  const lineId = house.line(orderId, 'salad').id
  house.do('ana', 'lines.move', { orderId, lines: [{ lineId, quantity: 2 }], to: { tableId: 't2' as never } })
  const substitutes = ['cola' as never]
  const asked = house.do('carla', 'ask.raise', { orderId, lineId, message: 'no salad', substitutes })[0]
  if (asked?.type !== 'ask.raised') throw new Error('a question was asked')
  house.do('ana', 'ask.answer', { askId: asked.ask.id, accept: true })
  const database = factsOf(restaurantId, house.log)
  const reader = createReportReader(database)
  const sold = reader.daily(restaurantId, terms).byItem.map(({ itemId, quantity }) => [itemId, quantity])
  expect(Object.fromEntries(sold)).toEqual({ salad: 2, cola: 1 })
  expect(reader.figures(restaurantId, openingDate).figures).toEqual(reckon(house.state))
  database.close()
})

test('[BILL-9] the report lists what made a printed bill smaller, with who did it and who agreed', () => {
  const house = new House()
  const orderId = house.send('ana', 't1', 'cola', 'cola', 'steak')
  const lines = house.order(orderId).lines.map((line) => line.id)
  house.do('ana', 'line.take-back', { orderId, lineId: lines[2] as LineId })
  house.do('ana', 'line.change', { orderId, lineId: lines[0] as LineId, quantity: 3 })
  house.do('ana', 'bill.print', { orderId })
  const yes = { approvedBy: 'mo' as StaffId }
  house.do('ana', 'line.change', { orderId, lineId: lines[0] as LineId, quantity: 1 }, yes)
  house.do('ana', 'line.take-back', { orderId, lineId: lines[1] as LineId }, yes)
  const database = factsOf(restaurantId, house.log)
  const { afterBill } = createReportReader(database).daily(restaurantId, terms)
  database.close()
  const both = { orderId, reason: null, by: 'ana', approvedBy: 'mo' }
  expect(afterBill).toMatchObject([
    { ...both, kind: 'change', amount: 700 },
    { ...both, kind: 'take-back', amount: 350 },
  ])
})

const nextDate = '2026-05-09'

test('[REP-3] days that follow each other add up to the range of them, taxes too, whatever was carried over', () => {
  let carried = 0
  fc.assert(
    fc.property(steps(160), fc.integer({ min: 20, max: 80 }), (history, evening) => {
      let step = 0
      const { house } = play(
        history,
        (house) => {
          step += 1
          if (step !== evening) return
          house.wait(12 * 3600)
          house.businessDate = nextDate
          house.do('system', 'day.roll', {})
          carried += house.state.orders.size
        },
        settings,
      )
      const database = factsOf(restaurantId, house.log)
      const reader = createReportReader(database)
      const day = (from: string, to: string) => reader.daily(restaurantId, { ...terms, from, to })
      const [first, second, both] = [day(openingDate, openingDate), day(nextDate, nextDate), day(openingDate, nextDate)]
      for (const measure of measures)
        expect(first.sales[measure] + second.sales[measure], measure).toBe(both.sales[measure])
      const taxes = [...first.tax, ...second.tax].map(({ rate, included, net, tax }) => ({
        amount: included ? net + tax : net,
        rate,
        included,
        tax,
      }))
      expect(sumTaxes(taxes).filter((tax) => tax.net !== 0 || tax.tax !== 0)).toEqual(both.tax)
      expect(first.tips + second.tips).toBe(both.tips)
      expect(first.orders + second.orders).toBe(both.orders)
      database.close()
    }),
    { ...tries(40), endOnFailure: true },
  )
  expect(carried).toBeGreaterThan(0)
})
