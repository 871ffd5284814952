// The orders that run at a table.
import type { State } from '@comanda/shared/domain/state'
import type { TableId } from '@comanda/shared/model/ids'
import type { Order } from '@comanda/shared/model/order'

/** In the order in which they came. */
export function ordersAt(state: State, tableId: TableId): Order[] {
  const ids = state.tables.get(tableId)?.orderIds ?? []
  return ids.flatMap((id) => {
    const order = state.orders.get(id)
    return order?.status === 'open' ? [order] : []
  })
}
