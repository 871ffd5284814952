// Files the life of an order: opened, named, seated, handed over.
import type { Order } from '../../model/order.ts'
import { newlyOpened } from '../opened-order.ts'
import type { EvolverTable } from './evolver.ts'
import { seatedAt } from './table-use.ts'
import { headerRaised, updateOrder, updateTickets } from './update.ts'

/** An optional field set, or taken away by null. */
const withField = <Key extends 'note' | 'promisedAt'>(order: Order, key: Key, value: Order[Key] | null): Order => {
  const copy = { ...order }
  if (value === null || value === undefined) delete copy[key]
  else copy[key] = value
  return copy
}

export const orderLifeEvolvers: EvolverTable<
  | 'order.opened'
  | 'order.joined'
  | 'order.covers-set'
  | 'order.noted'
  | 'order.promised'
  | 'order.handed-over'
  | 'table.cleared'
  | 'nothing.changed'
> = {
  'order.opened': (state, event, recorded) => {
    const order = newlyOpened(event.order, recorded.at, recorded.businessDate)
    const opened = {
      ...state,
      orders: state.orders.set(order.id, order),
      day: { ...state.day, lastOrderNumber: order.number },
    }
    return seatedAt(opened, order.tableId, order.id)
  },
  'order.joined': (state, event) => ({ ...state, aliases: state.aliases.set(event.alias, event.orderId) }),
  'order.covers-set': (state, event) =>
    updateOrder(state, event.orderId, (order) => ({
      ...order,
      covers: event.covers,
      coversAssumed: false,
      ...(order.service === undefined ? {} : { service: { ...order.service, covers: event.serviceCovers } }),
    })),
  'order.noted': (state, event, recorded) =>
    updateTickets(
      updateOrder(state, event.orderId, (order) => withField(order, 'note', event.note)),
      event.ticketIds,
      (ticket) => headerRaised(ticket, recorded),
    ),
  'order.promised': (state, event) =>
    updateOrder(state, event.orderId, (order) => withField(order, 'promisedAt', event.promisedAt)),
  'order.handed-over': (state, event) =>
    updateOrder(state, event.orderId, (order) => ({ ...order, waiterId: event.to })),
  'table.cleared': (state, event) => ({ ...state, tables: state.tables.remove(event.tableId) }),
  'nothing.changed': (state) => state,
}
