// A cook's hand on a ticket: start, a line done or not, bump, recall (KDS-4, KDS-5, KDS-18, KDS-19).
import type { Order } from '../../model/order.ts'
import type { Ticket } from '../../model/ticket.ts'
import { type Decider, ok, type Result, refuse } from '../decision.ts'
import { type DomainError, error } from '../errors.ts'
import type { DomainEvent, EventOf } from '../events.ts'
import { findOpenTicket, lineOf, personIfAny } from '../find.ts'
import { isLive, lineAfter } from '../line-steps.ts'
import { isTicketThrough, stepWhenDone } from '../readiness.ts'
import type { State } from '../state.ts'
import { bumpOf } from '../ticket-bump.ts'
import type { DeciderTable } from './decider-table.ts'

/** The lines that a start starts now. */
export const startOf = (order: Order, ticket: Ticket, now: number): EventOf<'ticket.started'>[] => {
  const lineIds = ticket.entries
    .filter((entry) => lineOf(order, entry.lineId)?.status === 'fired')
    .map((entry) => entry.lineId)
  if (lineIds.length === 0) return []
  return [{ type: 'ticket.started', orderId: order.id, ticketId: ticket.id, lineIds, at: now }]
}

const allergySeen = (ticket: Ticket): Result<undefined, DomainError> =>
  ticket.allergyVersion > ticket.allergyAcknowledged
    ? refuse(error('allergy-not-acknowledged', { ticketId: ticket.id }))
    : ok(undefined)

const startTicket: Decider<'ticket.start'> = (state, command, context) => {
  const found = findOpenTicket(state, command.args.ticketId)
  if (!found.ok) return found
  return ok(startOf(found.value.order, found.value.ticket, context.now))
}

const lineDoneNow = (state: State, order: Order, ticket: Ticket, lineId: Order['lines'][number]['id'], at: number) => {
  const line = lineOf(order, lineId)
  const started = startOf(order, ticket, at)
  const step = line && stepWhenDone(state, line, ticket)
  const steps = step === undefined || (step.status === 'started' && started.length > 0) ? [] : [step]
  const done: EventOf<'ticket.line-done'> = {
    type: 'ticket.line-done',
    orderId: order.id,
    ticketId: ticket.id,
    lineId,
    done: true,
    at,
    steps,
  }
  return { started, done }
}

/** The order as these events leave it, as far as a bump in the same command must know. */
const ahead = (order: Order, started: EventOf<'ticket.started'>[], done: EventOf<'ticket.line-done'>): Order => ({
  ...order,
  lines: order.lines.map((line) => {
    const step = done.steps.find((other) => other.lineId === line.id)
    if (step !== undefined) return { ...line, status: step.status }
    return started.some((event) => event.lineIds.includes(line.id)) ? { ...line, status: 'started' } : line
  }),
})

const markLineDone: Decider<'ticket.line-done'> = (state, command, context) => {
  const { ticketId, lineId, done } = command.args
  const found = findOpenTicket(state, ticketId)
  if (!found.ok) return found
  const { order, ticket } = found.value
  const entry = ticket.entries.find((other) => other.lineId === lineId)
  const line = lineOf(order, lineId)
  if (entry === undefined || line === undefined) return refuse(error('line-not-found', { lineId }))
  if (!isLive(line.status)) return refuse(error('line-not-in-state', { lineId, status: line.status }))
  if (entry.done === done) return ok([])
  const at = context.now
  if (!done) {
    const status = lineAfter(line.status, 'undo')
    const steps = status === undefined ? [] : [{ lineId, status }]
    return ok([{ type: 'ticket.line-done', orderId: order.id, ticketId, lineId, done, at, steps }])
  }
  const seen = allergySeen(ticket)
  if (!seen.ok) return seen
  const { started, done: marked } = lineDoneNow(state, order, ticket, lineId, at)
  const events: DomainEvent[] = [...started, marked]
  if (isTicketThrough(order, ticket, (id) => id === lineId))
    events.push(bumpOf(state, ahead(order, started, marked), ticket, at, personIfAny(context)))
  return ok(events)
}

const bumpTicket: Decider<'ticket.bump'> = (state, command, context) => {
  const found = findOpenTicket(state, command.args.ticketId)
  if (!found.ok) return found
  const { order, ticket } = found.value
  const seen = allergySeen(ticket)
  if (!seen.ok) return seen
  return ok([bumpOf(state, order, ticket, context.now, personIfAny(context))])
}

export const kitchenTicketDeciders: DeciderTable<'ticket.start' | 'ticket.line-done' | 'ticket.bump'> = {
  'ticket.start': startTicket,
  'ticket.line-done': markLineDone,
  'ticket.bump': bumpTicket,
}
