// A dish was 86ed while tables of mine wait for it (ORD-10): one card a dish, with each of them, until somebody begins it,
// it is changed or let go, or the kitchen's question about it stands in its place.

import type { State } from '@comanda/shared/domain/state'
import { unstartedLines } from '@comanda/shared/domain/unstarted-lines'
import type { ItemId, StaffId } from '@comanda/shared/model/ids'
import type { Order } from '@comanda/shared/model/order'
import type { Millis } from '@comanda/shared/ports/time'

/** How many of a dish an order waits for. */
export type Waiting = { readonly order: Order; readonly quantity: number }

export type SoldOutAlert = {
  readonly kind: 'sold-out'
  readonly key: string
  readonly since: Millis
  readonly takenBy?: undefined
  readonly tableId?: undefined
  readonly orderId?: undefined
  readonly itemId: ItemId
  readonly waiting: readonly Waiting[]
}

export function waitingFor(state: State, itemId: ItemId, me: StaffId): Waiting[] {
  const asked = new Set([...state.asks.values()].map(({ lineId }) => lineId))
  const byOrder = new Map<Order, number>()
  for (const { order, line } of unstartedLines(state, itemId)) {
    if (order.waiterId !== me || asked.has(line.id)) continue
    byOrder.set(order, (byOrder.get(order) ?? 0) + line.quantity)
  }
  return [...byOrder].map(([order, quantity]) => ({ order, quantity }))
}

/** Those that somebody struck off: a countdown that came to nothing has a portion for each line that was sent. */
export const soldOutAlerts = (state: State, me: StaffId): SoldOutAlert[] =>
  [...state.counts.values()].flatMap(({ itemId, soldOut, at }): SoldOutAlert[] => {
    const waiting = soldOut ? waitingFor(state, itemId, me) : []
    return waiting.length === 0
      ? []
      : [{ kind: 'sold-out', key: `sold-out ${itemId} ${at}`, since: at, itemId, waiting }]
  })
