import fc from 'fast-check'
import { expect, test } from 'vitest'
import { billOf, isCharged } from './bill.ts'
import { cellsOf } from './bill-parts.ts'
import { play, steps, tries } from './testing/evening.ts'

const settings = { serviceCharge: { automatic: true, fromCovers: 3, rate: 1250, taxId: 'drink' as never } }

test('[BILL-2] after any evening no line has more taken off than it comes to, and shares lie on lines that are charged', () => {
  let adjusted = 0
  fc.assert(
    fc.property(steps(120), (history) => {
      const { house } = play(history, undefined, settings)
      for (const [, order] of house.state.orders.sorted()) {
        const bill = billOf(order, house.state.catalog)
        for (const line of bill.lines) expect(line.net).toBeGreaterThanOrEqual(0)
        const charged = new Set(order.lines.filter(isCharged).map((line) => line.id))
        for (const { shares } of order.adjustments ?? [])
          for (const share of shares) {
            expect(charged.has(share.lineId)).toBe(true)
            expect(share.amount).toBeGreaterThan(0)
            adjusted += 1
          }
      }
    }),
    { ...tries(200), endOnFailure: true },
  )
  expect(adjusted).toBeGreaterThan(50)
})

test('[BILL-3] after any evening cells make the bill, what is closed was paid to the cent, and no payment gave back more than it took', () => {
  let closings = 0
  fc.assert(
    fc.property(steps(120), (history) => {
      const { house } = play(history, undefined, settings)
      for (const [, order] of house.state.orders.sorted()) {
        const bill = billOf(order, house.state.catalog)
        if (order.status === 'open' && bill.paid > 0) expect(order.paid).toBe(bill.balance <= 0)
        expect(cellsOf(bill).reduce((sum, cell) => sum + cell.amount, 0)).toBe(bill.total)
        for (const payment of order.payments ?? [])
          expect(payment.refunds.reduce((sum, refund) => sum + refund.amount, 0)).toBeLessThanOrEqual(payment.amount)
      }
      for (const { event } of house.log) {
        if (event.type !== 'order.closed') continue
        closings += 1
        expect(event.closing?.paid).toBe(event.closing?.total)
      }
    }),
    { ...tries(200), endOnFailure: true },
  )
  expect(closings).toBeGreaterThan(0)
})
