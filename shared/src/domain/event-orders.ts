// Which orders an event belongs to: one, two when lines or names pass between them, none when it is about the place.
// Reading an order's history goes by this index, so a new event that concerns an order must be found here.
import type { OrderId } from '../model/ids.ts'
import type { DomainEvent } from './events.ts'

export const orderIdsOf = (event: DomainEvent): readonly OrderId[] => {
  switch (event.type) {
    case 'order.opened':
      return [event.order.id]
    case 'order.joined':
      return [event.orderId, event.alias]
    case 'order.merged':
      return [event.orderId, event.into]
    case 'order.unmerged':
      return [event.orderId, event.from]
    case 'lines.moved':
      return event.orderId === event.to ? [event.orderId] : [event.orderId, event.to]
    case 'ask.raised':
      return [event.ask.orderId]
    case 'call.raised':
      return event.call.orderId === undefined ? [] : [event.call.orderId]
    case 'round.refused':
      return event.refused.orderId === undefined ? [] : [event.refused.orderId]
    default:
      return 'orderId' in event ? [event.orderId] : []
  }
}
