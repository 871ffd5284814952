// Discounts, comps and the service charge: what they take off lies on lines, who gave them and why in one row each.
import type { EventOf } from '@comanda/shared/domain/events'
import type { FactRow } from '../facts-port.ts'
import { flag, type Place } from './place.ts'
import { salesRow } from './sales.ts'
import { factChanges } from './tables.ts'

export function appliedRows(
  place: Place,
  { orderId, adjustment, afterBill }: EventOf<'adjustment.applied'>,
): FactRow[] {
  const { kind, shares, reason, by, approvedBy } = adjustment
  return [
    ...shares.map(({ lineId, amount }) =>
      salesRow(
        place,
        { order_id: orderId, line_id: lineId, kind },
        kind === 'comp' ? { comps: amount } : { discounts: amount },
      ),
    ),
    factChanges.row({
      ...place,
      order_id: orderId,
      line_id: null,
      kind,
      quantity: 0,
      amount: shares.reduce((sum, share) => sum + share.amount, 0),
      reason,
      staff_id: by,
      approved_by: approvedBy ?? null,
      after_bill: flag(afterBill),
    }),
  ]
}

export function removedRows(place: Place, event: EventOf<'adjustment.removed'>): FactRow[] {
  const { orderId, kind, shares, amount, by, approvedBy, afterBill } = event
  return [
    ...shares.map((share) =>
      salesRow(
        place,
        { order_id: orderId, line_id: share.lineId, kind: 'removal' },
        kind === 'comp' ? { comps: -share.amount } : { discounts: -share.amount },
      ),
    ),
    factChanges.row({
      ...place,
      order_id: orderId,
      line_id: null,
      kind: 'removal',
      quantity: 0,
      amount: -amount,
      reason: null,
      staff_id: by,
      approved_by: approvedBy ?? null,
      after_bill: flag(afterBill),
    }),
  ]
}

export const serviceSetRows = (place: Place, event: EventOf<'service.set'>): FactRow[] => [
  factChanges.row({
    ...place,
    order_id: event.orderId,
    line_id: null,
    kind: 'service',
    quantity: 0,
    amount: 0,
    reason: event.override?.kind === 'removed' ? event.override.reason : null,
    staff_id: event.by,
    approved_by: event.approvedBy ?? null,
    after_bill: flag(event.afterBill),
  }),
]
