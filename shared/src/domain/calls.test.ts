import { expect, test } from 'vitest'
import type { TableId } from '../model/ids.ts'
import { eventOf, House } from './testing/house.ts'
import { violations } from './testing/lawful.ts'

const tableId = 't1' as TableId
const raise = (house: House, kind: 'waiter' | 'bill' | 'water' = 'waiter') =>
  eventOf(house.do('guest', 'call.raise', { tableId, kind }), 'call.raised').call

test('[CALL-1] a guest calls for a waiter, for water, or for the bill with how they will pay', () => {
  const house = new House()
  const orderId = house.send('ana', 't1', 'bread')
  const events = house.do('guest', 'call.raise', { tableId, kind: 'bill', payBy: 'card' })
  expect(eventOf(events, 'call.raised').call).toMatchObject({ tableId, orderId, kind: 'bill', payBy: 'card', reach: 0 })
  expect(eventOf(events, 'bill.asked')).toEqual({ type: 'bill.asked', orderId })
  expect(house.order(orderId).billAsked).toBe(true)
  raise(house, 'water')
  raise(house, 'waiter')
  expect(house.refusal('guest', 'call.raise', { tableId: 'gone' as TableId, kind: 'water' })).toBe('table-not-found')
  expect(violations(house)).toEqual([])
})

test('[CALL-2] the first to take a call owns it', () => {
  const house = new House()
  const { id: callId } = raise(house)
  expect(eventOf(house.do('ana', 'call.take', { callId }), 'call.taken')).toMatchObject({ by: 'ana', at: house.now })
  expect(house.do('ana', 'call.take', { callId })).toEqual([])
  expect(house.ask('boris', 'call.take', { callId })).toMatchObject({
    error: { code: 'already-taken', details: { by: 'ana' } },
  })
  house.wait(30)
  const resolved = eventOf(house.do('ana', 'call.resolve', { callId }), 'call.resolved')
  expect(resolved).toMatchObject({ by: 'ana', cancelled: false, raisedAt: house.now - 30_000 })
  expect(house.refusal('boris', 'call.take', { callId })).toBe('already-answered')
  expect(house.do('boris', 'call.resolve', { callId })).toEqual([])
  expect(house.refusal('ana', 'call.take', { callId: 'x' as never })).toBe('call-not-found')
  expect(violations(house)).toEqual([])
})

test('[CALL-3] one open call per kind and table, then 120 s of quiet; a call from an unseated table has no party', () => {
  const house = new House()
  const call = raise(house)
  expect(call).not.toHaveProperty('orderId')
  house.wait(500)
  expect(house.refusal('guest', 'call.raise', { tableId, kind: 'waiter' })).toBe('call-already-open')
  expect(house.refusal('guest', 'call.raise', { tableId: 't2' as TableId, kind: 'waiter' })).toBe('accepted')
  house.do('ana', 'call.resolve', { callId: call.id })
  const again = raise(house)
  house.do('guest', 'call.cancel', { callId: again.id })
  house.wait(119)
  expect(house.ask('guest', 'call.raise', { tableId, kind: 'waiter' })).toMatchObject({
    error: { code: 'call-cooling-down', details: { until: again.at + 120_000 } },
  })
  expect(house.refusal('guest', 'call.raise', { tableId, kind: 'water' })).toBe('accepted')
  house.wait(1)
  expect(house.refusal('guest', 'call.raise', { tableId, kind: 'waiter' })).toBe('accepted')
})

test('[CALL-3] the quiet after a call ends with the party: whoever sits down next may call at once', () => {
  const house = new House()
  const first = house.send('ana', 't1', 'bread')
  house.do('guest', 'call.raise', { tableId, kind: 'waiter' })
  house.do('fay', 'payment.record', { orderId: first, part: { kind: 'rest' }, method: 'card' })
  house.do('fay', 'order.close', { orderId: first })
  house.do('ana', 'table.clear', { tableId })
  house.wait(30)
  house.send('boris', 't1', 'soup')
  expect(house.refusal('guest', 'call.raise', { tableId, kind: 'waiter' })).toBe('accepted')
})

test('[CALL-4] what nobody takes goes to the area’s waiters, then to the front; never back, and not once it is taken', () => {
  const house = new House()
  const { id: callId } = raise(house)
  const reach = () => house.state.calls.get(callId)?.reach
  house.do('system', 'call.escalate', { callId, reach: 1 })
  expect(reach()).toBe(1)
  house.do('system', 'call.escalate', { callId, reach: 2 })
  expect(house.do('system', 'call.escalate', { callId, reach: 1 })).toEqual([])
  expect(reach()).toBe(2)
  house.do('ana', 'call.take', { callId })
  const other = raise(house, 'water').id
  house.do('boris', 'call.take', { callId: other })
  expect(house.do('system', 'call.escalate', { callId: other, reach: 1 })).toEqual([])
  expect(house.refusal('ana', 'call.escalate', { callId, reach: 1 })).toBe('not-permitted')
  expect(violations(house)).toEqual([])
})
