// One direction of one connection. What is delivered is a prefix of what was sent, in order, whatever the faults;
// a reader that does not read makes the writer wait, so the proxy hides no stalled reader.
import type { Socket } from 'node:net'
import type { SeededRandom } from '../../harness/seeded-random.ts'
import type { Direction, DirectionCounts, NetworkFaults } from './network-faults.ts'
import type { RealTime } from './real-time.ts'

const QUEUE_LIMIT_BYTES = 256 * 1024

type Item = { dueAt: number } & ({ kind: 'bytes'; bytes: Buffer } | { kind: 'end' } | { kind: 'reset' })

export type FaultyStreamOptions = {
  direction: Direction
  source: Socket
  sink: Socket
  faults: () => NetworkFaults
  counts: DirectionCounts
  random: SeededRandom
  time: RealTime
  /** Called after each piece that was handed over. */
  onDelivered: () => void
}

export class FaultyStream {
  readonly #options: FaultyStreamOptions
  readonly #queue: Item[] = []
  #queuedBytes = 0
  #freeAt = 0
  #lastDueAt = 0
  #waiting: (() => void) | null = null
  #lostBytes = false
  #closed = false

  constructor(options: FaultyStreamOptions) {
    this.#options = options
    const { source, sink } = options
    source.on('data', (bytes) => this.#take(Buffer.from(bytes)))
    source.on('end', () => this.#put({ kind: 'end', dueAt: this.#due() }))
    source.on('error', () => {})
    source.on('close', (failed) => failed && this.#put({ kind: 'reset', dueAt: this.#due() }))
    sink.on('drain', () => this.deliver())
    sink.on('close', () => this.close())
  }

  /** A hole in the stream: the receiver may never see another byte of it. */
  get lostBytes(): boolean {
    return this.#lostBytes
  }

  close(): void {
    if (this.#closed) return
    this.#closed = true
    this.#waiting?.()
    this.#options.counts.lost += this.#queuedBytes
    this.#queue.length = 0
    this.#queuedBytes = 0
    // Read on, so that the news of the sender's own end is still heard.
    this.#options.source.resume()
  }

  /** Called whenever something that held the stream up may have changed. */
  deliver(): void {
    this.#waiting?.()
    this.#waiting = null
    const { direction, faults, sink, time } = this.#options
    const head = this.#queue[0]
    if (!head || this.#closed || faults().hold[direction] || faults().swallow[direction] || sink.writableNeedDrain) {
      return
    }
    const wait = Math.max(head.dueAt, this.#freeAt) - time.monotonic()
    if (wait > 0) {
      this.#waiting = time.after(wait, () => this.deliver())
      return
    }
    this.#queue.shift()
    this.#hand(head)
    // A turn of the loop between two pieces lets each leave as a segment of its own.
    const soon = setImmediate(() => this.deliver())
    this.#waiting = () => clearImmediate(soon)
  }

  #take(bytes: Buffer): void {
    const { counts, direction, faults, source } = this.#options
    counts.received += bytes.length
    if (faults().swallow[direction] || this.#closed || this.#lostBytes) {
      counts.lost += bytes.length
      this.#lostBytes ||= !this.#closed
      return
    }
    for (const piece of this.#slice(bytes)) this.#queue.push({ kind: 'bytes', bytes: piece, dueAt: this.#due() })
    this.#queuedBytes += bytes.length
    if (this.#queuedBytes > QUEUE_LIMIT_BYTES) source.pause()
    if (!this.#waiting) this.deliver()
  }

  #put(item: Item): void {
    if (this.#closed) return
    this.#queue.push(item)
    if (!this.#waiting) this.deliver()
  }

  #hand(item: Item): void {
    const { counts, faults, sink, source, time } = this.#options
    if (item.kind === 'end') {
      sink.end()
      return
    }
    if (item.kind === 'reset') {
      sink.resetAndDestroy()
      return
    }
    const { bytes } = item
    const { bytesPerSecond } = faults()
    if (bytesPerSecond !== null) this.#freeAt = time.monotonic() + (bytes.length * 1_000) / bytesPerSecond
    this.#queuedBytes -= bytes.length
    counts.delivered += bytes.length
    counts.pieces += 1
    sink.write(bytes)
    this.#options.onDelivered()
    if (this.#queuedBytes <= QUEUE_LIMIT_BYTES) source.resume()
  }

  #slice(bytes: Buffer): Buffer[] {
    const { faults, random } = this.#options
    const { sliceBytes, bytesPerSecond } = faults()
    // A limited line carries no piece that would take longer than a twentieth of a second.
    const largest = Math.min(sliceBytes ?? bytes.length, Math.ceil((bytesPerSecond ?? Number.POSITIVE_INFINITY) / 20))
    const pieces: Buffer[] = []
    for (let start = 0; start < bytes.length; ) {
      const length = sliceBytes === null ? largest : random.integer(1, largest)
      pieces.push(bytes.subarray(start, start + length))
      start += length
    }
    return pieces
  }

  #due(): number {
    const { faults, random, time } = this.#options
    const { latencyMs, jitterMs } = faults()
    const jitter = jitterMs > 0 ? random.fraction() * jitterMs : 0
    this.#lastDueAt = Math.max(this.#lastDueAt, time.monotonic() + latencyMs + jitter)
    return this.#lastDueAt
  }
}
