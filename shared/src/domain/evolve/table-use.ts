// Which orders are at which table.
import type { OrderId, TableId } from '../../model/ids.ts'
import type { State } from '../state.ts'

/** An order sits down: the table is in use, and no longer to be cleared. */
export const seatedAt = (state: State, tableId: TableId | undefined, orderId: OrderId): State => {
  if (tableId === undefined) return state
  const use = state.tables.get(tableId)
  const orderIds = [...(use?.orderIds ?? []).filter((other) => other !== orderId), orderId]
  return { ...state, tables: state.tables.set(tableId, { orderIds, toClear: false }) }
}

/** An order leaves its table: closed (the table is then to be cleared), moved or merged (then nothing is left of it there). */
export const leftTable = (state: State, tableId: TableId | undefined, orderId: OrderId, toClear: boolean): State => {
  const use = tableId === undefined ? undefined : state.tables.get(tableId)
  if (tableId === undefined || use === undefined) return state
  const orderIds = use.orderIds.filter((other) => other !== orderId)
  const dirty = use.toClear || toClear
  const tables =
    orderIds.length === 0 && !dirty
      ? state.tables.remove(tableId)
      : state.tables.set(tableId, { orderIds, toClear: dirty && orderIds.length === 0 })
  return { ...state, tables }
}
