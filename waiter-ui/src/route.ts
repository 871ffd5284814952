// Where the waiter is, as the part of the address after #. An address that means nothing is home.
import { assertNever } from '@comanda/shared/domain/decision'
import type { CommandId, OrderId, TableId } from '@comanda/shared/model/ids'

export type Route =
  | { at: 'home' }
  | { at: 'floor'; view: 'map' | 'list' }
  /** The one order of a table, or the choice among several. */
  | { at: 'table'; tableId: TableId }
  /** One order: a takeaway, a tab, or one of several at a table. */
  | { at: 'order'; orderId: OrderId }
  /** An order that nobody has sent yet and that no table stands for. */
  | { at: 'draft'; draftId: CommandId }
  | { at: 'bill'; orderId: OrderId }

export const home: Route = { at: 'home' }

export function hashOf(route: Route): string {
  switch (route.at) {
    case 'home':
      return '#/'
    case 'floor':
      return `#/floor/${route.view}`
    case 'table':
      return `#/table/${encodeURIComponent(route.tableId)}`
    case 'order':
      return `#/order/${encodeURIComponent(route.orderId)}`
    case 'draft':
      return `#/draft/${encodeURIComponent(route.draftId)}`
    case 'bill':
      return `#/bill/${encodeURIComponent(route.orderId)}`
    default:
      return assertNever(route)
  }
}

/** The address bar is an edge: what stands there is taken as an id, and whether it names anything shows later. */
export function routeOf(hash: string): Route {
  const [, at = '', rest = ''] = hash.split('/')
  const id = decoded(rest)
  switch (at) {
    case 'floor':
      return { at, view: id === 'list' ? 'list' : 'map' }
    case 'table':
      return id === '' ? home : { at, tableId: id as TableId }
    case 'order':
    case 'bill':
      return id === '' ? home : { at, orderId: id as OrderId }
    case 'draft':
      return id === '' ? home : { at, draftId: id as CommandId }
    default:
      return home
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}
