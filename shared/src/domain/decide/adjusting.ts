// Discounts, comps and the service charge: what is taken off or put on a bill, by whom and why (BILL-2, BILL-9, BILL-10).

import type { Adjustment } from '../../model/bill.ts'
import type { AdjustmentId, LineId } from '../../model/ids.ts'
import type { Order } from '../../model/order.ts'
import { remainingByLine, shareOut } from '../adjustments.ts'
import { billOf, isCharged } from '../bill.ts'
import { authoriseBillChange, isBillPrinted } from '../bill-change.ts'
import type { Numbered } from '../commands.ts'
import { type Context, type Decider, type Decision, ok, type Result, refuse } from '../decision.ts'
import { entityId } from '../entity-id.ts'
import { type DomainError, error } from '../errors.ts'
import { findOpenOrder, personOf } from '../find.ts'
import { authorise, type Permission } from '../permissions.ts'
import type { State } from '../state.ts'
import { rateOf } from '../taxes.ts'
import type { DeciderTable } from './decider-table.ts'

type Reducing = 'discount.apply' | 'comp.apply' | 'adjustment.remove' | 'service.remove'

/** Who agreed to a change of the bill: for the action itself, and once more when the bill was printed. */
function permission(state: State, order: Order, action: Reducing, context: Context): Result<Permission, DomainError> {
  const own = authorise(state, action, context)
  if (!own.ok) return own
  const change = authoriseBillChange(state, order, context)
  return change.ok ? ok({ ...own.value, ...change.value }) : change
}

function chosenLines(order: Order, lineIds: readonly LineId[] | undefined): DomainError | undefined {
  for (const lineId of lineIds ?? []) {
    const line = order.lines.find(({ id }) => id === lineId)
    if (line === undefined) return error('line-not-found', { lineId })
    if (!isCharged(line)) return error('line-not-in-state', { lineId, status: line.status })
  }
  return undefined
}

/** What is asked for, in money; refused when there is not so much left. */
function amountAsked(asked: Adjustment['asked'], left: number): Result<number, DomainError> {
  const amount = asked.by === 'percent' ? rateOf(left, asked.rate) : asked.amount
  if (amount > left) return refuse(error('amount-too-large', { left }))
  return amount === 0 ? refuse(error('nothing-asked')) : ok(amount)
}

/** What was paid already is not discounted away: that is a refund. */
function takesPaid(state: State, order: Order, adjustment: Adjustment): DomainError | undefined {
  const before = billOf(order, state.catalog)
  const after = billOf({ ...order, adjustments: [...(order.adjustments ?? []), adjustment] }, state.catalog)
  const overpaid = before.paid > 0 && after.balance < 0 && after.balance < before.balance
  return overpaid ? error('amount-too-large', { balance: before.balance }) : undefined
}

function apply(
  state: State,
  command: Numbered<'discount.apply' | 'comp.apply'>,
  kind: Adjustment['kind'],
  asked: Adjustment['asked'],
  context: Context,
): Decision {
  const found = findOpenOrder(state, command.args.orderId)
  if (!found.ok) return found
  const order = found.value
  const permitted = permission(state, order, command.type, context)
  if (!permitted.ok) return permitted
  const { lineIds, reason } = command.args
  const wrong = chosenLines(order, lineIds)
  if (wrong !== undefined) return refuse(wrong)
  const lines = remainingByLine(order, lineIds)
  const amount = amountAsked(
    asked,
    lines.reduce((sum, line) => sum + line.remaining, 0),
  )
  if (!amount.ok) return amount
  const adjustment: Adjustment = {
    id: entityId<AdjustmentId>(command.id, 'a'),
    kind,
    asked,
    wholeOrder: lineIds === undefined,
    shares: shareOut(amount.value, lines),
    reason,
    at: context.now,
    by: personOf(context),
    ...permitted.value,
  }
  const tooMuch = takesPaid(state, order, adjustment)
  if (tooMuch !== undefined) return refuse(tooMuch)
  return ok([{ type: 'adjustment.applied', orderId: order.id, adjustment, afterBill: isBillPrinted(order) }])
}

const remove: Decider<'adjustment.remove'> = (state, command, context) => {
  const found = findOpenOrder(state, command.args.orderId)
  if (!found.ok) return found
  const order = found.value
  const { adjustmentId } = command.args
  const adjustment = order.adjustments?.find(({ id }) => id === adjustmentId)
  if (adjustment === undefined) return refuse(error('adjustment-not-found', { adjustmentId }))
  const permitted = permission(state, order, 'adjustment.remove', context)
  if (!permitted.ok) return permitted
  return ok([
    {
      type: 'adjustment.removed',
      orderId: order.id,
      adjustmentId,
      kind: adjustment.kind,
      by: personOf(context),
      ...permitted.value,
      amount: adjustment.shares.reduce((sum, share) => sum + share.amount, 0),
      shares: adjustment.shares,
      afterBill: isBillPrinted(order),
    },
  ])
}

const addService: Decider<'service.add'> = (state, command, context) => {
  const found = findOpenOrder(state, command.args.orderId)
  if (!found.ok) return found
  const order = found.value
  const permitted = authorise(state, 'service.add', context)
  if (!permitted.ok) return permitted
  const rate = command.args.rate ?? state.catalog.settings.serviceCharge.rate
  const known = order.service?.override
  if (known?.kind === 'added' && known.rate === rate) return ok([])
  return ok([
    {
      type: 'service.set',
      orderId: order.id,
      override: { kind: 'added', rate },
      by: personOf(context),
      ...permitted.value,
      afterBill: isBillPrinted(order),
    },
  ])
}

const removeService: Decider<'service.remove'> = (state, command, context) => {
  const found = findOpenOrder(state, command.args.orderId)
  if (!found.ok) return found
  const order = found.value
  const permitted = permission(state, order, 'service.remove', context)
  if (!permitted.ok) return permitted
  if (order.service?.override?.kind === 'removed') return ok([])
  return ok([
    {
      type: 'service.set',
      orderId: order.id,
      override: { kind: 'removed', reason: command.args.reason },
      by: personOf(context),
      ...permitted.value,
      afterBill: isBillPrinted(order),
    },
  ])
}

export const adjustingDeciders: DeciderTable<
  'discount.apply' | 'comp.apply' | 'adjustment.remove' | 'service.add' | 'service.remove'
> = {
  'discount.apply': (state, command, context) => apply(state, command, 'discount', command.args.asked, context),
  'comp.apply': (state, command, context) => apply(state, command, 'comp', { by: 'percent', rate: 10_000 }, context),
  'adjustment.remove': remove,
  'service.add': addService,
  'service.remove': removeService,
}
