// One direction of one connection: what is sent arrives late but in order; when the connection breaks, a tail of what was
// on its way may be lost, never something from the middle.
import type { Millis } from '@comanda/shared/ports/time'
import type { Scheduler } from './scheduler.ts'

type OnWay<Item> = { readonly at: Millis; readonly item: Item; readonly bytes: number }

export class Lane<Item> {
  readonly #scheduler: Scheduler
  readonly #latency: () => Millis
  readonly #deliver: (item: Item) => void
  #onWay: OnWay<Item>[] = []
  #lastAt: Millis = 0
  #stalledUntil: Millis = 0
  #waiting = false
  #ended = false

  constructor(scheduler: Scheduler, latency: () => Millis, deliver: (item: Item) => void) {
    this.#scheduler = scheduler
    this.#latency = latency
    this.#deliver = deliver
  }

  /** What a stalled lane holds back: the sender's buffer. */
  get held(): number {
    if (this.#stalledUntil <= this.#scheduler.now) return 0
    return this.#onWay.reduce((sum, { bytes }) => sum + bytes, 0)
  }

  get length(): number {
    return this.#onWay.length
  }

  send(item: Item, bytes: number): void {
    if (this.#ended) return
    this.#lastAt = Math.max(this.#lastAt, this.#scheduler.now + this.#latency())
    this.#onWay.push({ at: this.#lastAt, item, bytes })
    this.#wait()
  }

  /** Nothing arrives for a while; what was sent comes afterwards. */
  stall(forHowLong: Millis): void {
    this.#stalledUntil = Math.max(this.#stalledUntil, this.#scheduler.now + forHowLong)
  }

  /** Nothing more is taken; of what is on its way the first so many still arrive, then the last word, late. */
  end(keep: number, last: Item, delay: Millis): void {
    if (this.#ended) return
    this.#onWay = this.#onWay.slice(0, keep)
    this.#ended = true
    this.#lastAt = Math.max(this.#lastAt, this.#scheduler.now) + delay
    this.#onWay.push({ at: this.#lastAt, item: last, bytes: 0 })
    this.#wait()
  }

  #wait(): void {
    const next = this.#onWay[0]
    if (this.#waiting || next === undefined) return
    this.#waiting = true
    this.#scheduler.at(Math.max(next.at, this.#stalledUntil), () => {
      this.#waiting = false
      if (this.#stalledUntil <= this.#scheduler.now) this.#deliverDue()
      this.#wait()
    })
  }

  #deliverDue(): void {
    const next = this.#onWay[0]
    if (next === undefined || next.at > this.#scheduler.now) return
    this.#onWay.shift()
    this.#deliver(next.item)
  }
}
