// The restaurant's time on a device. Heartbeats carry it, the monotonic clock carries it on between them, so nobody who
// sets the device's clock moves a ticket's age. A frame can only be late, never early: of the last few reckonings the
// furthest ahead is the nearest to the truth.
import type { Clock, Millis } from '@comanda/shared/ports/time'

const remembered = 5

export class ServerTime {
  readonly #clock: Clock
  #reckonings: readonly number[] = []

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** A frame written at this server time has just been heard. */
  heard(serverNow: Millis): void {
    const reckoning = serverNow - this.#clock.monotonic()
    this.#reckonings = [...this.#reckonings.slice(1 - remembered), reckoning]
  }

  get known(): boolean {
    return this.#reckonings.length > 0
  }

  /** Until the server was heard for the first time there is only the device's own clock. */
  now(): Millis {
    if (!this.known) return this.#clock.now()
    return Math.round(this.#clock.monotonic() + Math.max(...this.#reckonings))
  }

  /** The server's time at a moment of the monotonic clock. */
  at(monotonic: Millis): Millis {
    return this.now() - Math.round(this.#clock.monotonic() - monotonic)
  }
}
