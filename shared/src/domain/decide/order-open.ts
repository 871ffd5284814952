// Opening an order, alone or inside the first Send. At a table that has one it joins that one (ORD-8), unless it is
// meant to stand apart.
import type { OrderId } from '../../model/ids.ts'
import type { Order } from '../../model/order.ts'
import type { Opening } from '../commands/draft.ts'
import { type Context, type Decider, ok, type Result, refuse } from '../decision.ts'
import { entityId } from '../entity-id.ts'
import { type DomainError, error } from '../errors.ts'
import type { DomainEvent } from '../events.ts'
import { personOf } from '../find.ts'
import { openedOrder } from '../opened-order.ts'
import type { State } from '../state.ts'
import type { DeciderTable } from './decider-table.ts'

export type Opened = { readonly order: Order; readonly events: readonly DomainEvent[] }

/** The open order that somebody who opens at this table means. */
const orderAtTable = (state: State, opening: Opening): Order | undefined => {
  if (opening.tableId === undefined || opening.apart === true) return undefined
  const first = state.tables.get(opening.tableId)?.orderIds[0]
  return first === undefined ? undefined : state.orders.get(first)
}

const waiterFor = (state: State, opening: Opening, context: Context): Order['waiterId'] => {
  const asker = personOf(context)
  if (opening.tableId === undefined) return asker
  const isWaiter = context.asker.kind === 'staff' && context.asker.roles.includes('waiter')
  return isWaiter ? asker : (state.sections[opening.tableId] ?? asker)
}

/** Two open orders never share a number, not even one of yesterday and one of today. */
const nextNumber = ({ day }: State): number => {
  let number = day.lastOrderNumber + 1
  while (day.carriedNumbers?.includes(number) === true) number += 1
  return number
}

export const newOrder = (state: State, id: OrderId, opening: Opening, context: Context): Result<Order, DomainError> => {
  const table = opening.tableId === undefined ? undefined : state.catalog.tables[opening.tableId]
  if (table === undefined && (opening.tableId !== undefined || opening.type === 'dine-in'))
    return refuse(error('table-not-found', { tableId: opening.tableId }))
  const covers = opening.covers ?? (opening.type === 'takeaway' ? 0 : (table?.seats ?? 1))
  return ok({
    id,
    number: nextNumber(state),
    type: opening.type,
    ...(table === undefined ? {} : { tableId: table.id, areaId: table.areaId }),
    ...(opening.name === undefined ? {} : { name: opening.name }),
    waiterId: waiterFor(state, opening, context),
    covers,
    coversAssumed: opening.covers === undefined,
    openedAt: context.now,
    businessDate: context.businessDate,
    status: 'open',
    lines: [],
    rounds: [],
    courses: [],
    allergies: [],
    ...(opening.promisedAt === undefined ? {} : { promisedAt: opening.promisedAt }),
    pickups: [],
    merges: [],
    paid: false,
    billAsked: false,
    adjustments: [],
    payments: [],
    // Nobody pays a charge because of seats that nobody counted.
    service: { covers: opening.covers ?? 0 },
    billPrints: 0,
  })
}

/** The order that an opening leads to: a new one, or the one at the table under one more name. */
export const openOrJoin = (
  state: State,
  id: OrderId,
  opening: Opening,
  context: Context,
): Result<Opened, DomainError> => {
  const present = orderAtTable(state, opening)
  // decided again on a state that has it, as a device does until it hears the answer: an order is no other name of itself
  if (present?.id === id) return ok({ order: present, events: [] })
  if (present !== undefined) {
    const by = personOf(context)
    return ok({ order: present, events: [{ type: 'order.joined', orderId: present.id, alias: id, by }] })
  }
  const order = newOrder(state, id, opening, context)
  if (!order.ok) return order
  return ok({ order: order.value, events: [{ type: 'order.opened', order: openedOrder(order.value) }] })
}

const openOrder: Decider<'order.open'> = (state, command, context) => {
  const opened = openOrJoin(state, entityId(command.id, 'o'), command.args.open, context)
  return opened.ok ? ok(opened.value.events) : opened
}

export const orderOpenDeciders: DeciderTable<'order.open'> = { 'order.open': openOrder }
