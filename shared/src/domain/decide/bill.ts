// Everything about a bill: asking for it, printing it, changing it, paying it and closing it.

import { billOf } from '../bill.ts'
import { amountOfPart } from '../bill-parts.ts'
import { type Decider, ok, refuse } from '../decision.ts'
import { error } from '../errors.ts'
import { findOpenOrder, personIfAny, personOf } from '../find.ts'
import { adjustingDeciders } from './adjusting.ts'
import { closingDeciders } from './closing.ts'
import { payingDeciders } from './paying.ts'

const ask: Decider<'bill.ask'> = (state, command, context) => {
  const found = findOpenOrder(state, command.args.orderId)
  if (!found.ok) return found
  if (found.value.billAsked) return ok([])
  return ok([{ type: 'bill.asked', orderId: found.value.id, ...personIfAny(context) }])
}

/** The first who goes with the bill owns it; going unasked is asking for it too (FRT-2). */
const take: Decider<'bill.take'> = (state, command, context) => {
  const found = findOpenOrder(state, command.args.orderId)
  if (!found.ok) return found
  const { id: orderId, billAsked, billTakenBy } = found.value
  const by = personOf(context)
  if (billTakenBy === by) return ok([])
  if (billTakenBy !== undefined) return refuse(error('already-taken', { by: billTakenBy }))
  return ok([...(billAsked ? [] : [{ type: 'bill.asked' as const, orderId, by }]), { type: 'bill.taken', orderId, by }])
}

/** Every print has its number: the second one says so (BILL-4, BILL-9). */
const print: Decider<'bill.print'> = (state, command, context) => {
  const { args } = command
  const found = findOpenOrder(state, args.orderId)
  if (!found.ok) return found
  const order = found.value
  const printerId = args.printerId ?? state.catalog.settings.billPrinterId
  if (printerId !== undefined && state.catalog.printers[printerId] === undefined) {
    return refuse(error('printer-not-found', { printerId }))
  }
  const bill = billOf(order, state.catalog)
  const part = args.part === undefined ? ok({ amount: bill.total }) : amountOfPart(order, bill, args.part, undefined)
  if (!part.ok) return part
  return ok([
    {
      type: 'bill.printed',
      orderId: order.id,
      number: (order.billPrints ?? 0) + 1,
      by: personOf(context),
      at: context.now,
      total: Math.max(0, part.value.amount),
      ...(printerId === undefined ? {} : { printerId }),
      ...(args.part === undefined ? {} : { part: args.part }),
    },
  ])
}

/** What the printer says of the newest print; of an older one nobody asks any more. */
const reportPrint: Decider<'bill.report-print'> = (state, command, context) => {
  const { orderId, number, fate, problem } = command.args
  const print = state.orders.get(orderId)?.billPrint
  if (print?.number !== number || (print.fate === fate && print.problem === problem)) return ok([])
  const told = problem === undefined ? {} : { problem }
  return ok([{ type: 'bill.print-reported', orderId, number, fate, ...told, at: context.now }])
}

export const billDeciders = {
  ...adjustingDeciders,
  ...payingDeciders,
  ...closingDeciders,
  'bill.ask': ask,
  'bill.take': take,
  'bill.print': print,
  'bill.report-print': reportPrint,
} as const
