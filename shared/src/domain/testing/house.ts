// A restaurant to drive in a test: commands go through decide() as a person, their events through evolve(), time stands
// still until it is moved. Every replica room follows along by its own narrowed events, and is compared at will.
import type { CommandId, DeviceId, OrderId, StaffId } from '../../model/ids.ts'
import type { DraftLine } from '../commands/draft.ts'
import type { CommandOf, CommandType, Numbered } from '../commands.ts'
import { decide } from '../decide.ts'
import type { Asker, Context, Decision } from '../decision.ts'
import type { DomainEvent, EventOf, EventType, Recorded } from '../events.ts'
import { evolve, evolveHidden } from '../evolve.ts'
import { narrow } from '../narrow.ts'
import { narrowState } from '../narrow-state.ts'
import { type ReplicaRoom, replicaRooms } from '../rooms.ts'
import type { State } from '../state.ts'
import { openingDate, openingTime, smallRestaurant } from './small-restaurant.ts'

export type Refusal = { readonly code: string; readonly details?: Readonly<Record<string, unknown>> }

const roomsFrom = (state: State): Map<ReplicaRoom, State> =>
  new Map(replicaRooms.map((room) => [room, narrowState(state, room)]))

export class House {
  state: State
  now = openingTime
  businessDate = openingDate
  readonly log: Recorded[] = []
  readonly rooms: Map<ReplicaRoom, State>
  #commands = 0

  constructor(state: State = smallRestaurant()) {
    this.state = state
    this.rooms = roomsFrom(state)
  }

  /** Seconds go by. */
  wait(seconds: number): this {
    this.now += seconds * 1000
    return this
  }

  asker(who: string): Asker {
    if (who === 'system') return { kind: 'system' }
    if (who === 'guest') return { kind: 'guest' }
    const person = this.state.catalog.people[who as StaffId]
    if (person === undefined) throw new Error(`nobody is called ${who}`)
    return { kind: 'staff', staffId: person.id, roles: person.roles, deviceId: `dev-${who}` as DeviceId }
  }

  context(who: string, more: Partial<Context> = {}): Context {
    return { now: this.now, asker: this.asker(who), writtenAt: this.now, businessDate: this.businessDate, ...more }
  }

  command<Type extends CommandType>(type: Type, args: CommandOf<Type>['args'], id?: string): Numbered {
    return { type, args, id: (id ?? `c${++this.#commands}`) as CommandId } as unknown as Numbered
  }

  /** What would be decided, without it coming to pass. */
  ask<Type extends CommandType>(
    who: string,
    type: Type,
    args: CommandOf<Type>['args'],
    more?: Partial<Context>,
  ): Decision {
    return decide(this.state, this.command(type, args), this.context(who, more))
  }

  run(command: Numbered, context: Context): readonly DomainEvent[] | Refusal {
    const decision = decide(this.state, command, context)
    if (!decision.ok) return decision.error
    for (const event of decision.value) this.record(event)
    return decision.value
  }

  record(event: DomainEvent): void {
    const recorded: Recorded = { seq: this.state.seq + 1, at: this.now, businessDate: this.businessDate, event }
    this.log.push(recorded)
    this.state = evolve(this.state, recorded)
    for (const [room, state] of this.rooms) {
      const heard = narrow(recorded, room)
      this.rooms.set(room, heard === null ? evolveHidden(state, recorded.seq) : evolve(state, heard))
    }
  }

  /** Comes to pass, or the test ends here. */
  do<Type extends CommandType>(
    who: string,
    type: Type,
    args: CommandOf<Type>['args'],
    more?: Partial<Context>,
  ): readonly DomainEvent[] {
    const outcome = this.run(this.command(type, args), this.context(who, more))
    if ('code' in outcome) throw new Error(`${type} was refused: ${outcome.code} ${JSON.stringify(outcome.details)}`)
    return outcome
  }

  /** The code it is refused with, or 'accepted'. Nothing comes to pass. */
  refusal<Type extends CommandType>(
    who: string,
    type: Type,
    args: CommandOf<Type>['args'],
    more?: Partial<Context>,
  ): string {
    const decision = this.ask(who, type, args, more)
    return decision.ok ? 'accepted' : decision.error.code
  }

  /** A Send at a table; the id of the order that it went to. */
  send(who: string, tableId: string, ...lines: (string | Partial<DraftLine>)[]): OrderId {
    const args = { order: { open: { type: 'dine-in', tableId } }, lines: lines.map(draft) }
    return sentOrder(this.do(who, 'round.send', args as unknown as CommandOf<'round.send'>['args']))
  }

  /** One more round for an order. */
  sendTo(who: string, orderId: OrderId, ...lines: (string | Partial<DraftLine>)[]): readonly DomainEvent[] {
    return this.do(who, 'round.send', { order: { orderId }, lines: lines.map(draft) })
  }

  order(orderId: OrderId) {
    const order = this.state.orders.get(orderId)
    if (order === undefined) throw new Error(`no order ${orderId}`)
    return order
  }

  /** The lines of a dish in an order, oldest first. */
  linesOf(orderId: OrderId, itemId: string) {
    return this.order(orderId).lines.filter((line) => line.itemId === itemId)
  }

  line(orderId: OrderId, itemId: string) {
    const line = this.linesOf(orderId, itemId)[0]
    if (line === undefined) throw new Error(`no ${itemId} in ${orderId}`)
    return line
  }

  /** The tickets of a station, oldest first. */
  tickets(stationId: string) {
    return [...this.state.tickets.values()]
      .filter((ticket) => ticket.stationId === stationId)
      .sort((a, b) => a.firedAt - b.firedAt || a.version - b.version)
  }

  ticket(stationId: string) {
    const tickets = this.tickets(stationId)
    const last = tickets[tickets.length - 1]
    if (last === undefined) throw new Error(`no ticket at ${stationId}`)
    return last
  }
}

/** A dish by name, or a draft with its fields; a steak is medium unless it says otherwise. */
export const draft = (line: string | Partial<DraftLine>): DraftLine => {
  const given = (typeof line === 'string' ? { itemId: line } : line) as Partial<DraftLine> & { itemId: string }
  const doneness = given.itemId === 'steak' ? [{ groupId: 'doneness', modifierId: 'medium' }] : []
  return { quantity: 1, modifiers: doneness, ...given } as unknown as DraftLine
}

export const eventOf = <Type extends EventType>(events: readonly DomainEvent[], type: Type): EventOf<Type> => {
  const found = events.find((event): event is EventOf<Type> => event.type === type)
  if (found === undefined) throw new Error(`no ${type} among ${events.map((event) => event.type).join(', ')}`)
  return found
}

const sentOrder = (events: readonly DomainEvent[]): OrderId => eventOf(events, 'round.sent').orderId
