// The small rooms: the guests' board and one table's guest. Whole views made of what guests may know, never replicas:
// no names of people but the waiter who comes, no prices of others, no other table.
import type { TableId } from '../model/ids.ts'
import type { Line, Order } from '../model/order.ts'
import type { Call, CallKind } from '../model/service.ts'
import type { LocalText } from '../model/text.ts'
import type { Millis } from '../ports/time.ts'
import { isLive } from './line-steps.ts'
import type { State } from './state.ts'

/** A finished number leaves the board after ten minutes, or when it was handed out. */
export const boardKeeps: Millis = 10 * 60_000

export type BoardNumber = { readonly number: number; readonly since: Millis }
export type BoardView = { readonly preparing: readonly BoardNumber[]; readonly ready: readonly BoardNumber[] }

export type GuestCall = {
  readonly kind: CallKind
  readonly at: Millis
  readonly comes?: string
}

export type GuestView = {
  readonly table: string
  /** Somebody sat down: calls are answered without a question. */
  readonly seated: boolean
  readonly calls: readonly GuestCall[]
  readonly soldOut: readonly LocalText[]
}

const isAwaited = ({ status }: Line): boolean => isLive(status) && status !== 'ready' && status !== 'served'

function readySince(order: Order): Millis {
  return Math.max(order.openedAt, ...order.lines.map((line) => line.readyAt ?? 0))
}

export function boardView(state: State, now: Millis): BoardView {
  const preparing: BoardNumber[] = []
  const ready: BoardNumber[] = []
  for (const order of state.orders.values()) {
    if (order.type !== 'takeaway' || order.status === 'merged') continue
    const lines = order.lines.filter((line) => isLive(line.status))
    if (lines.length === 0 || lines.every((line) => line.status === 'served')) continue
    if (lines.some(isAwaited)) preparing.push({ number: order.number, since: order.openedAt })
    else if (now - readySince(order) < boardKeeps) ready.push({ number: order.number, since: readySince(order) })
  }
  const oldestFirst = (a: BoardNumber, b: BoardNumber): number => a.since - b.since || a.number - b.number
  return { preparing: preparing.sort(oldestFirst), ready: ready.sort(oldestFirst) }
}

function guestCall(state: State, call: Call): GuestCall {
  const comes = call.takenBy === undefined ? undefined : state.catalog.people[call.takenBy]?.name
  return { kind: call.kind, at: call.at, ...(comes === undefined ? {} : { comes }) }
}

export function guestView(state: State, tableId: TableId): GuestView | null {
  const table = state.catalog.tables[tableId]
  if (table === undefined) return null
  const calls = [...state.calls.values()]
    .filter((call) => call.tableId === tableId && call.resolvedAt === undefined)
    .sort((a, b) => a.at - b.at)
  const soldOut = [...state.counts.values()]
    .filter((count) => count.soldOut || count.left === 0)
    .flatMap((count) => state.catalog.items[count.itemId]?.name ?? [])
    .sort((a, b) => (a.en < b.en ? -1 : 1))
  return {
    table: table.name,
    seated: (state.tables.get(tableId)?.orderIds.length ?? 0) > 0,
    calls: calls.map((call) => guestCall(state, call)),
    soldOut,
  }
}
