// The pass (KDS-11): one row for each course of an order that is fired and not yet with its guests, one cell for each station
// that makes something of it.
import { ticketsOf } from '@comanda/shared/domain/order-tickets'
import { lateAt } from '@comanda/shared/domain/prep-target'
import { isCourseReady } from '@comanda/shared/domain/readiness'
import type { State } from '@comanda/shared/domain/state'
import type { LineId, StationId } from '@comanda/shared/model/ids'
import type { Course } from '@comanda/shared/model/menu'
import type { Line, Order, Pickup } from '@comanda/shared/model/order'
import type { Ticket } from '@comanda/shared/model/ticket'
import { type PrintedMark, printedMark, readable } from '../slip/slip-view.ts'
import { type PassAllergy, passAllergies } from './pass-allergies.ts'

export type PassCell = {
  readonly stationId: StationId
  readonly stage: 'waiting' | 'cooking' | 'ready'
  readonly dishes: readonly string[]
  readonly struck: readonly string[]
  readonly done: number
  readonly all: number
  readonly readyAt?: number
  /** Nobody presses ready there: its tickets go to a printer, and how far they came (KDS-21). */
  readonly paper?: PrintedMark | 'none'
}

export type PassRow = {
  readonly key: string
  readonly order: Order
  readonly course: Course
  readonly table?: string
  readonly waiter?: string
  readonly firedAt: number
  readonly lateAt: number
  readonly rush: boolean
  readonly remake: boolean
  readonly tickets: readonly Ticket[]
  /** Raised by every change of any of them. */
  readonly version: number
  /** Every ticket was bumped before: it is nothing new. */
  readonly isKnown: boolean
  readonly cells: readonly PassCell[]
  readonly isReady: boolean
  readonly readyAt?: number
  readonly allergies: readonly PassAllergy[]
  /** Tickets whose allergy the pass has still to see (KDS-19). */
  readonly unseen: readonly Ticket[]
  /** What goes out when it is served. */
  readonly lineIds: readonly LineId[]
  readonly pickup?: Pickup
  /** The next course that waits, to be fired from here. */
  readonly next?: { readonly course: Course; readonly items: number }
}

const isOut = ({ status }: Line): boolean => status === 'served' || status === 'taken-back'
const isOpenVoid = ({ voided }: Line): boolean => voided !== undefined && voided.verdict === undefined

const countedName = ({ quantity, kitchenName }: Line): string =>
  quantity === 1 ? readable(kitchenName) : `${quantity} ${readable(kitchenName)}`

/** The ticket that is furthest from being on paper speaks for all of them. */
const paperOf = (tickets: readonly Ticket[]): PassCell['paper'] => {
  const marks = tickets.filter(({ status }) => status === 'open').map((ticket) => printedMark(ticket) ?? 'none')
  return (['none', 'older', 'sent', 'printed'] as const).find((mark) => marks.includes(mark))
}

const cellOf = (state: State, order: Order, stationId: StationId, tickets: readonly Ticket[]): PassCell => {
  const entries = tickets.flatMap((ticket) =>
    ticket.entries.flatMap((entry) => {
      const line = order.lines.find(({ id }) => id === entry.lineId)
      return line === undefined ? [] : [{ line, done: entry.done || ticket.status === 'bumped' }]
    }),
  )
  const live = entries.filter(({ line }) => line.voided === undefined && !isOut(line))
  const done = live.filter((each) => each.done).length
  const isReady = tickets.every(({ status }) => status === 'bumped')
  const paper = state.catalog.stations[stationId]?.output === 'printer' ? paperOf(tickets) : undefined
  const readyAt = Math.max(0, ...tickets.map(({ bumpedAt }) => bumpedAt ?? 0))
  return {
    stationId,
    stage: isReady
      ? 'ready'
      : done > 0 || tickets.some(({ startedAt }) => startedAt !== undefined)
        ? 'cooking'
        : 'waiting',
    dishes: live.map(({ line }) => countedName(line)),
    struck: entries.filter(({ line }) => isOpenVoid(line)).map(({ line }) => countedName(line)),
    done,
    all: live.length,
    ...(isReady ? { readyAt } : {}),
    ...(paper === undefined ? {} : { paper }),
  }
}

