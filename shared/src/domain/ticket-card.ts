// What stands on a ticket for a cook (KDS-1): whose it is, what to make, what else this order waits for elsewhere, and the
// later courses that are held.
import type { StationId } from '../model/ids.ts'
import type { Course } from '../model/menu.ts'
import type { Line, Order, Round } from '../model/order.ts'
import type { Ticket, TicketEntry } from '../model/ticket.ts'
import { type AllergenMark, allergenMark } from './allergen-marks.ts'
import { lineOf } from './find.ts'
import { ticketsOf } from './order-tickets.ts'
import { type Pace, paceOf, ticketTarget } from './prep-target.ts'
import type { State } from './state.ts'

export type CardLine = {
  readonly entry: TicketEntry
  readonly line: Line
  readonly mark: AllergenMark
  readonly round?: Round
}

export type TicketCard = {
  readonly ticket: Ticket
  readonly number: number
  readonly type: Order['type']
  readonly table?: string
  readonly name?: string
  readonly waiter?: string
  readonly covers: number
  readonly note?: string
  readonly allergies: Order['allergies']
  readonly lines: readonly CardLine[]
  readonly alsoAt: readonly StationId[]
  readonly heldCourses: readonly Course[]
  readonly targetSeconds: number
  readonly pace: Pace
}

const cardLines = (order: Order, ticket: Ticket): CardLine[] =>
  ticket.entries.flatMap((entry) => {
    const line = lineOf(order, entry.lineId)
    if (line === undefined) return []
    const round = order.rounds.find((known) => known.id === line.roundId)
    return [{ entry, line, mark: allergenMark(order, line), ...(round === undefined ? {} : { round }) }]
  })

const heldCourses = (order: Order): Course[] =>
  [...new Set(order.lines.filter((line) => line.status === 'held').map((line) => line.course))].sort((a, b) => a - b)

const alsoAt = (state: State, order: Order, ticket: Ticket): StationId[] => {
  const others = ticketsOf(state, order).filter(
    (other) => other.status === 'open' && other.stationId !== ticket.stationId,
  )
  return [...new Set(others.map((other) => other.stationId))].sort()
}

const headerOf = (state: State, order: Order): Pick<TicketCard, 'table' | 'name' | 'waiter' | 'note'> => {
  const table = order.tableId && state.catalog.tables[order.tableId]?.name
  const waiter = state.catalog.people[order.waiterId]?.name
  return {
    ...(table === undefined ? {} : { table }),
    ...(order.name === undefined ? {} : { name: order.name }),
    ...(waiter === undefined ? {} : { waiter }),
    ...(order.note === undefined ? {} : { note: order.note }),
  }
}

export const ticketCard = (state: State, ticket: Ticket, now: number): TicketCard | undefined => {
  const order = state.orders.get(ticket.orderId)
  if (order === undefined) return undefined
  return {
    ticket,
    number: order.number,
    type: order.type,
    ...headerOf(state, order),
    covers: order.covers,
    allergies: order.allergies,
    lines: cardLines(order, ticket),
    alsoAt: alsoAt(state, order, ticket),
    heldCourses: heldCourses(order),
    targetSeconds: ticketTarget(state, order, ticket),
    pace: paceOf(state, order, ticket, now),
  }
}
