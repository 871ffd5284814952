// Where lines and tickets went, over the whole log, by a table of this test's own: nothing goes where the life of a dish
// does not lead, and every line that was sent lives in exactly one order.
import type { Recorded } from '@comanda/shared/domain/events'
import { evolve } from '@comanda/shared/domain/evolve'
import { sentLineIds } from '@comanda/shared/domain/sent-round'
import { emptyState, type State } from '@comanda/shared/domain/state'
import type { Line, LineStatus, Order } from '@comanda/shared/model/order'
import type { Ticket } from '@comanda/shared/model/ticket'
import { settings } from '../world/stored.ts'
import type { World } from '../world/world.ts'

/** From where a line is, where it may be after one event. */
const lineMay: Readonly<Record<LineStatus, readonly LineStatus[]>> = {
  asking: ['fired', 'held', 'voided', 'taken-back', 'served'],
  held: ['fired', 'started', 'voided', 'taken-back', 'served'],
  fired: ['held', 'started', 'ready', 'served', 'voided', 'taken-back'],
  started: ['ready', 'served', 'voided', 'fired', 'held'],
  ready: ['started', 'fired', 'served', 'voided'],
  served: ['voided'],
  voided: [],
  'taken-back': [],
}

const ticketMay: Readonly<Record<Ticket['status'], readonly Ticket['status'][]>> = {
  open: ['bumped', 'withdrawn'],
  bumped: ['open', 'withdrawn'],
  withdrawn: ['open'],
}

type Seen = { readonly lines: Map<string, LineStatus>; readonly tickets: Map<string, Ticket> }

function checkLine(world: World, seq: number, before: LineStatus | undefined, line: Line): void {
  if (before === undefined || before === line.status || lineMay[before].includes(line.status)) return
  // what needs no ticket is served as it is sent, and can be taken back all the same
  if (before === 'served' && line.status === 'taken-back' && line.stations.length === 0) return
  world.witness.violated('line', `event ${seq} took line ${line.id} from ${before} to ${line.status}`)
}

function checkTicket(world: World, seq: number, before: Ticket | undefined, ticket: Ticket): void {
  const said = (what: string): void => world.witness.violated('ticket', `event ${seq}, ticket ${ticket.id}: ${what}`)
  if (ticket.confirmed > ticket.version) said(`version ${ticket.version}, confirmed ${ticket.confirmed}`)
  if (before === undefined) return
  if (before.status !== ticket.status && !ticketMay[before.status].includes(ticket.status)) {
    said(`went from ${before.status} to ${ticket.status}`)
  }
  if (ticket.version < before.version) said(`its version fell from ${before.version} to ${ticket.version}`)
  if (ticket.confirmed < before.confirmed) said(`its receipt fell from ${before.confirmed} to ${ticket.confirmed}`)
}

function look(world: World, before: State, after: State, seen: Seen): void {
  for (const order of after.orders.values()) {
    if (before.orders.get(order.id) === order) continue
    for (const line of order.lines) {
      checkLine(world, after.seq, seen.lines.get(line.id), line)
      seen.lines.set(line.id, line.status)
    }
  }
  for (const ticket of after.tickets.values()) {
    if (before.tickets.get(ticket.id) === ticket) continue
    checkTicket(world, after.seq, seen.tickets.get(ticket.id), ticket)
    seen.tickets.set(ticket.id, ticket)
  }
}

const sentLines = (events: readonly Recorded[]): Set<string> =>
  new Set(events.flatMap(({ event }) => (event.type === 'round.sent' ? sentLineIds(event) : [])))

/** Every line in exactly one order; none that was sent is gone while no order has left the state. */
function checkHomes(world: World, orders: readonly Order[]): void {
  const homes = new Map<string, string>()
  for (const order of orders) {
    if (new Set(order.rounds.map(({ id }) => id)).size < order.rounds.length) {
      world.witness.violated('line', `order ${order.id} names a round twice`)
    }
    for (const { id } of order.lines) {
      const other = homes.get(id)
      if (other !== undefined) world.witness.violated('line', `line ${id} is in ${other} and in ${order.id}`)
      homes.set(id, order.id)
    }
  }
  if (world.stored.events.some(({ event }) => event.type === 'day.rolled' && event.from !== null)) return
  for (const id of sentLines(world.stored.events)) {
    if (!homes.has(id)) world.witness.violated('P-2', `line ${id} was sent and is in no order`)
  }
}

/** A ticket of an open order and the lines on it belong together. */
function checkTickets(world: World, state: State): void {
  for (const ticket of state.tickets.values()) {
    const order = state.orders.get(ticket.orderId)
    if (order === undefined || ticket.status === 'withdrawn') continue
    for (const { lineId } of ticket.entries) {
      if (order.lines.some(({ id }) => id === lineId)) continue
      world.witness.violated('ticket', `${ticket.id} names line ${lineId}, which is not in order ${order.id}`)
    }
  }
}

export function checkLines(world: World): void {
  const seen: Seen = { lines: new Map(), tickets: new Map() }
  let state: State = emptyState(settings)
  for (const recorded of world.stored.events) {
    const next = evolve(state, recorded)
    look(world, state, next, seen)
    state = next
  }
  checkHomes(world, [...state.orders.values()])
  checkTickets(world, state)
}
