// Knows how old what is shown is, and says so while nothing happens: "offline" and "stale" come about by silence, so a
// timer waits for them.
import type { Cancel, Clock, Millis, Timers } from '@comanda/shared/ports/time'
import type { ConnectionState } from './connection.ts'
import type { ServerTime } from './server-time.ts'
import { type Freshness, type FreshnessInput, freshness, nextChange } from './status.ts'

export type FreshnessStatus = Freshness & {
  /** Server time of the last moment when it was up to date; told only while it is not live, and only if it ever was. */
  freshAt?: Millis
}

export type FreshnessParts = {
  clock: Clock
  timers: Timers
  serverTime: ServerTime
  state(): ConnectionState
  /** Time alone has changed what is true. */
  tell(): void
}

export class FreshnessWatch {
  readonly #parts: FreshnessParts
  /** Monotonic: when it was last known to be up to date; before the first time, when the wait for it began. */
  #freshAt: Millis
  #wasFresh = false
  #due: Cancel | undefined
  #dueAt: Millis | undefined

  constructor(parts: FreshnessParts) {
    this.#parts = parts
    this.#freshAt = parts.clock.monotonic()
  }

  /** The connection is being made for the first time, or again after it was stopped. */
  begun(): void {
    this.#freshAt = this.#parts.clock.monotonic()
  }

  isFresh(): void {
    this.#wasFresh = true
    this.#freshAt = this.#parts.clock.monotonic()
  }

  status(): FreshnessStatus {
    const fresh = freshness(this.#input())
    const isOld = fresh.stale || fresh.link !== 'live'
    return isOld && this.#wasFresh ? { ...fresh, freshAt: this.#parts.serverTime.at(this.#freshAt) } : fresh
  }

  /** Waits for the next moment when time alone changes what is true. */
  changed(): void {
    const next = nextChange(this.#input())
    // while fresh frames come, the moment only moves away: the timer already set looks again when it is due
    if (next === undefined || (this.#dueAt !== undefined && this.#dueAt <= next)) return
    this.#due?.()
    this.#dueAt = next
    this.#due = this.#parts.timers.after(Math.max(0, next - this.#parts.clock.monotonic()), () => {
      this.#dueAt = undefined
      this.changed()
      this.#parts.tell()
    })
  }

  stop(): void {
    this.#due?.()
    this.#dueAt = undefined
  }

  #input(): FreshnessInput {
    const { clock, state } = this.#parts
    return { state: state(), freshAt: this.#freshAt, now: clock.monotonic() }
  }
}
