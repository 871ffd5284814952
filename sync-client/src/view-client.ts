// The client of a small room, the board or a guest's table: it is shown a whole view each time that changed, and asks for
// nothing. No outbox, no replica, no rules: little enough for a guest's phone.
import { assertNever } from '@comanda/shared/domain/decision'
import type { ViewRoom } from '@comanda/shared/domain/rooms'
import type { ClientId } from '@comanda/shared/model/ids'
import type { RandomBytes } from '@comanda/shared/ports/random'
import type { Cancel, Clock, Millis, Timers } from '@comanda/shared/ports/time'
import type { DownFrame } from '@comanda/shared/protocol/down'
import { protocolVersion } from '@comanda/shared/protocol/version'
import type { ConnectionState } from './connection.ts'
import { type FreshnessStatus, FreshnessWatch } from './freshness-watch.ts'
import { Link } from './link.ts'
import { Listeners } from './listeners.ts'
import { newClientId } from './random-id.ts'
import { ServerTime } from './server-time.ts'
import type { Transport } from './transport.ts'

export type ViewOptions = {
  /** ws: or wss: address of /ws. */
  url: string
  build: string
  room: ViewRoom
  clock: Clock
  timers: Timers
  random: RandomBytes
  transport: Transport
  onFault?: (error: unknown) => void
}

export type ViewClient = {
  start(): void
  stop(): void
  /** Tries now instead of at the end of a back-off: the network or the screen is back. */
  nudge(): void
  /** A person wants it: tries now, and begins anew after an end. */
  reconnect(): void
  /** undefined before the first. */
  view(): unknown
  status(): FreshnessStatus
  serverNow(): Millis
  onChange(listener: () => void): Cancel
}

export const createViewClient = (options: ViewOptions): ViewClient => new SmallViewClient(options)

class SmallViewClient implements ViewClient {
  readonly #options: ViewOptions
  readonly #link: Link
  readonly #listeners: Listeners
  readonly #serverTime: ServerTime
  readonly #watch: FreshnessWatch
  /** Nothing is numbered under it: it only keeps an older page of the same life from being served twice. */
  readonly #clientId: ClientId
  #view: unknown

  constructor(options: ViewOptions) {
    const { clock, timers, random } = options
    this.#options = options
    this.#clientId = newClientId(random)
    this.#serverTime = new ServerTime(clock)
    this.#listeners = new Listeners(options.onFault ?? (() => {}))
    this.#link = new Link({
      ...options,
      onOpen: () => this.#sayHello(),
      onFrame: (frame) => this.#hear(frame),
      onState: (state, before) => this.#moved(state, before),
    })
    this.#watch = new FreshnessWatch({
      clock,
      timers,
      serverTime: this.#serverTime,
      state: () => this.#link.state,
      tell: () => this.#listeners.tell(),
    })
  }

  start(): void {
    this.#link.tell({ kind: 'start' })
  }

  stop(): void {
    this.#link.tell({ kind: 'stop' })
    this.#watch.stop()
  }

  nudge(): void {
    this.#link.tell({ kind: 'nudge' })
  }

  reconnect(): void {
    this.nudge()
    this.start()
  }

  view(): unknown {
    return this.#view
  }

  status(): FreshnessStatus {
    return this.#watch.status()
  }

  serverNow(): Millis {
    return this.#serverTime.now()
  }

  onChange(listener: () => void): Cancel {
    return this.#listeners.add(listener)
  }

  #sayHello(): void {
    const { build, room } = this.#options
    const clientId = this.#clientId
    this.#link.send({ t: 'hello', proto: protocolVersion, build, domain: '', clientId, room })
  }

  #hear(frame: DownFrame): void {
    switch (frame.t) {
      case 'welcome':
        this.#serverTime.heard(frame.now)
        this.#link.tell({ kind: 'welcomed', mode: frame.mode, head: frame.head })
        break
      case 'view':
        this.#view = frame.body
        this.#link.tell({ kind: 'caught-up' })
        break
      case 'hb':
        this.#serverTime.heard(frame.now)
        break
      case 'ev':
      case 'snap':
      case 'res':
      case 'presence':
      case 'approvals':
      case 'error':
        break
      default:
        assertNever(frame)
    }
    if (this.#link.state.at === 'live') this.#watch.isFresh()
    this.#changed()
  }

  #moved(state: ConnectionState, before: ConnectionState): void {
    if (before.at === 'idle') this.#watch.begun()
    if (state.at !== before.at) this.#changed()
  }

  #changed(): void {
    this.#watch.changed()
    this.#listeners.tell()
  }
}
