// Cash shifts (BILL-6) and the waiter's check-out (BILL-8).

import type { Payment } from '../../model/bill.ts'
import type { CashShiftId, StaffId } from '../../model/ids.ts'
import type { Order } from '../../model/order.ts'
import type { CashShift } from '../../model/service.ts'
import { billOf } from '../bill.ts'
import { businessDateOf } from '../business-day.ts'
import { drawerOf } from '../cash-drawer.ts'
import { type Decider, ok, type Result, refuse } from '../decision.ts'
import { entityId } from '../entity-id.ts'
import { type DomainError, error } from '../errors.ts'
import { personOf } from '../find.ts'
import { authorise } from '../permissions.ts'
import type { State } from '../state.ts'
import type { DeciderTable } from './decider-table.ts'

const open: Decider<'cash.open'> = (state, command, context) => {
  const by = personOf(context)
  const known = drawerOf(state, by)
  if (known !== undefined) return refuse(error('shift-open', { shiftId: known }))
  const shiftId = entityId<CashShiftId>(command.id, 's')
  return ok([{ type: 'cash.opened', shiftId, float: command.args.float, at: context.now, by }])
}

function findShift(state: State, shiftId: CashShiftId): Result<CashShift, DomainError> {
  const shift = state.cashShifts.get(shiftId)
  if (shift === undefined) return refuse(error('shift-not-found', { shiftId }))
  return shift.closed === undefined ? ok(shift) : refuse(error('shift-closed', { shiftId }))
}

const move: Decider<'cash.move'> = (state, command, context) => {
  const { shiftId, direction, amount, reason } = command.args
  const found = findShift(state, shiftId)
  if (!found.ok) return found
  if (amount === 0) return refuse(error('nothing-asked'))
  const movement = { at: context.now, by: personOf(context), direction, amount, reason }
  return ok([{ type: 'cash.moved', shiftId, movement }])
}

/** What should lie in the drawer. Nobody is told before it was counted. */
export const expectedCash = (shift: CashShift): number =>
  shift.movements.reduce(
    (sum, { direction, amount }) => (direction === 'in' ? sum + amount : sum - amount),
    shift.float + shift.takings,
  )

const close: Decider<'cash.close'> = (state, command, context) => {
  const { shiftId, counted } = command.args
  const found = findShift(state, shiftId)
  if (!found.ok) return found
  const countedTotal = counted.reduce((sum, { value, count }) => sum + value * count, 0)
  const expected = expectedCash(found.value)
  return ok([
    {
      type: 'cash.closed',
      shiftId,
      at: context.now,
      by: personOf(context),
      counted,
      countedTotal,
      expected,
      difference: countedTotal - expected,
    },
  ])
}

export type CheckOut = { sales: number; cashHeld: number; tips: number; owed: number }

/**
 * What a waiter sold and holds since the day began; what was carried over was counted in its own day. Sales go by who sold
 * each line, whoever has the table now. A tip in cash is held by who got it, also when the rest went into a drawer; one by
 * card was paid to the house. What is owed is the cash that is not the waiter's own.
 */
export function checkOutOf(state: State, staffId: StaffId): CheckOut {
  const sum: CheckOut = { sales: 0, cashHeld: 0, tips: 0, owed: 0 }
  const isOfToday = ofToday(state)
  for (const order of state.orders.values()) {
    if (order.status === 'merged') continue
    const own = order.lines.filter((line) => line.sellerId === staffId && isOfToday(order, line.sentAt))
    const sold = new Set(own.map((line) => line.id))
    for (const line of billOf(order, state.catalog).lines) if (sold.has(line.lineId)) sum.sales += line.net
    for (const payment of order.payments ?? []) {
      if (payment.businessDate !== state.day.date) continue
      if (payment.by === staffId) {
        sum.tips += payment.tip
        sum.cashHeld += heldOf(payment.method, payment)
      }
      for (const refund of payment.refunds) {
        if (payment.by === staffId) sum.tips -= refund.tip
        if (refund.by === staffId) sum.cashHeld -= heldOf(payment.method, refund)
      }
    }
  }
  return { ...sum, owed: sum.cashHeld - sum.tips }
}

type Moved = { readonly amount: number; readonly tip: number; readonly cashShiftId?: CashShiftId | undefined }

/** How much of what was taken or given back goes through a person's own hands: all of it where no drawer was there. */
function heldOf(method: Payment['method'], { amount, tip, cashShiftId }: Moved): number {
  if (method !== 'cash') return 0
  return cashShiftId === undefined ? amount + tip : tip
}

/** An order of today is today's whole; of one that was carried over, what was sent since. */
function ofToday(state: State): (order: Order, at: number) => boolean {
  const { date } = state.day
  const { zone, cutoffHour } = state.catalog.settings
  return (order, at) => order.businessDate === date || businessDateOf(at, zone, cutoffHour) === date
}

const checkOut: Decider<'staff.check-out'> = (state, command, context) => {
  const { staffId, unsent } = command.args
  if (state.catalog.people[staffId] === undefined) return refuse(error('person-not-found', { staffId }))
  const by = personOf(context)
  if (staffId !== by) {
    const permitted = authorise(state, 'staff.check-out-other', context)
    if (!permitted.ok) return permitted
  }
  if (unsent > 0) return refuse(error('unsent-orders', { unsent }))
  const open = [...state.orders.values()].filter((order) => order.status === 'open' && order.waiterId === staffId)
  if (open.length > 0) {
    return refuse(error('open-tables', { orderIds: open.map((order) => order.id).sort() }))
  }
  return ok([{ type: 'staff.checked-out', staffId, at: context.now, by, ...checkOutOf(state, staffId) }])
}

export const cashDeciders: DeciderTable<'cash.open' | 'cash.move' | 'cash.close' | 'staff.check-out'> = {
  'cash.open': open,
  'cash.move': move,
  'cash.close': close,
  'staff.check-out': checkOut,
}
