// An order ends and leaves its table to be cleared; or comes back to it.

import type { Closing } from '../../model/bill.ts'
import type { OrderId } from '../../model/ids.ts'
import type { Recorded } from '../events.ts'
import { openTicketIds } from '../order-tickets.ts'
import type { State } from '../state.ts'
import { ticketAfter } from '../ticket-steps.ts'
import { leftTable, seatedAt } from './table-use.ts'
import { headerRaised, updateOrder, updateTickets } from './update.ts'

export type Ending = { at: number; closing: Closing | undefined; walkOut: boolean }

export function closeOrder(state: State, orderId: OrderId, ending: Ending): State {
  const order = state.orders.get(orderId)
  if (order === undefined) return state
  const closed = updateOrder(state, orderId, (open) => ({
    ...open,
    status: 'closed',
    closedAt: ending.at,
    pickups: [],
    ...(ending.walkOut ? { walkOut: true } : { paid: true }),
    ...(ending.closing === undefined ? {} : { closing: ending.closing }),
  }))
  return leftTable(closed, order.tableId, orderId, true)
}

/** Nobody is there to eat it any more: what the kitchen has not finished is taken off its screens. */
export function withdrawTickets(state: State, orderId: OrderId, recorded: Recorded): State {
  const order = state.orders.get(orderId)
  if (order === undefined) return state
  return updateTickets(state, openTicketIds(state, order), (ticket) => ({
    ...headerRaised(ticket, recorded),
    status: ticketAfter(ticket.status, 'withdraw') ?? ticket.status,
  }))
}

export function reopenOrder(state: State, orderId: OrderId): State {
  const order = state.orders.get(orderId)
  if (order === undefined) return state
  const { closedAt, closing, walkOut, ...rest } = order
  const reopened = { ...state, orders: state.orders.set(orderId, { ...rest, status: 'open' }) }
  return seatedAt(reopened, order.tableId, orderId)
}
