// Files what happened to a bill. Where a room has no money, the amounts are absent from event and order alike.

import type { Payment } from '../../model/bill.ts'
import type { CashShiftId } from '../../model/ids.ts'
import type { Order } from '../../model/order.ts'
import type { EventOf } from '../events.ts'
import type { State } from '../state.ts'
import { ticketAfter } from '../ticket-steps.ts'
import { closeOrder, reopenOrder, withdrawTickets } from './closing.ts'
import type { EvolverTable } from './evolver.ts'
import { headerRaised, updateOrder, updateTickets } from './update.ts'

function withCash(state: State, shiftId: CashShiftId | undefined, cash: number | undefined): State {
  const shift = shiftId === undefined ? undefined : state.cashShifts.get(shiftId)
  if (shift === undefined || cash === undefined) return state
  return { ...state, cashShifts: state.cashShifts.set(shift.id, { ...shift, takings: shift.takings + cash }) }
}

const withPayment = (order: Order, paymentId: Payment['id'], change: (payment: Payment) => Payment): Order =>
  order.payments === undefined
    ? order
    : { ...order, payments: order.payments.map((payment) => (payment.id === paymentId ? change(payment) : payment)) }

/** Cash has a drawer, what was tendered and its change; any other method has none of them. */
function corrected(payment: Payment, event: EventOf<'payment.corrected'>): Payment {
  const { tendered, change, cashShiftId, ...rest } = payment
  const kept = { ...rest, method: event.after.method, tip: event.after.tip, corrected: true }
  if (event.after.method !== 'cash') return kept
  const shiftId = event.before.method === 'cash' ? cashShiftId : event.cashShiftId
  return shiftId === undefined ? kept : { ...kept, cashShiftId: shiftId }
}

function printAsked({ number, printerId, part, at, by }: EventOf<'bill.printed'>): Pick<Order, 'billPrint'> {
  if (printerId === undefined) return {}
  return { billPrint: { number, printerId, ...(part === undefined ? {} : { part }), at, by, fate: 'asked' } }
}

type BillEvent =
  | 'adjustment.applied'
  | 'adjustment.removed'
  | 'service.set'
  | 'bill.asked'
  | 'bill.taken'
  | 'bill.printed'
  | 'bill.print-reported'
  | 'payment.recorded'
  | 'payment.corrected'
  | 'payment.refunded'
  | 'order.paid-set'
  | 'order.closed'
  | 'order.reopened'
  | 'order.walked-out'

export const billEvolvers: EvolverTable<BillEvent> = {
  'adjustment.applied': (state, event) =>
    updateOrder(state, event.orderId, (order) =>
      order.adjustments === undefined ? order : { ...order, adjustments: [...order.adjustments, event.adjustment] },
    ),
  'adjustment.removed': (state, event) =>
    updateOrder(state, event.orderId, (order) =>
      order.adjustments === undefined
        ? order
        : { ...order, adjustments: order.adjustments.filter(({ id }) => id !== event.adjustmentId) },
    ),
  'service.set': (state, event) =>
    updateOrder(state, event.orderId, (order) => {
      if (order.service === undefined) return order
      const { covers } = order.service
      return { ...order, service: event.override === null ? { covers } : { covers, override: event.override } }
    }),
  'bill.asked': (state, event, recorded) =>
    updateOrder(state, event.orderId, (order) => ({
      ...order,
      billAsked: true,
      billAskedAt: recorded.at,
    })),
  'bill.taken': (state, event) => updateOrder(state, event.orderId, (order) => ({ ...order, billTakenBy: event.by })),
  'bill.printed': (state, event) =>
    updateOrder(state, event.orderId, ({ billPrint: _older, ...order }) => ({
      ...order,
      billAsked: true,
      billAskedAt: order.billAskedAt ?? event.at,
      ...(order.billPrints === undefined ? {} : { billPrints: event.number, ...printAsked(event) }),
    })),
  'bill.print-reported': (state, event) =>
    updateOrder(state, event.orderId, (order) => {
      if (order.billPrint?.number !== event.number) return order
      const { problem: _problem, ...print } = order.billPrint
      const told = event.problem === undefined ? {} : { problem: event.problem }
      return { ...order, billPrint: { ...print, fate: event.fate, ...told } }
    }),
  'payment.recorded': (state, event) =>
    updateOrder(withCash(state, event.cashShiftId, event.cash), event.orderId, (order) => ({
      ...order,
      paid: event.paid,
      ...(order.payments === undefined || event.payment === undefined
        ? {}
        : { payments: [...order.payments, event.payment] }),
    })),
  'payment.corrected': (state, event) =>
    updateOrder(withCash(state, event.cashShiftId, event.cash), event.orderId, (order) =>
      withPayment(order, event.paymentId, (payment) => corrected(payment, event)),
    ),
  'payment.refunded': (state, event) => {
    const { refundId: id, amount, tip, reason, at, by, approvedBy, cashShiftId } = event
    const refund = {
      ...{ id, amount, tip, reason, at, by },
      ...(approvedBy === undefined ? {} : { approvedBy }),
      ...(cashShiftId === undefined ? {} : { cashShiftId }),
    }
    const known = { ...state, day: { ...state.day, refunded: true } }
    return updateOrder(withCash(known, event.cashShiftId, event.cash), event.orderId, (order) =>
      withPayment(order, event.paymentId, (payment) => ({ ...payment, refunds: [...payment.refunds, refund] })),
    )
  },
  'order.paid-set': (state, event) => updateOrder(state, event.orderId, (order) => ({ ...order, paid: event.paid })),
  'order.closed': (state, event) =>
    closeOrder(state, event.orderId, { at: event.at, closing: event.closing, walkOut: false }),
  'order.walked-out': (state, event, recorded) =>
    closeOrder(withdrawTickets(state, event.orderId, recorded), event.orderId, {
      at: event.at,
      closing: event.closing,
      walkOut: true,
    }),
  'order.reopened': (state, event, recorded) =>
    updateTickets(reopenOrder(state, event.orderId), event.ticketIds, (ticket) => ({
      ...headerRaised(ticket, recorded),
      status: ticketAfter(ticket.status, 'reopen') ?? ticket.status,
    })),
}
