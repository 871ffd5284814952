// What a command names, found or refused by name. Old names of orders and moved lines are followed.
import type { LineId, OrderId, StaffId, TicketId } from '../model/ids.ts'
import type { Line, Order } from '../model/order.ts'
import type { Ticket } from '../model/ticket.ts'
import { homeOfLine, resolveOrderId } from './aliases.ts'
import { type Context, ok, type Result, refuse } from './decision.ts'
import { type DomainError, error } from './errors.ts'
import type { State } from './state.ts'

export const findOrder = (state: State, orderId: OrderId): Result<Order, DomainError> => {
  const order = state.orders.get(resolveOrderId(state, orderId))
  return order === undefined ? refuse(error('order-not-found', { orderId })) : ok(order)
}

export const findOpenOrder = (state: State, orderId: OrderId): Result<Order, DomainError> => {
  const found = findOrder(state, orderId)
  if (found.ok && found.value.status !== 'open') return refuse(error('order-closed', { orderId: found.value.id }))
  return found
}

export type FoundLine = { readonly order: Order; readonly line: Line }

export const lineOf = (order: Order, lineId: LineId): Line | undefined => {
  for (const line of order.lines) if (line.id === lineId) return line
  return undefined
}

export const findLine = (state: State, orderId: OrderId, lineId: LineId): Result<FoundLine, DomainError> => {
  const found = findOpenOrder(state, homeOfLine(state, orderId, lineId))
  if (!found.ok) return found
  const line = lineOf(found.value, lineId)
  return line === undefined ? refuse(error('line-not-found', { lineId })) : ok({ order: found.value, line })
}

export type FoundTicket = { readonly order: Order; readonly ticket: Ticket }

/** A ticket outlives the closing of its order: prepaid takeaway is cooked after it was paid. */
export const findTicket = (state: State, ticketId: TicketId): Result<FoundTicket, DomainError> => {
  const ticket = state.tickets.get(ticketId)
  if (ticket === undefined) return refuse(error('ticket-not-found', { ticketId }))
  const order = state.orders.get(ticket.orderId)
  return order === undefined ? refuse(error('order-not-found', { orderId: ticket.orderId })) : ok({ order, ticket })
}

export const findOpenTicket = (state: State, ticketId: TicketId): Result<FoundTicket, DomainError> => {
  const found = findTicket(state, ticketId)
  if (found.ok && found.value.ticket.status !== 'open') return refuse(error('ticket-not-open', { ticketId }))
  return found
}

/** The person who asks, where there must be one: what the server or a guest asks comes by other commands. */
export const personOf = (context: Context): StaffId => {
  if (context.asker.kind !== 'staff') throw new Error(`a person must ask this, not ${context.asker.kind}`)
  return context.asker.staffId
}

export const personIfAny = (context: Context): { by?: StaffId } =>
  context.asker.kind === 'staff' ? { by: context.asker.staffId } : {}
