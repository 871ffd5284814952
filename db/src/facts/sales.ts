// What happened to the worth of lines: sold, taken back, changed, voided, discounted. Each step is one row, and any sum of
// the rows is the same whichever way they are cut.
import type { EventOf } from '@comanda/shared/domain/events'
import type { Adjusted, BillChange, PieceWorth } from '@comanda/shared/domain/events/worth'
import { sentLines } from '@comanda/shared/domain/sent-round'
import type { Line } from '@comanda/shared/model/order'
import type { FactRow } from '../facts-port.ts'
import { flag, type Place } from './place.ts'
import { factChanges, factLines, factRefused, factSales } from './tables.ts'

const lineRow = (orderId: string, line: Line): FactRow =>
  factLines.row({
    line_id: line.id,
    piece_of: null,
    order_id: orderId,
    item_id: line.itemId,
    item_name_en: line.name.en,
    item_name_ru: line.name.ru,
    category_id: line.categoryId,
    category_name_en: line.categoryName.en,
    category_name_ru: line.categoryName.ru,
    area_id: line.areaId ?? null,
    seller_id: line.sellerId,
    tax_rate: line.taxRate ?? 0,
    tax_included: flag(line.taxIncluded ?? true),
    unit_cost: line.cost ?? null,
    remake_of: line.remakeOf ?? null,
  })

const nothing = {
  item_id: null,
  item_name_en: null,
  item_name_ru: null,
  category_id: null,
  category_name_en: null,
  category_name_ru: null,
  area_id: null,
  seller_id: null,
  tax_rate: null,
  tax_included: null,
  unit_cost: null,
  remake_of: null,
}

const pieceRow = (orderId: string, pieceId: string, lineId: string): FactRow =>
  factLines.row({ ...nothing, line_id: pieceId, piece_of: lineId, order_id: orderId })

/** A piece is a line of its own from now on: its worth passes from the line that it was cut from. */
export function cutRows(
  place: Place,
  orders: { from: string; to: string },
  lineId: string,
  piece: { lineId: string; quantity: number; worth?: PieceWorth | undefined },
): FactRow[] {
  const { quantity, worth } = piece
  const row = pieceRow(orders.to, piece.lineId, lineId)
  if (worth === undefined) return [row]
  const taken = {
    quantity: -quantity,
    gross: minus(worth.gross),
    discounts: minus(worth.discounts),
    comps: minus(worth.comps),
  }
  return [
    row,
    salesRow(place, { order_id: orders.from, line_id: lineId, kind: 'cut' }, taken),
    salesRow(place, { order_id: orders.to, line_id: piece.lineId, kind: 'piece' }, { quantity, ...worth }),
  ]
}

type Step = { order_id: string; line_id: string; kind: string }
type Amounts = { quantity?: number; gross?: number; discounts?: number; comps?: number; voids?: number }

export const salesRow = (place: Place, step: Step, amounts: Amounts): FactRow =>
  factSales.row({ ...place, ...step, quantity: 0, gross: 0, discounts: 0, comps: 0, voids: 0, ...amounts })

/** What is no longer taken off, because the line that it was taken off is worth less. */
const givenBack = (adjusted: Adjusted | undefined): Amounts =>
  adjusted === undefined ? {} : { discounts: minus(adjusted.discounts), comps: minus(adjusted.comps) }

const minus = (amount: number): number => (amount === 0 ? 0 : -amount)

const gross = (line: Line): number => (line.unitPrice ?? 0) * line.quantity

/** A remake is the same dish once more: sold once. */
const soldQuantity = (line: Line): number => (line.remakeOf === undefined ? line.quantity : 0)

export const soldRows = (place: Place, orderId: string, line: Line): FactRow[] => [
  lineRow(orderId, line),
  salesRow(
    place,
    { order_id: orderId, line_id: line.id, kind: line.remakeOf === undefined ? 'sale' : 'remake' },
    { quantity: soldQuantity(line), gross: gross(line) },
  ),
]

export const sentRows = (place: Place, event: EventOf<'round.sent'>): FactRow[] => [
  ...sentLines(event).flatMap((line) => soldRows(place, event.orderId, line)),
  ...(event.returned ?? []).map(({ itemId, quantity, code }) =>
    factRefused.row({ ...place, item_id: itemId, quantity, code }),
  ),
]

