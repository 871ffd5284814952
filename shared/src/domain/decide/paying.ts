// Payments are recorded, not processed (BILL-3). The same part is never paid twice, and nothing is recorded for another
// amount than the person saw.

import type { Payment } from '../../model/bill.ts'
import type { PaymentId } from '../../model/ids.ts'
import type { Order } from '../../model/order.ts'
import { billOf } from '../bill.ts'
import { amountOfPart } from '../bill-parts.ts'
import { correctedDrawer, drawerOf, intoDrawer } from '../cash-drawer.ts'
import { type Context, type Decider, ok, type Result, refuse } from '../decision.ts'
import { entityId } from '../entity-id.ts'
import { type DomainError, error } from '../errors.ts'
import { findOpenOrder, findOrder, personOf } from '../find.ts'
import { authorise } from '../permissions.ts'
import type { State } from '../state.ts'
import type { DeciderTable } from './decider-table.ts'

const record: Decider<'payment.record'> = (state, command, context) => {
  const { args } = command
  const found = findOpenOrder(state, args.orderId)
  if (!found.ok) return found
  const order = found.value
  const bill = billOf(order, state.catalog)
  const due = amountOfPart(order, bill, args.part, args.amount)
  if (!due.ok) return due
  const { amount, covered } = due.value
  if (args.amount !== undefined && args.amount !== amount) return refuse(error('amount-changed', { amount }))
  const tip = args.tip ?? 0
  const handed = changeOf(args.method, args.tendered, amount + tip)
  if (!handed.ok) return handed
  const by = personOf(context)
  const drawer = args.method === 'cash' ? drawerOf(state, by) : undefined
  const payment: Payment = {
    id: entityId<PaymentId>(command.id, 'p'),
    part: args.part,
    method: args.method,
    amount,
    tip,
    ...handed.value,
    ...(args.reference === undefined ? {} : { reference: args.reference }),
    at: context.now,
    businessDate: context.businessDate,
    by,
    ...(drawer === undefined ? {} : { cashShiftId: drawer }),
    ...(covered === undefined ? {} : { covered }),
    refunds: [],
  }
  const paid = amount >= bill.balance
  return ok([{ type: 'payment.recorded', orderId: order.id, paid, payment, ...intoDrawer(drawer, amount) }])
}

/** What goes back over the counter. Only cash has change. */
function changeOf(
  method: Payment['method'],
  tendered: number | undefined,
  due: number,
): Result<Pick<Payment, 'tendered' | 'change'>, DomainError> {
  if (method !== 'cash' || tendered === undefined) return ok({})
  return tendered < due ? refuse(error('tendered-too-little', { due })) : ok({ tendered, change: tendered - due })
}

type FoundPayment = { order: Order; payment: Payment }

/** In the state, or in an order that left it and was loaded from the log. */
function findPayment(
  state: State,
  args: { orderId: Order['id']; paymentId: PaymentId },
  context: Context,
): Result<FoundPayment, DomainError> {
  const inState = findOrder(state, args.orderId)
  const order = inState.ok ? inState.value : context.archived?.id === args.orderId ? context.archived : undefined
  if (order === undefined) return refuse(error('order-not-found', { orderId: args.orderId }))
  const payment = order.payments?.find(({ id }) => id === args.paymentId)
  if (payment === undefined) return refuse(error('payment-not-found', { paymentId: args.paymentId }))
  return ok({ order, payment })
}

const correct: Decider<'payment.correct'> = (state, command, context) => {
  const { args } = command
  const permitted = authorise(state, 'payment.correct', context)
  if (!permitted.ok) return permitted
  const found = findPayment(state, args, context)
  if (!found.ok) return found
  const { order, payment } = found.value
  if (state.day.closedDates.includes(payment.businessDate)) {
    return refuse(error('day-closed', { date: payment.businessDate }))
  }
  const before = { method: payment.method, tip: payment.tip }
  const after = { method: args.method ?? before.method, tip: args.tip ?? before.tip }
  if (after.method === before.method && after.tip === before.tip) return ok([])
  const by = personOf(context)
  return ok([
    {
      type: 'payment.corrected',
      orderId: order.id,
      paymentId: payment.id,
      by,
      ...permitted.value,
      before,
      after,
      amount: payment.amount,
      ...correctedDrawer(state, payment, after.method, by),
    },
  ])
}

const refund: Decider<'payment.refund'> = (state, command, context) => {
  const { args } = command
  const permitted = authorise(state, 'payment.refund', context)
  if (!permitted.ok) return permitted
  const found = findPayment(state, args, context)
  if (!found.ok) return found
  const { order, payment } = found.value
  const tip = args.tip ?? 0
  if (args.amount + tip === 0) return refuse(error('nothing-asked'))
  const left = payment.refunds.reduce((rest, given) => rest - given.amount, payment.amount)
  const tipLeft = payment.refunds.reduce((rest, given) => rest - given.tip, payment.tip)
  if (args.amount > left || tip > tipLeft) return refuse(error('amount-too-large', { left, tipLeft }))
  const by = personOf(context)
  return ok([
    {
      type: 'payment.refunded',
      orderId: order.id,
      paymentId: payment.id,
      refundId: entityId<PaymentId>(command.id, 'r'),
      method: payment.method,
      amount: args.amount,
      tip,
      reason: args.reason,
      at: context.now,
      by,
      ...permitted.value,
      ...(payment.method === 'cash' ? intoDrawer(drawerOf(state, by), -args.amount) : {}),
    },
  ])
}

export const payingDeciders: DeciderTable<'payment.record' | 'payment.correct' | 'payment.refund'> = {
  'payment.record': record,
  'payment.correct': correct,
  'payment.refund': refund,
}
