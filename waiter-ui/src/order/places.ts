// Where lines and parties may go: every course of the menu, every table with who is there, and every tab.
import type { State } from '@comanda/shared/domain/state'
import type { AreaId, OrderId, TableId } from '@comanda/shared/model/ids'
import type { Course } from '@comanda/shared/model/menu'
import type { Order } from '@comanda/shared/model/order'

const lastUsualCourse: Course = 4
const lastCourse: Course = 9

/** One more than the last that is there, and never fewer than a usual meal has. */
export function coursesOffered(order: Pick<Order, 'lines'>): Course[] {
  const last = Math.max(...order.lines.map(({ course }) => course), 0)
  const upTo = Math.min(lastCourse, Math.max(last + 1, lastUsualCourse))
  return Array.from({ length: upTo }, (_, index) => index + 1)
}

/** `orderId` where it is clear whose order is meant: a tab, or the only one at a table. */
export type Place =
  | { readonly kind: 'table'; readonly tableId: TableId; readonly name: string; readonly orderId?: OrderId }
  | { readonly kind: 'order'; readonly orderId: OrderId; readonly name: string; readonly tableId?: TableId }

export type PlaceGroup = { readonly areaId?: AreaId; readonly places: readonly Place[] }

const inOrder = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true })

const nameOf = (order: Order): string => order.name ?? `#${order.number}`

function tablePlaces(state: State, tableId: TableId, except: OrderId | undefined): Place[] {
  const table = state.catalog.tables[tableId]
  if (table === undefined) return []
  const orders = (state.tables.get(tableId)?.orderIds ?? []).flatMap((id) => state.orders.get(id) ?? [])
  const others = orders.filter(({ id }) => id !== except)
  if (orders.length <= 1) {
    const [first] = orders
    if (first?.id === except && first !== undefined) return []
    return [{ kind: 'table', tableId, name: table.name, ...(first === undefined ? {} : { orderId: first.id }) }]
  }
  return others.map((order) => ({
    kind: 'order',
    orderId: order.id,
    tableId,
    name: `${table.name} · #${order.number}`,
  }))
}

/** For a whole party: every table once, but the one that it sits at. Where no table is it cannot sit down. */
function tableOnce(state: State, tableId: TableId, except: OrderId | undefined): Place[] {
  const table = state.catalog.tables[tableId]
  if (table === undefined) return []
  const orderIds = state.tables.get(tableId)?.orderIds ?? []
  if (except !== undefined && orderIds.includes(except)) return []
  const [first] = orderIds
  return [{ kind: 'table', tableId, name: table.name, ...(first === undefined ? {} : { orderId: first }) }]
}

export function tablesFor(state: State, except?: OrderId): PlaceGroup[] {
  return byArea(state, (tableId) => tableOnce(state, tableId, except)).filter(({ places }) => places.length > 0)
}

/** By area, in the order people call tables. */
function byArea(state: State, placesAt: (tableId: TableId) => Place[]): PlaceGroup[] {
  const areas = Object.values(state.catalog.areas).flatMap((area) => area ?? [])
  const tables = Object.values(state.catalog.tables).flatMap((table) => table ?? [])
  return areas
    .sort((a, b) => a.position - b.position)
    .map(({ id }): PlaceGroup => {
      const here = tables.filter(({ areaId }) => areaId === id).sort((a, b) => inOrder(a.name, b.name))
      return { areaId: id, places: here.flatMap((table) => placesAt(table.id)) }
    })
}

/** Tabs and takeaways last. */
export function placesFor(state: State, except?: OrderId): PlaceGroup[] {
  const groups = byArea(state, (tableId) => tablePlaces(state, tableId, except))
  const tabs = [...state.orders.values()]
    .filter((order) => order.status === 'open' && order.tableId === undefined && order.id !== except)
    .sort((a, b) => a.number - b.number)
    .map((order): Place => ({ kind: 'order', orderId: order.id, name: nameOf(order) }))
  return [...groups, { places: tabs }].filter(({ places }) => places.length > 0)
}
