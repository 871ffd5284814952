// Virtual time: what is due runs in the order of its moment, then in the order in which it was asked for. Between two of
// them every promise that can go on has gone on, so the same seed gives the same run on every machine.
import type { Cancel, Millis } from '@comanda/shared/ports/time'

type Due = { readonly at: Millis; readonly order: number; run: (() => void) | undefined }

const isBefore = (one: Due, other: Due): boolean =>
  one.at < other.at || (one.at === other.at && one.order < other.order)

/** A turn of the real event loop: the queue of promises is empty after it. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

export class Scheduler {
  now: Millis = 0
  /** How many things have happened. */
  ran = 0
  #order = 0
  readonly #heap: Due[] = []

  at(moment: Millis, run: () => void): Cancel {
    const due: Due = { at: Math.max(this.now, moment), order: this.#order++, run }
    this.#push(due)
    return () => {
      due.run = undefined
    }
  }

  after(delay: Millis, run: () => void): Cancel {
    return this.at(this.now + Math.max(0, delay), run)
  }

  async runUntil(moment: Millis): Promise<void> {
    await settle()
    for (let due = this.#heap[0]; due !== undefined && due.at <= moment; due = this.#heap[0]) {
      this.#pop()
      if (due.run === undefined) continue
      this.now = due.at
      this.ran += 1
      due.run()
      await settle()
    }
    this.now = Math.max(this.now, moment)
  }

  /** Until it holds, looking once in a while. False: it did not within the time given. */
  async runUntilTrue(holds: () => boolean, within: Millis, lookEvery: Millis = 250): Promise<boolean> {
    const end = this.now + within
    while (!holds()) {
      if (this.now >= end) return false
      await this.runUntil(Math.min(end, this.now + lookEvery))
    }
    return true
  }

  #push(due: Due): void {
    const heap = this.#heap
    let at = heap.push(due) - 1
    while (at > 0) {
      const above = (at - 1) >> 1
      const parent = heap[above]
      if (parent === undefined || !isBefore(due, parent)) break
      heap[at] = parent
      at = above
    }
    heap[at] = due
  }

  #pop(): void {
    const heap = this.#heap
    const last = heap.pop()
    if (last === undefined || heap.length === 0) return
    let at = 0
    for (;;) {
      const left = heap[2 * at + 1]
      const right = heap[2 * at + 2]
      if (left === undefined) break
      const isRight = right !== undefined && isBefore(right, left)
      const child = isRight ? right : left
      if (!isBefore(child, last)) break
      heap[at] = child
      at = 2 * at + (isRight ? 2 : 1)
    }
    heap[at] = last
  }
}
