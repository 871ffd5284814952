// What people read off their screen, in the words of the place.
import { drinks } from '@comanda/shared/domain/courses'
import { isLive } from '@comanda/shared/domain/line-steps'
import type { State } from '@comanda/shared/domain/state'
import type { Course, Item } from '@comanda/shared/model/menu'
import type { Line, Order } from '@comanda/shared/model/order'
import type { Ask, Call } from '@comanda/shared/model/service'
import type { Ticket } from '@comanda/shared/model/ticket'
import type { Scene } from './scene.ts'

/** A state never changes, so what is read off it once is remembered for as long as it is looked at. */
export function readOnce<Whole extends object, Read>(read: (whole: Whole) => Read): (whole: Whole) => Read {
  const known = new WeakMap<Whole, Read>()
  return (whole) => {
    const before = known.get(whole)
    if (before !== undefined) return before
    const found = read(whole)
    known.set(whole, found)
    return found
  }
}

/** The oldest first. */
export const openOrders: (state: State) => readonly Order[] = readOnce((state) =>
  [...state.orders.values()]
    .filter((order) => order.status === 'open')
    .sort((a, b) => a.openedAt - b.openedAt || a.number - b.number),
)

export const allTickets: (state: State) => readonly Ticket[] = readOnce((state) => [...state.tickets.values()])
export const allCalls: (state: State) => readonly Call[] = readOnce((state) => [...state.calls.values()])
export const allAsks: (state: State) => readonly Ask[] = readOnce((state) => [...state.asks.values()])
export const dishes: (catalog: State['catalog']) => readonly Item[] = readOnce((catalog) => present(catalog.items))

export const mine = ({ state, me }: Scene): Order[] => openOrders(state).filter((order) => order.waiterId === me)

export const liveLines = (order: Order): Line[] => order.lines.filter((line) => isLive(line.status))

export const isDrink = (line: Line): boolean => line.course === drinks

export const isDessert = (line: Line): boolean => line.categoryKind === 'dessert'

export const isFood = (line: Line): boolean => !isDrink(line) && !isDessert(line)

export const isAllServed = (order: Order): boolean => liveLines(order).every((line) => line.status === 'served')

/** The latest of some moments; undefined: none of it has happened. */
export function latest(moments: readonly (number | undefined)[]): number | undefined {
  const known = moments.filter((moment) => moment !== undefined)
  return known.length === 0 ? undefined : Math.max(...known)
}

export const lastServed = (order: Order): number | undefined => latest(order.lines.map((line) => line.servedAt))

export const lastRoundAt = (order: Order): number | undefined => latest(order.rounds.map((round) => round.at))

/** Nothing comes before this course any more, and it still waits to be fired. */
export function nextHeldCourse(order: Order): { course: Course; servedBefore: number | undefined } | undefined {
  const lines = liveLines(order).filter((line) => line.stations.length > 0 && !isDrink(line))
  const held = lines.filter((line) => line.status === 'held').map((line) => line.course)
  if (held.length === 0) return undefined
  const course = Math.min(...held)
  const before = lines.filter((line) => line.course < course)
  if (!before.every((line) => line.status === 'served')) return undefined
  return { course, servedBefore: latest(before.map((line) => line.servedAt)) }
}

/** Of one station, as the screen sorts them: rushed and remade first, then the oldest. */
export function ticketsOn({ state, stations }: Scene, status: Ticket['status']): Ticket[] {
  const found = allTickets(state).filter((ticket) => ticket.status === status && stations.includes(ticket.stationId))
  const first = (ticket: Ticket): number => (ticket.rush || ticket.remake ? 0 : 1)
  return found.sort((a, b) => first(a) - first(b) || a.firedAt - b.firedAt || (a.id < b.id ? -1 : 1))
}

export const lineOn = (state: State, ticket: Ticket, lineId: Line['id']): Line | undefined =>
  state.orders.get(ticket.orderId)?.lines.find((line) => line.id === lineId)

export const present = <Value>(values: Readonly<Partial<Record<string, Value>>>): Value[] =>
  Object.values(values).filter((value) => value !== undefined)
