// What went on around the money: orders opened, tickets bumped, calls answered, food thrown away.
import type { EventOf } from '@comanda/shared/domain/events'
import type { FactRow } from '../facts-port.ts'
import { flag, type Place } from './place.ts'
import { cutRows, soldRows } from './sales.ts'
import { factCalls, factOrders, factTickets, factWaste } from './tables.ts'

export const openedRows = (place: Place, { order }: EventOf<'order.opened'>): FactRow[] => [
  factOrders.row({
    ...place,
    order_id: order.id,
    type: order.type,
    table_id: order.tableId ?? null,
    staff_id: order.waiterId,
  }),
]

export const movedRows = (place: Place, { orderId, to, moves }: EventOf<'lines.moved'>): FactRow[] =>
  moves.flatMap(({ lineId, pieceId, quantity, worth }) =>
    pieceId === undefined ? [] : cutRows(place, { from: orderId, to }, lineId, { lineId: pieceId, quantity, worth }),
  )

export function bumpedRows(place: Place, event: EventOf<'ticket.bumped'>): FactRow[] {
  const { speed } = event
  if (speed === undefined || event.forced === true) return []
  return [
    factTickets.row({
      ...place,
      ticket_id: event.ticketId,
      station_id: speed.stationId,
      fired_at: speed.firedAt,
      target_seconds: speed.targetSeconds,
      lines: speed.lines,
    }),
  ]
}

/** A void that nobody has to judge is judged with it. */
export function voidVerdictRows(place: Place, event: EventOf<'line.voided'>): FactRow[] {
  const { verdict } = event.void
  if (verdict === undefined) return []
  return [
    factWaste.row({
      ...place,
      order_id: event.orderId,
      line_id: event.piece?.lineId ?? event.lineId,
      cause: 'void',
      verdict,
      assumed: 0,
      quantity: event.quantity,
      cost: verdict === 'made' ? (event.cost ?? 0) : 0,
      reason: event.void.reason,
      staff_id: event.void.by,
    }),
  ]
}

/** How many and why stand with the void itself. */
export const judgedRows = (place: Place, event: EventOf<'void.judged'>): FactRow[] => [
  factWaste.row({
    ...place,
    order_id: event.orderId,
    line_id: event.lineId,
    cause: 'void',
    verdict: event.verdict,
    assumed: flag(event.assumed),
    quantity: null,
    cost: event.verdict === 'made' ? (event.cost ?? 0) : 0,
    reason: null,
    staff_id: event.by ?? null,
  }),
]

export const sentBackRows = (place: Place, event: EventOf<'line.sent-back'>): FactRow[] => [
  ...(event.piece === undefined
    ? []
    : cutRows(place, { from: event.orderId, to: event.orderId }, event.lineId, event.piece)),
  ...soldRows(place, event.orderId, event.remake),
  factWaste.row({
    ...place,
    order_id: event.orderId,
    line_id: event.piece?.lineId ?? event.lineId,
    cause: 'send-back',
    verdict: 'made',
    assumed: 0,
    quantity: event.remake.quantity,
    cost: event.cost ?? 0,
    reason: event.reason,
    staff_id: event.by,
  }),
]

const callRow = (
  place: Place,
  callId: string,
  step: string,
  more: { kind?: string; tableId?: string; by?: string | undefined },
) =>
  factCalls.row({
    ...place,
    call_id: callId,
    step,
    kind: more.kind ?? null,
    table_id: more.tableId ?? null,
    staff_id: more.by ?? null,
  })

export const calledRows = (place: Place, { call }: EventOf<'call.raised'>): FactRow[] => [
  callRow(place, call.id, 'raised', { kind: call.kind, tableId: call.tableId }),
]

export const takenRows = (place: Place, { callId, by }: EventOf<'call.taken'>): FactRow[] => [
  callRow(place, callId, 'taken', { by }),
]

export const resolvedRows = (place: Place, event: EventOf<'call.resolved'>): FactRow[] => [
  callRow(place, event.callId, event.cancelled ? 'cancelled' : 'resolved', { by: event.by }),
]
