// An order that left the state when its day rolled, built again from its events.

import type { Recorded } from '@comanda/shared/domain/events'
import { evolve } from '@comanda/shared/domain/evolve'
import { emptyState, type State } from '@comanda/shared/domain/state'
import type { OrderId } from '@comanda/shared/model/ids'
import type { Order } from '@comanda/shared/model/order'

export function archivedOrder(state: State, orderId: OrderId, events: readonly Recorded[]): Order | undefined {
  let small: State = { ...emptyState(state.catalog.settings), catalog: state.catalog }
  for (const recorded of events) small = evolve(small, recorded)
  return small.orders.get(small.aliases.get(orderId) ?? orderId)
}
