import { expect, test } from 'vitest'
import type { OrderId, StaffId } from '../model/ids.ts'
import { checkOutOf } from './decide/cash.ts'
import { eventOf, House } from './testing/house.ts'
import { violations } from './testing/lawful.ts'

const pay = (house: House, who: string, orderId: OrderId, amount: number, method: 'cash' | 'card', tip = 0) =>
  eventOf(
    house.do(who, 'payment.record', { orderId, part: { kind: 'amount' }, method, amount, tip }),
    'payment.recorded',
  )

test('[BILL-6] a shift opens with its float, takes and gives, is counted blind, and shows the difference after', () => {
  const house = new House()
  const { shiftId } = eventOf(house.do('fay', 'cash.open', { float: 10_000 }), 'cash.opened')
  expect(house.refusal('fay', 'cash.open', { float: 1 })).toBe('shift-open')
  expect(house.refusal('ana', 'cash.open', { float: 1 })).toBe('not-permitted')
  const orderId = house.send('ana', 't1', 'steak')
  pay(house, 'fay', orderId, 1000, 'cash', 200)
  pay(house, 'fay', orderId, 400, 'card')
  house.do('fay', 'cash.move', { shiftId, direction: 'out', amount: 500, reason: 'ice' })
  house.do('fay', 'cash.move', { shiftId, direction: 'in', amount: 50, reason: 'found' })
  expect(house.refusal('fay', 'cash.move', { shiftId, direction: 'in', amount: 0, reason: 'x' })).toBe('nothing-asked')
  const counted = [
    { value: 5000, count: 2 },
    { value: 100, count: 5 },
    { value: 1, count: 40 },
  ]
  const closed = eventOf(house.do('fay', 'cash.close', { shiftId, counted }), 'cash.closed')
  expect(closed).toMatchObject({ countedTotal: 10_540, expected: 10_000 + 1000 - 500 + 50, difference: -10 })
  expect(house.refusal('fay', 'cash.close', { shiftId, counted })).toBe('shift-closed')
  expect(house.refusal('fay', 'cash.close', { shiftId: 'x' as never, counted })).toBe('shift-not-found')
  expect(violations(house)).toEqual([])
})

test('[BILL-6] a correction and a refund move the cash with them; a drawer that was counted is not changed behind its back', () => {
  const house = new House()
  const { shiftId } = eventOf(house.do('fay', 'cash.open', { float: 0 }), 'cash.opened')
  const takings = () => house.state.cashShifts.get(shiftId)?.takings
  const orderId = house.send('ana', 't1', 'steak')
  const first = pay(house, 'fay', orderId, 1000, 'cash').payment?.id ?? ('' as never)
  const second = pay(house, 'fay', orderId, 800, 'card').payment?.id ?? ('' as never)
  expect(takings()).toBe(1000)
  house.do('fay', 'payment.correct', { orderId, paymentId: first, method: 'card' })
  expect(takings()).toBe(0)
  house.do('fay', 'payment.correct', { orderId, paymentId: second, method: 'cash' })
  expect(takings()).toBe(800)
  const refund = { orderId, paymentId: second, amount: 300, reason: 'cold' }
  house.do('fay', 'payment.refund', refund, { approvedBy: 'mo' as StaffId })
  expect(takings()).toBe(500)
  house.do('fay', 'cash.close', { shiftId, counted: [] })
  house.do('fay', 'payment.correct', { orderId, paymentId: second, method: 'card' })
  expect(house.state.cashShifts.get(shiftId)).toMatchObject({ takings: 500, closed: { expected: 500 } })
  expect(violations(house)).toEqual([])
})

test('[BILL-8] what was carried over from yesterday is not checked out twice', () => {
  const house = new House()
  const orderId = house.send('ana', 't1', 'bread', 'bread')
  pay(house, 'ana', orderId, 100, 'cash')
  house.businessDate = '2026-05-09'
  house.now += 12 * 3_600_000
  house.do('system', 'day.roll', {})
  house.sendTo('ana', orderId, 'bread')
  pay(house, 'ana', orderId, 50, 'cash')
  house.do('ana', 'order.hand-over', { orderIds: [orderId], to: 'boris' as StaffId })
  const out = house.do('ana', 'staff.check-out', { staffId: 'ana' as StaffId, unsent: 0 })
  expect(eventOf(out, 'staff.checked-out')).toMatchObject({ sales: 300, cashHeld: 50, owed: 50 })
})

