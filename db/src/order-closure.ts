// An order and every order that lines or names passed to or from: without them its events cannot be filed again.
import type { OrderId } from '@comanda/shared/model/ids'

/** `partners(orderId)`: the orders that share an event with it. */
export const orderClosure = (
  orderId: OrderId,
  partners: (orderId: OrderId) => Iterable<OrderId>,
): ReadonlySet<OrderId> => {
  const reached = new Set([orderId])
  for (const reachedId of reached) {
    for (const partner of partners(reachedId)) reached.add(partner)
  }
  return reached
}
