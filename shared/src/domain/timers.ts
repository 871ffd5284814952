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

const ofFiring = ({ opened, addedTo }: Firing): TicketId[] => [
  ...opened.map(({ ticketId }) => ticketId),
  ...addedTo.map(({ ticketId }) => ticketId),
]

const ticketIdsOf = (event: DomainEvent): TicketId[] => {
  const found: TicketId[] = []
  if ('ticketId' in event) found.push(event.ticketId)
  if ('ticketIds' in event) found.push(...event.ticketIds)
  if ('warned' in event) found.push(...event.warned)
  if ('firing' in event) found.push(...ofFiring(event.firing))
  if (event.type === 'round.sent') found.push(...event.tickets.map(({ ticketId }) => ticketId))
  if (event.type === 'lines.moved') found.push(...event.rehomed, ...event.opened.map(({ ticketId }) => ticketId))
  if (event.type === 'tickets.confirmed') found.push(...event.tickets.map(({ ticketId }) => ticketId))
  return found
}

const callIdsOf = (event: DomainEvent): CallId[] => {
  if (event.type === 'call.raised') return [event.call.id]
  return 'callId' in event ? [event.callId] : []
}

/** Whose dues an event may have changed. */
export const subjectsOf = (event: DomainEvent): readonly Subject[] => [
  ...orderIdsOf(event).map((id): Subject => ({ kind: 'order', id })),
  ...ticketIdsOf(event).map((id): Subject => ({ kind: 'ticket', id })),
  ...callIdsOf(event).map((id): Subject => ({ kind: 'call', id })),
  ...(event.type === 'day.rolled' || event.type === 'day.closed' || event.type === 'catalog.published' ? [day] : []),
]

const ids = <Id extends OrderId | TicketId | CallId>(table: { entries(): Iterable<[Id, unknown]> }): Id[] =>
  [...table.entries()].map(([id]) => id)

export const allSubjects = (state: State): readonly Subject[] => [
  ...ids(state.orders).map((id): Subject => ({ kind: 'order', id })),
  ...ids(state.tickets).map((id): Subject => ({ kind: 'ticket', id })),
  ...ids(state.calls).map((id): Subject => ({ kind: 'call', id })),
  day,
]
