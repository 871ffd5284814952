// What waits for somebody at the front (FRT-2): dishes to hand out, guests' calls, bills; oldest first, with who took it.
import type { CallId, OrderId, StaffId, TableId } from '../model/ids.ts'
import type { Course } from '../model/menu.ts'
import type { Order } from '../model/order.ts'
import type { Call, CallKind } from '../model/service.ts'
import type { State } from './state.ts'

type Waiting = { readonly since: number; readonly tableId?: TableId; readonly takenBy?: StaffId }

export type FrontEntry =
  | (Waiting & { readonly kind: 'ready'; readonly orderId: OrderId; readonly course: Course; readonly dishes: number })
  | (Waiting & { readonly kind: 'call'; readonly callId: CallId; readonly call: CallKind })
  | (Waiting & { readonly kind: 'bill'; readonly orderId: OrderId })

const at = (tableId: TableId | undefined): { tableId?: TableId } => (tableId === undefined ? {} : { tableId })
const by = (takenBy: StaffId | undefined): { takenBy?: StaffId } => (takenBy === undefined ? {} : { takenBy })

const readyEntries = (order: Order): FrontEntry[] =>
  order.pickups.map(({ course, lineIds, readyAt, takenBy }) => ({
    kind: 'ready',
    since: readyAt,
    orderId: order.id,
    course,
    dishes: lineIds.length,
    ...at(order.tableId),
    ...by(takenBy),
  }))

const billEntries = (order: Order): FrontEntry[] =>
  order.status === 'open' && order.billAskedAt !== undefined
    ? [{ kind: 'bill', since: order.billAskedAt, orderId: order.id, ...at(order.tableId), ...by(order.billTakenBy) }]
    : []

/** Until somebody says that it is settled. */
const callEntries = (call: Call): FrontEntry[] =>
  call.resolvedAt === undefined
    ? [{ kind: 'call', since: call.at, callId: call.id, call: call.kind, ...at(call.tableId), ...by(call.takenBy) }]
    : []

export const frontList = (state: State): FrontEntry[] => {
  const entries: FrontEntry[] = []
  for (const order of state.orders.values()) entries.push(...readyEntries(order), ...billEntries(order))
  for (const call of state.calls.values()) entries.push(...callEntries(call))
  return entries.sort((a, b) => a.since - b.since || (a.kind < b.kind ? -1 : 1))
}
