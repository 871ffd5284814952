// PAID or UNPAID is told to rooms that see no money, so it is said by an event of its own whenever anything but a payment
// changes it: another dish, a void, a discount, a refund. Only orders with payments have a mark to change.
import type { OrderId } from '../model/ids.ts'
import { billOf } from './bill.ts'
import type { Context } from './decision.ts'
import { orderIdsOf } from './event-orders.ts'
import type { DomainEvent } from './events.ts'
import { evolve } from './evolve.ts'
import type { State } from './state.ts'

const hasPayments = (state: State, orderId: OrderId): boolean => (state.orders.get(orderId)?.payments?.length ?? 0) > 0

/** The orders whose mark may have become wrong. Whoever holds no payments decides nothing about them. */
function suspects(state: State, events: readonly DomainEvent[]): OrderId[] {
  const found = new Set<OrderId>()
  for (const event of events) {
    for (const orderId of orderIdsOf(event)) if (hasPayments(state, orderId)) found.add(orderId)
  }
  // a merge brings the payments of one order to another
  for (const event of events) if (event.type === 'order.merged' && found.has(event.orderId)) found.add(event.into)
  return [...found]
}

/** What was decided, and whether it leaves an order paid. */
export function withPaidMarks(state: State, events: readonly DomainEvent[], context: Context): readonly DomainEvent[] {
  const orderIds = suspects(state, events)
  if (orderIds.length === 0) return events
  let after = state
  for (const event of events) {
    after = evolve(after, { seq: after.seq + 1, at: context.now, businessDate: context.businessDate, event })
  }
  const marks = orderIds.flatMap((orderId): DomainEvent[] => {
    const order = after.orders.get(orderId)
    if (order === undefined || order.status !== 'open') return []
    const { paid, balance } = billOf(order, after.catalog)
    const isPaid = paid > 0 && balance <= 0
    return isPaid === order.paid ? [] : [{ type: 'order.paid-set', orderId, paid: isPaid }]
  })
  return marks.length === 0 ? events : [...events, ...marks]
}
