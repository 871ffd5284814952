import { expect, test } from 'vitest'
import type { ItemId, LineId, OrderId, PrinterId, StaffId } from '../model/ids.ts'
import { billOf } from './bill.ts'
import { draft, eventOf, House } from './testing/house.ts'
import { violations } from './testing/lawful.ts'
import { smallRestaurant, smallSettings } from './testing/small-restaurant.ts'

const approvedBy = 'mo' as StaffId
const percent = (rate: number) => ({ by: 'percent' as const, rate })
const amount = (value: number) => ({ by: 'amount' as const, amount: value })
const bill = (house: House, orderId: OrderId) => billOf(house.order(orderId), house.state.catalog)

const dinner = () => {
  const house = new House()
  return { house, orderId: house.send('ana', 't1', 'cola', 'steak', 'salad') }
}

test('[BILL-2] a discount has a reason and needs the permission; both names are in the event', () => {
  const { house, orderId } = dinner()
  const args = { orderId, asked: percent(1000), reason: 'regular' }
  expect(house.refusal('ana', 'discount.apply', args)).toBe('needs-approval')
  expect(house.refusal('carla', 'discount.apply', args)).toBe('not-permitted')
  expect(house.refusal('ana', 'discount.apply', args, { approvedBy: 'fay' as StaffId })).toBe('approval-invalid')
  const applied = eventOf(house.do('ana', 'discount.apply', args, { approvedBy }), 'adjustment.applied')
  expect(applied.adjustment).toMatchObject({ reason: 'regular', by: 'ana', approvedBy: 'mo', wholeOrder: true })
  const own = eventOf(house.do('mo', 'discount.apply', args), 'adjustment.applied')
  expect(own.adjustment).not.toHaveProperty('approvedBy')
  expect(violations(house)).toEqual([])
})

test('[BILL-2] an order’s discount is laid on its lines in the event itself, to the cent', () => {
  const { house, orderId } = dinner()
  const { adjustment } = eventOf(
    house.do('mo', 'discount.apply', { orderId, asked: amount(1000), reason: 'regular' }),
    'adjustment.applied',
  )
  expect(adjustment.shares.map((share) => share.amount)).toEqual([99, 676, 225])
  expect(bill(house, orderId)).toMatchObject({ gross: 3550, discounts: 1000, net: 2550 })
})

test('[BILL-2] on chosen lines, by percent of what is left, and a comp takes all that is left', () => {
  const { house, orderId } = dinner()
  const steak = house.line(orderId, 'steak').id
  house.do('mo', 'discount.apply', { orderId, lineIds: [steak], asked: percent(5000), reason: 'late' })
  house.do('mo', 'discount.apply', { orderId, lineIds: [steak], asked: percent(5000), reason: 'late' })
  expect(bill(house, orderId).discounts).toBe(1200 + 600)
  house.do('mo', 'comp.apply', { orderId, lineIds: [steak], reason: 'waited' })
  expect(bill(house, orderId)).toMatchObject({ comps: 600, net: 350 + 800 })
  expect(house.refusal('mo', 'comp.apply', { orderId, lineIds: [steak], reason: 'waited' })).toBe('nothing-asked')
  expect(house.refusal('mo', 'discount.apply', { orderId, lineIds: [steak], asked: amount(1), reason: 'x' })).toBe(
    'amount-too-large',
  )
  expect(house.refusal('mo', 'comp.apply', { orderId, lineIds: ['x' as LineId], reason: 'x' })).toBe('line-not-found')
})

test('[BILL-2] what was paid already is not discounted away', () => {
  const { house, orderId } = dinner()
  house.do('fay', 'payment.record', { orderId, part: { kind: 'amount' }, method: 'card', amount: 3000 })
  expect(house.refusal('mo', 'discount.apply', { orderId, asked: amount(551), reason: 'x' })).toBe('amount-too-large')
  const events = house.do('mo', 'discount.apply', { orderId, asked: amount(550), reason: 'x' })
  expect(eventOf(events, 'order.paid-set').paid).toBe(true)
  expect(house.order(orderId).paid).toBe(true)
  expect(violations(house)).toEqual([])
})

test('[BILL-2] a voided line takes its share of the discount with it', () => {
  const { house, orderId } = dinner()
  house.do('mo', 'discount.apply', { orderId, asked: percent(1000), reason: 'regular' })
  const steak = house.line(orderId, 'steak').id
  const voided = eventOf(house.do('mo', 'line.void', { orderId, lineId: steak, reason: 'wrong-dish' }), 'line.voided')
  expect(voided).toMatchObject({ amount: 2400, adjusted: { discounts: 240, comps: 0 } })
  expect(bill(house, orderId)).toMatchObject({ gross: 1150, discounts: 115, net: 1035 })
  expect(violations(house)).toEqual([])
})

