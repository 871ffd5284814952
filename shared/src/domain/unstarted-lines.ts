// The lines of a dish that were sent and that nobody has begun: whom an 86 concerns (ORD-10). The oldest order first.
import type { ItemId } from '../model/ids.ts'
import type { Line, LineStatus, Order } from '../model/order.ts'
import type { State } from './state.ts'

export type UnstartedLine = { readonly order: Order; readonly line: Line }

const early: readonly LineStatus[] = ['asking', 'held', 'fired']

export const unstartedLines = (state: Pick<State, 'orders'>, itemId: ItemId): UnstartedLine[] =>
  [...state.orders.values()]
    .filter((order) => order.status === 'open')
    .sort((a, b) => a.openedAt - b.openedAt || (a.id < b.id ? -1 : 1))
    .flatMap((order) =>
      order.lines
        .filter((line) => line.itemId === itemId && early.includes(line.status))
        .map((line) => ({ order, line })),
    )
