// A program that may be killed at any step. A step is whatever somebody else could notice: a frame sent, a write begun, a
// write heard of. From its death on nothing that it still does has any effect, and nothing that it waits for comes.
import type { Cancel, Clock, Millis, Timers } from '@comanda/shared/ports/time'
import type { Scheduler } from './scheduler.ts'

/** The wall clock of one machine. It may be wrong, and somebody may set it while programs run. */
export type Wall = { offset: Millis }

export class Process {
  readonly clock: Clock
  readonly timers: Timers
  readonly #scheduler: Scheduler
  readonly #died: () => void
  #alive = true
  #steps = 0
  #killAt = Number.POSITIVE_INFINITY

  constructor(scheduler: Scheduler, wall: Wall, epoch: Millis, died: () => void) {
    const born = scheduler.now
    this.#scheduler = scheduler
    this.#died = died
    this.clock = {
      now: () => epoch + scheduler.now + wall.offset,
      monotonic: () => scheduler.now - born + 1_000,
    }
    this.timers = { after: (delay, run): Cancel => this.#after(delay, run) }
  }

  get alive(): boolean {
    return this.#alive
  }

  get steps(): number {
    return this.#steps
  }

  /** Asked before anything that others can notice. False: it died just before. */
  step(): boolean {
    if (!this.#alive) return false
    this.#steps += 1
    if (this.#steps >= this.#killAt) this.kill()
    return this.#alive
  }

  /** It dies before its next step but so many; 0: before the next one. */
  killBeforeStep(steps: number): void {
    this.#killAt = this.#steps + steps + 1
  }

  kill(): void {
    if (!this.#alive) return
    this.#alive = false
    this.#died()
  }

  /** Resolves after a while, unless it is dead by then. */
  pause(delay: Millis): Promise<void> {
    return new Promise((resolve) => this.timers.after(delay, resolve))
  }

  #after(delay: Millis, run: () => void): Cancel {
    if (!this.#alive) return () => {}
    return this.#scheduler.after(delay, () => {
      if (this.#alive) run()
    })
  }
}