export const refusedRows = (place: Place, event: EventOf<'round.refused'>): FactRow[] =>
  event.itemIds.map((itemId) => factRefused.row({ ...place, item_id: itemId, quantity: 1, code: event.refused.code }))

type Listed = {
  order_id: string
  line_id: string
  kind: 'take-back' | 'change' | 'drop'
  quantity: number
  amount: number
}

/** What made a printed bill smaller without being a void or a discount (BILL-9). */
const listed = (place: Place, change: BillChange | undefined, what: Listed): FactRow[] =>
  change === undefined
    ? []
    : [
        factChanges.row({
          ...place,
          ...what,
          reason: null,
          staff_id: change.by,
          approved_by: change.approvedBy ?? null,
          after_bill: flag(true),
        }),
      ]

/** A waiting round that its waiter let go: as if it had never been sent. */
export const answeredRows = (place: Place, event: EventOf<'round.answered'>): FactRow[] =>
  (event.amounts ?? []).flatMap(({ lineId, quantity, gross: worth, discounts, comps }) => {
    const step = { order_id: event.orderId, line_id: lineId, kind: 'drop' } as const
    const gone = { quantity: minus(quantity), gross: minus(worth), discounts: minus(discounts), comps: minus(comps) }
    return [salesRow(place, step, gone), ...listed(place, event.billChange, { ...step, quantity, amount: worth })]
  })

export const takenBackRows = (place: Place, event: EventOf<'line.taken-back'>): FactRow[] => [
  salesRow(
    place,
    { order_id: event.orderId, line_id: event.lineId, kind: 'take-back' },
    { quantity: minus(event.quantity), gross: minus(event.amount ?? 0), ...givenBack(event.adjusted) },
  ),
  ...listed(place, event.billChange, {
    order_id: event.orderId,
    line_id: event.lineId,
    kind: 'take-back',
    quantity: event.quantity,
    amount: event.amount ?? 0,
  }),
]

export function changedRows(place: Place, event: EventOf<'line.changed'>): FactRow[] {
  const { orderId, lineId, quantity, substitute, adjusted } = event
  const step = { order_id: orderId, line_id: lineId, kind: 'change' } as const
  const before = event.before.quantity ?? quantity
  const more = event.amount ?? 0
  const less = listed(place, event.billChange, { ...step, quantity: before, amount: minus(more) })
  if (substitute === undefined) {
    return [salesRow(place, step, { quantity: quantity - before, gross: more, ...givenBack(adjusted) }), ...less]
  }
  // the old dish goes whole and the other comes whole, each in its own category, with what lies on it
  const lies = liesOn(lineId, adjusted)
  const off = adjusted ?? { discounts: 0, comps: 0 }
  return [
    salesRow(
      place,
      { ...step, kind: 'substitute-out' },
      {
        quantity: minus(before),
        gross: more - gross(substitute),
        discounts: minus(lies.discounts + off.discounts),
        comps: minus(lies.comps + off.comps),
      },
    ),
    lineRow(orderId, { ...substitute, id: lineId }),
    salesRow(place, { ...step, kind: 'substitute-in' }, { quantity, gross: gross(substitute), ...lies }),
    ...less,
  ]
}

/** What is taken off a line as an event leaves it. */
function liesOn(lineId: string, adjusted: Adjusted | undefined): { discounts: number; comps: number } {
  const sums = { discounts: 0, comps: 0 }
  for (const { kind, shares } of adjusted?.adjustments ?? []) {
    for (const share of shares) {
      if (share.lineId === lineId) sums[kind === 'comp' ? 'comps' : 'discounts'] += share.amount
    }
  }
  return sums
}

export function voidedRows(place: Place, event: EventOf<'line.voided'>): FactRow[] {
  const { orderId, lineId, piece, quantity } = event
  const amount = event.amount ?? 0
  return [
    ...(piece === undefined ? [] : [pieceRow(orderId, piece.lineId, lineId)]),
    salesRow(
      place,
      { order_id: orderId, line_id: lineId, kind: 'void' },
      { quantity: minus(quantity), voids: amount, ...givenBack(event.adjusted) },
    ),
    factChanges.row({
      ...place,
      order_id: orderId,
      line_id: piece?.lineId ?? lineId,
      kind: 'void',
      quantity,
      amount,
      reason: event.void.reason,
      staff_id: event.void.by,
      approved_by: event.void.approvedBy ?? null,
      after_bill: flag(event.afterBill),
    }),
  ]
}