test('[BILL-9] after a bill printed, void, discount and removal need an approval, are flagged, and the reprint has its number', () => {
  const { house, orderId } = dinner()
  const discount = eventOf(
    house.do('mo', 'discount.apply', { orderId, asked: percent(1000), reason: 'regular' }),
    'adjustment.applied',
  )
  expect(discount.afterBill).toBe(false)
  expect(eventOf(house.do('ana', 'bill.print', { orderId }), 'bill.printed')).toMatchObject({ number: 1, total: 3195 })
  const steak = house.line(orderId, 'steak').id
  const adjustmentId = discount.adjustment.id
  expect(house.refusal('ana', 'line.void', { orderId, lineId: steak, reason: 'wrong' })).toBe('needs-approval')
  expect(house.refusal('fay', 'adjustment.remove', { orderId, adjustmentId })).toBe('needs-approval')
  expect(house.refusal('ana', 'discount.apply', { orderId, asked: percent(100), reason: 'x' })).toBe('needs-approval')
  const removed = eventOf(
    house.do('fay', 'adjustment.remove', { orderId, adjustmentId }, { approvedBy }),
    'adjustment.removed',
  )
  expect(removed).toMatchObject({ afterBill: true, amount: 355, by: 'fay', approvedBy: 'mo' })
  const voided = eventOf(
    house.do('ana', 'line.void', { orderId, lineId: steak, reason: 'wrong' }, { approvedBy }),
    'line.voided',
  )
  expect(voided).toMatchObject({ afterBill: true, void: { approvedBy: 'mo' } })
  expect(eventOf(house.do('ana', 'bill.print', { orderId }), 'bill.printed')).toMatchObject({ number: 2, total: 1150 })
  expect(violations(house)).toEqual([])
})

test('[BILL-4] a bill goes to the printer that was named, or to the usual one, and how that fares is known until the next', () => {
  const house = new House()
  const orderId = house.send('ana', 't1', 'steak')
  const p1 = 'p1' as PrinterId
  const report = (number: number, fate: 'printed' | 'trouble', problem?: 'paper-out') =>
    house.do('system', 'bill.report-print', { orderId, number, fate, ...(problem === undefined ? {} : { problem }) })
  house.do('ana', 'bill.print', { orderId })
  expect(house.order(orderId).billPrint).toBeUndefined()
  expect(house.refusal('ana', 'bill.print', { orderId, printerId: 'none' as PrinterId })).toBe('printer-not-found')
  house.do('ana', 'bill.print', { orderId, printerId: p1, part: { kind: 'equal', index: 1, of: 2 } })
  expect(house.order(orderId).billPrint).toMatchObject({ number: 2, printerId: 'p1', by: 'ana', fate: 'asked' })
  report(2, 'trouble', 'paper-out')
  expect(report(2, 'trouble', 'paper-out')).toEqual([])
  expect(house.order(orderId).billPrint).toMatchObject({ fate: 'trouble', problem: 'paper-out' })
  report(2, 'printed')
  expect(house.order(orderId).billPrint).toMatchObject({ fate: 'printed' })
  expect(house.order(orderId).billPrint).not.toHaveProperty('problem')
  expect(report(1, 'printed')).toEqual([])
  expect(violations(house)).toEqual([])
})

test('[BILL-9] after a bill printed nothing leaves it unseen: a line taken back, made less or exchanged, a waiting round let go', () => {
  const house = new House()
  const orderId = house.send('ana', 't1', 'cola', 'steak', 'steak')
  const cola = house.line(orderId, 'cola').id
  const [steak] = house.order(orderId).lines.filter((line) => line.itemId === 'steak')
  const change = { orderId, lineId: cola, quantity: 2 }
  expect(eventOf(house.do('ana', 'line.change', change), 'line.changed')).not.toHaveProperty('billChange')
  const waiting = { queuedSince: house.now - 11 * 60_000, order: { orderId }, lines: [draft('salad')] }
  const { round } = eventOf(house.do('ana', 'round.send', waiting), 'round.sent')
  const raised = { orderId, lineId: steak?.id as LineId, message: 'out', substitutes: ['salad' as ItemId] }
  const { ask } = eventOf(house.do('carla', 'ask.raise', raised), 'ask.raised')
  house.do('ana', 'bill.print', { orderId })
  const less = { orderId, lineId: cola, quantity: 1 }
  const drop = { orderId, roundId: round.id, fire: false }
  const accept = { askId: ask.id, accept: true }
  const back = { orderId, lineId: cola }
  expect(house.refusal('ana', 'line.change', less)).toBe('needs-approval')
  expect(house.refusal('ana', 'round.answer', drop)).toBe('needs-approval')
  expect(house.refusal('ana', 'ask.answer', accept)).toBe('needs-approval')
  expect(house.refusal('ana', 'line.take-back', back)).toBe('needs-approval')
  const yes = { approvedBy }
  const billChange = { by: 'ana', approvedBy: 'mo' }
  expect(eventOf(house.do('ana', 'line.change', less, yes), 'line.changed')).toMatchObject({ billChange })
  expect(eventOf(house.do('ana', 'round.answer', drop, yes), 'round.answered')).toMatchObject({ billChange })
  expect(eventOf(house.do('ana', 'ask.answer', accept, yes), 'line.changed')).toMatchObject({ billChange })
  expect(eventOf(house.do('ana', 'line.take-back', back, yes), 'line.taken-back')).toMatchObject({ billChange })
  expect(violations(house)).toEqual([])
})

