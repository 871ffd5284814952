// The cashier: prints bills, takes money in every way people pay, hands takeaways out, closes orders, keeps the drawer.
import { type Bill, billOf } from '@comanda/shared/domain/bill'
import { partsBySeat } from '@comanda/shared/domain/bill-parts'
import type { CommandOf } from '@comanda/shared/domain/commands'
import { splitEqually } from '@comanda/shared/domain/largest-remainder'
import type { Order } from '@comanda/shared/model/order'
import { chanceFrom, trait } from './chance.ts'
import { haggles, walksOut } from './guests.ts'
import { isAllServed, lastServed, liveLines, openOrders } from './reading.ts'
import { type Habit, isUnlucky, minutes, type Scene, since } from './scene.ts'

type Payment = CommandOf<'payment.record'>['args']
type Means = Pick<Payment, 'method' | 'tip' | 'tendered' | 'reference'>

const notesAndCoins = [500, 1_000, 2_000, 5_000, 10_000] as const

/** How this guest pays so much: by card with something on top, or in notes that are too large. */
function means(order: Order, paid: number, amount: number): Means {
  const guest = chanceFrom(`${order.id} ${paid}`)
  const tip = guest.happens(0.45) ? Math.round((amount * guest.integer(3, 10)) / 5_000) * 50 : 0
  const tipped = tip > 0 ? { tip } : {}
  if (guest.happens(0.62)) return { method: 'card', ...tipped, reference: `T${guest.integer(1_000, 9_999)}` }
  if (guest.happens(0.06)) return { method: 'other', ...tipped }
  const note = notesAndCoins.find((value) => value >= amount + tip) ?? Math.ceil((amount + tip) / 5_000) * 5_000
  return guest.happens(0.2) ? { method: 'cash', ...tipped } : { method: 'cash', ...tipped, tendered: note }
}

type Part = Pick<Payment, 'part'> & { amount: number }

/** Which part of the bill the next guest at the counter takes. */
function nextPart(order: Order, bill: Bill): Part {
  const rest: Part = { part: { kind: 'rest' }, amount: bill.balance }
  const way = trait(order.id, 'pay')
  const paid = order.payments ?? []
  if (way < 0.72 || order.type !== 'dine-in') return rest
  if (way < 0.82 && order.covers > 1) {
    const of = Math.min(order.covers, 6)
    const index = paid.length + 1
    const share = splitEqually(bill.total, of)[index - 1] ?? 0
    const fits = index <= of && share > 0 && paid.every(({ part }) => part.kind === 'equal' && part.of === of)
    return fits ? { part: { kind: 'equal', index, of }, amount: Math.min(share, bill.balance) } : rest
  }
  if (way < 0.93) {
    const next = partsBySeat(order, bill).find(({ seat, open }) => seat !== null && open > 0)
    const seat = next?.seat ?? null
    if (next === undefined || seat === null) return rest
    return { part: { kind: 'seat', seat }, amount: Math.min(next.open, bill.balance) }
  }
  const half = Math.floor(bill.balance / 2)
  return paid.length === 0 && half > 0 ? { part: { kind: 'amount' }, amount: half } : rest
}

const isPaying = (scene: Scene, order: Order): boolean => {
  if (order.type === 'takeaway') {
    const early = trait(order.id, 'prepaid') < 0.35
    return early || (order.lines.length > 0 && isAllServed(order))
  }
  if (walksOut(scene.evening, order.id)) return false
  const waits = haggles(scene.evening, order.id) && order.adjustments?.length === 0
  if (waits && since(scene, lastServed(order)) < minutes(40)) return false
  return (
    order.billAsked && (order.billPrints ?? 0) > 0 && since(scene, lastServed(order) ?? order.openedAt) > minutes(1)
  )
}

export const printBills: Habit = function* ({ state }) {
  for (const order of openOrders(state)) {
    const wanted = order.billAsked && order.billPrints === 0 && liveLines(order).length > 0 && !order.paid
    if (wanted) yield { type: 'bill.print', args: { orderId: order.id } }
  }
}

/** "We pay apart": what one of them had becomes an order of its own. */
export const splitOrders: Habit = function* (scene) {
  const { state } = scene
  for (const order of openOrders(state)) {
    const lines = liveLines(order)
    const apart = order.billAsked && order.billPrints === 0 && order.payments?.length === 0 && lines.length > 5
    if (!apart || order.type !== 'dine-in' || !isUnlucky(scene, 0.04, order.id, 'apart')) continue
    const seat = lines.find((line) => line.seat !== undefined)?.seat
    const own = lines.filter((line) => line.seat === seat && line.status === 'served')
    if (own.length > 0 && own.length < lines.length)
      yield { type: 'order.split', args: { orderId: order.id, lines: own.map((line) => ({ lineId: line.id })) } }
  }
}

export const takePayments: Habit = function* (scene) {
  for (const order of openOrders(scene.state)) {
    if (!isPaying(scene, order)) continue
    const bill = billOf(order, scene.state.catalog)
    if (bill.balance <= 0) continue
    const { part, amount } = nextPart(order, bill)
    if (amount <= 0) continue
    const how = means(order, order.payments?.length ?? 0, amount)
    yield { type: 'payment.record', args: { orderId: order.id, part, amount, ...how } }
  }
}

export const handOutTakeaways: Habit = function* (scene) {
  for (const order of openOrders(scene.state)) {
    const lines = liveLines(order)
    const ready = lines.filter((line) => line.status === 'ready')
    const whole = ready.length > 0 && lines.every((line) => line.status === 'ready' || line.status === 'served')
    const there = since(scene, order.promisedAt ?? order.openedAt) > minutes(trait(order.id, 'fetched') * 10 - 5)
    if (order.type === 'takeaway' && whole && there)
      yield { type: 'lines.serve', args: { orderId: order.id, lineIds: ready.map((line) => line.id) } }
  }
}

/** Paid, and everything is on the table or gone out of the door. */
export const closeOrders: Habit = function* (scene) {
  for (const order of openOrders(scene.state)) {
    const lines = liveLines(order)
    if (lines.length === 0 || !isAllServed(order) || !(order.paid || order.billAsked)) continue
    if (billOf(order, scene.state.catalog).balance === 0) yield { type: 'order.close', args: { orderId: order.id } }
  }
}

const isOver = ({ state, evening, now }: Scene): boolean => now > evening.doorsCloseAt && openOrders(state).length === 0

const myDrawer = ({ state, me }: Scene) =>
  [...state.cashShifts.values()].find((shift) => shift.closed === undefined && shift.openedBy === me)

export const keepDrawer: Habit = function* (scene) {
  const drawer = myDrawer(scene)
  if (drawer === undefined) {
    if (!isOver(scene) && scene.now < scene.evening.doorsCloseAt) yield { type: 'cash.open', args: { float: 20_000 } }
    return
  }
  if (drawer.movements.length === 0 && since(scene, drawer.openedAt) > minutes(70))
    yield { type: 'cash.move', args: { shiftId: drawer.id, direction: 'out', amount: 3_600, reason: 'ice' } }
  if (!isOver(scene)) return
  const moved = drawer.movements.map(({ direction, amount }) => (direction === 'in' ? amount : -amount))
  const inside = moved.reduce((sum, amount) => sum + amount, drawer.float + drawer.takings)
  const counted = Math.max(0, inside - (trait(drawer.id, 'miscounted') < 0.5 ? 50 : 0))
  yield {
    type: 'cash.close',
    args: {
      shiftId: drawer.id,
      counted: [
        { value: 1, count: counted % 100 },
        { value: 100, count: Math.floor(counted / 100) },
      ],
    },
  }
}
