// What follows when a line goes away: a ticket whose other lines are all done is done, and a course that waited for it alone
// is ready to be fetched.
import type { LineId, OrderId, TicketId } from '../model/ids.ts'
import type { Course } from '../model/menu.ts'
import { courseOf } from './courses.ts'
import { isCourseReady, isTicketThrough, uncalledLines } from './readiness.ts'
import type { Story } from './story.ts'
import { bumpOf } from './ticket-bump.ts'

const nobody = (_lineId: LineId): boolean => false

/** Bumps what is through, by itself. */
export const bumpWhatIsThrough = (story: Story, ticketIds: readonly TicketId[]): void => {
  for (const ticketId of ticketIds) {
    const ticket = story.state.tickets.get(ticketId)
    const order = ticket && story.state.orders.get(ticket.orderId)
    if (ticket?.status !== 'open' || order === undefined) continue
    const anyDone = ticket.entries.some((entry) => entry.done)
    if (anyDone && isTicketThrough(order, ticket, nobody))
      story.tell(bumpOf(story.state, order, ticket, story.now, { silent: true }))
  }
}

/** Calls for a course that has become ready without a bump. With an expo, expo calls. */
export const callWhatIsReady = (story: Story, orderId: OrderId, course: Course): void => {
  const order = story.state.orders.get(orderId)
  if (order === undefined || story.state.catalog.settings.hasExpo) return
  if (courseOf(order, course)?.readyAt !== undefined || !isCourseReady(order, course, [])) return
  const lineIds = uncalledLines(order, course, [])
  if (lineIds.length === 0) return
  const { now } = story
  story.tell({
    type: 'course.called',
    orderId,
    course,
    at: now,
    pickup: { course, lineIds, readyAt: now, reach: 0 },
  })
}
