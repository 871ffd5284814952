// One connection between a device and a node: two lanes, and an end that each side learns of in its own time. What was
// sent on it may still arrive after the device has said hello on another.
import type { Wire } from '@comanda/server/sync/wire'
import type { SocketHandlers } from '@comanda/sync-client/transport'
import type { SeededRandom } from '../../harness/seeded-random.ts'
import { Lane } from './lane.ts'
import type { Process } from './process.ts'
import type { Scheduler } from './scheduler.ts'

/** What a node does with a connection that it took. */
export type ServerEnd = { receive(text: string): void; ended(): void }

type Down = { is: 'open' } | { is: 'text'; text: string } | { is: 'close'; code: number; reason: string }
type Up = { is: 'text'; text: string } | { is: 'close' }

export type Taps = {
  /** A frame that reaches the server. */
  heardUp(text: string): void
  /** A frame that the server has let go. */
  sentDown(text: string): void
  /** A frame that the device hears. */
  heardDown(text: string): void
}

const slowestFarewell = 20_000

export class Connection {
  readonly #random: SeededRandom
  readonly #up: Lane<Up>
  readonly #down: Lane<Down>
  readonly #client: { readonly process: Process; readonly handlers: SocketHandlers }
  #server: { readonly process: Process; readonly end: ServerEnd } | undefined
  #clientGone = false
  #broken = false
  readonly #taps: Taps

  constructor(
    scheduler: Scheduler,
    random: SeededRandom,
    latency: () => number,
    client: { process: Process; handlers: SocketHandlers },
    taps: Taps,
  ) {
    this.#random = random
    this.#client = client
    this.#taps = taps
    this.#up = new Lane(scheduler, latency, (item) => this.#arriveUp(item))
    this.#down = new Lane(scheduler, latency, (item) => this.#arriveDown(item))
  }

  get isBroken(): boolean {
    return this.#broken
  }

  get onWay(): number {
    return this.#up.length + this.#down.length
  }

  /** The node takes it: from now on it may send. */
  accept(process: Process, makeEnd: (wire: Wire) => ServerEnd): void {
    this.#down.send({ is: 'open' }, 0)
    const wire: Wire = {
      send: (frame) => {
        const text = typeof frame === 'string' ? frame : frame.toString()
        if (!process.step()) return
        this.#taps.sentDown(text)
        this.#down.send({ is: 'text', text }, text.length)
      },
      close: (code, reason) => {
        if (!process.step()) return
        this.#down.end(Number.POSITIVE_INFINITY, { is: 'close', code, reason }, 0)
        this.#broken = true
      },
      terminate: () => this.cut(),
      get bufferedAmount() {
        return held()
      },
    }
    const held = (): number => this.#down.held
    this.#server = { process, end: makeEnd(wire) }
  }

  /** Nobody is there. */
  refuse(): void {
    this.#broken = true
    this.#down.end(0, { is: 'close', code: 1006, reason: '' }, 0)
  }

  fromClient(text: string): void {
    if (!this.#clientGone && this.#client.process.step()) this.#up.send({ is: 'text', text }, text.length)
  }

  closedByClient(): void {
    if (this.#clientGone) return
    this.#clientGone = true
    this.#broken = true
    this.#up.end(Number.POSITIVE_INFINITY, { is: 'close' }, 0)
  }

  /** The connection breaks: both sides lose a tail of what was on its way, and learn of it when they do. */
  cut(): void {
    if (this.#broken) return
    this.#broken = true
    const keep = (length: number): number => this.#random.integer(0, length)
    const late = this.#random.chance(0.5) ? this.#random.integer(0, slowestFarewell) : 0
    this.#up.end(keep(this.#up.length), { is: 'close' }, late)
    this.#down.end(keep(this.#down.length), { is: 'close', code: 1006, reason: '' }, this.#random.integer(0, 300))
  }

  stall(forHowLong: number): void {
    this.#up.stall(forHowLong)
    this.#down.stall(forHowLong)
  }

  #arriveUp(item: Up): void {
    const server = this.#server
    if (server === undefined || !server.process.alive) return
    if (item.is === 'close') {
      server.end.ended()
      return
    }
    this.#taps.heardUp(item.text)
    server.end.receive(item.text)
  }

  #arriveDown(item: Down): void {
    const { process, handlers } = this.#client
    if (this.#clientGone || !process.alive) return
    switch (item.is) {
      case 'open':
        handlers.opened()
        break
      case 'text':
        this.#taps.heardDown(item.text)
        handlers.heard(item.text)
        break
      case 'close':
        this.#clientGone = true
        handlers.closed(item.code, item.reason)
    }
  }
}
