// What a firing does to the kitchen: each line goes to one ticket a station; a running ticket of the same order, course
// and station takes it as an addition, else a new one opens under an id that no later firing can make again.
import type { CommandId, LineId, StationId, TicketId } from '../model/ids.ts'
import type { Course } from '../model/menu.ts'
import type { Line, LineStatus, Order } from '../model/order.ts'
import type { Firing, TicketOpening } from './events/firing.ts'
import { ticketStations } from './routing.ts'
import type { State } from './state.ts'

export type FiringMark = 'rush' | 'remake' | 'quiet'

/** One command fires lines of one order alone, so the order need not be named. */
export const ticketIdOf = (commandId: CommandId, course: Course, stationId: StationId): TicketId =>
  `${commandId}~${course}~${stationId}` as TicketId

const placeOf = (course: Course, stationId: StationId): string => `${course} ${stationId}`

/** The order's tickets that a line may still be added to, by course and station. */
const runningTickets = (state: State, order: Order): ReadonlyMap<string, TicketId> => {
  const running = new Map<string, TicketId>()
  const looked = new Set<TicketId>()
  for (const line of order.lines) {
    for (const ticketId of line.ticketIds) {
      if (looked.has(ticketId)) continue
      const ticket = state.tickets.get(ticketId)
      if (ticket === undefined || ticket.course !== line.course) continue
      looked.add(ticketId)
      if (ticket.status !== 'open' || ticket.remake || ticket.orderId !== order.id) continue
      const place = placeOf(ticket.course, ticket.stationId)
      if (!running.has(place)) running.set(place, ticketId)
    }
  }
  return running
}

type Addition = { ticketId: TicketId; lineIds: LineId[] }

/** Collects the lines of one firing. `commandId` makes its tickets' ids. */
export class FiringPlan {
  readonly #state: State
  readonly #order: Order
  readonly #commandId: CommandId
  readonly #at: number
  readonly #mark: FiringMark | undefined
  readonly #opened: TicketOpening[] = []
  readonly #addedTo: Addition[] = []
  #running: ReadonlyMap<string, TicketId> | undefined

  constructor(state: State, order: Order, commandId: CommandId, at: number, mark?: FiringMark) {
    this.#state = state
    this.#order = order
    this.#commandId = commandId
    this.#at = at
    this.#mark = mark
  }

  get opened(): TicketOpening[] {
    return this.#opened
  }

  get addedTo(): Addition[] {
    return this.#addedTo
  }

  /** The tickets that the line is on from now. */
  add(line: Pick<Line, 'id' | 'course' | 'stations'>): TicketId[] {
    const ticketIds: TicketId[] = []
    for (const { stationId, meantFor } of ticketStations(this.#state, line.stations))
      ticketIds.push(this.#place(line.id, line.course, stationId, meantFor))
    return ticketIds
  }

  #place(lineId: LineId, course: Course, stationId: StationId, meantFor: StationId): TicketId {
    const opening = this.#opened.find((other) => other.course === course && other.stationId === stationId)
    if (opening !== undefined) {
      opening.lineIds.push(lineId)
      return opening.ticketId
    }
    const running = this.#runningAt(course, stationId)
    if (running === undefined) return this.#open(lineId, course, stationId, meantFor)
    const addition = this.#addedTo.find((other) => other.ticketId === running)
    if (addition === undefined) this.#addedTo.push({ ticketId: running, lineIds: [lineId] })
    else addition.lineIds.push(lineId)
    return running
  }

  #runningAt(course: Course, stationId: StationId): TicketId | undefined {
    if (this.#mark !== undefined || this.#order.lines.length === 0) return undefined
    this.#running ??= runningTickets(this.#state, this.#order)
    return this.#running.get(placeOf(course, stationId))
  }

  #open(lineId: LineId, course: Course, stationId: StationId, meantFor: StationId): TicketId {
    const ticketId = ticketIdOf(this.#commandId, course, stationId)
    this.#opened.push({
      ticketId,
      course,
      stationId,
      ...(meantFor === stationId ? {} : { firedFor: meantFor }),
      firedAt: this.#at,
      rush: this.#mark === 'rush' || this.#mark === 'remake',
      remake: this.#mark === 'remake',
      lineIds: [lineId],
      ...(this.#mark === 'quiet' ? { quiet: true } : {}),
    })
    return ticketId
  }

  firing(lines: Firing['lines'], courses: Firing['courses']): Firing {
    return { at: this.#at, lines, opened: this.#opened, addedTo: this.#addedTo, courses }
  }
}

export const noFiring = (at: number): Firing => ({ at, lines: [], opened: [], addedTo: [], courses: [] })

/** How a line stands that has been fired: one without a ticket has nothing to wait for. */
export const firedStatus = (line: Pick<Line, 'stations'>, quiet: boolean): LineStatus => {
  if (line.stations.length === 0) return 'served'
  return quiet ? 'started' : 'fired'
}
