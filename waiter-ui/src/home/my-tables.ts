// A waiter's tables and tabs, the one most in need first: what a guest waits for before what the kitchen or the till does,
// and of two that need the same the one that has needed it longer.

import {
  type Badge,
  badgeOf,
  type FloorTable,
  floorTable,
  lateSince,
  openCalls,
  orderStage,
  type Staged,
} from '@comanda/shared/domain/floor-table'
import { ticketsOf } from '@comanda/shared/domain/order-tickets'
import { paceOf } from '@comanda/shared/domain/prep-target'
import type { State } from '@comanda/shared/domain/state'
import type { StaffId, TableId } from '@comanda/shared/model/ids'
import type { Course } from '@comanda/shared/model/menu'
import type { Line, Order } from '@comanda/shared/model/order'
import type { LocalText } from '@comanda/shared/model/text'
import type { Millis } from '@comanda/shared/ports/time'
import { leftAfter } from '../draft/left-drafts.ts'
import { draftRows, isOwnDraft } from './drafted-parties.ts'
import type { DraftedParty, MyTable, Need } from './my-table.ts'

/** Guests who sit and have nothing, or have eaten: somebody should look. */
const emptyHandedAfter: Millis = 5 * 60_000
const finishedAfter: Millis = 20 * 60_000

const ranks = { call: 0, ready: 1, asking: 2, 'kitchen-asks': 2, late: 3, bill: 4, held: 5, draft: 6, 'long-wait': 7 }
const stageRanks = { ready: 8, bill: 8, ordered: 8, seated: 8, served: 8, 'to-clear': 9, free: 10 }
/** Somebody is on the way: after all that nobody goes for. */
const underWay = 7.5

function rankOf({ need, staged }: Pick<MyTable, 'need' | 'staged'>): number {
  if (need === undefined) return stageRanks[staged.stage]
  if (need.kind !== 'badge') return ranks[need.kind]
  return 'takenBy' in need.badge && need.badge.takenBy !== undefined ? underWay : ranks[need.badge.kind]
}

const sinceOf = ({ need, staged }: MyTable): number => need?.since ?? staged.since ?? Number.POSITIVE_INFINITY

export const byNeed = (a: MyTable, b: MyTable): number =>
  rankOf(a) - rankOf(b) || sinceOf(a) - sinceOf(b) || (a.key < b.key ? -1 : 1)

const oldest = <One extends { since: Millis }>(all: readonly One[]): One | undefined =>
  all.reduce<One | undefined>((first, one) => (first === undefined || one.since < first.since ? one : first), undefined)

function heldNeed(order: Order): Need | undefined {
  const reminded = order.courses.flatMap(({ course, status, remindedAt }) =>
    status === 'held' && remindedAt !== undefined ? [{ kind: 'held' as const, course, since: remindedAt }] : [],
  )
  return oldest(reminded)
}

function askingNeed(orders: readonly Order[]): Need | undefined {
  const lines = orders.flatMap((order) => order.lines.filter((line) => line.status === 'asking'))
  return oldest(lines.map(({ sentAt }) => ({ kind: 'asking' as const, since: sentAt })))
}

function kitchenAsks(state: State, orders: readonly Order[]): Need | undefined {
  const ids = new Set(orders.map(({ id }) => id))
  const open = [...state.asks.values()].filter(({ answer, orderId }) => answer === undefined && ids.has(orderId))
  return oldest(open.map(({ at }) => ({ kind: 'kitchen-asks' as const, since: at })))
}

/** At a table that nobody opened it is all that there is, and said at once. */
function draftNeed(draft: DraftedParty | undefined, { stage }: Staged, now: Millis): Need | undefined {
  if (draft === undefined || (stage !== 'free' && now - draft.since < leftAfter)) return undefined
  const { dishes, since, by } = draft
  return { kind: 'draft', dishes, since, ...(by === undefined ? {} : { by }) }
}

function longWait({ stage, since }: Staged, now: Millis): Need | undefined {
  if (since === undefined) return undefined
  const limit = stage === 'seated' ? emptyHandedAfter : stage === 'served' ? finishedAfter : Number.POSITIVE_INFINITY
  return now - since >= limit ? { kind: 'long-wait', since } : undefined
}

type Party = {
  readonly staged: Staged
  readonly badge: Badge | undefined
  readonly orders: readonly Order[]
  readonly draft: DraftedParty | undefined
}

