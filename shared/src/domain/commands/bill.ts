// What an order comes to and what is paid towards it.
import { z } from 'zod'
import { BillPart, PaymentMethod } from '../../model/bill.ts'
import { AdjustmentId, LineId, OrderId, PaymentId, PrinterId } from '../../model/ids.ts'
import { Amount, BasisPoints } from '../../model/money.ts'
import { Reason } from '../../model/text.ts'
import { command } from './command.ts'
import { largestRound } from './draft.ts'

export const billCommands = [
  command('discount.apply', {
    orderId: OrderId,
    lineIds: z.array(LineId).min(1).max(largestRound).optional(),
    asked: z.discriminatedUnion('by', [
      z.strictObject({ by: z.literal('percent'), rate: BasisPoints }),
      z.strictObject({ by: z.literal('amount'), amount: Amount }),
    ]),
    reason: Reason,
  }),
  command('comp.apply', {
    orderId: OrderId,
    lineIds: z.array(LineId).min(1).max(largestRound).optional(),
    reason: Reason,
  }),
  command('adjustment.remove', { orderId: OrderId, adjustmentId: AdjustmentId }),
  command('service.add', { orderId: OrderId, rate: BasisPoints.optional() }),
  command('service.remove', { orderId: OrderId, reason: Reason }),
  command('bill.ask', { orderId: OrderId }),
  command('bill.take', { orderId: OrderId }),
  command('bill.print', { orderId: OrderId, part: BillPart.optional(), printerId: PrinterId.optional() }),
  command('payment.record', {
    orderId: OrderId,
    part: BillPart,
    method: PaymentMethod,
    /** Required for the part 'amount'; else what the part comes to, and refused when it is something else now. */
    amount: Amount.optional(),
    tip: Amount.optional(),
    tendered: Amount.optional(),
    reference: z.string().trim().min(1).max(40).optional(),
  }),
  command('payment.correct', {
    orderId: OrderId,
    paymentId: PaymentId,
    method: PaymentMethod.optional(),
    tip: Amount.optional(),
  }),
  command('payment.refund', {
    orderId: OrderId,
    paymentId: PaymentId,
    amount: Amount,
    tip: Amount.optional(),
    reason: Reason,
  }),
] as const
