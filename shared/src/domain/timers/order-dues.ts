// What an order waits for: verdicts, reminders of held courses, a takeaway's promise, dishes that nobody fetches.
import type { Order } from '../../model/order.ts'
import { courseReminderAt } from '../course-reminder.ts'
import { promisedFiring } from '../courses.ts'
import type { State } from '../state.ts'
import { type Due, dueAt } from './due.ts'

const verdicts = (state: State, order: Order): Due[] => {
  const wait = state.catalog.settings.thresholds.verdict * 1000
  const dues: Due[] = []
  for (const { id: lineId, voided } of order.lines) {
    if (voided === undefined || voided.verdict !== undefined) continue
    dues.push(dueAt(voided.at + wait, lineId, voided.at, { type: 'void.assume', args: { orderId: order.id, lineId } }))
  }
  return dues
}

const reminders = (state: State, order: Order): Due[] =>
  order.courses.flatMap(({ course, status }) => {
    if (status !== 'held') return []
    const at = courseReminderAt(state, order, course)
    if (at === undefined) return []
    return [dueAt(at, `${order.id}~${course}`, at, { type: 'course.remind', args: { orderId: order.id, course } })]
  })

const promise = (state: State, order: Order): Due[] => {
  if (order.promisedAt === undefined) return []
  const held = order.lines.filter((line) => line.status === 'held')
  const at = held.length === 0 ? undefined : promisedFiring(state, order, held)
  if (at === undefined || order.status === 'merged') return []
  // a line that joins later is waited for anew
  const version = `${at}~${held.at(-1)?.id}`
  return [dueAt(at, order.id, version, { type: 'order.fire-promised', args: { orderId: order.id } })]
}

const pickups = (state: State, order: Order): Due[] => {
  if (order.pickups.length === 0) return []
  const { readyToArea, readyToFront } = state.catalog.settings.thresholds
  const reaches = [
    { reach: 1, wait: readyToArea * 1000 },
    { reach: 2, wait: readyToFront * 1000 },
  ]
  return order.pickups.flatMap(({ course, readyAt, takenBy, reach: reached }) => {
    if (takenBy !== undefined) return []
    return reaches
      .filter(({ reach }) => reach > reached)
      .map(({ reach, wait }) =>
        dueAt(readyAt + wait, `${order.id}~${course}~${readyAt}`, reach, {
          type: 'pickup.escalate',
          args: { orderId: order.id, course, readyAt, reach },
        }),
      )
  })
}

export const orderDues = (state: State, order: Order): Due[] => [
  ...verdicts(state, order),
  ...reminders(state, order),
  ...promise(state, order),
  ...pickups(state, order),
]
