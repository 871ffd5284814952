import { expect, test } from 'vitest'
import type { BillPart } from '../model/bill.ts'
import type { LineId, OrderId, StaffId } from '../model/ids.ts'
import { billOf } from './bill.ts'
import type { CommandOf } from './commands.ts'
import { eventOf, House } from './testing/house.ts'
import { violations } from './testing/lawful.ts'

type PaymentArgs = CommandOf<'payment.record'>['args']

const pay = (house: House, orderId: OrderId, part: BillPart, more: Partial<PaymentArgs> = {}) => {
  const args: PaymentArgs = { orderId, part, method: 'card', ...more }
  return eventOf(house.do('fay', 'payment.record', args), 'payment.recorded')
}
const refusal = (house: House, orderId: OrderId, part: BillPart, more: Partial<PaymentArgs> = {}) =>
  house.refusal('fay', 'payment.record', { orderId, part, method: 'card', ...more })

const rest: BillPart = { kind: 'rest' }
const dinner = () => {
  const house = new House()
  const orderId = house.send('ana', 't1', 'cola', 'steak', 'salad')
  return { house, orderId, total: 350 + 2400 + 800 }
}
const balance = (house: House, orderId: OrderId) => billOf(house.order(orderId), house.state.catalog).balance

test('[BILL-3] cash has change, and is refused when too little was handed over', () => {
  const { house, orderId, total } = dinner()
  expect(refusal(house, orderId, rest, { method: 'cash', tendered: total - 1 })).toBe('tendered-too-little')
  expect(refusal(house, orderId, rest, { method: 'cash', tendered: total, tip: 1 })).toBe('tendered-too-little')
  const paid = pay(house, orderId, rest, { method: 'cash', tendered: 5000, tip: 450 })
  expect(paid.payment).toMatchObject({ amount: total, tip: 450, tendered: 5000, change: 5000 - total - 450 })
  expect(paid.paid).toBe(true)
  expect(house.order(orderId).paid).toBe(true)
  expect(violations(house)).toEqual([])
})

test('[BILL-3] a card leaves the terminal’s reference and never its number', () => {
  const { house, orderId } = dinner()
  for (const reference of ['4111111111111111', '4111 1111 1111 1111', 'visa 5555-5555-5555-4444 ok']) {
    expect(refusal(house, orderId, rest, { reference })).toBe('card-number')
  }
  expect(pay(house, orderId, rest, { reference: 'A-004711' }).payment?.reference).toBe('A-004711')
})

test('[BILL-3] partial payments count towards the balance until nothing is left', () => {
  const { house, orderId, total } = dinner()
  expect(refusal(house, orderId, { kind: 'amount' })).toBe('nothing-asked')
  expect(refusal(house, orderId, { kind: 'amount' }, { amount: total + 1 })).toBe('amount-too-large')
  expect(pay(house, orderId, { kind: 'amount' }, { amount: 1000 }).paid).toBe(false)
  expect(balance(house, orderId)).toBe(total - 1000)
  expect(house.order(orderId).paid).toBe(false)
  expect(pay(house, orderId, rest, { method: 'other' }).payment?.amount).toBe(total - 1000)
  expect(refusal(house, orderId, rest)).toBe('nothing-to-pay')
  expect(refusal(house, orderId, { kind: 'amount' }, { amount: 1 })).toBe('nothing-to-pay')
})

test('[BILL-3] the same part is never paid twice', () => {
  const { house, orderId } = dinner()
  const steak = house.line(orderId, 'steak').id
  pay(house, orderId, { kind: 'lines', lineIds: [steak] })
  expect(refusal(house, orderId, { kind: 'lines', lineIds: [steak] })).toBe('part-already-paid')
  expect(refusal(house, orderId, { kind: 'lines', lineIds: ['x' as LineId] })).toBe('line-not-found')
  const other = dinner()
  pay(other.house, other.orderId, { kind: 'equal', index: 1, of: 3 })
  expect(refusal(other.house, other.orderId, { kind: 'equal', index: 1, of: 3 })).toBe('part-already-paid')
  expect(refusal(other.house, other.orderId, { kind: 'equal', index: 4, of: 3 })).toBe('command-invalid')
  expect(refusal(other.house, other.orderId, { kind: 'seat', seat: 9 })).toBe('nothing-to-pay')
})

test('[BILL-7] a payment written for another amount than the part comes to now is refused and not added', () => {
  const { house, orderId, total } = dinner()
  house.sendTo('boris', orderId, 'bread')
  expect(refusal(house, orderId, rest, { amount: total })).toBe('amount-changed')
  expect(house.ask('fay', 'payment.record', { orderId, part: rest, method: 'card', amount: total })).toMatchObject({
    error: { details: { amount: total + 300 } },
  })
  expect(house.order(orderId).payments).toEqual([])
  house.do('ana', 'payment.record', { orderId, part: rest, method: 'card', amount: total + 300 })
  expect(house.refusal('ana', 'payment.record', { orderId, part: rest, method: 'card', amount: total + 300 })).toBe(
    'nothing-to-pay',
  )
})

