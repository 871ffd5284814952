// The manager: gives waiters their tables, is generous now and then, puts payments right, closes the day.
import type { StaffId, TableId } from '@comanda/shared/model/ids'
import type { Order } from '@comanda/shared/model/order'
import { trait, traitOf } from './chance.ts'
import { haggles, walksOut } from './guests.ts'
import { isDessert, liveLines, openOrders, present } from './reading.ts'
import { type Habit, type Intention, isUnlucky, minutes, type Scene, seconds, since } from './scene.ts'

const reason = (order: Order, reasons: readonly string[]): string => traitOf(reasons, order.id, 'why') ?? 'as agreed'

/** Whose tables are whose: the main room for two, the patio and the bar for one each. */
function sectionOf(tableName: string, areaId: string, waiters: readonly StaffId[]): StaffId | undefined {
  const [first, second = first, third = second, fourth = third] = waiters
  if (areaId === 'bar') return fourth
  if (areaId === 'patio') return third
  return Number(tableName) <= 6 ? first : second
}

export const giveSections: Habit = function* ({ state }) {
  const waiters = present(state.catalog.people).filter((person) => person.active && person.roles.includes('waiter'))
  const ids = waiters.map((person) => person.id)
  const wanting = new Map<StaffId, TableId[]>()
  for (const table of present(state.catalog.tables)) {
    const waiter = state.sections[table.id] === undefined ? sectionOf(table.name, table.areaId, ids) : undefined
    if (waiter !== undefined) wanting.set(waiter, [...(wanting.get(waiter) ?? []), table.id])
  }
  for (const [staffId, tableIds] of wanting) yield { type: 'section.assign', args: { tableIds, staffId } }
}

const isOpenToGifts = (order: Order): boolean =>
  order.payments?.length === 0 && liveLines(order).some((line) => line.status === 'served')

function discount(scene: Scene, order: Order): Intention[] {
  const asked = haggles(scene.evening, order.id) && (order.billPrints ?? 0) > 0
  const had = (order.adjustments ?? []).some(({ kind }) => kind === 'discount')
  if (had || (!asked && !isUnlucky(scene, 0.06, order.id, 'discount'))) return []
  const by = { reason: reason(order, scene.state.catalog.settings.reasons.discount), orderId: order.id }
  if (trait(order.id, 'a tenth') < 0.5)
    return [{ type: 'discount.apply', args: { ...by, asked: { by: 'percent', rate: 1_000 } } }]
  const lineIds = liveLines(order)
    .filter((line) => (line.unitPrice ?? 0) * line.quantity >= 500)
    .slice(0, 2)
    .map((line) => line.id)
  if (lineIds.length === 0) return []
  return [{ type: 'discount.apply', args: { ...by, lineIds, asked: { by: 'amount', amount: 333 } } }]
}

function comp(scene: Scene, order: Order): Intention[] {
  if (
    !isUnlucky(scene, 0.06, order.id, 'on the house') ||
    (order.adjustments ?? []).some(({ kind }) => kind === 'comp')
  )
    return []
  const given = liveLines(order).find((line) => isDessert(line) && (line.unitPrice ?? 0) > 0)
  if (given === undefined) return []
  const args = {
    orderId: order.id,
    lineIds: [given.id],
    reason: reason(order, scene.state.catalog.settings.reasons.comp),
  }
  return [{ type: 'comp.apply', args }]
}

export const beGenerous: Habit = function* (scene) {
  for (const order of openOrders(scene.state)) {
    if (!isOpenToGifts(order)) continue
    yield* discount(scene, order)
    yield* comp(scene, order)
    for (const adjustment of order.adjustments ?? []) {
      if (isUnlucky(scene, 0.08, adjustment.id, 'by mistake') && since(scene, adjustment.at) > seconds(30))
        yield { type: 'adjustment.remove', args: { orderId: order.id, adjustmentId: adjustment.id } }
    }
  }
}

/** Eight and more are charged for service; some are excused, and now and then a small party is asked. */
export const minService: Habit = function* (scene) {
  for (const order of openOrders(scene.state)) {
    if (!isOpenToGifts(order) || order.service?.override !== undefined) continue
    const large = order.covers >= scene.state.catalog.settings.serviceCharge.fromCovers
    if (large && trait(order.id, 'excused') < 0.15)
      yield { type: 'service.remove', args: { orderId: order.id, reason: 'slow tonight' } }
    if (!large && isUnlucky(scene, 0.015, order.id, 'terrace'))
      yield { type: 'service.add', args: { orderId: order.id, rate: 500 } }
  }
}

export const mendPayments: Habit = function* (scene) {
  for (const order of scene.state.orders.values()) {
    if (order.status === 'merged') continue
    for (const payment of order.payments ?? []) {
      const ago = since(scene, payment.at)
      if (ago < minutes(1) || ago > minutes(15)) continue
      const args = { orderId: order.id, paymentId: payment.id }
      if (payment.corrected !== true && payment.refunds.length === 0 && isUnlucky(scene, 0.02, payment.id, 'tip'))
        yield { type: 'payment.correct', args: { ...args, tip: payment.tip + 100 } }
      const money = Math.min(payment.amount, 450)
      if (
        order.status === 'closed' &&
        payment.refunds.length === 0 &&
        money > 0 &&
        isUnlucky(scene, 0.012, payment.id, 'refund')
      )
        yield { type: 'payment.refund', args: { ...args, amount: money, reason: 'a hair in the soup' } }
    }
  }
}

export const seeThemGo: Habit = function* (scene) {
  for (const order of openOrders(scene.state)) {
    if (
      order.billAsked &&
      (order.billPrints ?? 0) > 0 &&
      order.payments?.length === 0 &&
      walksOut(scene.evening, order.id)
    )
      yield { type: 'order.walk-out', args: { orderId: order.id } }
  }
}

export const trustClock: Habit = function* ({ state }) {
  if (state.clockDoubt !== null) yield { type: 'clock.confirm', args: {} }
}

/** The last guests are gone and the drawer is counted: the waiters settle, and the day gets its Z. */
export const closeDay: Habit = function* (scene) {
  const { state, evening, now } = scene
  const { date, closedDates } = state.day
  if (now < evening.doorsCloseAt || openOrders(state).length > 0 || date === null) return
  if ([...state.cashShifts.values()].some((shift) => shift.closed === undefined)) return
  const hadGuests = [...state.orders.values()].some((order) => order.businessDate === date)
  if (hadGuests && !closedDates.includes(date)) yield { type: 'day.close', args: { carryOver: [] } }
}
