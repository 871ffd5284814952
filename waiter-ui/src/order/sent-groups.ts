// The sent lines of an order by course, each with where it is (ORD-17): what only this tablet knows - queued, refused -
// comes before what the rules say of it.
import { type AllergenMark, allergenMark } from '@comanda/shared/domain/allergen-marks'
import { courseOf } from '@comanda/shared/domain/courses'
import { type LinePlace, linePlace } from '@comanda/shared/domain/line-place'
import { isLive } from '@comanda/shared/domain/line-steps'
import type { State } from '@comanda/shared/domain/state'
import type { CommandId, StationId } from '@comanda/shared/model/ids'
import type { Course } from '@comanda/shared/model/menu'
import type { Line, Order, Round } from '@comanda/shared/model/order'
import type { Ask } from '@comanda/shared/model/service'
import type { Millis } from '@comanda/shared/ports/time'
import type { CommandView } from '@comanda/sync-client/client-types'
import { isWaiting } from '../asking/own-commands.ts'

export type SentPlace = LinePlace | 'queued'

export type SentLine = {
  readonly line: Line
  readonly place: SentPlace
  /** When it came there, where that is known. */
  readonly since?: Millis
  /** Where it is being made: the stations of its open tickets. */
  readonly stations: readonly StationId[]
  readonly mark: AllergenMark
  readonly rush: boolean
  readonly round?: Round
  /** Struck, and the kitchen has not said yet whether it was made. */
  readonly awaitsVerdict: boolean
  readonly ask?: Ask
  /** Another table's order, before it came here. */
  readonly cameFrom?: string
  /** Its seat there, where it has another one here (ORD-12). */
  readonly seatBefore?: number
}

export type SentGroup = {
  readonly course: Course
  readonly status: 'held' | 'fired'
  readonly readyAt?: Millis
  readonly servedAt?: Millis
  readonly lines: readonly SentLine[]
  /** Some of it can still be fired. */
  readonly firable: boolean
  readonly holdable: boolean
  readonly rush: boolean
}

/** The commands of this device that have no answer yet. */
export const waitingIds = (commands: readonly CommandView[]): ReadonlySet<CommandId> =>
  new Set(commands.filter(isWaiting).map(({ id }) => id))

/** An entity's id begins with the id of the command that made it. */
const madeBy = (id: string): CommandId => id.slice(0, id.lastIndexOf('.')) as CommandId

const momentOf: { readonly [Place in SentPlace]: (line: Line) => Millis | undefined } = {
  queued: (line) => line.sentAt,
  asking: (line) => line.sentAt,
  held: (line) => line.sentAt,
  'on-server': (line) => line.firedAt,
  'on-screen': (line) => line.firedAt,
  printed: (line) => line.firedAt,
  started: (line) => line.firedAt ?? line.startedAt,
  ready: (line) => line.readyAt,
  served: (line) => line.servedAt ?? line.readyAt,
  voided: (line) => line.voided?.at,
  'taken-back': () => undefined,
}

const openTickets = (state: State, line: Line) =>
  line.ticketIds.flatMap((ticketId) => {
    const ticket = state.tickets.get(ticketId)
    return ticket?.status === 'open' ? [ticket] : []
  })

function originOf(state: State, order: Order, line: Line): string | undefined {
  const last = line.origins?.at(-1)
  if (last?.tableId === undefined || last.tableId === order.tableId) return undefined
  return state.catalog.tables[last.tableId]?.name
}

export type SentInput = {
  readonly state: State
  readonly order: Order
  readonly waiting: ReadonlySet<CommandId>
  readonly asks?: ReadonlyMap<Line['id'], Ask>
}

export function sentLine({ state, order, waiting, asks }: SentInput, line: Line): SentLine {
  const place = waiting.has(madeBy(line.id)) ? 'queued' : linePlace(state, line)
  const since = momentOf[place](line)
  const tickets = openTickets(state, line)
  const round = order.rounds.find(({ id }) => id === line.roundId)
  const ask = asks?.get(line.id)
  const cameFrom = originOf(state, order, line)
  const seatBefore = line.origins?.at(-1)?.seat
  return {
    line,
    place,
    ...(since === undefined ? {} : { since }),
    stations: [...new Set(tickets.map(({ stationId }) => stationId))],
    mark: allergenMark(order, line),
    rush: tickets.some(({ rush }) => rush),
    ...(round === undefined ? {} : { round }),
    awaitsVerdict: line.voided !== undefined && line.voided.verdict === undefined,
    ...(ask === undefined ? {} : { ask }),
    ...(cameFrom === undefined ? {} : { cameFrom }),
    ...(seatBefore === undefined || seatBefore === line.seat ? {} : { seatBefore }),
  }
}

export function openAsks(state: State): ReadonlyMap<Line['id'], Ask> {
  const byLine = new Map<Line['id'], Ask>()
  for (const ask of state.asks.values()) if (ask.answer === undefined) byLine.set(ask.lineId, ask)
  return byLine
}

/** The questions of the kitchen about one order. */
export const asksOf = (state: State, orderId: Order['id']): Ask[] =>
  [...state.asks.values()].filter((ask) => ask.orderId === orderId)

function groupOf(input: SentInput, course: Course): SentGroup {
  const lines = input.order.lines
    .filter((line) => line.course === course && line.status !== 'taken-back')
    .map((line) => sentLine(input, line))
  const state = courseOf(input.order, course)
  const live = lines.filter(({ line }) => isLive(line.status))
  const held = live.filter(({ line }) => line.status === 'held')
  return {
    course,
    status: held.length > 0 ? 'held' : (state?.status ?? 'fired'),
    ...(state?.readyAt === undefined ? {} : { readyAt: state.readyAt }),
    ...(state?.servedAt === undefined ? {} : { servedAt: state.servedAt }),
    lines,
    firable: held.length > 0,
    holdable: course !== 0 && live.some(({ line }) => line.status === 'fired'),
    rush: lines.some(({ rush }) => rush),
  }
}

/** Drinks first, then the courses as they are served. */
export function sentGroups(input: SentInput): SentGroup[] {
  const withAsks = { ...input, asks: input.asks ?? openAsks(input.state) }
  const courses = new Set(input.order.lines.filter(({ status }) => status !== 'taken-back').map(({ course }) => course))
  return [...courses].sort((a, b) => a - b).map((course) => groupOf(withAsks, course))
}

/** Until when a line is taken back in one tap (ORD-21); undefined: not any more. */
export function takeBackUntil(state: State, line: Line, now: Millis): Millis | undefined {
  const until = line.sentAt + state.catalog.settings.thresholds.takeBack * 1000
  const early = line.status === 'held' || line.status === 'fired' || line.status === 'asking'
  const laid = line.stations.length === 0 && line.status === 'served'
  return (early || laid) && now <= until ? until : undefined
}
