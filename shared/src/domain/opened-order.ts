// An order as its opening tells it: what a new order always is, goes without saying.
import type { Order } from '../model/order.ts'
import type { OpenedOrder } from './events/orders.ts'

/** What is told of a new order. */
export const openedOrder = (order: Order): OpenedOrder => {
  const { id, number, type, tableId, areaId, name, waiterId, covers, coversAssumed, promisedAt, service } = order
  return {
    id,
    number,
    type,
    ...(tableId === undefined ? {} : { tableId }),
    ...(areaId === undefined ? {} : { areaId }),
    ...(name === undefined ? {} : { name }),
    waiterId,
    covers,
    ...(coversAssumed ? { coversAssumed } : {}),
    ...(promisedAt === undefined ? {} : { promisedAt }),
    ...(service === undefined ? {} : { service }),
  }
}

/** The whole of it. A room without money hears of no service, and its orders have no money. */
export const newlyOpened = (opened: OpenedOrder, openedAt: number, businessDate: string): Order => ({
  ...opened,
  coversAssumed: opened.coversAssumed === true,
  openedAt,
  businessDate,
  status: 'open',
  lines: [],
  rounds: [],
  courses: [],
  allergies: [],
  pickups: [],
  merges: [],
  paid: false,
  billAsked: false,
  ...(opened.service === undefined ? {} : { adjustments: [], payments: [], billPrints: 0 }),
})
