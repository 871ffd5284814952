// When a held course reminds its waiter (ORD-6): so long after the one before it was served, or, not served yet, was ready.
import type { Course } from '../model/menu.ts'
import type { CourseState, Order } from '../model/order.ts'
import { courseOf, drinks } from './courses.ts'
import type { State } from './state.ts'

const courseBefore = (order: Order, course: Course): CourseState | undefined =>
  order.courses.filter((state) => state.course < course && state.course !== drinks && state.status === 'fired').at(-1)

export const courseReminderAt = (state: State, order: Order, course: Course): number | undefined => {
  const held = courseOf(order, course)
  if (order.status !== 'open' || held?.remindedAt !== undefined) return undefined
  if (!order.lines.some((line) => line.course === course && line.status === 'held')) return undefined
  const before = courseBefore(order, course)
  const { courseReminderAfterServed, courseReminderAfterReady } = state.catalog.settings.thresholds
  if (before?.servedAt !== undefined) return before.servedAt + courseReminderAfterServed * 1000
  return before?.readyAt === undefined ? undefined : before.readyAt + courseReminderAfterReady * 1000
}
