// An order's tickets, found through its lines: what a header change, an allergy or a rush touches.
import type { TicketId } from '../model/ids.ts'
import type { Line, Order } from '../model/order.ts'
import type { Ticket } from '../model/ticket.ts'
import type { State } from './state.ts'

/** Of these lines, each ticket once, in the order in which they fired. */
export const ticketsOfLines = (state: State, lines: readonly Line[]): Ticket[] => {
  const found = new Map<TicketId, Ticket>()
  for (const line of lines) {
    for (const ticketId of line.ticketIds) {
      const ticket = found.has(ticketId) ? undefined : state.tickets.get(ticketId)
      if (ticket !== undefined) found.set(ticketId, ticket)
    }
  }
  return [...found.values()]
}

/** A line that was taken back still names its ticket, which may have gone to another order with the lines that stand on it. */
export const ticketsOf = (state: State, order: Order): Ticket[] =>
  ticketsOfLines(state, order.lines).filter((ticket) => ticket.orderId === order.id)

export const openTicketIds = (state: State, order: Order): TicketId[] =>
  ticketsOf(state, order)
    .filter((ticket) => ticket.status === 'open')
    .map((ticket) => ticket.id)

/** The running tickets that a line stands on. */
export const openTicketsOfLine = (state: State, line: Line): TicketId[] =>
  line.ticketIds.filter((ticketId) => state.tickets.get(ticketId)?.status === 'open')
