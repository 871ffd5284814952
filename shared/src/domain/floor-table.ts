// A table as the floor shows it (FRT-1): its stage and for how long, who serves it, and one badge, chosen by need:
// call before ready before late before bill. The map and the list read the same.
import type { OrderId, StaffId, TableId } from '../model/ids.ts'
import type { Line, Order } from '../model/order.ts'
import type { Call, CallKind } from '../model/service.ts'
import type { Millis } from '../ports/time.ts'
import { isCooking, isLive } from './line-steps.ts'
import { ticketsOf } from './order-tickets.ts'
import { paceOf, ticketTarget } from './prep-target.ts'
import type { State } from './state.ts'

export type Stage = 'free' | 'seated' | 'ordered' | 'ready' | 'served' | 'bill' | 'to-clear'

/** `since`: when the stage began; absent where nothing is known of it. */
export type Staged = { readonly stage: Stage; readonly since?: Millis }

export type Badge =
  | { readonly kind: 'call'; readonly since: Millis; readonly call: CallKind; readonly takenBy?: StaffId }
  | { readonly kind: 'ready'; readonly since: Millis; readonly takenBy?: StaffId }
  | { readonly kind: 'late'; readonly since: Millis }
  | { readonly kind: 'bill'; readonly since: Millis; readonly takenBy?: StaffId }

export type FloorTable = Staged & {
  readonly tableId: TableId
  readonly orderIds: readonly OrderId[]
  /** Who serves the party; at a free table, whose section it is in. */
  readonly waiterId?: StaffId
  readonly covers: number
  readonly coversAssumed: boolean
  readonly badge?: Badge
}

const earliest = (moments: readonly (number | undefined)[]): number | undefined => {
  const known = moments.filter((moment) => moment !== undefined)
  return known.length === 0 ? undefined : Math.min(...known)
}

const latest = (moments: readonly (number | undefined)[]): number | undefined => {
  const known = moments.filter((moment) => moment !== undefined)
  return known.length === 0 ? undefined : Math.max(...known)
}

const staged = (stage: Stage, since: number | undefined): Staged => (since === undefined ? { stage } : { stage, since })

const isOwed = (line: Line): boolean => isCooking(line.status) || line.status === 'asking'

/** Dishes that stand ready go before everything; a bill that was asked for before what is still cooking. */
export function orderStage(order: Order): Staged {
  const live = order.lines.filter((line) => isLive(line.status))
  const ready = live.filter((line) => line.status === 'ready')
  if (ready.length > 0) return staged('ready', earliest(ready.map((line) => line.readyAt)))
  if (order.billAskedAt !== undefined) return staged('bill', order.billAskedAt)
  const owed = live.filter(isOwed)
  if (owed.length > 0) return staged('ordered', earliest(owed.map((line) => line.firedAt ?? line.sentAt)))
  const served = live.filter((line) => line.status === 'served')
  if (served.length > 0) return staged('served', latest(served.map((line) => line.servedAt ?? line.sentAt)))
  if (live.length > 0) return staged('ordered', earliest(live.map((line) => line.sentAt)))
  return staged('seated', order.openedAt)
}

const stageOrder: readonly Stage[] = ['ready', 'bill', 'ordered', 'seated', 'served', 'to-clear', 'free']

const mostPressing = (stages: readonly Staged[]): Staged | undefined =>
  [...stages].sort(
    (a, b) => stageOrder.indexOf(a.stage) - stageOrder.indexOf(b.stage) || (a.since ?? 0) - (b.since ?? 0),
  )[0]

/** When its oldest ticket went over its time; undefined: none is late. */
export function lateSince(state: State, order: Order, now: Millis): Millis | undefined {
  const late = ticketsOf(state, order).filter(
    (ticket) => ticket.status === 'open' && paceOf(state, order, ticket, now) === 'late',
  )
  return earliest(late.map((ticket) => ticket.firedAt + ticketTarget(state, order, ticket) * 1000))
}

const taken = (takenBy: StaffId | undefined): { takenBy?: StaffId } => (takenBy === undefined ? {} : { takenBy })

/** What somebody goes for already comes after what nobody goes for; of those, the oldest. */
const firstOf = <Waiting extends { readonly since: Millis; readonly takenBy?: StaffId }>(
  waiting: readonly Waiting[],
): Waiting | undefined =>
  [...waiting].sort((a, b) => Number(a.takenBy !== undefined) - Number(b.takenBy !== undefined) || a.since - b.since)[0]

const callBadge = (calls: readonly Call[]): Badge | undefined =>
  firstOf(calls.map((call) => ({ kind: 'call' as const, since: call.at, call: call.kind, ...taken(call.takenBy) })))

const readyBadge = (orders: readonly Order[]): Badge | undefined =>
  firstOf(
    orders.flatMap((order) =>
      order.pickups.map(({ readyAt, takenBy }) => ({ kind: 'ready' as const, since: readyAt, ...taken(takenBy) })),
    ),
  )

const lateBadge = (state: State, orders: readonly Order[], now: Millis): Badge | undefined => {
  const since = earliest(orders.map((order) => lateSince(state, order, now)))
  return since === undefined ? undefined : { kind: 'late', since }
}

const billBadge = (orders: readonly Order[]): Badge | undefined =>
  firstOf(
    orders.flatMap(({ billAskedAt, billTakenBy }) =>
      billAskedAt === undefined ? [] : [{ kind: 'bill' as const, since: billAskedAt, ...taken(billTakenBy) }],
    ),
  )

/** One badge for orders that belong together, and the calls from where they sit. */
export const badgeOf = (
  state: State,
  orders: readonly Order[],
  calls: readonly Call[],
  now: Millis,
): Badge | undefined => callBadge(calls) ?? readyBadge(orders) ?? lateBadge(state, orders, now) ?? billBadge(orders)

/** A guest's calls that nobody has settled, by table: read once for the whole floor. */
export function openCalls(state: State): ReadonlyMap<TableId, readonly Call[]> {
  const byTable = new Map<TableId, Call[]>()
  for (const call of state.calls.values()) {
    if (call.resolvedAt !== undefined) continue
    const known = byTable.get(call.tableId)
    if (known === undefined) byTable.set(call.tableId, [call])
    else known.push(call)
  }
  return byTable
}

function clearSince(state: State, tableId: TableId): Millis | undefined {
  let since: Millis | undefined
  for (const order of state.orders.values()) {
    if (order.tableId === tableId && order.closedAt !== undefined) since = Math.max(since ?? 0, order.closedAt)
  }
  return since
}

export function floorTable(
  state: State,
  tableId: TableId,
  now: Millis,
  calls: ReadonlyMap<TableId, readonly Call[]> = openCalls(state),
): FloorTable {
  const use = state.tables.get(tableId)
  const orders = (use?.orderIds ?? []).flatMap((orderId) => state.orders.get(orderId) ?? [])
  const waiterId = orders[0]?.waiterId ?? state.sections[tableId]
  const badge = badgeOf(state, orders, calls.get(tableId) ?? [], now)
  const empty: Staged = use?.toClear === true ? staged('to-clear', clearSince(state, tableId)) : { stage: 'free' }
  return {
    tableId,
    ...(mostPressing(orders.map(orderStage)) ?? empty),
    orderIds: orders.map((order) => order.id),
    ...(waiterId === undefined ? {} : { waiterId }),
    covers: orders.reduce((sum, order) => sum + order.covers, 0),
    coversAssumed: orders.some((order) => order.coversAssumed),
    ...(badge === undefined ? {} : { badge }),
  }
}
