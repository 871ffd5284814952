// Files what cooks do: start, done, bump, recall, and the dishes' way to the guests.
import type { LineId } from '../../model/ids.ts'
import type { Ticket } from '../../model/ticket.ts'
import { withCourses } from '../courses.ts'
import type { EvolverTable } from './evolver.ts'
import {
  inStatus,
  raised,
  updateLines,
  updateOrder,
  updateTickets,
  withoutPickups,
  withPickup,
  withSteps,
} from './update.ts'

const withDone = (ticket: Ticket, isOf: (lineId: LineId) => boolean, done: boolean): Ticket => ({
  ...ticket,
  entries: ticket.entries.map((entry) => (isOf(entry.lineId) && entry.done !== done ? { ...entry, done } : entry)),
})

export const cookingEvolvers: EvolverTable<
  | 'ticket.started'
  | 'ticket.line-done'
  | 'ticket.bumped'
  | 'ticket.recalled'
  | 'course.called'
  | 'lines.served'
  | 'pickup.taken'
  | 'pickup.escalated'
> = {
  'ticket.started': (state, event) =>
    updateTickets(
      updateOrder(state, event.orderId, (order) =>
        updateLines(order, event.lineIds, (line) => inStatus(line, 'started', event.at)),
      ),
      [event.ticketId],
      (ticket) => ({ ...ticket, startedAt: ticket.startedAt ?? event.at }),
    ),
  'ticket.line-done': (state, event) =>
    updateTickets(
      updateOrder(state, event.orderId, (order) => withSteps(order, event.steps, event.at)),
      [event.ticketId],
      (ticket) => withDone(ticket, (lineId) => lineId === event.lineId, event.done),
    ),
  'ticket.bumped': (state, event) =>
    updateTickets(
      updateOrder(state, event.orderId, (order) => {
        const stepped = withSteps(order, event.steps, event.at)
        const pickups = event.pickup === undefined ? stepped.pickups : withPickup(stepped.pickups, event.pickup)
        return { ...stepped, courses: withCourses(stepped.courses, event.courses), pickups }
      }),
      [event.ticketId],
      (ticket) => ({ ...withDone(ticket, () => true, true), status: 'bumped', bumpedAt: event.at }),
    ),
  'ticket.recalled': (state, event, recorded) => {
    const order = state.orders.get(event.orderId)
    const hasAllergy = order !== undefined && order.allergies.length > 0
    const ids = new Set(event.lineIds)
    return updateTickets(
      updateOrder(state, event.orderId, (known) => {
        const stepped = withSteps(known, event.steps, event.at)
        return { ...stepped, courses: withCourses(stepped.courses, event.courses) }
      }),
      [event.ticketId],
      (ticket) => ({
        ...withDone(raised(ticket, recorded, hasAllergy), (lineId) => ids.has(lineId), false),
        status: 'open',
      }),
    )
  },
  'course.called': (state, event) =>
    updateOrder(state, event.orderId, (order) => ({
      ...order,
      pickups: withPickup(order.pickups, event.pickup),
      courses: order.courses.map((course) =>
        course.course === event.course ? { ...course, readyAt: course.readyAt ?? event.at } : course,
      ),
    })),
  'lines.served': (state, event) =>
    updateOrder(state, event.orderId, (order) => {
      const served = updateLines(order, event.lineIds, (line) => inStatus(line, 'served', event.at))
      return withoutPickups({ ...served, courses: withCourses(served.courses, event.courses) }, event.lineIds)
    }),
  'pickup.taken': (state, event) =>
    updateOrder(state, event.orderId, (order) => ({
      ...order,
      pickups: order.pickups.map((pickup) =>
        pickup.course === event.course && pickup.readyAt === event.readyAt
          ? { ...pickup, takenBy: event.by, takenAt: event.at }
          : pickup,
      ),
    })),
  'pickup.escalated': (state, event) =>
    updateOrder(state, event.orderId, (order) => ({
      ...order,
      pickups: order.pickups.map((pickup) =>
        pickup.course === event.course && pickup.readyAt === event.readyAt ? { ...pickup, reach: event.reach } : pickup,
      ),
    })),
}
