// After a bill was printed, whatever makes it smaller needs an approval and is flagged (BILL-9).
import type { Order } from '../model/order.ts'
import { type Context, ok, type Result } from './decision.ts'
import type { DomainError } from './errors.ts'
import { authorise, type Permission } from './permissions.ts'
import type { State } from './state.ts'

export const isBillPrinted = (order: Pick<Order, 'billPrints'>): boolean => (order.billPrints ?? 0) > 0

export const authoriseBillChange = (state: State, order: Order, context: Context): Result<Permission, DomainError> =>
  isBillPrinted(order) ? authorise(state, 'bill.change-after-print', context) : ok({})
