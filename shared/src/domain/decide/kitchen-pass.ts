// The pass: expo hands courses out, tickets come back, go elsewhere, are rushed; calls to fetch dishes are taken (KDS-5, KDS-8, KDS-11, KDS-20).
import type { Order } from '../../model/order.ts'
import type { Ticket } from '../../model/ticket.ts'
import { courseOf } from '../courses.ts'
import { type Decider, ok, type Result, refuse } from '../decision.ts'
import { type DomainError, error } from '../errors.ts'
import type { DomainEvent } from '../events.ts'
import { findOpenTicket, findOrder, findTicket, personIfAny, personOf } from '../find.ts'
import { lineAfter } from '../line-steps.ts'
import { ticketsOf } from '../order-tickets.ts'
import { isCourseReady, uncalledLines } from '../readiness.ts'
import { linesToRecall, recallLimits } from '../recall-limits.ts'
import type { State } from '../state.ts'
import { Story } from '../story.ts'
import { bumpOf } from '../ticket-bump.ts'
import { ticketAfter } from '../ticket-steps.ts'
import type { DeciderTable } from './decider-table.ts'

/** Whether it is among the last hundred that were bumped. */
const isRecent = (state: State, ticket: Ticket, bumpedAt: number): boolean => {
  let later = 0
  for (const other of state.tickets.values())
    if (other.status === 'bumped' && other.id !== ticket.id && (other.bumpedAt ?? 0) > bumpedAt) later++
  return later < recallLimits.tickets
}

const recall: Decider<'ticket.recall'> = (state, command, context) => {
  const found = findTicket(state, command.args.ticketId)
  if (!found.ok) return found
  const { order, ticket } = found.value
  if (ticketAfter(ticket.status, 'recall') === undefined)
    return refuse(error('ticket-not-bumped', { ticketId: ticket.id }))
  const bumpedAt = ticket.bumpedAt ?? 0
  if (context.now - bumpedAt > recallLimits.seconds * 1000 || !isRecent(state, ticket, bumpedAt))
    return refuse(error('recall-too-late', { ticketId: ticket.id }))
  const undone = linesToRecall(order, ticket)
  if (undone.length === 0) return refuse(error('nothing-to-recall', { ticketId: ticket.id }))
  const steps = undone.flatMap((line) => {
    const status = lineAfter(line.status, 'undo')
    return status === undefined ? [] : [{ lineId: line.id, status }]
  })
  const course = courseOf(order, ticket.course)
  const { readyAt: _readyAt, ...notReady } = course ?? { course: ticket.course, status: 'fired' }
  return ok([
    {
      type: 'ticket.recalled',
      orderId: order.id,
      ticketId: ticket.id,
      at: context.now,
      steps,
      courses: steps.length > 0 && course?.readyAt !== undefined ? [notReady] : [],
      lineIds: undone.map((line) => line.id),
    },
  ])
}

const ticketsOfCourse = (state: State, order: Order, course: number): Ticket[] =>
  ticketsOf(state, order).filter((ticket) => ticket.course === course && ticket.status !== 'withdrawn')

/** Expo must have seen an allergy before the dishes go out (KDS-19). */
const expoSeen = (tickets: readonly Ticket[]): Result<undefined, DomainError> => {
  const unseen = tickets.find((ticket) => ticket.allergyVersion > ticket.expoAcknowledged)
  return unseen === undefined ? ok(undefined) : refuse(error('allergy-not-acknowledged', { ticketId: unseen.id }))
}

const called = (order: Order, course: number, now: number, by: { by?: Order['waiterId'] }): DomainEvent[] => {
  const lineIds = uncalledLines(order, course, [])
  if (lineIds.length === 0) return []
  return [
    {
      type: 'course.called',
      orderId: order.id,
      course,
      at: now,
      ...by,
      pickup: { course, lineIds, readyAt: now, reach: 0 },
    },
  ]
}

const callCourse: Decider<'course.call'> = (state, command, context) => {
  const { orderId, course } = command.args
  const found = findOrder(state, orderId)
  if (!found.ok) return found
  const order = found.value
  const tickets = ticketsOfCourse(state, order, course)
  if (tickets.length === 0) return refuse(error('course-not-found', { course }))
  if (!isCourseReady(order, course, [])) return refuse(error('unready-lines', { course }))
  const seen = expoSeen(tickets)
  return seen.ok ? ok(called(order, course, context.now, personIfAny(context))) : seen
}

/** Handed out before every station was done: the open tickets are cleared, and it is logged that they were. */
const forceReady: Decider<'course.force-ready'> = (state, command, context) => {
  const { orderId, course } = command.args
  const found = findOrder(state, orderId)
  if (!found.ok) return found
  const tickets = ticketsOfCourse(state, found.value, course)
  if (tickets.length === 0) return refuse(error('course-not-found', { course }))
  const seen = expoSeen(tickets)
  if (!seen.ok) return seen
  const story = new Story(state, context)
  const by = personIfAny(context)
  const orderNow = (): Order => story.state.orders.get(found.value.id) ?? found.value
  for (const ticket of tickets)
    if (ticket.status === 'open')
      story.tell(bumpOf(story.state, orderNow(), ticket, context.now, { ...by, forced: true }))
  story.tell(...called(orderNow(), course, context.now, by))
  return story.decision()
}

const takePickup: Decider<'pickup.take'> = (state, command, context) => {
  const { orderId, course, readyAt } = command.args
  const found = findOrder(state, orderId)
  if (!found.ok) return found
  const order = found.value
  const pickup = order.pickups.find((other) => other.course === course && other.readyAt === readyAt)
  if (pickup === undefined) return refuse(error('course-not-found', { course }))
  const by = personOf(context)
  if (pickup.takenBy === by) return ok([])
  if (pickup.takenBy !== undefined) return refuse(error('already-taken', { by: pickup.takenBy }))
  return ok([{ type: 'pickup.taken', orderId: order.id, course, readyAt, by, at: context.now }])
}

const escalatePickup: Decider<'pickup.escalate'> = (state, command) => {
  const { orderId, course, readyAt, reach } = command.args
  const found = findOrder(state, orderId)
  if (!found.ok) return found
  const order = found.value
  const pickup = order.pickups.find((other) => other.course === course && other.readyAt === readyAt)
  if (pickup === undefined || pickup.takenBy !== undefined || pickup.reach >= reach) return ok([])
  return ok([{ type: 'pickup.escalated', orderId: order.id, course, readyAt, reach }])
}

const rushTicket: Decider<'ticket.rush'> = (state, command, context) => {
  const { ticketId, on } = command.args
  const found = findOpenTicket(state, ticketId)
  if (!found.ok) return found
  const { order, ticket } = found.value
  if (ticket.rush === on) return ok([])
  return ok([{ type: 'tickets.rushed', orderId: order.id, ticketIds: [ticketId], on, by: personOf(context) }])
}

export const kitchenPassDeciders: DeciderTable<
  'ticket.recall' | 'course.call' | 'course.force-ready' | 'pickup.take' | 'pickup.escalate' | 'ticket.rush'
> = {
  'ticket.recall': recall,
  'course.call': callCourse,
  'course.force-ready': forceReady,
  'pickup.take': takePickup,
  'pickup.escalate': escalatePickup,
  'ticket.rush': rushTicket,
}