test('[BILL-4] a bill is printed on a printer that is there, and every print has its number', () => {
  const { house, orderId } = dinner()
  expect(house.refusal('ana', 'bill.print', { orderId, printerId: 'gone' as never })).toBe('printer-not-found')
  house.do('ana', 'bill.print', { orderId, printerId: 'p1' as never })
  house.do('ana', 'bill.print', { orderId, part: { kind: 'equal', index: 1, of: 2 } })
  expect(house.order(orderId)).toMatchObject({ billPrints: 2, billAsked: true })
  expect(eventOf(house.do('ana', 'bill.print', { orderId }), 'bill.printed').number).toBe(3)
})

test('[BILL-10] the charge is automatic from its covers, by the order’s covers even when it is split, and removable with a reason', () => {
  const serviceCharge = { automatic: true, fromCovers: 8, rate: 1000 }
  const house = new House(smallRestaurant({ serviceCharge }))
  const orderId = house.send('ana', 't3', 'cola', 'salad')
  expect(bill(house, orderId).service).toBe(0)
  house.do('ana', 'order.set-covers', { orderId, covers: 8 })
  expect(bill(house, orderId).service).toBe(115)
  const apart = eventOf(
    house.do('ana', 'order.split', { orderId, lines: [{ lineId: house.line(orderId, 'cola').id }] }),
    'order.opened',
  )
  expect(bill(house, orderId).service).toBe(80)
  expect(bill(house, apart.order.id).service).toBe(35)
  expect(house.refusal('ana', 'service.remove', { orderId, reason: 'slow' })).toBe('needs-approval')
  const removed = eventOf(house.do('ana', 'service.remove', { orderId, reason: 'slow' }, { approvedBy }), 'service.set')
  expect(removed).toMatchObject({ override: { kind: 'removed', reason: 'slow' }, by: 'ana', approvedBy: 'mo' })
  expect(bill(house, orderId).service).toBe(0)
  expect(violations(house)).toEqual([])
})

test('[BILL-10] [FRT-6] guests that nobody counted bring no charge: the table’s seats are an assumption', () => {
  const serviceCharge = { automatic: true, fromCovers: 2, rate: 1000 }
  const house = new House(smallRestaurant({ serviceCharge }))
  const orderId = house.send('ana', 't3', 'cola', 'salad')
  const { covers, coversAssumed } = house.order(orderId)
  expect(covers).toBeGreaterThanOrEqual(2)
  expect(coversAssumed).toBe(true)
  expect(bill(house, orderId).service).toBe(0)
  house.do('ana', 'order.set-covers', { orderId, covers })
  expect(bill(house, orderId).service).toBe(115)
})

test('[BILL-10] off by default; put on by hand at its own rate', () => {
  const { house, orderId } = dinner()
  house.do('ana', 'order.set-covers', { orderId, covers: 12 })
  expect(smallSettings.serviceCharge.automatic).toBe(false)
  expect(bill(house, orderId).service).toBe(0)
  house.do('fay', 'service.add', { orderId, rate: 1250 })
  expect(bill(house, orderId).service).toBe(444)
  expect(house.do('fay', 'service.add', { orderId, rate: 1250 })).toEqual([])
})

test('[BILL-2] a round that its waiter lets go takes the discounts on it along', () => {
  const house = new House()
  const orderId = house.send('ana', 't1', 'bread')
  const queuedSince = house.now
  house.wait(700)
  house.do('ana', 'round.send', { order: { orderId }, lines: [draft('salad')], queuedSince })
  const salad = house.line(orderId, 'salad')
  expect(salad.status).toBe('asking')
  house.do('mo', 'comp.apply', { orderId, lineIds: [salad.id], reason: 'waited' })
  house.do('ana', 'round.answer', { orderId, roundId: salad.roundId, fire: false })
  expect(house.order(orderId).adjustments?.flatMap((adjustment) => adjustment.shares)).toEqual([])
  expect(bill(house, orderId)).toMatchObject({ gross: 300, comps: 0, net: 300 })
  expect(violations(house)).toEqual([])
})
