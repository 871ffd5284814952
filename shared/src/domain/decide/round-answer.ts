// A round that waited too long on a tablet asks its waiter before it fires (ORD-18): fire it as if it were sent now, or drop it.
import type { Course } from '../../model/menu.ts'
import type { CourseState, Line, Order } from '../../model/order.ts'
import { adjustedAfter } from '../adjustments.ts'
import { grossOf } from '../bill.ts'
import { billChangeOf } from '../bill-change.ts'
import type { Numbered } from '../commands.ts'
import { CountTally } from '../counts.ts'
import { courseOf, firedCourse } from '../courses.ts'
import { type Decider, ok, refuse } from '../decision.ts'
import { error } from '../errors.ts'
import type { Firing } from '../events/firing.ts'
import type { EventOf } from '../events.ts'
import { findOpenOrder } from '../find.ts'
import { FiringPlan, firedStatus, noFiring } from '../firing.ts'
import type { State } from '../state.ts'
import type { DeciderTable } from './decider-table.ts'
import { firingCourses } from './round-send.ts'

type Answer = Numbered<'round.answer'>

const fired = (state: State, order: Order, command: Answer, asked: readonly Line[], now: number): Firing => {
  const firing = firingCourses(state, order, asked, now)
  const plan = new FiringPlan(state, order, command.id, now)
  const courses = new Map<Course, CourseState>()
  const lines: Firing['lines'] = asked.map((line) => {
    if (line.stations.length === 0) return { lineId: line.id, status: 'served', ticketIds: [] }
    if (!firing.has(line.course)) {
      if (courseOf(order, line.course) === undefined) courses.set(line.course, { course: line.course, status: 'held' })
      return { lineId: line.id, status: 'held', ticketIds: [] }
    }
    courses.set(line.course, firedCourse(order, line.course, now))
    return { lineId: line.id, status: firedStatus(line, false), ticketIds: plan.add(line) }
  })
  return plan.firing(lines, [...courses.values()])
}

type Dropped = Pick<EventOf<'round.answered'>, 'dropped' | 'counts' | 'amounts' | 'adjusted'>

const dropped = (state: State, order: Order, asked: readonly Line[], now: number): Dropped => {
  const tally = new CountTally(state, now)
  let standing: Pick<Order, 'adjustments'> = order
  const adjusted = { discounts: 0, comps: 0 }
  const amounts: NonNullable<Dropped['amounts']> = []
  for (const line of asked) {
    tally.giveBack(line.itemId, line.quantity)
    const gross = grossOf(line)
    const after = adjustedAfter(standing, line.id, gross, 0)
    const { discounts, comps } = after ?? { discounts: 0, comps: 0 }
    amounts.push({ lineId: line.id, quantity: line.quantity, gross, discounts, comps })
    if (after === undefined) continue
    standing = after
    adjusted.discounts += discounts
    adjusted.comps += comps
  }
  const { adjustments } = standing
  return {
    dropped: asked.map((line) => line.id),
    counts: tally.changed(),
    ...(order.adjustments === undefined ? {} : { amounts }),
    ...(standing === order || adjustments === undefined ? {} : { adjusted: { ...adjusted, adjustments } }),
  }
}

const answerRound: Decider<'round.answer'> = (state, command, context) => {
  const { orderId, roundId, fire } = command.args
  const found = findOpenOrder(state, orderId)
  if (!found.ok) return found
  const order = found.value
  const lines = order.lines.filter((line) => line.roundId === roundId)
  if (lines.length === 0) return refuse(error('round-not-found', { roundId }))
  const asked = lines.filter((line) => line.status === 'asking')
  if (asked.length === 0) return refuse(error('already-answered', { roundId }))
  const answered = { type: 'round.answered', orderId: order.id, roundId, fire } as const
  const { now } = context
  if (!fire) {
    const allowed = billChangeOf(state, order, context)
    if (!allowed.ok) return allowed
    return ok([{ ...answered, firing: noFiring(now), ...dropped(state, order, asked, now), ...allowed.value }])
  }
  return ok([{ ...answered, firing: fired(state, order, command, asked, now), dropped: [], counts: [] }])
}

export const roundAnswerDeciders: DeciderTable<'round.answer'> = { 'round.answer': answerRound }
