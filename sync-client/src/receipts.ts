// What goes back to the server about what came: "taken in" for flow control, "on the glass" for the kitchen's receipts.
// Both are cumulative, so many become one frame, and the last one is said again on every new connection.
import type { Cancel, Millis, Timers } from '@comanda/shared/ports/time'
import type { UpFrame } from '@comanda/shared/protocol/up'

const seenEvery = 100
const seenWithin: Millis = 1_000
const paintedWithin: Millis = 200

export class Receipts {
  readonly #timers: Timers
  readonly #send: (frame: UpFrame) => void
  #connected = false
  #taken = 0
  #seenSent = 0
  #painted = 0
  #paintedSent = 0
  #seenDue: Cancel | undefined
  #paintedDue: Cancel | undefined

  constructor(timers: Timers, send: (frame: UpFrame) => void) {
    this.#timers = timers
    this.#send = send
  }

  /** Everything up to here was taken in. */
  took(cursor: number): void {
    if (cursor <= this.#taken) return
    this.#taken = cursor
    if (!this.#connected) return
    if (this.#taken - this.#seenSent >= seenEvery) this.#saySeen()
    else this.#seenDue ??= this.#timers.after(seenWithin, () => this.#saySeen())
  }

  /** Everything up to here is on this screen's glass. */
  painted(seq: number): void {
    if (seq <= this.#painted) return
    this.#painted = seq
    if (this.#connected) this.#paintedDue ??= this.#timers.after(paintedWithin, () => this.#sayPainted())
  }

  connected(): void {
    this.#connected = true
    this.#seenSent = 0
    this.#paintedSent = 0
    if (this.#painted > 0) this.#sayPainted()
  }

  disconnected(): void {
    this.#connected = false
    this.#seenDue?.()
    this.#paintedDue?.()
    this.#seenDue = undefined
    this.#paintedDue = undefined
  }

  /** Another log, or another start in this one: older numbers mean nothing in it. */
  startOver(): void {
    this.#taken = 0
    this.#painted = 0
  }

  #saySeen(): void {
    this.#seenDue?.()
    this.#seenDue = undefined
    if (this.#taken === this.#seenSent) return
    this.#seenSent = this.#taken
    this.#send({ t: 'seen', cursor: this.#taken })
  }

  #sayPainted(): void {
    this.#paintedDue?.()
    this.#paintedDue = undefined
    if (this.#painted === this.#paintedSent) return
    this.#paintedSent = this.#painted
    this.#send({ t: 'painted', seq: this.#painted })
  }
}
