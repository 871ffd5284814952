// The lossy network between devices and nodes. Within one connection order holds; between connections nothing does.
import type { Millis } from '@comanda/shared/ports/time'
import type { Socket, SocketHandlers, Transport } from '@comanda/sync-client/transport'
import type { SeededRandom } from '../../harness/seeded-random.ts'
import { Connection, type Taps } from './connection.ts'
import type { Process } from './process.ts'
import type { Scheduler } from './scheduler.ts'

export type Node = { readonly takes: boolean; take(connection: Connection, device: number): void }

type Line = { readonly device: number; readonly node: number; readonly connection: Connection }

const spike = 0.02
const unanswered: Millis = 21_000

export class Network {
  /** Added to every latency while a device's reception is bad. */
  readonly slowness = new Map<number, Millis>()
  readonly #scheduler: Scheduler
  readonly #random: SeededRandom
  readonly #nodes: readonly Node[]
  readonly #blackUntil = new Map<number, Millis>()
  #lines: Line[] = []
  #opened = 0

  constructor(scheduler: Scheduler, random: SeededRandom, nodes: readonly Node[]) {
    this.#scheduler = scheduler
    this.#random = random
    this.#nodes = nodes
  }

  transportOf(device: number, process: Process, taps: (node: number) => Taps): Transport {
    return { open: (_url, _subprotocol, handlers) => this.#open(device, process, handlers, taps) }
  }

  cut(device: number): number {
    const lines = this.#linesOf(device)
    for (const { connection } of lines) connection.cut()
    return lines.length
  }

  /** Nothing arrives in either direction, and nobody is told. */
  blackhole(device: number, forHowLong: Millis): number {
    const until = Math.max(this.#blackUntil.get(device) ?? 0, this.#scheduler.now + forHowLong)
    this.#blackUntil.set(device, until)
    const lines = this.#linesOf(device)
    for (const { connection } of lines) connection.stall(forHowLong)
    return lines.length
  }

  nodeDied(node: number): void {
    for (const line of this.#lines) if (line.node === node) line.connection.cut()
  }

  /** Everything is well from now on. */
  heal(): void {
    this.slowness.clear()
    this.#blackUntil.clear()
  }

  /** Those that are whole. */
  #linesOf(device: number): Line[] {
    this.#lines = this.#lines.filter(({ connection }) => !connection.isBroken)
    return this.#lines.filter((line) => line.device === device)
  }

  #open(device: number, process: Process, handlers: SocketHandlers, taps: (node: number) => Taps): Socket {
    const random = this.#random.branch(`line ${device} ${this.#opened++}`)
    const base = random.integer(1, 40)
    const latency = (): Millis =>
      base +
      random.integer(0, 20) +
      (random.chance(spike) ? random.integer(100, 2_000) : 0) +
      (this.slowness.get(device) ?? 0)
    const node = random.integer(0, this.#nodes.length - 1)
    const connection = new Connection(this.#scheduler, random, latency, { process, handlers }, taps(node))
    this.#lines.push({ device, node, connection })
    const blackFor = (this.#blackUntil.get(device) ?? 0) - this.#scheduler.now
    const arrivesAfter = blackFor > 0 ? Math.max(unanswered, blackFor) : latency()
    this.#scheduler.after(arrivesAfter, () => {
      const there = this.#nodes[node]
      if (there?.takes !== true) connection.refuse()
      else if (!connection.isBroken) there.take(connection, device)
    })
    return {
      send: (text) => connection.fromClient(text),
      close: () => connection.closedByClient(),
    }
  }
}
