// A dish that was 86ed is still on tickets and behind held courses (ORD-10): its lines that nobody has begun, by table, and
// whether their waiters were asked for another dish.
import type { State } from '@comanda/shared/domain/state'
import type { ItemId, LineId, OrderId, StationId } from '@comanda/shared/model/ids'
import type { Course } from '@comanda/shared/model/menu'
import type { Line, LineStatus, Order } from '@comanda/shared/model/order'
import { type AskStanding, askOf } from '../slip/asks.ts'

export type UnstartedLine = {
  readonly orderId: OrderId
  readonly lineId: LineId
  readonly number: number
  readonly table?: string
  readonly name?: string
  readonly waiter?: string
  readonly quantity: number
  readonly course: Course
  readonly status: LineStatus
  readonly ask?: AskStanding
}

const unstarted: readonly LineStatus[] = ['asking', 'held', 'fired']

const lineOf = (state: State, order: Order, line: Line): UnstartedLine => {
  const table = order.tableId && state.catalog.tables[order.tableId]?.name
  const waiter = state.catalog.people[order.waiterId]?.name
  const ask = askOf(state, line.id)
  return {
    orderId: order.id,
    lineId: line.id,
    number: order.number,
    quantity: line.quantity,
    course: line.course,
    status: line.status,
    ...(table === undefined ? {} : { table }),
    ...(order.name === undefined ? {} : { name: order.name }),
    ...(waiter === undefined ? {} : { waiter }),
    ...(ask === undefined ? {} : { ask }),
  }
}

/** The oldest order first. */
export const unstartedLines = (state: State, itemId: ItemId): UnstartedLine[] =>
  [...state.orders.values()]
    .filter(({ status }) => status === 'open')
    .sort((a, b) => a.openedAt - b.openedAt || (a.id < b.id ? -1 : 1))
    .flatMap((order) =>
      order.lines
        .filter((line) => line.itemId === itemId && unstarted.includes(line.status))
        .map((line) => lineOf(state, order, line)),
    )

export type SoldOut = { readonly itemId: ItemId; readonly lines: readonly UnstartedLine[] }

/** Dishes of these stations that were 86ed while somebody waits for one: as long as a waiter has not been asked. */
export const soldOutDishes = (state: State, stationIds: readonly StationId[]): SoldOut[] =>
  [...state.counts.values()].flatMap(({ itemId, soldOut }) => {
    if (!soldOut || state.catalog.items[itemId]?.stations.some((id) => stationIds.includes(id)) !== true) return []
    const lines = unstartedLines(state, itemId)
    return lines.some(({ ask }) => ask === undefined) ? [{ itemId, lines }] : []
  })
