// What must not be missed by this waiter: persists until somebody took it, the oldest first. Who hears of it widens as the
// rules say: its own waiter, then those of the area (KDS-20, CALL-4).
import { findOrder } from '@comanda/shared/domain/find'
import type { PrinterTrouble } from '@comanda/shared/domain/printer-troubles'
import type { State } from '@comanda/shared/domain/state'
import type { LineId, OrderId, StaffId, StationId, TableId } from '@comanda/shared/model/ids'
import type { Course } from '@comanda/shared/model/menu'
import type { Line, Order } from '@comanda/shared/model/order'
import type { Ask, Call, RefusedRound } from '@comanda/shared/model/service'
import type { Ticket } from '@comanda/shared/model/ticket'
import type { Millis } from '@comanda/shared/ports/time'
import { type BillPrintAlert, billNotPrinted, type PrinterAlert, printerAlerts, troublesOf } from './printer-alerts.ts'
import { type SoldOutAlert, soldOutAlerts } from './sold-out-alerts.ts'
import { type UncalledAlert, uncalledAlerts } from './uncalled-alerts.ts'

type About = {
  readonly key: string
  readonly since: Millis
  readonly tableId?: TableId
  readonly orderId?: OrderId
  readonly takenBy?: StaffId
}

export type Alert =
  | (About & {
      readonly kind: 'ready'
      readonly orderId: OrderId
      readonly course: Course
      readonly readyAt: Millis
      readonly lines: readonly Line[]
      readonly reach: number
    })
  | (About & { readonly kind: 'call'; readonly call: Call; readonly seated: boolean })
  | (About & { readonly kind: 'kitchen-asks'; readonly ask: Ask; readonly line?: Line })
  | (About & {
      readonly kind: 'unconfirmed'
      readonly orderId: OrderId
      readonly stationIds: readonly StationId[]
      readonly troubles: readonly PrinterTrouble[]
    })
  | (About & { readonly kind: 'held'; readonly orderId: OrderId; readonly course: Course })
  | (About & { readonly kind: 'refused-round'; readonly refused: RefusedRound })
  | (About & { readonly kind: 'bill'; readonly orderId: OrderId; readonly order: Order })
  | PrinterAlert
  | BillPrintAlert
  | SoldOutAlert
  | UncalledAlert

/** The waiters of an area: who serves a party or has a section there. */
function worksIn(state: State, me: StaffId, areaId: string | undefined): boolean {
  if (areaId === undefined) return false
  const inArea = (tableId: TableId | undefined) =>
    tableId !== undefined && state.catalog.tables[tableId]?.areaId === areaId
  for (const [tableId, staffId] of Object.entries(state.sections)) {
    if (staffId === me && inArea(tableId as TableId)) return true
  }
  for (const order of state.orders.values()) {
    if (order.waiterId === me && order.status === 'open' && inArea(order.tableId)) return true
  }
  return false
}

const areaOf = (state: State, tableId: TableId | undefined) =>
  tableId === undefined ? undefined : state.catalog.tables[tableId]?.areaId

const at = (tableId: TableId | undefined): { tableId?: TableId } => (tableId === undefined ? {} : { tableId })
const by = (takenBy: StaffId | undefined): { takenBy?: StaffId } => (takenBy === undefined ? {} : { takenBy })

/** Mine, or whoever's once it reached the area; what another goes for is no alert of mine. */
function concerns(
  state: State,
  me: StaffId,
  one: { takenBy?: StaffId; reach: number; owner?: StaffId; areaId?: string },
) {
  if (one.takenBy !== undefined) return one.takenBy === me
  if (one.owner === me || one.owner === undefined) return true
  return one.reach >= 1 && worksIn(state, me, one.areaId)
}

function ready(state: State, me: StaffId, order: Order): Alert[] {
  return order.pickups.flatMap(({ course, lineIds, readyAt, takenBy, reach }): Alert[] => {
    const areaId = areaOf(state, order.tableId) ?? order.areaId
    const whose = { ...by(takenBy), reach, owner: order.waiterId, ...(areaId === undefined ? {} : { areaId }) }
    if (!concerns(state, me, whose)) return []
    const lines = lineIds.flatMap((id) => order.lines.find((line) => line.id === id && line.status === 'ready') ?? [])
    if (lines.length === 0) return []
    const key = `ready ${order.id} ${course} ${readyAt}`
    const about = { key, since: readyAt, orderId: order.id, ...at(order.tableId), ...by(takenBy) }
    return [{ kind: 'ready', ...about, course, readyAt, lines, reach }]
  })
}

/** Who is called: the party's waiter, else whose section it is, else everybody. */
function calledWaiter(state: State, call: Call): StaffId | undefined {
  const orderId = call.orderId ?? state.tables.get(call.tableId)?.orderIds[0]
  const found = orderId === undefined ? undefined : findOrder(state, orderId)
  return (found?.ok === true ? found.value.waiterId : undefined) ?? state.sections[call.tableId]
}

