// A device in a test: a client on virtual time, with storage that outlives it and takes a moment to write.
import type { ReplicaRoom } from '@comanda/shared/domain/rooms'
import type { RandomBytes } from '@comanda/shared/ports/random'
import { memoryOutbox } from '../adapters/outbox-memory.ts'
import { createClient } from '../client.ts'
import type { Client, ClientOptions } from '../client-types.ts'
import type { OutboxStore } from '../outbox-store.ts'
import type { ReplicaStore } from '../replica-store.ts'
import type { ScriptedServer } from './scripted-server.ts'
import { author, smallRules } from './small-rules.ts'
import type { VirtualTime } from './virtual-time.ts'

/** The same bytes for the same seed. */
export function seededRandom(seed: number): RandomBytes {
  let state = seed >>> 0 || 1
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state >>> 24
  }
  return (length) => Uint8Array.from({ length }, next)
}

export type DeviceParts = {
  time: VirtualTime
  server: ScriptedServer
  seed?: number
  room?: ReplicaRoom
  replica?: ReplicaStore
  outbox?: OutboxStore
  writeTakes?: number
}

export class Device {
  readonly stored: OutboxStore
  readonly faults: unknown[] = []
  client: Client
  /** Set: the storage refuses to write. */
  full = false
  /** Set: the storage writes, and then says that it did not. */
  lying = false
  /** How wrong this device's own clock is. */
  clockOff = 0
  readonly #parts: DeviceParts
  readonly #random: RandomBytes
  #life = 0

  constructor(parts: DeviceParts) {
    this.#parts = parts
    this.#random = seededRandom(parts.seed ?? 1)
    this.stored = parts.outbox ?? memoryOutbox()
    this.client = this.#newClient()
  }

  /** The tab is killed: what was being written is gone, nobody says goodbye. A new one opens on the same storage. */
  async reload(more: Partial<ClientOptions> = {}): Promise<void> {
    this.kill()
    this.client = this.#newClient(more)
    await this.client.start()
  }

  kill(): void {
    this.#life += 1
  }

  #newClient(more: Partial<ClientOptions> = {}): Client {
    return createClient({ ...this.options(), ...more })
  }

  /** For a client of this device's present life. */
  options(): ClientOptions {
    const { time, server, replica } = this.#parts
    const life = this.#life
    const lives = () => life === this.#life
    return {
      url: 'ws://restaurant.test/ws',
      build: 'test',
      room: this.#parts.room ?? 'floor',
      rules: smallRules,
      author: () => author,
      clock: { now: () => time.clock.now() + this.clockOff, monotonic: () => time.clock.monotonic() },
      random: this.#random,
      timers: { after: (delay, run) => time.timers.after(delay, () => lives() && run()) },
      transport: {
        open: (url, subprotocol, handlers) => {
          const socket = server.transport.open(url, subprotocol, {
            opened: () => lives() && handlers.opened(),
            heard: (text) => lives() && handlers.heard(text),
            closed: (code, reason) => lives() && handlers.closed(code, reason),
          })
          return { send: (text) => lives() && socket.send(text), close: (code) => lives() && socket.close(code) }
        },
      },
      outbox: this.#slowStore(lives),
      onFault: (fault) => this.faults.push(fault),
      ...(replica === undefined ? {} : { store: replica }),
    }
  }

  #slowStore(lives: () => boolean): OutboxStore {
    const { time, writeTakes = 3 } = this.#parts
    return {
      load: () => this.stored.load(),
      close: async () => {},
      write: (change) =>
        new Promise((resolve, reject) => {
          time.timers.after(writeTakes, () => {
            // killed before the disk had it: nobody hears of it again
            if (!lives()) return
            if (this.full) reject(new Error('QuotaExceededError'))
            else this.stored.write(change).then(() => (this.lying ? reject(new Error('gone')) : resolve()), reject)
          })
        }),
    }
  }
}
