// Files what fires, holds and changes its course.
import type { Order } from '../../model/order.ts'
import { courseOf, withCourses } from '../courses.ts'
import type { EvolverTable } from './evolver.ts'
import { withFiring } from './firing.ts'
import { withoutLines } from './tickets.ts'
import { inStatus, updateLines, updateOrder } from './update.ts'

export const coursingEvolvers: EvolverTable<'lines.fired' | 'lines.held' | 'lines.recoursed' | 'course.reminded'> = {
  'lines.fired': (state, event, recorded) => {
    const order = state.orders.get(event.orderId)
    return order === undefined ? state : withFiring(state, order, event.firing, recorded)
  },
  'lines.held': (state, event, recorded) =>
    updateOrder(withoutLines(state, event.ticketIds, event.lineIds, recorded), event.orderId, (order) => ({
      ...updateLines(order, event.lineIds, (line) => inStatus(line, 'held', recorded.at)),
      courses: withCourses(order.courses, event.courses),
    })),
  'lines.recoursed': (state, event, recorded) => {
    const off = withoutLines(state, event.ticketIds, event.lineIds, recorded)
    const order = off.orders.get(event.orderId)
    if (order === undefined) return off
    const moved: Order = {
      ...updateLines(order, event.lineIds, (line) => ({ ...line, course: event.course })),
      courses: withCourses(order.courses, event.courses),
    }
    const held = updateLines(moved, event.held, (line) => inStatus(line, 'held', recorded.at))
    return withFiring(off, held, event.firing, recorded)
  },
  'course.reminded': (state, event) =>
    updateOrder(state, event.orderId, (order) => {
      const course = courseOf(order, event.course)
      if (course === undefined) return order
      return { ...order, courses: withCourses(order.courses, [{ ...course, remindedAt: event.at }]) }
    }),
}
