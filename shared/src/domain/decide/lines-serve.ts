// Dishes reach the guests, from the pass or from the waiter's hand (KDS-11). A ticket whose every dish was taken is done,
// pressed or not: that is how a printed ticket ends (KDS-21).
import type { LineId } from '../../model/ids.ts'
import type { CourseState, Line, Order } from '../../model/order.ts'
import { homeOfLine } from '../aliases.ts'
import type { CommandOf } from '../commands.ts'
import { type Decider, ok, type Result, refuse } from '../decision.ts'
import { type DomainError, error } from '../errors.ts'
import type { DomainEvent } from '../events.ts'
import { findOrder, lineOf, personIfAny } from '../find.ts'
import { isLive, lineAfter } from '../line-steps.ts'
import { ticketsOfLines } from '../order-tickets.ts'
import { isTicketThrough } from '../readiness.ts'
import type { State } from '../state.ts'
import { bumpOf } from '../ticket-bump.ts'
import type { DeciderTable } from './decider-table.ts'

/** The courses of which every line is now served. */
export const servedCourses = (order: Order, served: ReadonlySet<LineId>, now: number): CourseState[] =>
  order.courses
    .filter((state) => state.servedAt === undefined)
    .filter((state) => {
      const lines = order.lines.filter((line) => line.course === state.course && isLive(line.status))
      const touched = lines.some((line) => served.has(line.id))
      return touched && lines.every((line) => line.status === 'served' || served.has(line.id))
    })
    .map((state) => ({ ...state, servedAt: now }))

export const servingEvents = (
  state: State,
  order: Order,
  lines: readonly Line[],
  now: number,
  by: { by?: Line['sellerId'] },
) => {
  const ids = new Set(lines.map((line) => line.id))
  const courses = servedCourses(order, ids, now)
  const events: DomainEvent[] = [
    { type: 'lines.served', orderId: order.id, lineIds: [...ids], at: now, ...by, courses },
  ]
  const after: Order = {
    ...order,
    lines: order.lines.map((line) => (ids.has(line.id) ? { ...line, status: 'served' } : line)),
  }
  const isServed = (id: LineId): boolean => lineOf(after, id)?.status === 'served'
  for (const ticket of ticketsOfLines(state, lines))
    if (ticket.status === 'open' && isTicketThrough(after, ticket, isServed))
      events.push(bumpOf(state, after, ticket, now, { ...by, silent: true }))
  return events
}

/** The lines still to be served, each with the order in which it is now. */
const servable = (state: State, args: CommandOf<'lines.serve'>['args']): Result<Map<Order, Line[]>, DomainError> => {
  const serving = new Map<Order, Line[]>()
  for (const lineId of new Set(args.lineIds)) {
    const found = findOrder(state, homeOfLine(state, args.orderId, lineId))
    if (!found.ok) return found
    const line = lineOf(found.value, lineId)
    if (line === undefined) return refuse(error('line-not-found', { lineId }))
    // already served, or struck meanwhile: nothing to carry
    if (line.status === 'served' || !isLive(line.status)) continue
    if (lineAfter(line.status, 'serve') === undefined)
      return refuse(error('line-not-in-state', { lineId, status: line.status }))
    serving.set(found.value, [...(serving.get(found.value) ?? []), line])
  }
  return ok(serving)
}

const serveLines: Decider<'lines.serve'> = (state, command, context) => {
  const serving = servable(state, command.args)
  if (!serving.ok) return serving
  const by = personIfAny(context)
  return ok([...serving.value].flatMap(([order, lines]) => servingEvents(state, order, lines, context.now, by)))
}

export const linesServeDeciders: DeciderTable<'lines.serve'> = { 'lines.serve': serveLines }
