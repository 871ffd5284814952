// One Send: the order is opened if need be, every line becomes a snapshot, what must fire now fires, what ran out on the
// way comes back (ORD-10). It goes as a whole or is refused by name; nothing is dropped in silence.
import type { Course } from '../../model/menu.ts'
import type { Line, Order, Round } from '../../model/order.ts'
import type { CommandOf, Numbered } from '../commands.ts'
import { CountTally } from '../counts.ts'
import { courseOf, coursesFiringAtSend, firedCourse, promisedFiring } from '../courses.ts'
import { type Context, type Decider, ok, type Result, refuse } from '../decision.ts'
import { entityId, roundIdOf } from '../entity-id.ts'
import { type DomainError, error } from '../errors.ts'
import type { Firing } from '../events/firing.ts'
import type { DomainEvent, EventOf } from '../events.ts'
import { findOpenOrder, personOf } from '../find.ts'
import { FiringPlan, firedStatus, noFiring } from '../firing.ts'
import { openTicketIds } from '../order-tickets.ts'
import type { State } from '../state.ts'
import { declaredAllergies } from './allergy.ts'
import type { DeciderTable } from './decider-table.ts'
import { draftedLine } from './line-draft.ts'
import { type Opened, openOrJoin } from './order-open.ts'
import { type Placed, toldRound } from './round-event.ts'

type Send = Numbered<'round.send'>
type Args = CommandOf<'round.send'>['args']
type Returned = NonNullable<EventOf<'round.sent'>['returned']>

/** How the lines arrive: to be cooked, cooked already by word of mouth, eaten already, or to be asked about first (ORD-18). */
type Arrival = 'cook' | 'told' | 'record' | 'ask'

const arrivalOf = (state: State, args: Args, now: number): Arrival => {
  if (args.recordOnly === true) return 'record'
  if (args.alreadyTold === true) return 'told'
  const waited = args.queuedSince === undefined ? 0 : now - args.queuedSince
  return waited > state.catalog.settings.thresholds.queuedAsk * 1000 ? 'ask' : 'cook'
}

const roundOf = (state: State, command: Send, context: Context): Round => {
  const { queuedSince, alreadyTold, recordOnly } = command.args
  const marked =
    queuedSince !== undefined && context.now - queuedSince > state.catalog.settings.thresholds.queuedMark * 1000
  return {
    id: roundIdOf(command.id),
    at: context.now,
    writtenAt: context.writtenAt,
    by: personOf(context),
    ...(marked ? { queuedSince } : {}),
    ...(alreadyTold === true ? { alreadyTold } : {}),
    ...(recordOnly === true ? { recordOnly } : {}),
  }
}

type Taken = { lines: Placed[]; returned: Returned; tally: CountTally }

const takeLines = (
  state: State,
  order: Order,
  command: Send,
  arrival: Arrival,
  roundId: Round['id'],
  context: Context,
): Result<Taken, DomainError> => {
  const sellerId = personOf(context)
  const tally = new CountTally(state, context.now)
  const lines: Placed[] = []
  const returned: Returned = []
  for (const [position, draft] of command.args.lines.entries()) {
    const place = { id: entityId<Line['id']>(command.id, position), roundId, sellerId }
    const line = draftedLine(state, order, draft, place, context)
    if (!line.ok) return line
    const lacking = arrival === 'told' || arrival === 'record' ? undefined : tally.lacking(draft.itemId, draft.quantity)
    if (lacking !== undefined) {
      returned.push({ position, itemId: draft.itemId, quantity: draft.quantity, code: lacking })
      continue
    }
    tally.take(draft.itemId, draft.quantity)
    lines.push({ line: line.value, position })
  }
  return ok({ lines, returned, tally })
}

/** Which of these courses fire now; the others hold. */
export const firingCourses = (state: State, order: Order, lines: readonly Line[], now: number): ReadonlySet<Course> => {
  const made = lines.filter((line) => line.stations.length > 0)
  const courses = made.map((line) => line.course)
  const promised = promisedFiring(state, order, made)
  if (promised !== undefined && now < promised) return new Set()
  if (order.type === 'takeaway') return new Set(courses)
  return coursesFiringAtSend(order, courses)
}

type Arrived = { readonly lines: readonly Line[]; readonly firing: Firing }

const fireLines = (
  state: State,
  order: Order,
  command: Send,
  lines: readonly Line[],
  quiet: boolean,
  now: number,
): Arrived => {
  const firing = firingCourses(state, order, lines, now)
  const plan = new FiringPlan(state, order, command.id, now, quiet ? 'quiet' : undefined)
  const courses = new Map<Course, Order['courses'][number]>()
  const placed = lines.map((line): Line => {
    if (line.stations.length === 0) return { ...line, status: 'served' }
    if (!firing.has(line.course)) {
      if (courseOf(order, line.course) === undefined) courses.set(line.course, { course: line.course, status: 'held' })
      return line
    }
    if (!courses.has(line.course)) courses.set(line.course, firedCourse(order, line.course, now))
    plan.add(line)
    return { ...line, status: firedStatus(line, quiet) }
  })
  return { lines: placed, firing: plan.firing([], [...courses.values()]) }
}

const arrived = (
  state: State,
  order: Order,
  command: Send,
  lines: readonly Line[],
  arrival: Arrival,
  now: number,
): Arrived => {
  switch (arrival) {
    case 'record':
      return { lines: lines.map((line) => ({ ...line, status: 'served' })), firing: noFiring(now) }
    case 'ask':
      return { lines: lines.map((line) => ({ ...line, status: 'asking' })), firing: noFiring(now) }
    default:
      return fireLines(state, order, command, lines, arrival === 'told', now)
  }
}

const target = (state: State, command: Send, context: Context): Result<Opened, DomainError> => {
  const { order } = command.args
  if ('open' in order) return openOrJoin(state, entityId(command.id, 'o'), order.open, context)
  const found = findOpenOrder(state, order.orderId)
  return found.ok ? ok({ order: found.value, events: [] }) : found
}

const sendRound: Decider<'round.send'> = (state, command, context) => {
  const opened = target(state, command, context)
  if (!opened.ok) return opened
  const { order } = opened.value
  const arrival = arrivalOf(state, command.args, context.now)
  const round = roundOf(state, command, context)
  const taken = takeLines(state, order, command, arrival, round.id, context)
  if (!taken.ok) return taken
  const { lines, returned, tally } = taken.value
  if (lines.length === 0) return refuse(error('sold-out', { returned }))
  const events: DomainEvent[] = [...opened.value.events]
  if (command.args.allergies !== undefined)
    events.push(...declaredAllergies(state, order, command.id, command.args.allergies, context.now))
  if (command.args.note !== undefined)
    events.push({
      type: 'order.noted',
      orderId: order.id,
      note: command.args.note,
      ticketIds: openTicketIds(state, order),
    })
  const drafted = lines.map(({ line }) => line)
  const stand = arrived(state, order, command, drafted, arrival, context.now)
  const placed = lines.map(({ position, line }, place) => ({ position, line: stand.lines[place] ?? line }))
  const counts = tally.changed()
  events.push({
    type: 'round.sent',
    orderId: order.id,
    round,
    ...toldRound(state, order, round, placed, stand.firing),
    ...(counts.length === 0 ? {} : { counts }),
    ...(returned.length === 0 ? {} : { returned }),
  })
  return ok(events)
}

export const roundSendDeciders: DeciderTable<'round.send'> = { 'round.send': sendRound }
