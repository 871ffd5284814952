// Everything that can have happened. An event carries what was decided, never what must be worked out again:
// evolve() only files it, so a room that lacks some fields still arrives at the same state without them.
// A version raises when a shape changes; see upcast.ts. Optional money is money that a room may not see.
import { z } from 'zod'
import { BusinessDate, Instant } from '../model/instant.ts'
import { billEvents } from './events/bill.ts'
import { callEvents } from './events/calls.ts'
import { dayEvents } from './events/day.ts'
import { kitchenEvents } from './events/kitchen.ts'
import { lineEvents } from './events/lines.ts'
import { orderEvents } from './events/orders.ts'
import { placeEvents } from './events/place.ts'

export const DomainEvent = z.discriminatedUnion('type', [
  ...orderEvents,
  ...lineEvents,
  ...kitchenEvents,
  ...callEvents,
  ...billEvents,
  ...dayEvents,
  ...placeEvents,
])
export type DomainEvent = z.infer<typeof DomainEvent>
export type EventType = DomainEvent['type']
export type EventOf<Type extends EventType> = Extract<DomainEvent, { type: Type }>

/** An event in its place in the log: what evolve() and narrow() are fed, on the server and on every device. */
export const Recorded = z.object({ seq: z.int().min(1), at: Instant, businessDate: BusinessDate, event: DomainEvent })
export type Recorded = z.infer<typeof Recorded>
