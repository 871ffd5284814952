// What an order comes to and what was paid towards it.
import { z } from 'zod'
import { Adjustment, BillPart, Payment, PaymentMethod, ServiceState, Share } from '../../model/bill.ts'
import { PrinterProblem } from '../../model/floor.ts'
import { AdjustmentId, CashShiftId, OrderId, PaymentId, PrinterId, StaffId } from '../../model/ids.ts'
import { Instant } from '../../model/instant.ts'
import { Amount, Money } from '../../model/money.ts'
import { Reason } from '../../model/text.ts'
import { event } from './event.ts'

export const billEvents = [
  event('adjustment.applied', { orderId: OrderId, adjustment: Adjustment, afterBill: z.boolean() }),
  event('adjustment.removed', {
    orderId: OrderId,
    adjustmentId: AdjustmentId,
    kind: z.enum(['discount', 'comp']),
    by: StaffId,
    approvedBy: StaffId.optional(),
    amount: Money,
    shares: z.array(Share),
    afterBill: z.boolean(),
  }),
  event('service.set', {
    orderId: OrderId,
    override: ServiceState.shape.override.unwrap().nullable(),
    by: StaffId,
    approvedBy: StaffId.optional(),
    afterBill: z.boolean(),
  }),
  event('bill.asked', { orderId: OrderId, by: StaffId.optional() }),
  event('bill.taken', { orderId: OrderId, by: StaffId }),
  /** Without a printer it was printed from the screen that asked. */
  event('bill.printed', {
    orderId: OrderId,
    number: z.int(),
    by: StaffId,
    at: Instant,
    total: Amount.optional(),
    printerId: PrinterId.optional(),
    part: BillPart.optional(),
  }),
  event('bill.print-reported', {
    orderId: OrderId,
    number: z.int(),
    fate: z.enum(['printed', 'unconfirmed', 'trouble', 'waited']),
    problem: PrinterProblem.optional(),
    at: Instant,
  }),
  event('payment.recorded', {
    orderId: OrderId,
    paid: z.boolean(),
    payment: Payment.optional(),
    cashShiftId: CashShiftId.optional(),
    cash: Money.optional(),
  }),
  event('payment.corrected', {
    orderId: OrderId,
    paymentId: PaymentId,
    by: StaffId,
    approvedBy: StaffId.optional(),
    before: z.object({ method: PaymentMethod, tip: Amount }),
    after: z.object({ method: PaymentMethod, tip: Amount }),
    amount: Amount,
    cashShiftId: CashShiftId.optional(),
    cash: Money.optional(),
  }),
  event('payment.refunded', {
    orderId: OrderId,
    paymentId: PaymentId,
    refundId: PaymentId,
    method: PaymentMethod,
    amount: Amount,
    tip: Amount,
    reason: Reason,
    at: Instant,
    by: StaffId,
    approvedBy: StaffId.optional(),
    cashShiftId: CashShiftId.optional(),
    cash: Money.optional(),
  }),
  /** What changes whether an order counts as paid without being a payment: a refund, a discount. */
  event('order.paid-set', { orderId: OrderId, paid: z.boolean() }),
] as const
