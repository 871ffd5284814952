// Part of a line's quantity becomes a line of its own beside it, on the same tickets.
import type { LineId } from '../../model/ids.ts'
import type { Line, Order } from '../../model/order.ts'
import type { Ticket, TicketEntry } from '../../model/ticket.ts'
import type { State } from '../state.ts'
import { updateTickets } from './update.ts'

export type Piece = { readonly lineId: LineId; readonly quantity: number }

const cutLine = (line: Line, piece: Piece): [Line, Line] => [
  { ...line, quantity: line.quantity - piece.quantity },
  { ...line, id: piece.lineId, quantity: piece.quantity },
]

const withEntry = (ticket: Ticket, lineId: LineId, piece: Piece): Ticket => ({
  ...ticket,
  entries: ticket.entries.flatMap((entry): TicketEntry[] =>
    entry.lineId === lineId ? [entry, { ...entry, lineId: piece.lineId }] : [entry],
  ),
})

/** The order with the piece cut off, and the state whose tickets know it. `order` is not filed yet. */
export const cutPiece = (state: State, order: Order, lineId: LineId, piece: Piece): { state: State; order: Order } => {
  const line = order.lines.find((other) => other.id === lineId)
  if (line === undefined) return { state, order }
  const lines = order.lines.flatMap((other) => (other.id === lineId ? cutLine(other, piece) : [other]))
  const pickups = order.pickups.map((pickup) =>
    pickup.lineIds.includes(lineId) ? { ...pickup, lineIds: [...pickup.lineIds, piece.lineId] } : pickup,
  )
  return {
    state: updateTickets(state, line.ticketIds, (ticket) => withEntry(ticket, lineId, piece)),
    order: { ...order, lines, pickups },
  }
}
