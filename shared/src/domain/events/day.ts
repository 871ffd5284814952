// The drawer's cash, each waiter's check-out, and the business day.
import { z } from 'zod'
import { CashShiftId, OrderId, StaffId } from '../../model/ids.ts'
import { BusinessDate, Instant } from '../../model/instant.ts'
import { Amount, Money } from '../../model/money.ts'
import { CashCount, CashMovement, ZReport } from '../../model/service.ts'
import { event } from './event.ts'

export const dayEvents = [
  event('cash.opened', { shiftId: CashShiftId, float: Amount, at: Instant, by: StaffId }),
  event('cash.moved', { shiftId: CashShiftId, movement: CashMovement }),
  event('cash.closed', {
    shiftId: CashShiftId,
    at: Instant,
    by: StaffId,
    counted: CashCount,
    countedTotal: Amount,
    expected: Money,
    difference: Money,
  }),
  event('staff.checked-out', {
    staffId: StaffId,
    at: Instant,
    by: StaffId,
    sales: Money,
    cashHeld: Money,
    tips: Money,
    owed: Money,
  }),
  event('day.closed', { z: ZReport, carriedOver: z.array(OrderId) }),
  /** The business day rolled: closed orders leave the state, counts reset unless pinned. */
  event('day.rolled', {
    from: BusinessDate.nullable(),
    to: BusinessDate,
    /** The dates that still want their Z, where the room knows of Z reports. */
    unclosed: z.array(BusinessDate).optional(),
  }),
  event('clock.doubted', { before: Instant, now: Instant }),
  event('clock.confirmed', { by: StaffId }),
] as const
