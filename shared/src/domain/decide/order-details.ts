// What stands in an order's header: covers, note, promised time, waiter.
import type { Order } from '../../model/order.ts'
import { type Decider, ok, refuse } from '../decision.ts'
import { error } from '../errors.ts'
import type { DomainEvent, EventOf } from '../events.ts'
import { findOpenOrder, personOf } from '../find.ts'
import { openTicketIds } from '../order-tickets.ts'
import { firePromised } from './course-fire.ts'
import type { DeciderTable } from './decider-table.ts'

/** The covers that decide the service charge stay what they were for an order that was split (BILL-10). */
const serviceCovers = (order: Order, covers: number): number =>
  order.service === undefined || order.coversAssumed || order.service.covers === order.covers
    ? covers
    : order.service.covers

const setCovers: Decider<'order.set-covers'> = (state, command) => {
  const found = findOpenOrder(state, command.args.orderId)
  if (!found.ok) return found
  const order = found.value
  const { covers } = command.args
  if (order.covers === covers && !order.coversAssumed) return ok([])
  const event: DomainEvent = {
    type: 'order.covers-set',
    orderId: order.id,
    covers,
    serviceCovers: serviceCovers(order, covers),
  }
  return ok([event])
}

const setNote: Decider<'order.note'> = (state, command) => {
  const found = findOpenOrder(state, command.args.orderId)
  if (!found.ok) return found
  const order = found.value
  const { note } = command.args
  if ((order.note ?? null) === note) return ok([])
  return ok([{ type: 'order.noted', orderId: order.id, note, ticketIds: openTicketIds(state, order) }])
}

const setPromise: Decider<'order.promise'> = (state, command, context) => {
  const found = findOpenOrder(state, command.args.orderId)
  if (!found.ok) return found
  const order = found.value
  const { promisedAt } = command.args
  if ((order.promisedAt ?? null) === promisedAt) return ok([])
  const promised: DomainEvent = { type: 'order.promised', orderId: order.id, promisedAt }
  // as soon as possible means now
  return ok(promisedAt === null ? [promised, ...firePromised(state, order, command.id, context.now)] : [promised])
}

const handOver: Decider<'order.hand-over'> = (state, command) => {
  const { orderIds, to } = command.args
  if (state.catalog.people[to]?.active !== true) return refuse(error('person-not-found', { staffId: to }))
  const events: EventOf<'order.handed-over'>[] = []
  for (const orderId of orderIds) {
    const found = findOpenOrder(state, orderId)
    if (!found.ok) return found
    const order = found.value
    if (order.waiterId === to || events.some((event) => event.orderId === order.id)) continue
    events.push({ type: 'order.handed-over', orderId: order.id, to, from: order.waiterId })
  }
  return ok(events)
}

const dismissRound: Decider<'round.dismiss'> = (state, command, context) => {
  const { roundId } = command.args
  if (!state.refusedRounds.has(roundId)) return refuse(error('round-not-found', { roundId }))
  return ok([{ type: 'round.dismissed', roundId, by: personOf(context) }])
}

export const orderDetailDeciders: DeciderTable<
  'order.set-covers' | 'order.note' | 'order.promise' | 'order.hand-over' | 'round.dismiss'
> = {
  'order.set-covers': setCovers,
  'order.note': setNote,
  'order.promise': setPromise,
  'order.hand-over': handOver,
  'round.dismiss': dismissRound,
}
