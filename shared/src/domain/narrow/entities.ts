// What a room may know of an entity. Sight nests: the kitchen sees no money, the floor sees prices and bills, the front the
// drawer as well, the office costs and the day's totals too. Decided by the room alone, never by what the state holds.

import type { Payment } from '../../model/bill.ts'
import type { CatalogChange } from '../../model/catalog.ts'
import type { Item, ItemPrice, ModifierGroup } from '../../model/menu.ts'
import type { Line, LineModifier, MergeMark, Order } from '../../model/order.ts'
import type { SentLine } from '../events/round.ts'
import { type ReplicaRoom, seesAtLeast } from '../rooms.ts'

export const seesPrices = (room: ReplicaRoom): boolean => seesAtLeast(room, 'floor')
export const seesDrawer = (room: ReplicaRoom): boolean => seesAtLeast(room, 'front')
export const seesCosts = (room: ReplicaRoom): boolean => seesAtLeast(room, 'office')

const modifierWithoutMoney = ({ price: _price, ...rest }: LineModifier): LineModifier => rest

export const lineModifiersFor = (modifiers: LineModifier[], room: ReplicaRoom): LineModifier[] =>
  seesPrices(room) || modifiers.length === 0 ? modifiers : modifiers.map(modifierWithoutMoney)

const lineWithoutCost = (line: Line): Line => {
  if (line.cost === undefined) return line
  const { cost: _cost, ...rest } = line
  return rest
}

const lineWithoutMoney = (line: Line): Line => {
  const { unitPrice: _unitPrice, cost: _cost, taxId: _taxId, taxRate: _rate, taxIncluded: _included, ...rest } = line
  return { ...rest, modifiers: lineModifiersFor(line.modifiers, 'kitchen') }
}

export const lineFor = (line: Line, room: ReplicaRoom): Line => {
  if (seesCosts(room)) return line
  return seesPrices(room) ? lineWithoutCost(line) : lineWithoutMoney(line)
}

export const linesFor = (lines: Line[], room: ReplicaRoom): Line[] =>
  seesCosts(room) ? lines : lines.map((line) => lineFor(line, room))

/** A line of a round: like a line, its taxes stand beside it. */
export const sentLineFor = (line: SentLine, room: ReplicaRoom): SentLine => {
  if (seesCosts(room)) return line
  const { cost: _cost, ...priced } = line
  if (seesPrices(room)) return priced
  const { unitPrice: _unitPrice, taxId: _taxId, modifiers, ...rest } = priced
  return modifiers === undefined ? rest : { ...rest, modifiers: modifiers.map(({ price: _price, ...one }) => one) }
}

export const paymentFor = (payment: Payment, room: ReplicaRoom): Payment => {
  if (seesDrawer(room)) return payment
  const { cashShiftId: _cashShiftId, refunds, ...rest } = payment
  return { ...rest, refunds: refunds.map(({ cashShiftId: _drawer, ...refund }) => refund) }
}

const mergeWithoutMoney = ({ paymentIds: _payments, ...rest }: MergeMark): MergeMark => rest

const orderWithoutMoney = (order: Order): Order => {
  const {
    adjustments: _adjustments,
    payments: _payments,
    service: _service,
    billPrints: _prints,
    billPrint: _print,
    closing: _closing,
    ...rest
  } = order
  return { ...rest, lines: linesFor(order.lines, 'kitchen'), merges: order.merges.map(mergeWithoutMoney) }
}

export const orderFor = (order: Order, room: ReplicaRoom): Order => {
  if (seesCosts(room)) return order
  if (!seesPrices(room)) return orderWithoutMoney(order)
  const payments = order.payments?.map((payment) => paymentFor(payment, room))
  return { ...order, lines: linesFor(order.lines, room), ...(payments === undefined ? {} : { payments }) }
}

/** How a dish is priced stays known without amounts: the kind decides what a waiter is asked. */
const priceFor = (price: ItemPrice | undefined, room: ReplicaRoom): { price?: ItemPrice } =>
  price === undefined || !seesPrices(room) ? {} : { price }

export const itemFor = (item: Item, room: ReplicaRoom): Item => {
  if (seesCosts(room)) return item
  const { cost: _cost, price, ...rest } = item
  return { ...rest, ...priceFor(price, room) }
}

export const modifierGroupFor = (group: ModifierGroup, room: ReplicaRoom): ModifierGroup =>
  seesPrices(room) ? group : { ...group, modifiers: group.modifiers.map(({ price: _price, ...modifier }) => modifier) }

export const catalogChangeFor = (change: CatalogChange, room: ReplicaRoom): CatalogChange => {
  switch (change.kind) {
    case 'item':
      return { ...change, put: itemFor(change.put, room) }
    case 'modifierGroup':
      return { ...change, put: modifierGroupFor(change.put, room) }
    default:
      return change
  }
}
