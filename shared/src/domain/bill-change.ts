// After a bill was printed, whatever makes it smaller needs an approval and is listed (BILL-9).
import type { Order } from '../model/order.ts'
import { type Context, ok, type Result } from './decision.ts'
import type { DomainError } from './errors.ts'
import type { BillChange } from './events/worth.ts'
import { personOf } from './find.ts'
import { authorise, type Permission } from './permissions.ts'
import type { State } from './state.ts'

export const isBillPrinted = (order: Pick<Order, 'billPrints'>): boolean => (order.billPrints ?? 0) > 0

export const authoriseBillChange = (state: State, order: Order, context: Context): Result<Permission, DomainError> =>
  isBillPrinted(order) ? authorise(state, 'bill.change-after-print', context) : ok({})

/** What an event tells of it, where the event is not about money alone. */
export const billChangeOf = (
  state: State,
  order: Order,
  context: Context,
): Result<{ billChange?: BillChange }, DomainError> => {
  const allowed = authoriseBillChange(state, order, context)
  if (!allowed.ok || !isBillPrinted(order)) return allowed.ok ? ok({}) : allowed
  return ok({ billChange: { by: personOf(context), ...allowed.value } })
}
