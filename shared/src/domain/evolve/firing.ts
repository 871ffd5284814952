// Files a firing: tickets open, running ones grow under their ADD-ON rule, lines learn their tickets.
import type { OrderId } from '../../model/ids.ts'
import type { Line, Order } from '../../model/order.ts'
import type { Ticket } from '../../model/ticket.ts'
import { withCourses } from '../courses.ts'
import type { Firing, TicketOpening } from '../events/firing.ts'
import type { Recorded } from '../events.ts'
import type { State } from '../state.ts'
import { inStatus, raised } from './update.ts'

const opened = (opening: TicketOpening, orderId: OrderId, recorded: Recorded, hasAllergy: boolean): Ticket => ({
  id: opening.ticketId,
  orderId,
  course: opening.course,
  stationId: opening.stationId,
  ...(opening.firedFor === undefined ? {} : { firedFor: opening.firedFor }),
  firedAt: opening.firedAt,
  status: 'open',
  rush: opening.rush,
  remake: opening.remake,
  entries: opening.lineIds.map((lineId) => ({ lineId, done: false })),
  version: recorded.seq,
  changedAt: recorded.at,
  confirmed: 0,
  alarmed: 0,
  backupPrinted: 0,
  printAsked: 0,
  printed: 0,
  allergyAcknowledged: 0,
  expoAcknowledged: 0,
  allergyVersion: hasAllergy ? recorded.seq : 0,
  ...(opening.quiet === true ? { startedAt: opening.firedAt } : {}),
})

const firedLine = (line: Line, firing: Firing): Line => {
  const fired = firing.lines.find((other) => other.lineId === line.id)
  if (fired === undefined) return line
  const at = { ...line, firedAt: firing.at }
  return { ...inStatus(at, fired.status, firing.at), ticketIds: fired.ticketIds }
}

/** `order` is what the event has made of it so far. */
export const withFiring = (state: State, order: Order, firing: Firing, recorded: Recorded): State => {
  const hasAllergy = order.allergies.length > 0
  let tickets = state.tickets.setAll(
    firing.opened.map((opening) => [opening.ticketId, opened(opening, order.id, recorded, hasAllergy)] as const),
  )
  for (const addition of firing.addedTo) {
    const ticket = tickets.get(addition.ticketId)
    if (ticket === undefined) continue
    const added = addition.lineIds.map((lineId) => ({ lineId, addedAt: firing.at, done: false }))
    const entries = [...ticket.entries.filter((entry) => !addition.lineIds.includes(entry.lineId)), ...added]
    tickets = tickets.set(ticket.id, { ...raised(ticket, recorded, hasAllergy), entries })
  }
  const fired: Order = {
    ...order,
    lines: firing.lines.length === 0 ? order.lines : order.lines.map((line) => firedLine(line, firing)),
    courses: withCourses(order.courses, firing.courses),
  }
  return { ...state, tickets, orders: state.orders.set(order.id, fired) }
}
