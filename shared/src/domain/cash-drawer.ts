// Which cash shift money goes into. Cash of nobody's shift is held by who took it, until check-out (BILL-8).

import type { Payment } from '../model/bill.ts'
import type { CashShiftId, StaffId } from '../model/ids.ts'
import type { CashShift } from '../model/service.ts'
import type { State } from './state.ts'

const isOpen = (shift: CashShift): boolean => shift.closed === undefined

export const openShifts = (state: State): CashShift[] =>
  state.cashShifts
    .sorted()
    .map(([, shift]) => shift)
    .filter(isOpen)

/** The person's own shift. A waiter carries a purse: only somebody who opened a drawer puts cash into it. */
export const drawerOf = (state: State, staffId: StaffId): CashShiftId | undefined =>
  openShifts(state).find((shift) => shift.openedBy === staffId)?.id

export type DrawerChange = { cashShiftId?: CashShiftId; cash?: number }

/** Cash into a drawer, or out of it below zero. Tips stay with who got them. */
export const intoDrawer = (shiftId: CashShiftId | undefined, cash: number): DrawerChange =>
  shiftId === undefined || cash === 0 ? {} : { cashShiftId: shiftId, cash }

/** What a correction of the method does to a drawer: one that was counted already is not changed behind its back. */
export function correctedDrawer(state: State, payment: Payment, method: Payment['method'], by: StaffId): DrawerChange {
  if (payment.method === method) return {}
  if (method === 'cash') return intoDrawer(drawerOf(state, by), payment.amount)
  const shift = payment.cashShiftId === undefined ? undefined : state.cashShifts.get(payment.cashShiftId)
  return payment.method === 'cash' && shift !== undefined && isOpen(shift) ? intoDrawer(shift.id, -payment.amount) : {}
}