const nextHeld = (order: Order): PassRow['next'] => {
  const held = order.lines.filter(({ status }) => status === 'held')
  if (held.length === 0) return undefined
  const course = Math.min(...held.map((line) => line.course))
  const items = held.filter((line) => line.course === course).reduce((sum, { quantity }) => sum + quantity, 0)
  return { course, items }
}

/** A course goes out together: its slowest ticket says when it is late. */
const courseLateAt = (state: State, order: Order, tickets: readonly Ticket[]): number =>
  Math.max(...tickets.map((ticket) => lateAt(state, order, ticket)))

/** Still cooked, or with something on it that waits to go out. */
const isGoing = (order: Order, ticket: Ticket): boolean =>
  ticket.status === 'open' ||
  ticket.entries.some(({ lineId }) => {
    const line = order.lines.find(({ id }) => id === lineId)
    return line !== undefined && line.voided === undefined && !isOut(line)
  })

const rowOf = (state: State, order: Order, course: Course, all: readonly Ticket[]): PassRow | undefined => {
  const tickets = all.filter((ticket) => isGoing(order, ticket))
  const going = order.lines.filter(
    (line) => line.course === course && line.ticketIds.length > 0 && line.voided === undefined && !isOut(line),
  )
  const open = tickets.filter(({ status }) => status === 'open')
  if (going.length === 0 && open.length === 0) return undefined
  const stations = [...new Set(tickets.map(({ stationId }) => stationId))]
  const isReady = open.length === 0 && isCourseReady(order, course, [])
  const readyAt = order.courses.find((each) => each.course === course)?.readyAt
  const pickup = order.pickups.find((each) => each.course === course)
  const table = order.tableId && state.catalog.tables[order.tableId]?.name
  const waiter = state.catalog.people[order.waiterId]?.name
  const next = nextHeld(order)
  return {
    key: `${order.id}/${course}`,
    order,
    course,
    ...(table === undefined ? {} : { table }),
    ...(waiter === undefined ? {} : { waiter }),
    firedAt: Math.min(...tickets.map(({ firedAt }) => firedAt)),
    lateAt: courseLateAt(state, order, tickets),
    version: tickets.reduce((sum, { version }) => sum + version, 0),
    isKnown: tickets.every(({ bumpedAt }) => bumpedAt !== undefined),
    tickets,
    rush: open.some(({ rush }) => rush),
    remake: open.some(({ remake }) => remake),
    cells: stations.map((id) =>
      cellOf(
        state,
        order,
        id,
        tickets.filter(({ stationId }) => stationId === id),
      ),
    ),
    isReady,
    ...(isReady && readyAt !== undefined ? { readyAt } : {}),
    allergies: passAllergies(order, going),
    unseen: tickets.filter(({ allergyVersion, expoAcknowledged }) => allergyVersion > expoAcknowledged),
    lineIds: going.filter(({ status }) => status === 'ready').map(({ id }) => id),
    ...(pickup === undefined ? {} : { pickup }),
    ...(next === undefined ? {} : { next }),
  }
}

/** Rushed and remade ones first, then the oldest. */
export const passRows = (state: State): PassRow[] => {
  const rows: PassRow[] = []
  for (const order of state.orders.values()) {
    if (order.status === 'merged') continue
    const tickets = ticketsOf(state, order).filter(({ status }) => status !== 'withdrawn')
    for (const course of new Set(tickets.map((ticket) => ticket.course))) {
      const row = rowOf(
        state,
        order,
        course,
        tickets.filter((ticket) => ticket.course === course),
      )
      if (row !== undefined) rows.push(row)
    }
  }
  const isUrgent = ({ rush, remake }: PassRow): boolean => rush || remake
  return rows.sort(
    (a, b) => Number(isUrgent(b)) - Number(isUrgent(a)) || a.firedAt - b.firedAt || (a.key < b.key ? -1 : 1),
  )
}

export const stationsOf = (rows: readonly PassRow[], catalog: State['catalog']): StationId[] => {
  const used = new Set(rows.flatMap(({ cells }) => cells.map(({ stationId }) => stationId)))
  const position = (id: StationId): number => catalog.stations[id]?.position ?? 0
  return [...used].sort((a, b) => position(a) - position(b))
}
