// Wires the parts of one running device together: the link hears, the session understands, the ordering speaks.
import type { DownFrame } from '@comanda/shared/protocol/down'
import type { ClientOptions } from './client-types.ts'
import { FreshnessWatch } from './freshness-watch.ts'
import { Link } from './link.ts'
import type { Listeners } from './listeners.ts'
import { Ordering } from './ordering.ts'
import type { Outbox } from './outbox.ts'
import { Receipts } from './receipts.ts'
import type { Replica } from './replica.ts'
import type { ServerTime } from './server-time.ts'
import { Session } from './session.ts'

export type Running = {
  outbox: Outbox
  ordering: Ordering
  session: Session
  receipts: Receipts
  link: Link
  watch: FreshnessWatch
}

export type Surroundings = {
  replica: Replica
  serverTime: ServerTime
  listeners: Listeners
  onChange(): void
  /** After a frame was taken in. */
  onFrame(frame: DownFrame): void
}

export function runDevice(options: ClientOptions, outbox: Outbox, around: Surroundings): Running {
  const { url, transport, clock, timers, random, room, build } = options
  const { replica, serverTime, listeners, onChange, onFrame } = around
  const link = new Link({
    url,
    transport,
    clock,
    timers,
    random,
    onOpen: () => session.sayHello(),
    onFrame: (frame) =>
      listeners.together(() => {
        session.hear(frame)
        onFrame(frame)
      }),
    onState: (state, before) => session.moved(state, before),
  })
  const receipts = new Receipts(timers, (frame) => link.send(frame))
  const ordering = new Ordering(outbox, link)
  const watch = new FreshnessWatch({
    clock,
    timers,
    serverTime,
    state: () => link.state,
    tell: () => listeners.tell(),
  })
  const session = new Session({
    room,
    stations: options.stations ?? [],
    build,
    domain: options.rules.hash,
    serverTime,
    watch,
    link,
    outbox,
    ordering,
    receipts,
    replica,
    onChange,
  })
  return { outbox, ordering, session, receipts, link, watch }
}
