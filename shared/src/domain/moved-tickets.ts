// What becomes of tickets when lines go to another order: one whose every line goes goes along as it is, else it is cut.
import type { CommandId, LineId, TicketId } from '../model/ids.ts'
import type { Line, Order } from '../model/order.ts'
import type { TicketOpening } from './events/firing.ts'
import type { EventOf } from './events.ts'
import { ticketIdOf } from './firing.ts'
import { ticketsOfLines } from './order-tickets.ts'
import type { State } from './state.ts'

/** A line that goes, and the id that it, or the piece of it, has there. */
export type Moved = { line: Line; move: EventOf<'lines.moved'>['moves'][number]; id: LineId }

export type TicketsMoved = Pick<EventOf<'lines.moved'>, 'opened' | 'rehomed' | 'ticketIds'>

export const ticketsMoving = (
  state: State,
  from: Order,
  moved: readonly Moved[],
  commandId: CommandId,
): TicketsMoved => {
  const byLine = new Map(moved.map((one) => [one.line.id, one]))
  const opened: TicketOpening[] = []
  const rehomed: TicketId[] = []
  const ticketIds: TicketId[] = []
  for (const ticket of ticketsOfLines(
    state,
    moved.map(({ line }) => line),
  )) {
    if (ticket.orderId !== from.id || ticket.status === 'withdrawn') continue
    const going = ticket.entries.flatMap((entry) => byLine.get(entry.lineId) ?? [])
    if (going.length === 0) continue
    const whole = going.every(({ move }) => move.pieceId === undefined) && going.length === ticket.entries.length
    if (whole) {
      rehomed.push(ticket.id)
      continue
    }
    ticketIds.push(ticket.id)
    opened.push({
      ticketId: `${ticketIdOf(commandId, ticket.course, ticket.stationId)}.${opened.length}` as TicketId,
      course: ticket.course,
      stationId: ticket.stationId,
      ...(ticket.firedFor === undefined ? {} : { firedFor: ticket.firedFor }),
      firedAt: ticket.firedAt,
      rush: ticket.rush,
      remake: ticket.remake,
      lineIds: going.map(({ id }) => id),
      cutFrom: ticket.id,
    })
  }
  return { opened, rehomed, ticketIds }
}

/** Within one order the tickets stay whose they are. */
export const ticketsTouched = (state: State, moved: readonly Moved[]): TicketsMoved => {
  const tickets = ticketsOfLines(
    state,
    moved.map(({ line }) => line),
  )
  const ticketIds = tickets.filter((ticket) => ticket.status === 'open').map((ticket) => ticket.id)
  return { opened: [], rehomed: [], ticketIds }
}
