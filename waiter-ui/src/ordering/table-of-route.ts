// The table that an order's own address stands for.
import { resolveOrderId } from '@comanda/shared/domain/aliases'
import type { State } from '@comanda/shared/domain/state'
import type { TableId } from '@comanda/shared/model/ids'
import type { ReadonlySignal } from '@preact/signals'
import type { Route } from '../route.ts'

export const tableOfRoute =
  (state: ReadonlySignal<State | undefined>) =>
  (route: Route): TableId | undefined => {
    const current = state.value
    if (current === undefined || (route.at !== 'order' && route.at !== 'bill')) return undefined
    return current.orders.get(resolveOrderId(current, route.orderId))?.tableId
  }
