// What cooks, expo and the server's own timers may ask in a random evening.
import type { DeviceId, PrinterId, StationId } from '../../model/ids.ts'
import type { Ask, Scene } from './scene.ts'

const cook = (scene: Scene): string => scene.choose.of(['carla', 'erik', 'carla', 'mo']) ?? 'carla'

const station = (scene: Scene): StationId => {
  const stations = Object.keys(scene.state.catalog.stations) as StationId[]
  return scene.choose.of(stations) ?? ('none' as StationId)
}

const asks = {
  start: (scene) => {
    const ticket = scene.ticket()
    return ticket && { who: cook(scene), type: 'ticket.start', args: { ticketId: ticket.id } }
  },
  lineDone: (scene) => {
    const ticket = scene.ticket()
    const entry = ticket && scene.choose.of(ticket.entries)
    if (ticket === undefined || entry === undefined) return undefined
    const done = !scene.choose.rarely(5)
    return { who: cook(scene), type: 'ticket.line-done', args: { ticketId: ticket.id, lineId: entry.lineId, done } }
  },
  bump: (scene) => {
    const ticket = scene.ticket()
    return ticket && { who: cook(scene), type: 'ticket.bump', args: { ticketId: ticket.id } }
  },
  recall: (scene) => {
    const bumped = scene.state.tickets
      .sorted()
      .map(([, ticket]) => ticket)
      .filter(({ status }) => status === 'bumped')
    const ticket = scene.choose.of(bumped)
    return ticket && { who: cook(scene), type: 'ticket.recall', args: { ticketId: ticket.id } }
  },
  rush: (scene) => {
    const ticket = scene.ticket()
    return (
      ticket && { who: cook(scene), type: 'ticket.rush', args: { ticketId: ticket.id, on: !scene.choose.rarely(3) } }
    )
  },
  acknowledge: (scene) => {
    const ticket = scene.ticket()
    const role = scene.choose.of(['station', 'expo', undefined] as const)
    return (
      ticket && {
        who: cook(scene),
        type: 'ticket.acknowledge-allergy',
        args: { ticketId: ticket.id, ...(role === undefined ? {} : { role }) },
      }
    )
  },
  see: (scene) => {
    const ticket = scene.ticket()
    return ticket && { who: cook(scene), type: 'ticket.see', args: { ticketId: ticket.id } }
  },
  claim: (scene) => {
    const ticket = scene.ticket()
    return (
      ticket && { who: cook(scene), type: 'ticket.claim', args: { ticketId: ticket.id, stationId: station(scene) } }
    )
  },
  switch: (scene) => {
    const to = scene.choose.rarely(3) ? null : station(scene)
    return { who: cook(scene), type: 'station.switch', args: { stationId: station(scene), to } }
  },
  peak: (scene) => ({ who: cook(scene), type: 'peak.set', args: { on: scene.choose.rarely(2) } }),
  take: (scene) => {
    const order = scene.order()
    const pickup = order && scene.choose.of(order.pickups)
    if (order === undefined || pickup === undefined) return undefined
    const { course, readyAt } = pickup
    return {
      who: scene.choose.of(['ana', 'boris']) ?? 'ana',
      type: 'pickup.take',
      args: { orderId: order.id, course, readyAt },
    }
  },
  forceReady: (scene) => {
    const order = scene.order()
    return (
      order && { who: 'erik', type: 'course.force-ready', args: { orderId: order.id, course: scene.choose.below(4) } }
    )
  },
  callCourse: (scene) => {
    const order = scene.order()
    return order && { who: 'erik', type: 'course.call', args: { orderId: order.id, course: scene.choose.below(4) } }
  },
  judge: (scene) => {
    const order = scene.order()
    const line = order?.lines.find((other) => other.voided !== undefined && other.voided.verdict === undefined)
    if (order === undefined || line === undefined) return undefined
    const verdict = scene.choose.rarely(2) ? 'made' : 'not-started'
    return { who: cook(scene), type: 'void.judge', args: { orderId: order.id, lineId: line.id, verdict } }
  },
  soldOut: (scene) => ({
    who: cook(scene),
    type: 'item.sold-out',
    args: { itemId: scene.item(), soldOut: scene.choose.rarely(2) },
  }),
  count: (scene) => ({
    who: 'carla',
    type: 'item.count',
    args: { itemId: scene.item(), left: scene.choose.rarely(4) ? null : scene.choose.below(12) },
  }),
  ask: (scene) => {
    const order = scene.order()
    const line = order && scene.line(order)
    if (order === undefined || line === undefined) return undefined
    const substitutes = scene.choose.rarely(4) ? [] : [scene.item()]
    return {
      who: cook(scene),
      type: 'ask.raise',
      args: { orderId: order.id, lineId: line.id, message: 'none left', substitutes },
    }
  },
  print: (scene) => {
    const ticket = scene.ticket()
    return (
      ticket && {
        who: 'system',
        type: 'ticket.mark-printed',
        args: { ticketId: ticket.id, printerId: 'p1' as PrinterId, version: ticket.version, backup: true },
      }
    )
  },
  printer: (scene) => ({
    who: 'system',
    type: 'printer.report',
    args: { printerId: 'p1' as PrinterId, ...(scene.choose.rarely(2) ? { problem: 'paper-out' as const } : {}) },
  }),
  confirm: (scene) => {
    const tickets = scene.state.tickets.sorted().map(([, ticket]) => ticket)
    if (tickets.length === 0) return undefined
    return {
      who: 'system',
      type: 'tickets.confirm',
      args: {
        deviceId: 'screen' as DeviceId,
        tickets: tickets.slice(0, 5).map((ticket) => ({ ticketId: ticket.id, version: ticket.version })),
      },
    }
  },
} as const satisfies Record<string, Ask>

export const kitchenAsks: { readonly [Name in keyof typeof asks]: Ask } = asks
