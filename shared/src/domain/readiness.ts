// When a dish, a ticket and a course are ready, and whom that calls (KDS-8, KDS-20). A dish is ready when every one of its
// stations is done with it.
import type { LineId } from '../model/ids.ts'
import type { Course } from '../model/menu.ts'
import type { CourseState, Line, LineStatus, Order, Pickup } from '../model/order.ts'
import type { Ticket } from '../model/ticket.ts'
import { courseOf, drinks } from './courses.ts'
import { lineOf } from './find.ts'
import { isLive, lineAfter } from './line-steps.ts'
import type { State } from './state.ts'

export type Step = { lineId: LineId; status: LineStatus }

/** Whether a ticket is through with a line: done there, or not made there any more. */
const doneOn = (ticket: Ticket | undefined, lineId: LineId): boolean =>
  ticket === undefined ||
  ticket.status !== 'open' ||
  ticket.entries.every((entry) => entry.lineId !== lineId || entry.done)

const doneElsewhere = (state: State, line: Line, here: Ticket): boolean =>
  line.ticketIds.every((ticketId) => ticketId === here.id || doneOn(state.tickets.get(ticketId), line.id))

/** What becomes of a line when one ticket is done with it: ready, or started while other stations still work on it. */
export const stepWhenDone = (state: State, line: Line, here: Ticket): Step | undefined => {
  const status = lineAfter(line.status, doneElsewhere(state, line, here) ? 'finish' : 'start')
  return status === undefined ? undefined : { lineId: line.id, status }
}

/** Nothing is left to cook on it, should these lines be done too. Struck lines wait for their verdict. */
export const isTicketThrough = (order: Order, ticket: Ticket, doneNow: (lineId: LineId) => boolean): boolean =>
  ticket.entries.every((entry) => {
    if (entry.done || doneNow(entry.lineId)) return true
    const line = lineOf(order, entry.lineId)
    if (line === undefined || line.status === 'taken-back') return true
    return line.status === 'voided' && line.voided?.verdict !== undefined
  })

const madeLines = (order: Order, course: Course): Line[] =>
  order.lines.filter((line) => line.course === course && line.stations.length > 0 && isLive(line.status))

const isPickedUp = (order: Order, lineId: LineId): boolean =>
  order.pickups.some((pickup) => pickup.lineIds.includes(lineId))

const after = (line: Line, steps: readonly Step[]): LineStatus =>
  steps.find((step) => step.lineId === line.id)?.status ?? line.status

/** The lines of a course that stand ready and nobody was called for. */
export const uncalledLines = (order: Order, course: Course, steps: readonly Step[]): LineId[] =>
  madeLines(order, course)
    .filter((line) => after(line, steps) === 'ready' && !isPickedUp(order, line.id))
    .map((line) => line.id)

export const isCourseReady = (order: Order, course: Course, steps: readonly Step[]): boolean => {
  const lines = madeLines(order, course).filter((line) => line.status !== 'asking')
  return (
    lines.some((line) => after(line, steps) === 'ready') &&
    lines.every((line) => after(line, steps) === 'ready' || after(line, steps) === 'served')
  )
}

export type Readiness = { courses: CourseState[]; pickup?: Pickup }

const nothingReady: Readiness = { courses: [] }

/** What a course has come to with these steps: ready or not, and the call to fetch it, unless expo does the calling. */
export const readinessAfter = (
  state: State,
  order: Order,
  course: Course,
  steps: readonly Step[],
  now: number,
): Readiness => {
  const ready = isCourseReady(order, course, steps)
  if (!ready && course !== drinks) return nothingReady
  const before = courseOf(order, course)
  const courses = ready && before !== undefined ? [{ ...before, readyAt: now }] : []
  const lineIds = state.catalog.settings.hasExpo ? [] : uncalledLines(order, course, steps)
  return lineIds.length === 0 ? { courses } : { courses, pickup: { course, lineIds, readyAt: now, reach: 0 } }
}
