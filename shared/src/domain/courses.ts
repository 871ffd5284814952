// Which courses of an order fire by themselves (ORD-6), and how each course stands.
import type { Course } from '../model/menu.ts'
import type { CourseState, Line, Order } from '../model/order.ts'
import { isLive } from './line-steps.ts'
import type { State } from './state.ts'

/** Drinks: fired at once, outside the order of courses. */
export const drinks: Course = 0

export const courseOf = (order: Order, course: Course): CourseState | undefined =>
  order.courses.find((state) => state.course === course)

export const isCourseFired = (order: Order, course: Course): boolean => courseOf(order, course)?.status === 'fired'

/** With these states put in the place of the old ones. In the order of the courses. */
export const withCourses = (courses: readonly CourseState[], changed: readonly CourseState[]): CourseState[] => {
  if (changed.length === 0) return courses as CourseState[]
  const kept = courses.filter((state) => !changed.some((other) => other.course === state.course))
  return [...kept, ...changed].sort((a, b) => a.course - b.course)
}

const waitsFor = (line: Line): boolean =>
  line.course !== drinks &&
  line.status !== 'asking' &&
  isLive(line.status) &&
  line.status !== 'served' &&
  line.stations.length > 0

const lowest = (courses: Iterable<Course>): Course | undefined => {
  let found: Course | undefined
  for (const course of courses) if (course !== drinks && (found === undefined || course < found)) found = course
  return found
}

const highestFired = (order: Order): Course => {
  let found: Course = drinks
  for (const state of order.courses) if (state.status === 'fired' && state.course > found) found = state.course
  return found
}

/**
 * Which of the courses now sent fire at once: drinks; what joins a fired course or comes before one; and the lowest of
 * them when the kitchen owes this order nothing else. The others hold.
 */
export const coursesFiringAtSend = (order: Order, sent: Iterable<Course>): ReadonlySet<Course> => {
  const courses = new Set(sent)
  const fired = highestFired(order)
  const firing = new Set<Course>()
  for (const course of courses)
    if (course === drinks || course < fired || isCourseFired(order, course)) firing.add(course)
  const first = lowest(courses)
  if (first !== undefined && !order.lines.some(waitsFor)) firing.add(first)
  return firing
}

/** How a course stands when lines of it fire: what was ready or served before is not any more. */
export const firedCourse = (order: Order, course: Course, at: number): CourseState => {
  const before = courseOf(order, course)
  return { course, status: 'fired', firedAt: before?.status === 'fired' ? (before.firedAt ?? at) : at }
}

/** When a takeaway must fire to be ready at its promise: its longest dish, or the usual time when a dish has none of its own. */
export const promisedFiring = (state: State, order: Order, lines: readonly Line[]): number | undefined => {
  if (order.type !== 'takeaway' || order.promisedAt === undefined) return undefined
  let seconds = 0
  for (const line of lines) {
    if (line.stations.length === 0) continue
    const known = state.catalog.items[line.itemId]?.prepSeconds !== undefined
    seconds = Math.max(seconds, known ? line.prepSeconds : state.catalog.settings.thresholds.takeawayPrep)
  }
  return order.promisedAt - seconds * 1000
}
