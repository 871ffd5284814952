// Timers are data: the state says what is due when, so nothing that was waited for is lost by a restart.
import type { CallId, OrderId, TicketId } from '../model/ids.ts'
import { dayRollsAt } from './day-due.ts'
import { orderIdsOf } from './event-orders.ts'
import type { Firing } from './events/firing.ts'
import type { DomainEvent } from './events.ts'
import type { State } from './state.ts'
import { type Due as DueCommand, type Subject as DueSubject, dueAt } from './timers/due.ts'
import { orderDues } from './timers/order-dues.ts'
import { ticketDues } from './timers/ticket-dues.ts'

export type Due = DueCommand
export type Subject = DueSubject

const day: Subject = { kind: 'day', id: 'day' }

const callDues = (state: State, callId: CallId): Due[] => {
  const call = state.calls.get(callId)
  if (call === undefined || call.resolvedAt !== undefined || call.takenBy !== undefined) return []
  const { callToArea, callToFront } = state.catalog.settings.thresholds
  return [
    { reach: 1, wait: callToArea },
    { reach: 2, wait: callToFront },
  ]
    .filter(({ reach }) => reach > call.reach)
    .map(({ reach, wait }) =>
      dueAt(call.at + wait * 1000, callId, reach, { type: 'call.escalate', args: { callId, reach } }),
    )
}

const dayDues = (state: State): Due[] => [
  dueAt(dayRollsAt(state), 'day', state.day.date ?? '', { type: 'day.roll', args: {} }),
]

export const duesOf = (state: State, subject: Subject): readonly Due[] => {
  switch (subject.kind) {
    case 'order': {
      const order = state.orders.get(subject.id)
      return order === undefined ? [] : orderDues(state, order)
    }
    case 'ticket': {
      const ticket = state.tickets.get(subject.id)
      return ticket === undefined ? [] : ticketDues(state, ticket)
    }
    case 'call':
      return callDues(state, subject.id)
    case 'day':
      return dayDues(state)
    default:
      return subject satisfies never
  }
}

type Visit = (subject: Subject) => void

const visitTickets = (visit: Visit, tickets: readonly { readonly ticketId: TicketId }[]): void => {
  for (const { ticketId } of tickets) visit({ kind: 'ticket', id: ticketId })
}

const visitIds = (visit: Visit, ticketIds: readonly TicketId[]): void => {
  for (const ticketId of ticketIds) visit({ kind: 'ticket', id: ticketId })
}

const visitFiring = (visit: Visit, { opened, addedTo }: Firing): void => {
  visitTickets(visit, opened)
  visitTickets(visit, addedTo)
}

/** Whose dues an event may have changed; some more than once. */
export const visitSubjects = (event: DomainEvent, visit: Visit): void => {
  for (const id of orderIdsOf(event)) visit({ kind: 'order', id })
  if ('ticketId' in event) visit({ kind: 'ticket', id: event.ticketId })
  if ('ticketIds' in event) visitIds(visit, event.ticketIds)
  if ('warned' in event) visitIds(visit, event.warned)
  if ('firing' in event) visitFiring(visit, event.firing)
  switch (event.type) {
    case 'round.sent':
    case 'tickets.confirmed':
      visitTickets(visit, event.tickets)
      break
    case 'lines.moved':
      visitIds(visit, event.rehomed)
      visitTickets(visit, event.opened)
      break
    case 'call.raised':
      visit({ kind: 'call', id: event.call.id })
      break
    case 'day.rolled':
    case 'day.closed':
    case 'catalog.published':
      visit(day)
      break
    default:
      if ('callId' in event) visit({ kind: 'call', id: event.callId })
  }
}

const ids = <Id extends OrderId | TicketId | CallId>(table: { entries(): Iterable<[Id, unknown]> }): Id[] =>
  [...table.entries()].map(([id]) => id)

export const allSubjects = (state: State): readonly Subject[] => [
  ...ids(state.orders).map((id): Subject => ({ kind: 'order', id })),
  ...ids(state.tickets).map((id): Subject => ({ kind: 'ticket', id })),
  ...ids(state.calls).map((id): Subject => ({ kind: 'call', id })),
  day,
]
