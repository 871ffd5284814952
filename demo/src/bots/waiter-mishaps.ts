// What goes wrong at a table, once in a while: a wrong tap taken back, a change of mind, a dish that comes back.
import type { Line, Order } from '@comanda/shared/model/order'
import { chanceFrom, trait, traitOf } from './chance.ts'
import { isFood, mine, present } from './reading.ts'
import { type Habit, type Intention, isUnlucky, minutes, type Scene, seconds, since } from './scene.ts'

const takeBack = (scene: Scene, order: Order, line: Line): Intention[] => {
  const inTime = scene.now - line.sentAt < seconds(50) && since(scene, line.sentAt) > seconds(8)
  const regrets =
    inTime && (line.status === 'fired' || line.status === 'held') && isUnlucky(scene, 0.015, line.id, 'wrong tap')
  return regrets ? [{ type: 'line.take-back', args: { orderId: order.id, lineId: line.id } }] : []
}

const change = (scene: Scene, order: Order, line: Line): Intention[] => {
  const cooking = line.status === 'fired' || line.status === 'held'
  if (!cooking || since(scene, line.sentAt) < seconds(70) || !isUnlucky(scene, 0.025, line.id, 'second thoughts'))
    return []
  if (trait(line.id, 'one more') < 0.4 && line.quantity === 1 && line.grams === undefined)
    return [{ type: 'line.change', args: { orderId: order.id, lineId: line.id, quantity: 2 } }]
  return line.note === undefined
    ? [{ type: 'line.change', args: { orderId: order.id, lineId: line.id, note: 'no garlic, please' } }]
    : []
}

function cancel(scene: Scene, order: Order, line: Line): Intention[] {
  const reason = traitOf(scene.state.catalog.settings.reasons.void, line.id, 'why')
  if (reason === undefined || since(scene, line.sentAt) < minutes(2)) return []
  const early = (line.status === 'fired' || line.status === 'held') && isUnlucky(scene, 0.015, line.id, 'cancelled')
  const late = line.status === 'started' && isUnlucky(scene, 0.006, line.id, 'given up')
  const again = order.lines.some((other) => other.voided !== undefined && other.itemId === line.itemId)
  if ((!early && !late) || again) return []
  const part = line.quantity > 1 && trait(line.id, 'only one') < 0.5 ? { quantity: 1 } : {}
  const args = { orderId: order.id, lineId: line.id, reason, ...part }
  const approver = present(scene.state.catalog.people).find((person) => person.roles.includes('manager'))
  return late && approver !== undefined
    ? [{ type: 'line.void', args, approvedBy: approver.id }]
    : [{ type: 'line.void', args }]
}

const sendBack = (scene: Scene, order: Order, line: Line): Intention[] => {
  const eaten = since(scene, line.servedAt)
  const served = line.status === 'served' && isFood(line) && line.stations.length > 0
  const fresh = served && eaten > minutes(1) && eaten < minutes(6)
  const reason = traitOf(scene.state.catalog.settings.reasons.sendBack, line.id, 'why')
  const first = line.remakeOf === undefined && line.sentBack === undefined
  if (!fresh || !first || reason === undefined || !isUnlucky(scene, 0.02, line.id, 'complaint')) return []
  return [{ type: 'line.send-back', args: { orderId: order.id, lineId: line.id, reason } }]
}

/** Dishes for the middle: on the bill of those who ate them. */
const share = (order: Order, line: Line): Intention[] => {
  const alone = line.seat === undefined && line.sharedBy === undefined && order.covers > 1
  if (!alone || line.status !== 'served' || trait(order.id, 'pay') < 0.82 || trait(line.id, 'shared') > 0.6) return []
  const seats = chanceFrom(`shared ${line.id}`)
    .shuffled(Array.from({ length: Math.min(order.covers, 6) }, (_, index) => index + 1))
    .slice(0, Math.max(2, Math.min(order.covers, 3)))
  return [{ type: 'line.share', args: { orderId: order.id, lineId: line.id, seats } }]
}

export const putRight: Habit = function* (scene) {
  for (const order of mine(scene)) {
    if (order.paid) continue
    for (const line of order.lines) {
      yield* takeBack(scene, order, line)
      yield* change(scene, order, line)
      yield* cancel(scene, order, line)
      yield* sendBack(scene, order, line)
      yield* share(order, line)
    }
  }
}
