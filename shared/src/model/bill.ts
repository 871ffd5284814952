// What is taken off a bill, put on it and paid towards it. Which line bears how much is decided when it happens, never after.
import { z } from 'zod'
import { Seat } from './floor.ts'
import { AdjustmentId, CashShiftId, LineId, PaymentId, StaffId } from './ids.ts'
import { BusinessDate, Instant } from './instant.ts'
import { Amount, BasisPoints, Money } from './money.ts'
import { Reason } from './text.ts'

export const Share = z.object({ lineId: LineId, amount: Money })
export type Share = z.infer<typeof Share>

/** A discount or a comp. `shares` are its amounts per line, decided when it was applied; their sum is the whole. */
export const Adjustment = z.object({
  id: AdjustmentId,
  kind: z.enum(['discount', 'comp']),
  /** What was asked for: 1500 basis points, or an amount. */
  asked: z.discriminatedUnion('by', [
    z.object({ by: z.literal('percent'), rate: BasisPoints }),
    z.object({ by: z.literal('amount'), amount: Amount }),
  ]),
  wholeOrder: z.boolean(),
  shares: z.array(Share),
  reason: Reason,
  at: Instant,
  by: StaffId,
  approvedBy: StaffId.optional(),
})
export type Adjustment = z.infer<typeof Adjustment>

export const PaymentMethod = z.enum(['cash', 'card', 'other'])
export type PaymentMethod = z.infer<typeof PaymentMethod>

/** Which part of the bill a payment settles. The same part is never paid twice. */
export const BillPart = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('rest') }),
  z.object({ kind: z.literal('amount') }),
  z.object({ kind: z.literal('seat'), seat: Seat }),
  z.object({ kind: z.literal('lines'), lineIds: z.array(LineId).min(1).max(200) }),
  z.object({ kind: z.literal('equal'), index: z.int().min(1).max(60), of: z.int().min(2).max(60) }),
])
export type BillPart = z.infer<typeof BillPart>

export const Payment = z.object({
  id: PaymentId,
  part: BillPart,
  method: PaymentMethod,
  /** Towards the bill, tip not counted. */
  amount: Amount,
  tip: Amount,
  tendered: Amount.optional(),
  change: Amount.optional(),
  /** What the card terminal printed as its reference. Never a card number. */
  reference: z.string().max(40).optional(),
  at: Instant,
  /** The day it belongs to: it can be corrected until that day closes. */
  businessDate: BusinessDate,
  by: StaffId,
  /** The cash shift its money went into. Absent for cash: its taker holds it until check-out. */
  cashShiftId: CashShiftId.optional(),
  /** What it settled, line by line; a line that seats share, seat by seat. Absent for amounts towards the balance. */
  covered: z.array(z.object({ lineId: LineId, seat: Seat.optional() })).optional(),
  refunds: z.array(
    z.object({
      id: PaymentId,
      amount: Amount,
      tip: Amount,
      reason: Reason,
      at: Instant,
      by: StaffId,
      approvedBy: StaffId.optional(),
      /** The drawer it came out of. Absent for cash: out of the purse of who gave it. */
      cashShiftId: CashShiftId.optional(),
    }),
  ),
  corrected: z.boolean().optional(),
})
export type Payment = z.infer<typeof Payment>

export const ServiceState = z.object({
  /** The covers that decide the automatic charge: kept when the order is split. */
  covers: z.int().min(0),
  /** Set by hand, or taken off with a reason. Absent: as the settings say. */
  override: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('added'), rate: BasisPoints }),
      z.object({ kind: z.literal('removed'), reason: Reason }),
    ])
    .optional(),
})
export type ServiceState = z.infer<typeof ServiceState>

/** One rate's tax, and what it is a tax on, itself not counted. */
export const TaxSum = z.object({ rate: z.int(), included: z.boolean(), net: Money, tax: Money })
export type TaxSum = z.infer<typeof TaxSum>

/** How the bill's fixed amounts fell when the order was closed. */
export const Closing = z.object({
  gross: Money,
  discounts: Money,
  comps: Money,
  net: Money,
  /** `taxes`: what of the taxes below is the service charge's own. */
  service: z.object({ amount: Money, shares: z.array(Share), taxes: z.array(TaxSum) }),
  taxes: z.array(TaxSum),
  total: Money,
  paid: Money,
  tips: Money,
})
export type Closing = z.infer<typeof Closing>
