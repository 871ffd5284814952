// Notices that somebody set the clock: wall time that steps back, or runs two minutes away from time that only goes forward.

import type { Cancel, Clock, Millis, Timers } from '@comanda/shared/ports/time'

const lookEvery: Millis = 5_000
/** Clocks are slewed by network time all day long; that is no doubt. */
const backBy: Millis = 1_000
const jumpBy: Millis = 120_000

export type ClockWatchPorts = {
  readonly clock: Clock
  readonly timers: Timers
  readonly doubt: (before: Millis, now: Millis) => void
}

export class ClockWatch {
  readonly #ports: ClockWatchPorts
  #wall: Millis
  #steady: Millis
  #cancel: Cancel

  /** `newest`: when the last event was recorded; a clock behind it was set back while we were away. */
  constructor(ports: ClockWatchPorts, newest: Millis) {
    this.#ports = ports
    this.#wall = ports.clock.now()
    this.#steady = ports.clock.monotonic()
    if (this.#wall < newest - backBy) ports.doubt(newest, this.#wall)
    this.#cancel = ports.timers.after(lookEvery, () => this.#again())
  }

  look(): void {
    const wall = this.#ports.clock.now()
    const steady = this.#ports.clock.monotonic()
    const expected = this.#wall + (steady - this.#steady)
    this.#wall = wall
    this.#steady = steady
    if (wall < expected - backBy || wall > expected + jumpBy) this.#ports.doubt(expected, wall)
  }

  stop(): void {
    this.#cancel()
  }

  #again(): void {
    this.look()
    this.#cancel = this.#ports.timers.after(lookEvery, () => this.#again())
  }
}
