// Files lines that went from one order to another, with their tickets, calls and shares.
import type { LineId, OrderId } from '../../model/ids.ts'
import type { Line, Order, Pickup } from '../../model/order.ts'
import type { Ticket } from '../../model/ticket.ts'
import { withCourses } from '../courses.ts'
import type { TicketOpening } from '../events/firing.ts'
import type { EventOf, Recorded } from '../events.ts'
import type { State } from '../state.ts'
import type { EvolverTable } from './evolver.ts'
import { cutPiece } from './pieces.ts'
import { headerRaised, raised, updateLine, updateTickets, withoutPickups, withPickup } from './update.ts'

type LinesMoved = EventOf<'lines.moved'>
type Move = LinesMoved['moves'][number]

const idOf = (move: Move): LineId => move.pieceId ?? move.lineId

const seated = (line: Line, seat: number | null): Line => {
  const { seat: _old, ...rest } = line
  return seat === null ? rest : { ...rest, seat }
}

const movedLine = (from: Order, line: Line, move: Move, event: LinesMoved): Line => {
  const { sharedBy: _shares, ...kept } = line
  const id = idOf(move)
  const cut = new Map(
    event.opened.filter((opening) => opening.lineIds.includes(id)).map((one) => [one.cutFrom, one.ticketId]),
  )
  const origin = {
    orderId: from.id,
    ...(event.origin.tableId === undefined ? {} : { tableId: event.origin.tableId }),
    ...(line.seat === undefined ? {} : { seat: line.seat }),
  }
  const moved = { ...kept, id, quantity: move.quantity, origins: [...(line.origins ?? []), origin] }
  return { ...seated(moved, move.seat), ticketIds: line.ticketIds.map((ticketId) => cut.get(ticketId) ?? ticketId) }
}

/** Dishes that stand ready are still somebody's to fetch. */
const pickupsMoved = (from: Order, moves: readonly Move[]): Pickup[] =>
  from.pickups.flatMap((pickup) => {
    const lineIds = moves.filter((move) => pickup.lineIds.includes(move.lineId)).map(idOf)
    return lineIds.length === 0 ? [] : [{ ...pickup, lineIds }]
  })

const withLines = (from: Order, to: Order, event: LinesMoved): Order => {
  const lines = event.moves.flatMap((move) => {
    const line = from.lines.find((other) => other.id === move.lineId)
    return line === undefined ? [] : [movedLine(from, line, move, event)]
  })
  const known = new Set(to.rounds.map((round) => round.id))
  const rounds = from.rounds.filter((round) => !known.has(round.id) && lines.some((line) => line.roundId === round.id))
  return {
    ...to,
    lines: [...to.lines, ...lines],
    rounds: [...to.rounds, ...rounds],
    allergies: [...to.allergies, ...event.allergies],
    courses: withCourses(to.courses, event.courses),
    pickups: pickupsMoved(from, event.moves).reduce(withPickup, to.pickups),
    ...(event.adjustments === undefined || to.adjustments === undefined ? {} : { adjustments: event.adjustments.to }),
  }
}

const withoutMoved = (from: Order, event: LinesMoved): Order => {
  const whole = event.moves.filter((move) => move.pieceId === undefined).map((move) => move.lineId)
  const gone = new Set(whole)
  const lines = from.lines
    .filter((line) => !gone.has(line.id))
    .map((line) => {
      const cut = event.moves.find((move) => move.lineId === line.id)
      return cut === undefined ? line : { ...line, quantity: line.quantity - cut.quantity }
    })
  return {
    ...withoutPickups(from, whole),
    lines,
    ...(event.adjustments === undefined || from.adjustments === undefined
      ? {}
      : { adjustments: event.adjustments.from }),
  }
}

const cutTicket = (
  source: Ticket,
  opening: TicketOpening,
  event: LinesMoved,
  recorded: Recorded,
  to: Order,
): Ticket => ({
  ...raised(source, recorded, to.allergies.length > 0),
  id: opening.ticketId,
  orderId: to.id,
  entries: source.entries.flatMap((entry) => {
    const move = event.moves.find((one) => one.lineId === entry.lineId)
    return move === undefined ? [] : [{ ...entry, lineId: idOf(move) }]
  }),
})

const movedTickets = (state: State, event: LinesMoved, recorded: Recorded, to: Order): State => {
  let tickets = state.tickets
  for (const opening of event.opened) {
    const source = opening.cutFrom && tickets.get(opening.cutFrom)
    if (source) tickets = tickets.set(opening.ticketId, cutTicket(source, opening, event, recorded, to))
  }
  const gone = new Set(event.moves.filter((move) => move.pieceId === undefined).map((move) => move.lineId))
  const less = updateTickets({ ...state, tickets }, event.ticketIds, (ticket) => ({
    ...headerRaised(ticket, recorded),
    entries: ticket.entries.filter((entry) => !gone.has(entry.lineId)),
  }))
  const warned = updateTickets(less, event.warned, (ticket) => raised(ticket, recorded, true))
  return updateTickets(warned, event.rehomed, (ticket) => ({
    ...raised(ticket, recorded, to.allergies.length > 0),
    orderId: to.id,
  }))
}

const homes = (state: State, moves: readonly Move[], to: OrderId): State['lineHomes'] => {
  let table = state.lineHomes
  for (const move of moves) table = table.set(idOf(move), to)
  return table
}

const movedWithin = (state: State, order: Order, event: LinesMoved, recorded: Recorded): State => {
  let current = { state, order }
  for (const move of event.moves) {
    const piece = move.pieceId
    if (piece !== undefined)
      current = cutPiece(current.state, current.order, move.lineId, { lineId: piece, quantity: move.quantity })
    const reseated = updateLine(current.order, idOf(move), (line) => seated(line, move.seat))
    current = { state: current.state, order: reseated }
  }
  const adjusted =
    event.adjustments === undefined || order.adjustments === undefined
      ? current.order
      : { ...current.order, adjustments: event.adjustments.to }
  const filed = { ...current.state, orders: current.state.orders.set(order.id, adjusted) }
  return updateTickets(filed, event.ticketIds, (ticket) => headerRaised(ticket, recorded))
}

const moved = (state: State, event: LinesMoved, recorded: Recorded): State => {
  const from = state.orders.get(event.orderId)
  const to = state.orders.get(event.to)
  if (from === undefined || to === undefined) return state
  if (from.id === to.id) return movedWithin(state, from, event, recorded)
  const target = withLines(from, to, event)
  const orders = state.orders.set(from.id, withoutMoved(from, event)).set(to.id, target)
  return movedTickets({ ...state, orders, lineHomes: homes(state, event.moves, to.id) }, event, recorded, target)
}

export const moveEvolvers: EvolverTable<'lines.moved'> = { 'lines.moved': moved }
