// Time for a whole day at the speed of the machine: the next thing that is due happens at its moment, and time stands still
// until everything that came of it has gone on.
import type { Cancel, Clock, Millis, Timers } from '@comanda/shared/ports/time'

type Due = { readonly at: Millis; readonly run: () => void }

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** How often nothing may come of waiting: by then it waits for time itself. */
const patience = 3_000

export type Work = {
  /** Something real is under way, such as a PIN being checked: time waits for it, however long. */
  readonly isOutside: () => boolean
  /** Somebody waits for an answer that is on its way. */
  readonly isOnItsWay: () => boolean
}

export class DayTime {
  readonly clock: Clock
  readonly timers: Timers = { after: (delay, run) => this.#after(delay, run) }
  /** The last one is next. */
  #dues: Due[] = []
  #now: Millis = 0

  constructor(epoch: Millis) {
    this.clock = { now: () => epoch + this.#now, monotonic: () => this.#now + 1_000 }
  }

  /** Until it holds; false: it did not within so much of the day. */
  async runUntil(holds: () => boolean, work: Work, within: Millis): Promise<boolean> {
    const end = this.#now + within
    for (;;) {
      await this.#settle(work)
      if (holds()) return true
      const due = this.#dues.pop()
      if (due === undefined || due.at > end) return false
      this.#now = due.at
      due.run()
    }
  }

  async #settle({ isOutside, isOnItsWay }: Work): Promise<void> {
    await turn()
    for (let turns = 0; isOutside() || (turns < patience && isOnItsWay()); turns += 1) await turn()
  }

  #after(delay: Millis, run: () => void): Cancel {
    const due: Due = { at: this.#now + Math.max(0, delay), run }
    let from = 0
    let to = this.#dues.length
    while (from < to) {
      const middle = (from + to) >> 1
      if ((this.#dues[middle]?.at ?? 0) > due.at) from = middle + 1
      else to = middle
    }
    this.#dues.splice(from, 0, due)
    return () => {
      const at = this.#dues.indexOf(due)
      if (at >= 0) this.#dues.splice(at, 1)
    }
  }
}
