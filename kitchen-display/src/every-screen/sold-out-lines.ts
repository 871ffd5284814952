// A dish that was 86ed is still on tickets and behind held courses (ORD-10): its lines that nobody has begun, by table, and
// whether their waiters were asked for another dish.
import type { State } from '@comanda/shared/domain/state'
import { type UnstartedLine, unstartedLines } from '@comanda/shared/domain/unstarted-lines'
import type { ItemId, LineId, OrderId, StationId } from '@comanda/shared/model/ids'
import type { Course } from '@comanda/shared/model/menu'
import { type AskStanding, askOf } from '../slip/asks.ts'

export type WaitingLine = {
  readonly orderId: OrderId
  readonly lineId: LineId
  readonly number: number
  readonly table?: string
  readonly name?: string
  readonly waiter?: string
  readonly quantity: number
  readonly course: Course
  readonly isHeld: boolean
  readonly ask?: AskStanding
}

const waitingLine = (state: State, { order, line }: UnstartedLine): WaitingLine => {
  const table = order.tableId && state.catalog.tables[order.tableId]?.name
  const waiter = state.catalog.people[order.waiterId]?.name
  const ask = askOf(state, line.id)
  return {
    orderId: order.id,
    lineId: line.id,
    number: order.number,
    quantity: line.quantity,
    course: line.course,
    isHeld: line.status === 'held',
    ...(table === undefined ? {} : { table }),
    ...(order.name === undefined ? {} : { name: order.name }),
    ...(waiter === undefined ? {} : { waiter }),
    ...(ask === undefined ? {} : { ask }),
  }
}

/** The oldest order first. */
export const linesWaiting = (state: State, itemId: ItemId): WaitingLine[] =>
  unstartedLines(state, itemId).map((each) => waitingLine(state, each))

export type SoldOut = { readonly itemId: ItemId; readonly lines: readonly WaitingLine[] }

/** Dishes of these stations that were 86ed while somebody waits for one: as long as a waiter has not been asked. */
export const soldOutDishes = (state: State, stationIds: readonly StationId[]): SoldOut[] =>
  [...state.counts.values()].flatMap(({ itemId, soldOut }) => {
    if (!soldOut || state.catalog.items[itemId]?.stations.some((id) => stationIds.includes(id)) !== true) return []
    const lines = linesWaiting(state, itemId)
    return lines.some(({ ask }) => ask === undefined) ? [{ itemId, lines }] : []
  })
