// Tables, orders and people change places (ORD-12): headers change where they are, nothing is fired again.
import type { OrderId, TableId } from '../../model/ids.ts'
import type { Order } from '../../model/order.ts'
import { type Decider, type Decision, ok, refuse } from '../decision.ts'
import { error } from '../errors.ts'
import type { DomainEvent } from '../events.ts'
import { findOpenOrder, personOf } from '../find.ts'
import { openTicketIds, ticketsOf } from '../order-tickets.ts'
import { seatShift } from '../seats.ts'
import type { State } from '../state.ts'
import { Story } from '../story.ts'
import type { DeciderTable } from './decider-table.ts'
import { moveBetween } from './lines-move.ts'

export const openOrdersAt = (state: State, tableId: TableId): OrderId[] => [
  ...(state.tables.get(tableId)?.orderIds ?? []),
]

const mergeOf = (state: State, order: Order, into: Order, now: number): DomainEvent => ({
  type: 'order.merged',
  orderId: order.id,
  into: into.id,
  at: now,
  lineIds: order.lines.map((line) => line.id),
  allergyIds: order.allergies.map((allergy) => allergy.id),
  seatShift: seatShift(order, into),
  covers: order.covers,
  ticketIds: ticketsOf(state, order).map((ticket) => ticket.id),
  warned: order.allergies.length === 0 ? [] : openTicketIds(state, into),
})

const moveOrder: Decider<'order.move'> = (state, command, context) => {
  const { orderId, tableId, joining } = command.args
  const found = findOpenOrder(state, orderId)
  if (!found.ok) return found
  const order = found.value
  const table = state.catalog.tables[tableId]
  if (table === undefined) return refuse(error('table-not-found', { tableId }))
  if (order.tableId === tableId) return ok([])
  const present = openOrdersAt(state, tableId)
  const first = present[0] && state.orders.get(present[0])
  if (first !== undefined && joining === undefined)
    return refuse(error('table-occupied', { tableId, orderIds: present }))
  if (first !== undefined && joining === 'join') return ok([mergeOf(state, order, first, context.now)])
  return ok([
    {
      type: 'order.moved',
      orderId: order.id,
      tableId,
      areaId: table.areaId,
      ticketIds: openTicketIds(state, order),
    },
  ])
}

const merge: Decider<'order.merge'> = (state, command, context) => {
  const from = findOpenOrder(state, command.args.orderId)
  if (!from.ok) return from
  const into = findOpenOrder(state, command.args.into)
  if (!into.ok) return into
  if (from.value.id === into.value.id) return refuse(error('same-order', { orderId: into.value.id }))
  return ok([mergeOf(state, from.value, into.value, context.now)])
}

/** What lies in the joined order and came from the other one. */
const linesFrom = (order: Order, from: OrderId): { lineId: Order['lines'][number]['id']; seat?: number }[] =>
  order.lines.flatMap((line) => {
    const last = line.origins?.[line.origins.length - 1]
    if (last?.orderId !== from) return []
    return [{ lineId: line.id, ...(last.seat === undefined ? {} : { seat: last.seat }) }]
  })

const unmerge: Decider<'order.unmerge'> = (state, command, context): Decision => {
  const found = findOpenOrder(state, command.args.orderId)
  if (!found.ok) return found
  const order = found.value
  const { from } = command.args
  const mark = order.merges.find((merged) => merged.fromOrderId === from)
  if (mark === undefined || !state.orders.has(from)) return refuse(error('order-not-found', { orderId: from }))
  const limit = state.catalog.settings.thresholds.unmerge
  if (context.now - mark.at > limit * 1000) return refuse(error('unmerge-too-late', { limit }))
  const paidSince = order.payments?.some((payment) => payment.at >= mark.at && !mark.paymentIds?.includes(payment.id))
  if (paidSince === true) return refuse(error('part-already-paid', { orderId: order.id }))
  const story = new Story(state, context)
  const moves = linesFrom(order, from)
  story.tell({ type: 'order.unmerged', orderId: order.id, from, by: personOf(context) })
  if (moves.length > 0) moveBetween(story, order.id, from, moves, command.id, 'return')
  return story.decision()
}

export const orderMovingDeciders: DeciderTable<'order.move' | 'order.merge' | 'order.unmerge'> = {
  'order.move': moveOrder,
  'order.merge': merge,
  'order.unmerge': unmerge,
}
