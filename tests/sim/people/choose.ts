// What a person does next: by role and weight, among what their device's picture allows.
import type { CommandOf } from '@comanda/shared/domain/commands'
import type { Role } from '@comanda/shared/model/staff'
import type { DeviceCommandType } from '@comanda/sync-client/outbox-store'
import { frontOffers } from './front-offers.ts'
import { kitchenOffers } from './kitchen-offers.ts'
import { lineOffers } from './line-offers.ts'
import type { Offers, Scene } from './offer.ts'
import { orderOffers } from './order-offers.ts'

/** By HTTP only; the world publishes by itself. */
export type SocketCommandType = Exclude<DeviceCommandType, 'catalog.publish'>

export const offers: Offers<SocketCommandType> = { ...orderOffers, ...lineOffers, ...kitchenOffers, ...frontOffers }

export const offeredTypes = Object.keys(offers) as readonly SocketCommandType[]

type Weights = Partial<Record<SocketCommandType, number>>

const waiter: Weights = {
  'round.send': 14,
  'lines.serve': 6,
  'payment.record': 4,
  'order.close': 3,
  'line.take-back': 2,
  'line.change': 3,
  'line.void': 2,
  'line.send-back': 2,
  'line.share': 1,
  'lines.recourse': 1,
  'course.fire': 3,
  'course.hold': 1,
  'order.rush': 1,
  'order.open': 2,
  'order.set-covers': 1,
  'order.note': 1,
  'order.promise': 1,
  'order.move': 2,
  'order.merge': 1,
  'order.unmerge': 1,
  'order.split': 1,
  'order.hand-over': 1,
  'lines.move': 2,
  'table.clear': 1,
  'allergy.declare': 1,
  'allergy.withdraw': 2,
  'round.answer': 2,
  'round.dismiss': 1,
  'pickup.take': 2,
  'ask.answer': 2,
  'call.raise': 1,
  'call.take': 1,
  'call.resolve': 1,
  'call.cancel': 1,
  'bill.ask': 1,
  'bill.take': 1,
  'bill.print': 1,
  'discount.apply': 1,
  'comp.apply': 1,
  'item.sold-out': 1,
  'ticket.rush': 1,
}

const cook: Weights = {
  'ticket.start': 8,
  'ticket.line-done': 8,
  'ticket.bump': 8,
  'ticket.recall': 2,
  'ticket.acknowledge-allergy': 3,
  'ticket.see': 2,
  'ticket.claim': 1,
  'ticket.rush': 1,
  'void.judge': 3,
  'item.sold-out': 1,
  'item.count': 1,
  'ask.raise': 2,
  'station.switch': 1,
  'peak.set': 1,
}

const expediter: Weights = {
  'course.force-ready': 3,
  'course.call': 3,
  'ticket.bump': 3,
  'ticket.recall': 1,
  'lines.serve': 3,
  'course.fire': 2,
  'pickup.take': 2,
  'order.rush': 1,
  'station.switch': 1,
}

const cashier: Weights = {
  'payment.record': 8,
  'payment.correct': 2,
  'payment.refund': 1,
  'order.close': 4,
  'order.reopen': 1,
  'order.walk-out': 1,
  'round.send': 2,
  'discount.apply': 1,
  'comp.apply': 1,
  'adjustment.remove': 1,
  'service.add': 1,
  'service.remove': 1,
  'bill.print': 2,
  'cash.open': 1,
  'cash.move': 1,
  'cash.close': 1,
  'call.raise': 2,
  'call.take': 1,
  'call.resolve': 1,
  'order.hand-over': 1,
  'staff.check-out': 1,
}

const manager: Weights = {
  ...cashier,
  'payment.refund': 3,
  'discount.apply': 3,
  'comp.apply': 2,
  'adjustment.remove': 2,
  'service.remove': 2,
  'order.reopen': 2,
  'order.walk-out': 1,
  'section.assign': 1,
  'device.register': 1,
  'access.revoke': 1,
  'access.restore': 1,
  'catalog.take-back': 1,
  'clock.confirm': 2,
  'day.close': 1,
  'line.void': 1,
}

const weights: Readonly<Record<Role, Weights>> = { waiter, cook, expediter, cashier, manager, owner: manager }

/** Somebody tries what is not theirs to do. */
const overreach = 0.05
const tries = 12

export type Wish = { [Type in SocketCommandType]: { type: Type; args: CommandOf<Type>['args'] } }[SocketCommandType]

const wish = <Type extends SocketCommandType>(type: Type, scene: Scene): Wish | undefined => {
  const args = offers[type](scene)
  return args === undefined ? undefined : ({ type, args } as Wish)
}

const draw = (roles: readonly Role[], scene: Scene): SocketCommandType => {
  const { random } = scene
  if (random.chance(overreach)) return random.pick(offeredTypes)
  const table = Object.entries(weights[random.pick(roles)]) as [SocketCommandType, number][]
  let left = random.fraction() * table.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [type, weight] of table) {
    left -= weight
    if (left < 0) return type
  }
  return 'round.send'
}

/** undefined: there was nothing to do. */
export function choose(roles: readonly Role[], scene: Scene): Wish | undefined {
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const found = wish(draw(roles, scene), scene)
    if (found !== undefined) return found
  }
  return undefined
}
