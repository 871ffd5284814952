import { expect, test } from 'vitest'
import type { OrderId, StaffId } from '../model/ids.ts'
import { billOf } from './bill.ts'
import { eventOf, House } from './testing/house.ts'
import { violations } from './testing/lawful.ts'

const approvedBy = 'mo' as StaffId
const payAll = (house: House, orderId: OrderId) =>
  house.do('fay', 'payment.record', { orderId, part: { kind: 'rest' }, method: 'card' })
const bump = (house: House, stationId: string) =>
  house.do('carla', 'ticket.bump', { ticketId: house.ticket(stationId).id })

/** A cola on the bar's screen, a soup on the grill's, a steak that waits for its course. */
const table = () => {
  const house = new House()
  return { house, orderId: house.send('ana', 't1', 'cola', 'soup', 'steak') }
}

test('[BILL-5] full payment is never refused for the kitchen’s state; still coming stays open, and paid', () => {
  const { house, orderId } = table()
  payAll(house, orderId)
  expect(house.order(orderId)).toMatchObject({ status: 'open', paid: true })
  expect(violations(house)).toEqual([])
})

test('[BILL-5] closing lists what is not ready, by name and where it is, until somebody says what became of it', () => {
  const { house, orderId } = table()
  bump(house, 'bar')
  payAll(house, orderId)
  expect(house.ask('fay', 'order.close', { orderId })).toMatchObject({
    error: {
      code: 'unready-lines',
      details: {
        lines: [
          { name: { en: 'soup' }, status: 'fired' },
          { name: { en: 'steak' }, status: 'held' },
        ],
      },
    },
  })
  // what was never fired cannot have been eaten
  expect(house.ask('fay', 'order.close', { orderId, unready: 'served' })).toMatchObject({
    error: { code: 'unready-lines', details: { lines: [{ name: { en: 'steak' } }] } },
  })
})

test('[BILL-5] closing marks ready lines served, and with "served" those that are still being made; their tickets end', () => {
  const house = new House()
  const orderId = house.send('ana', 't1', 'cola', 'soup')
  bump(house, 'bar')
  payAll(house, orderId)
  const events = house.do('fay', 'order.close', { orderId, unready: 'served' })
  const order = house.order(orderId)
  expect(order.status).toBe('closed')
  expect(order.lines.map((line) => line.status)).toEqual(['served', 'served'])
  expect(eventOf(events, 'order.closed').served).toEqual(order.lines.map((line) => line.id))
  expect(house.ticket('grill').status).toBe('bumped')
  expect(house.state.tables.get(order.tableId as never)).toEqual({ orderIds: [], toClear: true })
  expect(violations(house)).toEqual([])
})

test('[BILL-5] closing with "void" takes what was not made off the bill, each line by the rules of a void', () => {
  const { house, orderId } = table()
  bump(house, 'bar')
  const closing = { orderId, unready: 'void' as const, approvalReason: 'closing time' }
  expect(house.refusal('fay', 'order.close', { orderId, unready: 'void' })).toBe('nothing-asked')
  expect(house.refusal('fay', 'order.close', closing)).toBe('balance-open')
  house.do('fay', 'payment.record', { orderId, part: { kind: 'amount' }, method: 'card', amount: 350 })
  house.do('carla', 'ticket.start', { ticketId: house.ticket('grill').id })
  expect(house.refusal('fay', 'order.close', closing)).toBe('needs-approval')
  house.do('fay', 'order.close', closing, { approvedBy })
  const order = house.order(orderId)
  expect(order.lines.map((line) => line.status)).toEqual(['served', 'voided', 'voided'])
  expect(order.lines[1]?.voided).toMatchObject({ reason: 'closing time', by: 'fay', approvedBy: 'mo' })
  expect(order.closing).toMatchObject({ gross: 350, total: 350, paid: 350 })
  expect(violations(house)).toEqual([])
})

test('[BILL-5] an open balance is not closed, nor money that is owed back', () => {
  const house = new House()
  const orderId = house.send('ana', 't1', 'bread', 'bread')
  expect(house.ask('fay', 'order.close', { orderId })).toMatchObject({
    error: { code: 'balance-open', details: { balance: 600 } },
  })
  payAll(house, orderId)
  house.do('mo', 'line.void', { orderId, lineId: house.line(orderId, 'bread').id, reason: 'wrong' })
  expect(house.ask('fay', 'order.close', { orderId })).toMatchObject({
    error: { code: 'balance-open', details: { balance: -300 } },
  })
})

test('[BILL-5] reopening needs the permission, is logged with its reason, and brings the order back to its table', () => {
  const house = new House()
  const orderId = house.send('ana', 't1', 'bread')
  expect(house.refusal('mo', 'order.reopen', { orderId, reason: 'forgot' })).toBe('order-open')
  payAll(house, orderId)
  const closing = eventOf(house.do('fay', 'order.close', { orderId }), 'order.closed').closing
  expect(house.refusal('ana', 'order.reopen', { orderId, reason: 'forgot' })).toBe('needs-approval')
  const reopened = eventOf(
    house.do('ana', 'order.reopen', { orderId, reason: 'forgot' }, { approvedBy }),
    'order.reopened',
  )
  expect(reopened).toMatchObject({ by: 'ana', approvedBy: 'mo', reason: 'forgot', covers: 4, closing })
  expect(house.order(orderId).status).toBe('open')
  expect(house.state.tables.get('t1' as never)).toEqual({ orderIds: [orderId], toClear: false })
  house.sendTo('ana', orderId, 'bread')
  expect(billOf(house.order(orderId), house.state.catalog).balance).toBe(300)
  expect(violations(house)).toEqual([])
})

test('[REP-6] a walk-out needs an approval, is closed with what was not paid, and its tickets leave the kitchen', () => {
  const { house, orderId } = table()
  house.do('fay', 'payment.record', { orderId, part: { kind: 'amount' }, method: 'card', amount: 100 })
  expect(house.refusal('ana', 'order.walk-out', { orderId })).toBe('needs-approval')
  const gone = eventOf(house.do('ana', 'order.walk-out', { orderId }, { approvedBy }), 'order.walked-out')
  expect(gone).toMatchObject({ by: 'ana', approvedBy: 'mo', closing: { total: 3400, paid: 100 } })
  expect(house.order(orderId)).toMatchObject({ status: 'closed', walkOut: true, paid: false })
  expect(house.ticket('grill').status).toBe('withdrawn')
  expect(house.refusal('fay', 'payment.record', { orderId, part: { kind: 'rest' }, method: 'card' })).toBe(
    'order-closed',
  )
  expect(violations(house)).toEqual([])
})

test('[REP-6] what is paid in full is no walk-out', () => {
  const house = new House()
  const orderId = house.send('ana', 't1', 'bread')
  payAll(house, orderId)
  expect(house.refusal('mo', 'order.walk-out', { orderId })).toBe('nothing-to-pay')
})
