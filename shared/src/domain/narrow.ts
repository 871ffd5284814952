// An event as a room may hear it. Fields fall away by the type of the event alone; null: this room never hears of that type.
// Total over the types of events, so that a new one cannot slip into a room unseen.
import type { DomainEvent, EventOf, EventType, Recorded } from './events.ts'
import {
  catalogChangeFor,
  lineFor,
  lineModifiersFor,
  paymentFor,
  seesCosts,
  seesDrawer,
  seesPrices,
  sentLineFor,
} from './narrow/entities.ts'
import { type ReplicaRoom, seesAtLeast } from './rooms.ts'

type Narrower<Type extends EventType> = (event: EventOf<Type>, room: ReplicaRoom) => EventOf<Type> | null

const whole = <Event>(event: Event): Event => event

const from =
  (lowest: ReplicaRoom) =>
  <Event>(event: Event, room: ReplicaRoom): Event | null =>
    seesAtLeast(room, lowest) ? event : null

const closed = <Event extends { closing?: unknown }>(event: Event, room: ReplicaRoom): Event => {
  if (seesPrices(room)) return event
  const { closing: _closing, ...rest } = event
  return rest as Event
}

type Priced = { amount?: unknown; cost?: unknown; adjusted?: unknown }

/** Amounts go below the floor, costs below the office. */
const priced = <Event extends Priced>(event: Event, room: ReplicaRoom): Event => {
  if (seesCosts(room)) return event
  const { amount, cost: _cost, adjusted, ...rest } = event
  if (!seesPrices(room)) return rest as Event
  return {
    ...rest,
    ...(amount === undefined ? {} : { amount }),
    ...(adjusted === undefined ? {} : { adjusted }),
  } as Event
}

type Drawn = { cashShiftId?: unknown; cash?: unknown }

const drawn = <Event extends Drawn>(event: Event, room: ReplicaRoom): Event => {
  if (seesDrawer(room)) return event
  const { cashShiftId: _cashShiftId, cash: _cash, ...rest } = event
  return rest as Event
}

const paid = (event: EventOf<'payment.recorded'>, room: ReplicaRoom): EventOf<'payment.recorded'> => {
  const { payment, ...rest } = drawn(event, room)
  return payment === undefined || !seesPrices(room) ? rest : { ...rest, payment: paymentFor(payment, room) }
}

const openedFor = (event: EventOf<'order.opened'>, room: ReplicaRoom): EventOf<'order.opened'> => {
  if (seesPrices(room)) return event
  const { service: _service, ...order } = event.order
  return { ...event, order }
}

const roundFor = (event: EventOf<'round.sent'>, room: ReplicaRoom): EventOf<'round.sent'> => {
  if (seesCosts(room)) return event
  const lines = event.lines.map((line) => sentLineFor(line, room))
  if (seesPrices(room)) return { ...event, lines }
  const { taxes: _taxes, ...rest } = event
  return { ...rest, lines }
}

const narrowers: { readonly [Type in EventType]: Narrower<Type> } = {
  'order.opened': openedFor,
  'order.joined': whole,
  'order.covers-set': whole,
  'order.noted': whole,
  'order.promised': whole,
  'order.moved': whole,
  'order.merged': whole,
  'order.unmerged': whole,
  'lines.moved': (event, room) => {
    if (seesPrices(room)) return event
    const { adjustments: _adjustments, ...rest } = event
    return { ...rest, moves: event.moves.map(({ worth: _worth, ...move }) => move) }
  },
  'order.handed-over': whole,
  'order.closed': closed,
  'order.reopened': closed,
  'order.walked-out': closed,
  'table.cleared': whole,
  'allergy.declared': whole,
  'allergy.withdrawn': whole,
  'round.sent': roundFor,
  'round.refused': from('floor'),
  'round.dismissed': from('floor'),
  'round.answered': (event, room) => {
    if (seesPrices(room)) return event
    const { amounts: _amounts, adjusted: _adjusted, ...rest } = event
    return rest
  },
  'lines.fired': whole,
  'lines.held': whole,
  'lines.recoursed': whole,
  'line.taken-back': priced,
  'line.changed': (event, room) => {
    const { unitPrice, substitute, ...rest } = priced(event, room)
    return {
      ...rest,
      modifiers: lineModifiersFor(event.modifiers, room),
      ...(unitPrice === undefined || !seesPrices(room) ? {} : { unitPrice }),
      ...(substitute === undefined ? {} : { substitute: lineFor(substitute, room) }),
    }
  },
  'line.voided': priced,
  'void.judged': priced,
  'line.sent-back': (event, room) => {
    const { piece, adjustments, ...rest } = { ...priced(event, room), remake: lineFor(event.remake, room) }
    if (seesPrices(room)) return { ...rest, ...(piece && { piece }), ...(adjustments && { adjustments }) }
    return piece === undefined ? rest : { ...rest, piece: { lineId: piece.lineId, quantity: piece.quantity } }
  },
  'lines.served': whole,
  'line.shared': whole,
  'course.reminded': whole,
  'ticket.started': whole,
  'ticket.line-done': whole,
  'ticket.bumped': whole,
  'ticket.recalled': whole,
  'course.called': whole,
  'tickets.rushed': whole,
  'ticket.allergy-acknowledged': whole,
  'tickets.confirmed': whole,
  'ticket.seen': whole,
  'ticket.unconfirmed': whole,
  'ticket.print-asked': whole,
  'ticket.printed': whole,
  'printer.reported': whole,
  'ticket.claimed': whole,
  'station.switched': whole,
  'peak.set': whole,
  'pickup.taken': whole,
  'pickup.escalated': whole,
  'item.counted': whole,
  'ask.raised': whole,
  'ask.answered': whole,
  'call.raised': from('floor'),
  'call.taken': from('floor'),
  'call.resolved': from('floor'),
  'call.escalated': from('floor'),
  'adjustment.applied': from('floor'),
  'adjustment.removed': from('floor'),
  'service.set': from('floor'),
  'bill.asked': whole,
  'bill.taken': whole,
  'bill.printed': (event, room) => {
    if (seesPrices(room)) return event
    const { total: _total, part: _part, ...rest } = event
    return rest
  },
  'bill.print-reported': from('floor'),
  'payment.recorded': paid,
  'payment.corrected': (event, room) => (seesPrices(room) ? drawn(event, room) : null),
  'payment.refunded': (event, room) => (seesPrices(room) ? drawn(event, room) : null),
  'order.paid-set': whole,
  'cash.opened': from('front'),
  'cash.moved': from('front'),
  'cash.closed': from('front'),
  'staff.checked-out': from('front'),
  'day.closed': from('front'),
  'day.rolled': (event, room) => (seesDrawer(room) ? event : { type: event.type, from: event.from, to: event.to }),
  'clock.doubted': whole,
  'clock.confirmed': whole,
  'catalog.staged': (event, room) => ({ ...event, change: catalogChangeFor(event.change, room) }),
  'catalog.published': whole,
  'section.assigned': whole,
  'device.registered': whole,
  'access.revoked': whole,
  'access.restored': whole,
  'command.refused': from('office'),
  'nothing.changed': from('office'),
}

const narrowEvent = <Type extends EventType>(
  type: Type,
  event: EventOf<Type>,
  room: ReplicaRoom,
): DomainEvent | null => {
  const narrower: Narrower<Type> = narrowers[type]
  return narrower(event, room)
}

export const narrow = (recorded: Recorded, room: ReplicaRoom): Recorded | null => {
  const event = narrowEvent(recorded.event.type, recorded.event, room)
  if (event === recorded.event) return recorded
  return event === null ? null : { ...recorded, event }
}
