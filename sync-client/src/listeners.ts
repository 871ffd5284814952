// Who wants to know that something changed. However much one frame changes, they are told once.
import type { Cancel } from '@comanda/shared/ports/time'

export class Listeners {
  readonly #listeners = new Set<() => void>()
  readonly #onFault: (error: unknown) => void
  #depth = 0
  #due = false

  constructor(onFault: (error: unknown) => void) {
    this.#onFault = onFault
  }

  add(listener: () => void): Cancel {
    // the same function given twice is two listeners
    const own = () => listener()
    this.#listeners.add(own)
    return () => this.#listeners.delete(own)
  }

  /** All that is told while this runs is told once, at its end. */
  together(act: () => void): void {
    this.#depth += 1
    try {
      act()
    } finally {
      this.#depth -= 1
      if (this.#depth === 0 && this.#due) this.tell()
    }
  }

  tell(): void {
    this.#due = this.#depth > 0
    if (this.#due) return
    for (const listener of [...this.#listeners]) {
      try {
        listener()
      } catch (error) {
        // one screen's mistake must not stop the next, nor the connection
        this.#onFault(error)
      }
    }
  }
}
