// The expediter at the pass: sees whole tables come together, calls the waiter, rushes what is late.

import { isCourseReady, uncalledLines } from '@comanda/shared/domain/readiness'
import { trait } from './chance.ts'
import { allTickets, isDrink, liveLines, openOrders } from './reading.ts'
import { type Habit, isUnlucky, minutes, type Scene, seconds, since } from './scene.ts'

const openTickets = ({ state }: Scene) => allTickets(state).filter((ticket) => ticket.status === 'open')

export const readAllergiesAtPass: Habit = function* (scene) {
  for (const ticket of allTickets(scene.state)) {
    const unread = ticket.status !== 'withdrawn' && ticket.allergyVersion > ticket.expoAcknowledged
    if (unread && since(scene, ticket.changedAt) > seconds(8))
      yield { type: 'ticket.acknowledge-allergy', args: { ticketId: ticket.id, role: 'expo' } }
  }
}

export const callWaiters: Habit = function* (scene) {
  for (const order of openOrders(scene.state)) {
    const courses = new Set(order.lines.filter((line) => line.status === 'ready').map((line) => line.course))
    for (const course of courses) {
      if (uncalledLines(order, course, []).length > 0 && isCourseReady(order, course, []))
        yield { type: 'course.call', args: { orderId: order.id, course } }
    }
  }
}

/** One dish keeps a whole table waiting: it goes out without. */
export const handOutEarly: Habit = function* (scene) {
  for (const order of openOrders(scene.state)) {
    const courses = new Set(order.lines.filter((line) => line.status === 'ready').map((line) => line.course))
    for (const course of courses) {
      const lines = liveLines(order).filter((line) => line.course === course && line.stations.length > 0)
      const late = lines.filter((line) => line.status === 'started')
      const waited = lines.some((line) => line.status === 'ready' && since(scene, line.readyAt) > minutes(7))
      const rest = lines.every((line) => line.status === 'started' || line.status === 'ready')
      if (
        late.length === 1 &&
        waited &&
        rest &&
        !lines.some(isDrink) &&
        isUnlucky(scene, 0.15, order.id, course, 'impatient')
      )
        yield { type: 'course.force-ready', args: { orderId: order.id, course } }
    }
  }
}

export const rushLate: Habit = function* (scene) {
  for (const ticket of openTickets(scene)) {
    const order = scene.state.orders.get(ticket.orderId)
    const target = Math.max(
      0,
      ...ticket.entries.map(({ lineId }) => order?.lines.find((line) => line.id === lineId)?.prepSeconds ?? 0),
    )
    const isLate = since(scene, ticket.firedAt) > target * 1_000
    if (isLate && !ticket.rush && !ticket.remake && trait(ticket.id, 'rush') < 0.4)
      yield { type: 'ticket.rush', args: { ticketId: ticket.id, on: true } }
  }
}

export const pressPeak: Habit = function* (scene) {
  const open = openTickets(scene).length
  if (!scene.state.peak && open > 26) yield { type: 'peak.set', args: { on: true } }
  if (scene.state.peak && open < 10) yield { type: 'peak.set', args: { on: false } }
}
