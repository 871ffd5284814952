// Payments at their payment, closings at their closing. An order that is opened again takes its closing back with minus signs.
import type { EventOf } from '@comanda/shared/domain/events'
import type { Closing } from '@comanda/shared/model/bill'
import type { FactRow } from '../facts-port.ts'
import type { Place } from './place.ts'
import { factClosings, factPayments, factServiceTaxes } from './tables.ts'

const noApproval = { approved_by: null, reason: null }

export function paidRows(place: Place, { orderId, payment }: EventOf<'payment.recorded'>): FactRow[] {
  if (payment === undefined) return []
  const { id, method, amount, tip, by } = payment
  return [
    factPayments.row({
      ...place,
      order_id: orderId,
      payment_id: id,
      kind: 'payment',
      method,
      amount,
      tip,
      staff_id: by,
      ...noApproval,
    }),
  ]
}

export function correctedRows(place: Place, event: EventOf<'payment.corrected'>): FactRow[] {
  const { orderId, paymentId, before, after, amount, by, approvedBy } = event
  const row = (method: string, sign: 1 | -1, tip: number) =>
    factPayments.row({
      ...place,
      order_id: orderId,
      payment_id: paymentId,
      kind: 'correction',
      method,
      amount: sign * amount,
      tip: tip === 0 ? 0 : sign * tip,
      staff_id: by,
      approved_by: approvedBy ?? null,
      reason: null,
    })
  return [row(before.method, -1, before.tip), row(after.method, 1, after.tip)]
}

export const refundedRows = (place: Place, event: EventOf<'payment.refunded'>): FactRow[] => [
  factPayments.row({
    ...place,
    order_id: event.orderId,
    payment_id: event.paymentId,
    kind: 'refund',
    method: event.method,
    amount: event.amount,
    tip: event.tip,
    staff_id: event.by,
    approved_by: event.approvedBy ?? null,
    reason: event.reason,
  }),
]

type Ending = {
  orderId: string
  kind: 'closed' | 'walked-out' | 'reopened'
  sign: 1 | -1
  covers: number
  by: string
  approvedBy?: string | undefined
}

/** An order without anything on it is no check: nobody's covers count. */
function endingRows(place: Place, ending: Ending, closing: Closing | undefined, walkedOut: boolean): FactRow[] {
  if (closing === undefined) return []
  const { sign } = ending
  const signed = (amount: number): number => (amount === 0 ? 0 : sign * amount)
  const counts = closing.gross > 0
  const unpaid = closing.total - closing.paid
  return [
    factClosings.row({
      ...place,
      order_id: ending.orderId,
      kind: ending.kind,
      orders: counts ? sign : 0,
      covers: counts ? signed(ending.covers) : 0,
      net: signed(closing.net),
      service: signed(closing.service.amount),
      total: signed(closing.total),
      unpaid: walkedOut ? signed(unpaid) : 0,
      walked_out: walkedOut ? sign : 0,
      staff_id: ending.by,
      approved_by: ending.approvedBy ?? null,
    }),
    ...closing.service.taxes.map(({ rate, included, net, tax }) =>
      factServiceTaxes.row({
        business_date: place.business_date,
        rate,
        included: included ? 1 : 0,
        net: signed(net),
        tax: signed(tax),
      }),
    ),
  ]
}

export const closedRows = (place: Place, { orderId, covers, by, closing }: EventOf<'order.closed'>): FactRow[] =>
  endingRows(place, { orderId, kind: 'closed', sign: 1, covers, by }, closing, false)

export const walkedOutRows = (place: Place, event: EventOf<'order.walked-out'>): FactRow[] => {
  const { orderId, covers, by, approvedBy, closing } = event
  return endingRows(place, { orderId, kind: 'walked-out', sign: 1, covers, by, approvedBy }, closing, true)
}

export const reopenedRows = (place: Place, event: EventOf<'order.reopened'>): FactRow[] => {
  const { orderId, covers, by, approvedBy, closing, walkedOut } = event
  return endingRows(place, { orderId, kind: 'reopened', sign: -1, covers, by, approvedBy }, closing, walkedOut)
}