function needOf(state: State, { staged, badge, orders, draft }: Party, now: Millis): Need | undefined {
  const needs: (Need | undefined)[] = [
    badge === undefined ? undefined : { kind: 'badge', badge, since: badge.since },
    askingNeed(orders),
    kitchenAsks(state, orders),
    ...orders.map(heldNeed),
    draftNeed(draft, staged, now),
    longWait(staged, now),
  ]
  return needs
    .flatMap((need) => need ?? [])
    .sort((a, b) => rankOf({ need: a, staged }) - rankOf({ need: b, staged }) || a.since - b.since)[0]
}

const coursesWith = (orders: readonly Order[], status: Line['status']): Course[] =>
  [
    ...new Set(
      orders.flatMap(({ lines }) => lines.filter((line) => line.status === status).map((line) => line.course)),
    ),
  ].sort((a, b) => a - b)

/** Of the late tickets' dishes, the one that has waited longest. */
function lateDish(state: State, orders: readonly Order[], now: Millis): LocalText | undefined {
  for (const order of orders) {
    if (lateSince(state, order, now) === undefined) continue
    const late = ticketsOf(state, order).filter(
      (ticket) => ticket.status === 'open' && paceOf(state, order, ticket, now) === 'late',
    )
    const entries = late.flatMap(({ entries }) => entries.filter(({ done }) => !done))
    const lines = entries.flatMap(({ lineId }) => order.lines.find(({ id }) => id === lineId) ?? [])
    const [slowest] = lines.sort((a, b) => b.prepSeconds - a.prepSeconds)
    if (slowest !== undefined) return slowest.name
  }
  return undefined
}

function partyRow(
  state: State,
  party: Party,
  now: Millis,
): Pick<MyTable, 'need' | 'late' | 'readyCourses' | 'heldCourses'> {
  const need = needOf(state, party, now)
  const late = need?.kind === 'badge' && need.badge.kind === 'late' ? lateDish(state, party.orders, now) : undefined
  return {
    ...(need === undefined ? {} : { need }),
    ...(late === undefined ? {} : { late }),
    readyCourses: coursesWith(party.orders, 'ready'),
    heldCourses: coursesWith(party.orders, 'held'),
  }
}

const ordersOf = (state: State, { orderIds }: FloorTable): Order[] =>
  orderIds.flatMap((orderId) => state.orders.get(orderId) ?? [])

function lastWaiter(state: State, tableId: TableId): StaffId | undefined {
  let last: Order | undefined
  for (const order of state.orders.values()) {
    if (order.tableId === tableId && (last === undefined || order.openedAt > last.openedAt)) last = order
  }
  return last?.waiterId
}

function isMine(state: State, floor: FloorTable, me: StaffId, draft: DraftedParty | undefined): boolean {
  if (draft !== undefined && isOwnDraft(draft, me)) return true
  if (floor.orderIds.length > 0) return ordersOf(state, floor).some(({ waiterId }) => waiterId === me)
  if (state.sections[floor.tableId] === me) return true
  return floor.stage === 'to-clear' && lastWaiter(state, floor.tableId) === me
}

export type MyTablesInput = {
  readonly state: State
  readonly me: StaffId
  readonly now: Millis
  readonly drafts: readonly DraftedParty[]
}

export function myTables({ state, me, now, drafts }: MyTablesInput): MyTable[] {
  const calls = openCalls(state)
  const tables = (Object.keys(state.catalog.tables) as TableId[]).flatMap((tableId): MyTable[] => {
    const floor = floorTable(state, tableId, now, calls)
    const orders = ordersOf(state, floor)
    const draft = drafts.find((one) => one.opening === undefined && one.tableId === tableId)
    if (!isMine(state, floor, me, draft)) return []
    const staged = floor.since === undefined ? { stage: floor.stage } : { stage: floor.stage, since: floor.since }
    const { covers, coversAssumed, badge } = floor
    return [
      {
        key: tableId,
        tableId,
        staged,
        covers,
        coversAssumed,
        ...partyRow(state, { staged, badge, orders, draft }, now),
      },
    ]
  })
  const rows = [...tables, ...tabs({ state, me, now, drafts })]
  const own = drafts.filter((draft) => isOwnDraft(draft, me))
  return [...rows, ...draftRows(own, rows)].sort(byNeed)
}

/** Mine without a table: bar tabs and takeaways. */
function tabs({ state, me, now, drafts }: MyTablesInput): MyTable[] {
  return [...state.orders.values()]
    .filter((order) => order.status === 'open' && order.tableId === undefined && order.waiterId === me)
    .map((order) => {
      const staged = orderStage(order)
      const badge = badgeOf(state, [order], [], now)
      const draft = drafts.find(({ orderId }) => orderId === order.id)
      return {
        key: order.id,
        orderId: order.id,
        staged,
        covers: order.covers,
        coversAssumed: order.coversAssumed,
        ...partyRow(state, { staged, badge, orders: [order], draft }, now),
      }
    })
}
