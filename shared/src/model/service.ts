// What goes on around the orders: calls, asks, counts, cash, days.
import { z } from 'zod'
import { PaymentMethod, TaxSum } from './bill.ts'
import { AskId, CallId, CashShiftId, ItemId, LineId, OrderId, RoundId, StaffId, TableId } from './ids.ts'
import { BusinessDate, Instant } from './instant.ts'
import { Amount, Money } from './money.ts'
import { Note, Reason } from './text.ts'

export const CallKind = z.enum(['waiter', 'bill', 'water'])
export type CallKind = z.infer<typeof CallKind>

export const Call = z.object({
  id: CallId,
  tableId: TableId,
  orderId: OrderId.optional(),
  kind: CallKind,
  payBy: PaymentMethod.optional(),
  at: Instant,
  takenBy: StaffId.optional(),
  takenAt: Instant.optional(),
  resolvedAt: Instant.optional(),
  cancelled: z.boolean().optional(),
  reach: z.int().min(0).max(2),
})
export type Call = z.infer<typeof Call>

/** A cook asks, the waiter answers: "no salmon, trout?" */
export const Ask = z.object({
  id: AskId,
  orderId: OrderId,
  lineId: LineId,
  /** A preset's code, or the cook's words. */
  message: Note,
  substitutes: z.array(ItemId).max(8),
  at: Instant,
  by: StaffId,
  answer: z.object({ at: Instant, by: StaffId, accepted: z.boolean(), substitute: ItemId.optional() }).optional(),
})
export type Ask = z.infer<typeof Ask>

/** 86 and countdown of one dish. `left` absent: not counted. */
export const ItemCount = z.object({
  itemId: ItemId,
  soldOut: z.boolean(),
  left: z.int().min(0).max(9999).optional(),
  /** Not forgotten when the business day rolls. */
  pinned: z.boolean(),
  at: Instant,
})
export type ItemCount = z.infer<typeof ItemCount>

/** A round the server refused. Shown to its waiter and at the front until a person dismisses it. */
export const RefusedRound = z.object({
  id: RoundId,
  at: Instant,
  by: StaffId,
  orderId: OrderId.optional(),
  tableId: TableId.optional(),
  code: z.string(),
  lineCount: z.int(),
})
export type RefusedRound = z.infer<typeof RefusedRound>

export const CashMovement = z.object({
  at: Instant,
  by: StaffId,
  direction: z.enum(['in', 'out']),
  amount: Amount,
  reason: Reason,
})
export type CashMovement = z.infer<typeof CashMovement>

export const CashCount = z.array(z.object({ value: Amount, count: z.int().min(0).max(10_000) })).max(40)
export type CashCount = z.infer<typeof CashCount>

export const CashShift = z.object({
  id: CashShiftId,
  openedAt: Instant,
  openedBy: StaffId,
  float: Amount,
  movements: z.array(CashMovement),
  /** Cash payments less change, tips in cash and refunds, as they were recorded. */
  takings: Money,
  closed: z
    .object({ at: Instant, by: StaffId, counted: CashCount, countedTotal: Amount, expected: Money, difference: Money })
    .optional(),
})
export type CashShift = z.infer<typeof CashShift>

/** The figures a Z report fixes for ever. All in minor units. */
export const DayFigures = z.object({
  gross: Money,
  discounts: Money,
  comps: Money,
  voids: Money,
  net: Money,
  tax: z.array(TaxSum),
  service: Money,
  tips: Money,
  payments: z.array(z.object({ method: PaymentMethod, amount: Money })),
  refunds: Money,
  walkOuts: Money,
  orders: z.int(),
  covers: z.int(),
})
export type DayFigures = z.infer<typeof DayFigures>

export const ZReport = z.object({
  number: z.int().min(1),
  date: BusinessDate,
  closedAt: Instant,
  closedBy: StaffId,
  /** The seq the figures were made as of, and the head of the chain there. */
  asOf: z.int(),
  chainHead: z.string(),
  figures: DayFigures,
  perpetual: z.object({ gross: Money, net: Money, refunds: Money }),
})
export type ZReport = z.infer<typeof ZReport>