function call(state: State, me: StaffId, one: Call): Alert[] {
  if (one.resolvedAt !== undefined) return []
  const owner = calledWaiter(state, one)
  const areaId = areaOf(state, one.tableId)
  const whose = {
    ...by(one.takenBy),
    reach: one.reach,
    ...(owner === undefined ? {} : { owner }),
    ...(areaId === undefined ? {} : { areaId }),
  }
  if (!concerns(state, me, whose)) return []
  const orderId = state.tables.get(one.tableId)?.orderIds[0]
  const about = { key: `call ${one.id}`, since: one.at, tableId: one.tableId, ...by(one.takenBy) }
  const seated = orderId !== undefined
  return [{ kind: 'call', ...about, ...(orderId === undefined ? {} : { orderId }), call: one, seated }]
}

function kitchenAsks(state: State, me: StaffId, ask: Ask): Alert[] {
  if (ask.answer !== undefined) return []
  const found = findOrder(state, state.lineHomes.get(ask.lineId) ?? ask.orderId)
  if (!found.ok || found.value.waiterId !== me) return []
  const order = found.value
  const line = order.lines.find(({ id }) => id === ask.lineId)
  const about = { key: `ask ${ask.id}`, since: ask.at, orderId: order.id, ...at(order.tableId) }
  return [{ kind: 'kitchen-asks', ...about, ask, ...(line === undefined ? {} : { line }) }]
}

/** Somebody was alarmed about it, and still nobody has had it on a glass or on paper (KDS-13). */
const isUnseen = ({ status, confirmed, version, alarmed }: Ticket): boolean =>
  status === 'open' && confirmed < version && alarmed >= version

/** One alert an order: its waiter walks over once, and knows to whom. */
function unconfirmed(state: State, me: StaffId): Alert[] {
  const byOrder = new Map<OrderId, Ticket[]>()
  for (const ticket of state.tickets.values()) {
    if (isUnseen(ticket)) byOrder.set(ticket.orderId, [...(byOrder.get(ticket.orderId) ?? []), ticket])
  }
  return [...byOrder].flatMap(([orderId, tickets]): Alert[] => {
    const order = state.orders.get(orderId)
    if (order === undefined || order.waiterId !== me) return []
    const stationIds = [...new Set(tickets.map(({ stationId }) => stationId))].sort()
    const version = Math.max(...tickets.map((ticket) => ticket.version))
    const since = Math.min(...tickets.map(({ changedAt }) => changedAt))
    return [
      {
        kind: 'unconfirmed',
        key: `unconfirmed ${orderId} ${version}`,
        since,
        orderId,
        ...at(order.tableId),
        stationIds,
        troubles: troublesOf(state, stationIds),
      },
    ]
  })
}

function held(me: StaffId, order: Order): Alert[] {
  if (order.waiterId !== me) return []
  return order.courses.flatMap(({ course, status, remindedAt }): Alert[] => {
    const waits = order.lines.some((line) => line.course === course && line.status === 'held')
    if (status !== 'held' || !waits || remindedAt === undefined) return []
    const about = { key: `held ${order.id} ${course}`, since: remindedAt, orderId: order.id }
    return [{ kind: 'held', ...about, ...at(order.tableId), course }]
  })
}

/** Asked for and brought by nobody yet: a print of it is on its way, and a guest's open call says it already (FRT-2). */
function bill(state: State, me: StaffId, order: Order): Alert[] {
  const { billAskedAt, billTakenBy, tableId, waiterId } = order
  if (billAskedAt === undefined || order.paid || (order.billPrints ?? 0) > 0) return []
  const isCalled = [...state.calls.values()].some(
    (one) => one.kind === 'bill' && one.resolvedAt === undefined && one.tableId === tableId,
  )
  if ((isCalled && billTakenBy === undefined) || (billTakenBy ?? waiterId) !== me) return []
  const about = { key: `bill ${order.id}`, since: billAskedAt, orderId: order.id, ...at(tableId), ...by(billTakenBy) }
  return [{ kind: 'bill', ...about, order }]
}

const refusedRound = (me: StaffId, refused: RefusedRound): Alert[] =>
  refused.by === me
    ? [
        {
          kind: 'refused-round',
          key: `refused ${refused.id}`,
          since: refused.at,
          ...at(refused.tableId),
          ...(refused.orderId === undefined ? {} : { orderId: refused.orderId }),
          refused,
        },
      ]
    : []

/** As it is at a moment: what only stands there becomes loud with time. */
export function alertsFor(state: State, me: StaffId, now: Millis): Alert[] {
  const found: Alert[] = []
  for (const order of state.orders.values()) {
    if (order.status === 'merged') continue
    found.push(...ready(state, me, order), ...uncalledAlerts(state, me, order, now))
    if (order.status === 'open') found.push(...held(me, order), ...bill(state, me, order))
    found.push(...billNotPrinted(me, order))
  }
  for (const one of state.calls.values()) found.push(...call(state, me, one))
  for (const ask of state.asks.values()) found.push(...kitchenAsks(state, me, ask))
  found.push(...unconfirmed(state, me), ...printerAlerts(state), ...soldOutAlerts(state, me))
  for (const refused of state.refusedRounds.values()) found.push(...refusedRound(me, refused))
  return found.sort((a, b) => a.since - b.since || (a.key < b.key ? -1 : 1))
}

/** Listed, and neither heard nor laid over what somebody does. */
export const isQuiet = (alert: Alert): boolean => alert.kind === 'uncalled' && !alert.loud

export const lineIdsOf = (lines: readonly Line[]): LineId[] => lines.map(({ id }) => id)
