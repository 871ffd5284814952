// Fire a course, hold it again, rush it (ORD-14), and fire a takeaway when its promise asks for it (ORD-15).
import type { CommandId, LineId } from '../../model/ids.ts'
import type { Course } from '../../model/menu.ts'
import type { CourseState, Line, Order } from '../../model/order.ts'
import { courseOf, firedCourse } from '../courses.ts'
import { type Decider, ok, refuse } from '../decision.ts'
import { error } from '../errors.ts'
import type { Firing } from '../events/firing.ts'
import type { EventOf } from '../events.ts'
import { findOpenOrder, findOrder, personOf } from '../find.ts'
import { FiringPlan, firedStatus } from '../firing.ts'
import { isLive, lineAfter } from '../line-steps.ts'
import { openTicketsOfLine, ticketsOf } from '../order-tickets.ts'
import type { State } from '../state.ts'
import type { DeciderTable } from './decider-table.ts'

/** Lines that are in the order already, fired now. */
export const fireLines = (
  state: State,
  order: Order,
  lines: readonly Line[],
  commandId: CommandId,
  now: number,
): Firing => {
  const plan = new FiringPlan(state, order, commandId, now)
  const fired = lines.map((line) => ({ lineId: line.id, status: firedStatus(line, false), ticketIds: plan.add(line) }))
  const courses = [...new Set(lines.map((line) => line.course))]
  return plan.firing(
    fired,
    courses.map((course) => firedCourse(order, course, now)),
  )
}

const heldLines = (order: Order, course?: Course): Line[] =>
  order.lines.filter((line) => line.status === 'held' && (course === undefined || line.course === course))

export const firePromised = (
  state: State,
  order: Order,
  commandId: CommandId,
  now: number,
): EventOf<'lines.fired'>[] => {
  const held = heldLines(order)
  if (order.type !== 'takeaway' || held.length === 0) return []
  const firing = fireLines(state, order, held, commandId, now)
  return [{ type: 'lines.fired', orderId: order.id, cause: 'promise', firing }]
}

const hasCourse = (order: Order, course: Course): boolean =>
  order.lines.some((line) => line.course === course && isLive(line.status))

const fireCourse: Decider<'course.fire'> = (state, command, context) => {
  const { orderId, course } = command.args
  const found = findOpenOrder(state, orderId)
  if (!found.ok) return found
  const order = found.value
  if (!hasCourse(order, course)) return refuse(error('course-not-found', { course }))
  const held = heldLines(order, course)
  if (held.length === 0) return ok([])
  const firing = fireLines(state, order, held, command.id, context.now)
  return ok([{ type: 'lines.fired', orderId: order.id, cause: 'course', firing }])
}

const holdCourse: Decider<'course.hold'> = (state, command) => {
  const { orderId, course } = command.args
  const found = findOpenOrder(state, orderId)
  if (!found.ok) return found
  const order = found.value
  if (!hasCourse(order, course)) return refuse(error('course-not-found', { course }))
  const ofCourse = order.lines.filter((line) => line.course === course)
  const holding = ofCourse.filter((line) => line.status === 'fired' && lineAfter(line.status, 'hold') !== undefined)
  const cooking = ofCourse.some((line) => line.status === 'started')
  if (holding.length === 0) return cooking ? refuse(error('line-started', { course })) : ok([])
  const stillFired = ofCourse.some((line) => line.status !== 'held' && line.status !== 'fired' && isLive(line.status))
  const courses: CourseState[] = stillFired ? [] : [{ course, status: 'held' }]
  return ok([
    {
      type: 'lines.held',
      orderId: order.id,
      lineIds: holding.map((line) => line.id),
      courses,
      ticketIds: [...new Set(holding.flatMap((line) => openTicketsOfLine(state, line)))],
    },
  ])
}

const recourse: Decider<'lines.recourse'> = (state, command, context) => {
  const { orderId, lineIds, course } = command.args
  const found = findOpenOrder(state, orderId)
  if (!found.ok) return found
  const order = found.value
  const moving: Line[] = []
  for (const lineId of new Set(lineIds)) {
    const line = order.lines.find((other) => other.id === lineId)
    if (line === undefined) return refuse(error('line-not-found', { lineId }))
    if (line.status === 'started') return refuse(error('line-started', { lineId }))
    if (!['asking', 'held', 'fired'].includes(line.status))
      return refuse(error('line-not-in-state', { lineId, status: line.status }))
    if (line.course !== course) moving.push({ ...line, course })
  }
  return ok(moving.length === 0 ? [] : [recoursed(state, order, moving, course, command.id, context.now)])
}

/** Into a fired course or to the drinks they fire at once; else they hold with their course. */
const recoursed = (
  state: State,
  order: Order,
  moving: readonly Line[],
  course: Course,
  commandId: CommandId,
  now: number,
): EventOf<'lines.recoursed'> => {
  const target = courseOf(order, course)
  const waitsForPromise = order.type === 'takeaway'
  const fires = !waitsForPromise && (course === 0 || target?.status === 'fired')
  const settled = moving.filter((line) => line.status !== 'asking')
  const refired = waitsForPromise ? settled.filter((line) => line.status === 'fired') : fires ? settled : []
  const held = settled.filter((line) => line.status === 'fired' && !refired.includes(line))
  const firing = fireLines(state, order, refired, commandId, now)
  const courses: CourseState[] = target === undefined && refired.length === 0 ? [{ course, status: 'held' }] : []
  return {
    type: 'lines.recoursed',
    orderId: order.id,
    lineIds: moving.map((line) => line.id),
    course,
    ticketIds: [...new Set(moving.flatMap((line) => openTicketsOfLine(state, line)))],
    held: held.map((line): LineId => line.id),
    firing,
    courses,
  }
}

const rushOrder: Decider<'order.rush'> = (state, command, context) => {
  const { orderId, course, on } = command.args
  const found = findOrder(state, orderId)
  if (!found.ok) return found
  const order = found.value
  const ticketIds = ticketsOf(state, order)
    .filter((ticket) => ticket.status === 'open' && ticket.rush !== on)
    .filter((ticket) => course === undefined || ticket.course === course)
    .map((ticket) => ticket.id)
  if (ticketIds.length === 0) return ok([])
  return ok([{ type: 'tickets.rushed', orderId: order.id, ticketIds, on, by: personOf(context) }])
}

const fireAtPromise: Decider<'order.fire-promised'> = (state, command, context) => {
  const found = findOrder(state, command.args.orderId)
  if (!found.ok) return found
  return ok(firePromised(state, found.value, command.id, context.now))
}

export const courseDeciders: DeciderTable<
  'course.fire' | 'course.hold' | 'lines.recourse' | 'order.rush' | 'order.fire-promised'
> = {
  'course.fire': fireCourse,
  'course.hold': holdCourse,
  'lines.recourse': recourse,
  'order.rush': rushOrder,
  'order.fire-promised': fireAtPromise,
}
