// Keeps the status true while nothing happens: "offline" and "stale" come about by silence, so a timer waits for them.
import type { Cancel, Clock, Timers } from '@comanda/shared/ports/time'
import type { Status } from './client-types.ts'
import type { Link } from './link.ts'
import type { Outbox } from './outbox.ts'
import type { ServerTime } from './server-time.ts'
import type { Session } from './session.ts'
import { type FreshnessInput, freshness, nextChange } from './status.ts'

export type WatchParts = {
  clock: Clock
  timers: Timers
  serverTime: ServerTime
  link: Link
  session: Session
  outbox: Outbox
}

export class StatusWatch {
  readonly #parts: WatchParts
  readonly #tell: () => void
  #due: Cancel | undefined
  #dueAt: number | undefined

  constructor(parts: WatchParts, tell: () => void) {
    this.#parts = parts
    this.#tell = tell
  }

  status(): Status {
    const { session, outbox, serverTime } = this.#parts
    let unsent = 0
    let needsEyes = 0
    for (const { fate } of outbox.entries()) {
      if (fate.kind === 'waiting') unsent += 1
      else needsEyes += 1
    }
    const fresh = freshness(this.#input())
    const isOld = fresh.stale || fresh.link !== 'live'
    return {
      ...fresh,
      ...(isOld && session.wasFresh ? { freshAt: serverTime.at(session.freshAt) } : {}),
      unsent,
      needsEyes,
      ...(outbox.fault === undefined ? {} : { storageFault: String(outbox.fault) }),
      ...(session.complaint === undefined ? {} : { complaint: session.complaint }),
    }
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
      this.#tell()
    })
  }

  stop(): void {
    this.#due?.()
    this.#dueAt = undefined
  }

  #input(): FreshnessInput {
    const { clock, link, session } = this.#parts
    return { state: link.state, freshAt: session.freshAt, now: clock.monotonic() }
  }
}
