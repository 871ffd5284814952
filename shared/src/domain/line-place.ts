// Where a sent line is, as its waiter reads it (ORD-17). What only the tablet knows - draft, queued, refused - comes before that.
import type { Line } from '../model/order.ts'
import type { State } from './state.ts'

export type LinePlace =
  | 'asking'
  | 'held'
  | 'on-server'
  | 'on-screen'
  | 'printed'
  | 'started'
  | 'ready'
  | 'served'
  | 'voided'
  | 'taken-back'

/** Fired: on the server until every station has it on a glass or on paper. */
const firedPlace = (state: State, line: Line): LinePlace => {
  let place: LinePlace = 'on-screen'
  for (const ticketId of line.ticketIds) {
    const ticket = state.tickets.get(ticketId)
    if (ticket === undefined || ticket.status !== 'open') continue
    if (ticket.confirmed < ticket.version) return 'on-server'
    if (ticket.confirmedBy === undefined) place = 'printed'
  }
  return place
}

export const linePlace = (state: State, line: Line): LinePlace =>
  line.status === 'fired' ? firedPlace(state, line) : line.status
