// What a station's screen shows, and in which order (KDS-2, KDS-8): rushed and remade tickets first, then the oldest fired.
import type { StationId } from '../model/ids.ts'
import type { Ticket } from '../model/ticket.ts'
import { linesToRecall, recallLimits } from './recall-limits.ts'
import type { State } from './state.ts'

const isUrgent = (ticket: Ticket): boolean => ticket.rush || ticket.remake

const byUrgencyThenAge = (a: Ticket, b: Ticket): number =>
  Number(isUrgent(b)) - Number(isUrgent(a)) || a.firedAt - b.firedAt || (a.id < b.id ? -1 : 1)

/** The open tickets of one or several stations. */
export const ticketQueue = (state: State, stationIds: readonly StationId[]): Ticket[] =>
  [...state.tickets.values()]
    .filter((ticket) => ticket.status === 'open' && stationIds.includes(ticket.stationId))
    .sort(byUrgencyThenAge)

/** What can still be recalled here, newest first (KDS-5). */
export const recallable = (state: State, stationIds: readonly StationId[], now: number): Ticket[] =>
  [...state.tickets.values()]
    .filter((ticket) => ticket.status === 'bumped' && now - (ticket.bumpedAt ?? 0) <= recallLimits.seconds * 1000)
    .sort((a, b) => (b.bumpedAt ?? 0) - (a.bumpedAt ?? 0) || (a.id < b.id ? -1 : 1))
    .slice(0, recallLimits.tickets)
    .filter((ticket) => {
      const order = state.orders.get(ticket.orderId)
      return stationIds.includes(ticket.stationId) && order !== undefined && linesToRecall(order, ticket).length > 0
    })
