// A shared tablet locks when nobody has touched it for a while (ADM-6), also while it slept or was closed.

import type { Cancel, Clock, Millis } from '@comanda/shared/ports/time'
import type { Shelf } from './preferences.ts'

export type IdleParts = {
  readonly clock: Clock
  readonly shelf: Shelf
  readonly screen: string
  readonly lockAfter: () => Millis
}

/** How often the last touch is written down: a start after a crash is that much more suspicious. */
const writeEvery: Millis = 5_000

export class IdleLock {
  readonly #parts: IdleParts
  #touched: { wall: Millis; monotonic: Millis }
  #written = 0

  constructor(parts: IdleParts) {
    this.#parts = parts
    this.#touched = { wall: parts.clock.now(), monotonic: parts.clock.monotonic() }
  }

  get #name(): string {
    return `comanda.touched.${this.#parts.screen}`
  }

  /** Whether the screen was left alone for too long before this program began. */
  wasLeft(): boolean {
    try {
      const at = Number(this.#parts.shelf.getItem(this.#name) ?? 0)
      return this.#parts.clock.now() - at >= this.#parts.lockAfter()
    } catch {
      return true
    }
  }

  touch(): void {
    const { clock } = this.#parts
    this.#touched = { wall: clock.now(), monotonic: clock.monotonic() }
    if (this.#touched.wall - this.#written >= writeEvery) this.#write(this.#touched.wall)
  }

  /** Locked by a person: a start finds it so. */
  forget(): void {
    this.#write(0)
  }

  /** The monotonic clock stands still while a tablet sleeps, the other one may be set: the longer time counts. */
  isDue(): boolean {
    const { clock, lockAfter } = this.#parts
    const { wall, monotonic } = this.#touched
    return Math.max(clock.now() - wall, clock.monotonic() - monotonic) >= lockAfter()
  }

  #write(at: Millis): void {
    this.#written = at
    try {
      this.#parts.shelf.setItem(this.#name, String(at))
    } catch {
      // Then every start asks for the PIN.
    }
  }
}

export function watchIdle(
  idle: IdleLock,
  page: { onTouch: (run: () => void) => Cancel; everySecond: (run: () => void) => Cancel },
  lock: () => void,
): Cancel {
  const stopTouches = page.onTouch(() => idle.touch())
  const stopTicks = page.everySecond(() => {
    if (idle.isDue()) lock()
  })
  return () => {
    stopTouches()
    stopTicks()
  }
}
