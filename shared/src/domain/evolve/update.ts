// How evolvers touch one entity and share all the rest. What is not there is left alone: a room may not have it.
import type { LineId, OrderId, TicketId } from '../../model/ids.ts'
import type { Line, LineStatus, Order, Pickup } from '../../model/order.ts'
import type { Ticket } from '../../model/ticket.ts'
import type { Adjusted } from '../events/worth.ts'
import type { Recorded } from '../events.ts'
import type { State } from '../state.ts'

export const updateOrder = (state: State, orderId: OrderId, change: (order: Order) => Order): State => {
  const order = state.orders.get(orderId)
  return order === undefined ? state : { ...state, orders: state.orders.set(orderId, change(order)) }
}

export const updateLine = (order: Order, lineId: LineId, change: (line: Line) => Line): Order => ({
  ...order,
  lines: order.lines.map((line) => (line.id === lineId ? change(line) : line)),
})

export const updateLines = (order: Order, lineIds: readonly LineId[], change: (line: Line) => Line): Order => {
  if (lineIds.length === 0) return order
  const ids = new Set(lineIds)
  return { ...order, lines: order.lines.map((line) => (ids.has(line.id) ? change(line) : line)) }
}

/** Discounts and comps as they stand after a line's worth changed. */
export const withAdjusted = (order: Order, adjusted: Adjusted | undefined): Order =>
  adjusted === undefined || order.adjustments === undefined ? order : { ...order, adjustments: adjusted.adjustments }

export const updateTickets = (
  state: State,
  ticketIds: readonly TicketId[],
  change: (ticket: Ticket) => Ticket,
): State => {
  let tickets = state.tickets
  for (const ticketId of ticketIds) {
    const ticket = tickets.get(ticketId)
    if (ticket !== undefined) tickets = tickets.set(ticketId, change(ticket))
  }
  return tickets === state.tickets ? state : { ...state, tickets }
}

/** A change that a cook must see (KDS-13). While an allergy stands it asks to be acknowledged again (KDS-19). */
export const raised = (ticket: Ticket, recorded: Recorded, hasAllergy: boolean): Ticket => ({
  ...ticket,
  version: recorded.seq,
  changedAt: recorded.at,
  allergyVersion: hasAllergy ? recorded.seq : ticket.allergyVersion,
})

/** A change of the header alone: seen, but nothing about an allergy is new. */
export const headerRaised = (ticket: Ticket, recorded: Recorded): Ticket => raised(ticket, recorded, false)

const without = (line: Line, ...keys: ('startedAt' | 'readyAt' | 'firedAt')[]): Line => {
  const copy = { ...line }
  for (const key of keys) delete copy[key]
  return copy
}

/** A line in its new status, with the moment at which it came there. */
export const inStatus = (line: Line, status: LineStatus, at: number): Line => {
  switch (status) {
    case 'asking':
    case 'held':
      return { ...without(line, 'firedAt', 'startedAt', 'readyAt'), status, ticketIds: [] }
    case 'fired':
      return { ...without(line, 'startedAt', 'readyAt'), status, firedAt: at }
    case 'started':
      return { ...without(line, 'readyAt'), status, startedAt: line.startedAt ?? at }
    case 'ready':
      return { ...line, status, readyAt: at }
    case 'served':
      return { ...line, status, firedAt: line.firedAt ?? at, servedAt: at }
    case 'voided':
    case 'taken-back':
      return { ...line, status }
    default:
      return status satisfies never
  }
}

/** Steps that the kitchen took. What is not ready any more is nobody's to fetch. */
export const withSteps = (
  order: Order,
  steps: readonly { lineId: LineId; status: LineStatus }[],
  at: number,
): Order => {
  if (steps.length === 0) return order
  const lines = order.lines.map((line) => {
    const step = steps.find((other) => other.lineId === line.id)
    return step === undefined ? line : inStatus(line, step.status, at)
  })
  const gone = steps.filter((step) => step.status !== 'ready').map((step) => step.lineId)
  return withoutPickups({ ...order, lines }, gone)
}

/** One more call to fetch dishes. Two of one course in one moment are one call. */
export const withPickup = (pickups: readonly Pickup[], added: Pickup): Pickup[] => {
  const same = (pickup: Pickup): boolean => pickup.course === added.course && pickup.readyAt === added.readyAt
  if (!pickups.some(same)) return [...pickups, added]
  return pickups.map((pickup) =>
    same(pickup) ? { ...pickup, lineIds: [...new Set([...pickup.lineIds, ...added.lineIds])] } : pickup,
  )
}

/** Calls to fetch dishes without these lines; a call for nothing is over. */
export const withoutPickups = (order: Order, lineIds: readonly LineId[]): Order => {
  if (order.pickups.length === 0 || lineIds.length === 0) return order
  const gone = new Set(lineIds)
  const pickups = order.pickups
    .map((pickup) => ({ ...pickup, lineIds: pickup.lineIds.filter((lineId) => !gone.has(lineId)) }))
    .filter((pickup) => pickup.lineIds.length > 0)
  return { ...order, pickups }
}
