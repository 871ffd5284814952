// An order may have several names: opened twice offline, or merged. Whoever uses an old name means the order that is there.
// A line may have left the order it was sent in; its own home then counts for more than the order that was named.
import type { LineId, OrderId } from '../model/ids.ts'
import type { State } from './state.ts'

export const resolveOrderId = (state: State, orderId: OrderId): OrderId => {
  let current = orderId
  // names never lead in a circle; should a guess ahead of the server make one, it still ends
  for (let left = state.aliases.size; left > 0; left--) {
    const next = state.aliases.get(current)
    if (next === undefined) return current
    current = next
  }
  return current
}

export const homeOfLine = (state: State, orderId: OrderId, lineId: LineId): OrderId =>
  resolveOrderId(state, state.lineHomes.get(lineId) ?? orderId)
