// Time under the test's hand: nothing happens between two moments but what was asked for at one of them.
import type { Cancel, Clock, Timers } from '@comanda/shared/ports/time'

type Due = { at: number; order: number; run: () => void }

/** Lets every promise that can go on do so. */
export const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 30; turn++) await Promise.resolve()
}

export class VirtualTime {
  /** What the wall clock shows is the test's to change; the monotonic one only goes on. */
  wall: number
  #elapsed = 0
  #order = 0
  #dues: Due[] = []

  constructor(wall = 1_700_000_000_000) {
    this.wall = wall
  }

  readonly clock: Clock = { now: () => this.wall, monotonic: () => this.#elapsed }

  readonly timers: Timers = {
    after: (delay, run): Cancel => {
      const due = { at: this.#elapsed + Math.max(0, delay), order: this.#order++, run }
      this.#dues.push(due)
      return () => {
        this.#dues = this.#dues.filter((other) => other !== due)
      }
    },
  }

  get waiting(): number {
    return this.#dues.length
  }

  async advance(by: number): Promise<void> {
    const end = this.#elapsed + by
    await settle()
    for (let due = this.#nextUntil(end); due !== undefined; due = this.#nextUntil(end)) {
      this.#dues = this.#dues.filter((other) => other !== due)
      this.#moveTo(due.at)
      due.run()
      await settle()
    }
    this.#moveTo(end)
  }

  #moveTo(at: number): void {
    this.wall += at - this.#elapsed
    this.#elapsed = at
  }

  #nextUntil(end: number): Due | undefined {
    let next: Due | undefined
    for (const due of this.#dues) {
      if (due.at > end) continue
      if (next === undefined || due.at < next.at || (due.at === next.at && due.order < next.order)) next = due
    }
    return next
  }
}
