// Stands between devices and a server as the network does, with its faults under the test's hand. It counts what
// passed and what was lost, so that a test can show that its fault really happened.
import { once } from 'node:events'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { type SeededRandom, seededRandom } from '../../harness/seeded-random.ts'
import { FaultyStream } from './faulty-stream.ts'
import { type Direction, type DirectionCounts, type NetworkFaults, noCounts, noFaults } from './network-faults.ts'
import { type RealTime, realTime } from './real-time.ts'

export type TcpFaultProxyOptions = {
  /** Asked at each connection: a server that is told of its proxies starts after them. */
  target: () => { host: string; port: number }
  host?: string
  port?: number
  random?: SeededRandom
  time?: RealTime
}

export type ProxyCounts = {
  accepted: number
  open: number
  /** Connections that the proxy itself cut. */
  cut: number
  up: DirectionCounts
  down: DirectionCounts
}

type Connection = { device: Socket; server: Socket; streams: readonly FaultyStream[] }

export class TcpFaultProxy {
  readonly #options: TcpFaultProxyOptions
  readonly #connections = new Set<Connection>()
  readonly #counts: Record<Direction, DirectionCounts> = { up: noCounts(), down: noCounts() }
  readonly #random: SeededRandom
  #faults = noFaults()
  #listener: Server | null = null
  #port: number
  #accepted = 0
  #cut = 0
  #cutAt: { direction: Direction; delivered: number; done: () => void } | null = null

  constructor(options: TcpFaultProxyOptions) {
    this.#options = options
    this.#port = options.port ?? 0
    this.#random = options.random ?? seededRandom('tcp-fault-proxy')
  }

  get host(): string {
    return this.#options.host ?? '127.0.0.1'
  }

  get port(): number {
    return this.#port
  }

  counts(): ProxyCounts {
    const { up, down } = this.#counts
    return { accepted: this.#accepted, open: this.#connections.size, cut: this.#cut, up: { ...up }, down: { ...down } }
  }

  /** Changes the named faults and leaves the others. Takes effect at once, also on open connections. */
  set(faults: Partial<NetworkFaults>): void {
    const before = this.#faults
    this.#faults = { ...before, ...faults }
    const lifted = (['up', 'down'] as const).some((way) => before.swallow[way] && !this.#faults.swallow[way])
    for (const connection of [...this.#connections]) {
      if (lifted && connection.streams.some((stream) => stream.lostBytes)) this.#drop(connection)
      else for (const stream of connection.streams) stream.deliver()
    }
  }

  clear(): void {
    this.set(noFaults())
  }

  /** Swallows in both directions: the peers see silence, not a close. */
  blackhole(): void {
    this.set({ swallow: { up: true, down: true } })
  }

  /** Resets every open connection on both sides. Gives how many there were. */
  cut(): number {
    const open = [...this.#connections]
    for (const connection of open) this.#drop(connection)
    return open.length
  }

  /** Cuts all as soon as so many bytes more were delivered that way. With slices of one byte, exactly there. */
  cutAfter(direction: Direction, bytes: number): Promise<void> {
    return new Promise((done) => {
      this.#cutAt = { direction, delivered: this.#counts[direction].delivered + bytes, done }
    })
  }

  /** One end loses every connection; the other end keeps an open socket that nobody answers. */
  leaveHalfOpen(alive: 'device' | 'server'): number {
    const open = [...this.#connections]
    for (const connection of open) {
      for (const stream of connection.streams) stream.close()
      connection[alive === 'device' ? 'server' : 'device'].resetAndDestroy()
      const living = connection[alive]
      living.on('end', () => living.destroy())
    }
    return open.length
  }

  /** From now on a new connection is refused by the machine itself; open ones live on. */
  refuse(): void {
    this.#listener?.close()
    this.#listener = null
  }

  /** Listens (again). After `refuse` on the same port as before. */
  async accept(): Promise<void> {
    if (this.#listener) return
    const listener = createServer({ allowHalfOpen: true, noDelay: true }, (device) => this.#join(device))
    this.#listener = listener
    listener.listen(this.#port, this.host)
    await once(listener, 'listening')
    const address = listener.address()
    if (address === null || typeof address === 'string') throw new Error('the proxy has no TCP address')
    this.#port = address.port
  }

  stop(): void {
    this.refuse()
    for (const connection of [...this.#connections]) {
      connection.device.destroy()
      connection.server.destroy()
    }
  }

  #join(device: Socket): void {
    this.#accepted += 1
    const server = connect({ ...this.#options.target(), allowHalfOpen: true, noDelay: true })
    const shared = {
      faults: () => this.#faults,
      random: this.#random,
      time: this.#options.time ?? realTime,
      onDelivered: () => this.#cutIfDue(),
    }
    const streams = [
      new FaultyStream({ ...shared, direction: 'up', source: device, sink: server, counts: this.#counts.up }),
      new FaultyStream({ ...shared, direction: 'down', source: server, sink: device, counts: this.#counts.down }),
    ]
    const connection = { device, server, streams }
    this.#connections.add(connection)
    const forget = () => {
      if (device.destroyed && server.destroyed) this.#connections.delete(connection)
    }
    device.on('close', forget)
    server.on('close', forget)
  }

  #cutIfDue(): void {
    const due = this.#cutAt
    if (!due || this.#counts[due.direction].delivered < due.delivered) return
    this.#cutAt = null
    this.cut()
    due.done()
  }

  #drop({ device, server, streams }: Connection): void {
    this.#cut += 1
    for (const stream of streams) stream.close()
    device.resetAndDestroy()
    server.resetAndDestroy()
  }
}

export async function startTcpFaultProxy(options: TcpFaultProxyOptions): Promise<TcpFaultProxy> {
  const proxy = new TcpFaultProxy(options)
  await proxy.accept()
  return proxy
}