test('[BILL-8] a waiter checks out with sales, cash held, tips and what is owed; lines keep their seller', () => {
  const house = new House()
  const orderId = house.send('ana', 't1', 'bread', 'bread')
  house.sendTo('boris', orderId, 'bread')
  pay(house, 'ana', orderId, 500, 'cash', 100)
  pay(house, 'ana', orderId, 400, 'card', 60)
  expect(house.ask('ana', 'staff.check-out', { staffId: 'ana' as StaffId, unsent: 0 })).toMatchObject({
    error: { code: 'open-tables', details: { orderIds: [orderId] } },
  })
  house.do('ana', 'order.hand-over', { orderIds: [orderId], to: 'boris' as StaffId })
  expect(house.refusal('boris', 'staff.check-out', { staffId: 'ana' as StaffId, unsent: 0 })).toBe('not-permitted')
  expect(house.refusal('fay', 'staff.check-out', { staffId: 'ana' as StaffId, unsent: 0 })).toBe('accepted')
  expect(house.refusal('ana', 'staff.check-out', { staffId: 'ana' as StaffId, unsent: 2 })).toBe('unsent-orders')
  const out = eventOf(house.do('ana', 'staff.check-out', { staffId: 'ana' as StaffId, unsent: 0 }), 'staff.checked-out')
  expect(out).toMatchObject({ sales: 600, cashHeld: 600, tips: 160, owed: 440 })
  house.do('fay', 'order.close', { orderId })
  const boris = house.do('boris', 'staff.check-out', { staffId: 'boris' as StaffId, unsent: 0 })
  expect(eventOf(boris, 'staff.checked-out')).toMatchObject({ sales: 300, cashHeld: 0, tips: 0, owed: 0 })
  expect(violations(house)).toEqual([])
})

test('[BILL-8] a tip in cash stays with who got it, also when the rest goes into a drawer', () => {
  const house = new House()
  house.do('fay', 'cash.open', { float: 0 })
  const orderId = house.send('ana', 't1', 'bread', 'bread')
  pay(house, 'fay', orderId, 300, 'cash', 50)
  pay(house, 'fay', orderId, 300, 'card', 20)
  const out = house.do('fay', 'staff.check-out', { staffId: 'fay' as StaffId, unsent: 0 })
  // the house owes the tip that came by card, and no more
  expect(eventOf(out, 'staff.checked-out')).toMatchObject({ cashHeld: 50, tips: 70, owed: -20 })
})

test('[BILL-8] [BILL-6] cash given back comes out of the drawer or the purse of who gave it, and out of one of them always', () => {
  const house = new House()
  house.do('fay', 'cash.open', { float: 1000 })
  const orderId = house.send('ana', 't1', 'bread', 'bread')
  pay(house, 'fay', orderId, 300, 'cash')
  pay(house, 'ana', orderId, 300, 'cash')
  const [toDrawer, toPurse] = house.order(orderId).payments ?? []
  if (toDrawer === undefined || toPurse === undefined) throw new Error('two payments')
  const refund = (who: string, paymentId: typeof toDrawer.id, amount: number) =>
    house.do(
      who,
      'payment.refund',
      { orderId, paymentId, amount, reason: 'wrong-dish' },
      { approvedBy: 'mo' as StaffId },
    )
  // the manager has no drawer: out of the own pocket; the cashier gives back what a purse took: out of the drawer
  refund('mo', toDrawer.id, 100)
  refund('fay', toPurse.id, 50)
  const takings = house.state.cashShifts.sorted().map(([, shift]) => shift.takings)
  const held = (who: string) => checkOutOf(house.state, who as StaffId).cashHeld
  expect(takings).toEqual([250])
  expect([held('mo'), held('fay'), held('ana')]).toEqual([-100, 0, 300])
  // all that was taken less all that was given back
  expect(takings.reduce((sum, one) => sum + one, 0) + held('mo') + held('fay') + held('ana')).toBe(600 - 150)
  expect(violations(house)).toEqual([])
})