test('[BILL-3] method and tip can be corrected until the day closes, and the correction is logged with what was', () => {
  const { house, orderId } = dinner()
  const paymentId = pay(house, orderId, rest, { method: 'cash', tip: 100 }).payment?.id ?? ('' as never)
  const correction = { orderId, paymentId, method: 'card' as const, tip: 300 }
  expect(house.refusal('ana', 'payment.correct', correction)).toBe('needs-approval')
  const corrected = eventOf(house.do('fay', 'payment.correct', correction), 'payment.corrected')
  expect(corrected).toMatchObject({
    before: { method: 'cash', tip: 100 },
    after: { method: 'card', tip: 300 },
    by: 'fay',
  })
  expect(house.order(orderId).payments).toMatchObject([{ method: 'card', tip: 300, corrected: true }])
  expect(house.do('fay', 'payment.correct', correction)).toEqual([])
  const closedDates = [house.businessDate]
  house.state = { ...house.state, day: { ...house.state.day, closedDates } }
  expect(house.refusal('fay', 'payment.correct', { orderId, paymentId, tip: 0 })).toBe('day-closed')
  expect(house.refusal('fay', 'payment.correct', { orderId, paymentId: 'x' as never, tip: 0 })).toBe(
    'payment-not-found',
  )
})

test('[BILL-3] a refund gives back part or all of a payment, with reason and approval, and never more', () => {
  const { house, orderId, total } = dinner()
  const paymentId = pay(house, orderId, rest, { tip: 200 }).payment?.id ?? ('' as never)
  const refund = { orderId, paymentId, amount: 1000, reason: 'cold' }
  expect(house.refusal('fay', 'payment.refund', refund)).toBe('needs-approval')
  const given = eventOf(house.do('fay', 'payment.refund', refund, { approvedBy: 'mo' as StaffId }), 'payment.refunded')
  expect(given).toMatchObject({ amount: 1000, by: 'fay', approvedBy: 'mo', reason: 'cold' })
  expect(balance(house, orderId)).toBe(1000)
  expect(house.order(orderId).paid).toBe(false)
  expect(house.refusal('mo', 'payment.refund', { ...refund, amount: total - 999 })).toBe('amount-too-large')
  expect(house.refusal('mo', 'payment.refund', { ...refund, amount: 0, tip: 201 })).toBe('amount-too-large')
  expect(house.refusal('mo', 'payment.refund', { ...refund, amount: 0 })).toBe('nothing-asked')
  house.do('mo', 'payment.refund', { ...refund, amount: total - 1000, tip: 200 })
  expect(balance(house, orderId)).toBe(total)
  expect(violations(house)).toEqual([])
})

test('[BILL-3] an order that left the state is refunded from the log', () => {
  const house = new House()
  const orderId = house.send('ana', 't1', 'cola', 'bread')
  const paymentId = pay(house, orderId, rest).payment?.id ?? ('' as never)
  house.do('fay', 'order.close', { orderId, unready: 'served' })
  const archived = house.order(orderId)
  const empty = new House()
  const refund = { orderId, paymentId, amount: 500, reason: 'ill' }
  expect(empty.refusal('mo', 'payment.refund', refund)).toBe('order-not-found')
  const events = empty.do('mo', 'payment.refund', refund, { archived })
  expect(eventOf(events, 'payment.refunded')).toMatchObject({ orderId, amount: 500 })
  expect(empty.state.orders.size).toBe(0)
  const correction = { orderId, paymentId, tip: 50 }
  expect(eventOf(empty.do('fay', 'payment.correct', correction, { archived }), 'payment.corrected').after.tip).toBe(50)
  expect(empty.refusal('mo', 'order.reopen', { orderId, reason: 'no' }, { archived })).toBe('day-closed')
})

test('[ORD-15] PAID is said only while it is so: another dish makes a prepaid order unpaid, its void makes it paid again', () => {
  const { house, orderId } = dinner()
  pay(house, orderId, rest)
  expect(house.order(orderId).paid).toBe(true)
  const events = house.sendTo('ana', orderId, 'bread')
  expect(eventOf(events, 'order.paid-set')).toEqual({ type: 'order.paid-set', orderId, paid: false })
  expect(house.rooms.get('kitchen')?.orders.get(orderId)?.paid).toBe(false)
  house.do('mo', 'line.void', { orderId, lineId: house.line(orderId, 'bread').id, reason: 'wrong-dish' })
  expect(house.order(orderId).paid).toBe(true)
  expect(house.rooms.get('kitchen')?.orders.get(orderId)?.paid).toBe(true)
  expect(violations(house)).toEqual([])
})
