// Whether what is handed out over the counter was paid for (ORD-15).
import type { Order } from '@comanda/shared/model/order'
import type { Texts } from '../texts/texts.ts'

/** undefined: nobody has to ask before it is handed out. */
export function owes(order: Pick<Order, 'type' | 'paid'> | undefined, { order: words }: Texts): string | undefined {
  if (order?.type !== 'takeaway') return undefined
  return order.paid ? words.paid : words.unpaid
}
