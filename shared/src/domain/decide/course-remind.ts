// A held course reminds its waiter once (ORD-6).
import { courseReminderAt } from '../course-reminder.ts'
import { type Decider, ok } from '../decision.ts'
import { findOrder } from '../find.ts'
import type { DeciderTable } from './decider-table.ts'

const remind: Decider<'course.remind'> = (state, command, context) => {
  const { orderId, course } = command.args
  const found = findOrder(state, orderId)
  if (!found.ok) return found
  const due = courseReminderAt(state, found.value, course)
  if (due === undefined || due > context.now) return ok([])
  return ok([{ type: 'course.reminded', orderId: found.value.id, course, at: context.now }])
}

export const courseRemindDeciders: DeciderTable<'course.remind'> = { 'course.remind': remind }
