// What cooks and the expediter do.
import type { ItemId, StationId } from '@comanda/shared/model/ids'
import { type Offers, openOrders, pickLine, pickOf, pickTicket, type Scene } from './offer.ts'

type KitchenCommand =
  | 'ticket.start'
  | 'ticket.line-done'
  | 'ticket.bump'
  | 'course.force-ready'
  | 'course.call'
  | 'ticket.recall'
  | 'ticket.rush'
  | 'ticket.acknowledge-allergy'
  | 'ticket.see'
  | 'ticket.claim'
  | 'station.switch'
  | 'peak.set'
  | 'pickup.take'
  | 'item.sold-out'
  | 'item.count'
  | 'ask.raise'
  | 'ask.answer'

const stationsOf = ({ view }: Scene): StationId[] => Object.keys(view.catalog.stations) as StationId[]
const itemsOf = ({ view }: Scene): ItemId[] => Object.keys(view.catalog.items) as ItemId[]

const firedCourse = (scene: Scene) =>
  pickOf(
    scene,
    openOrders(scene).flatMap((order) =>
      order.courses.filter(({ status }) => status === 'fired').map(({ course }) => ({ orderId: order.id, course })),
    ),
  )

export const kitchenOffers: Offers<KitchenCommand> = {
  'ticket.start': (scene) => {
    const ticket = pickTicket(scene, ({ status, startedAt }) => status === 'open' && startedAt === undefined)
    return ticket && { ticketId: ticket.id }
  },
  'ticket.line-done': (scene) => {
    const ticket = pickTicket(scene, ({ status }) => status === 'open')
    const entry = ticket === undefined ? undefined : pickOf(scene, ticket.entries)
    return ticket && entry && { ticketId: ticket.id, lineId: entry.lineId, done: scene.random.chance(0.85) }
  },
  'ticket.bump': (scene) => {
    const ticket = pickTicket(scene, ({ status }) => status === 'open')
    return ticket && { ticketId: ticket.id }
  },
  'course.force-ready': firedCourse,
  'course.call': firedCourse,
  'ticket.recall': (scene) => {
    const ticket = pickTicket(scene, ({ status }) => status === 'bumped')
    return ticket && { ticketId: ticket.id }
  },
  'ticket.rush': (scene) => {
    const ticket = pickTicket(scene, ({ status }) => status === 'open')
    return ticket && { ticketId: ticket.id, on: scene.random.chance(0.7) }
  },
  'ticket.acknowledge-allergy': (scene) => {
    const ticket = pickTicket(scene, ({ allergyVersion, allergyAcknowledged }) => allergyVersion > allergyAcknowledged)
    return ticket && { ticketId: ticket.id }
  },
  'ticket.see': (scene) => {
    const ticket = pickTicket(scene, ({ status }) => status === 'open')
    return ticket && { ticketId: ticket.id }
  },
  'ticket.claim': (scene) => {
    const ticket = pickTicket(scene, ({ status }) => status === 'open')
    const stationId = pickOf(scene, stationsOf(scene))
    return ticket && stationId && { ticketId: ticket.id, stationId }
  },
  'station.switch': (scene) => {
    const stationId = pickOf(scene, stationsOf(scene))
    const to = scene.random.chance(0.6) ? null : (pickOf(scene, stationsOf(scene)) ?? null)
    return stationId && { stationId, to }
  },
  'peak.set': (scene) => ({ on: scene.random.chance(0.5) }),
  'pickup.take': (scene) => {
    const pickup = pickOf(
      scene,
      openOrders(scene).flatMap((order) => order.pickups.map((one) => ({ order, one }))),
    )
    return pickup && { orderId: pickup.order.id, course: pickup.one.course, readyAt: pickup.one.readyAt }
  },
  'item.sold-out': (scene) => {
    const gone = [...scene.view.counts.values()].filter(({ soldOut }) => soldOut).map(({ itemId }) => itemId)
    const back = gone.length > 0 && scene.random.chance(0.7)
    const itemId = pickOf(scene, back ? gone : itemsOf(scene))
    return itemId && { itemId, soldOut: !back, ...(scene.random.chance(0.2) ? { pinned: true } : {}) }
  },
  'item.count': (scene) => {
    const itemId = pickOf(scene, itemsOf(scene))
    return itemId && { itemId, left: scene.random.chance(0.4) ? null : scene.random.integer(0, 12) }
  },
  'ask.raise': (scene) => {
    const found = pickLine(scene, ({ status }) => status === 'fired' || status === 'started')
    if (found === undefined) return undefined
    const substitutes = scene.view.catalog.items[found.line.itemId]?.substitutes ?? []
    return { orderId: found.order.id, lineId: found.line.id, message: 'none left', substitutes: [...substitutes] }
  },
  'ask.answer': (scene) => {
    const open = [...scene.view.asks.values()].filter(({ answer }) => answer === undefined)
    const ask = pickOf(scene, open)
    if (ask === undefined) return undefined
    const accept = scene.random.chance(0.6)
    const substitute = accept ? pickOf(scene, ask.substitutes) : undefined
    return { askId: ask.id, accept, ...(substitute === undefined ? {} : { substitute }) }
  },
}
