// Brings the reports' facts up to the log while nobody asks for a report: when the restaurant is quiet, or when they lag so
// far behind that the next report would have to wait. A few events at a time, with pauses while orders come in, so that no
// rush pays for a report (REP-9). No report depends on it: each brings the facts up to the log itself.

import type { RestaurantId } from '@comanda/shared/model/ids'
import type { Cancel, Clock, Millis, Timers } from '@comanda/shared/ports/time'

export type Reached = { readonly seq: number; readonly head: number }

export type KeepFactsParts = {
  readonly clock: Clock
  readonly timers: Timers
  /** How far they are now. Asked at the first look: a start does not wait for it. */
  readonly reached: () => ReadonlyMap<RestaurantId, Reached>
  /** A few events closer. */
  readonly project: (restaurantId: RestaurantId) => Promise<Reached>
  readonly onAdvance: (hint: (restaurantId: RestaurantId, head: number) => void) => Cancel
  readonly failed: (cause: unknown) => void
}

export type FactsKeeper = { stop(): void }

const lookEvery: Millis = 5_000
/** About a second of a report's waiting. */
export const lagAllowed = 20_000
/** How much longer than a step the pause after it is, while orders come in. */
const pausesPerStep = 3
/** Looks left out after a failure, twice as many after each. */
const longestRest = 64

type Known = { seq: number; head: number; headAtLastLook: number; rests: number; wait: number }

export function keepFacts(parts: KeepFactsParts): FactsKeeper {
  const { clock, timers, project, failed } = parts
  const known = new Map<RestaurantId, Known>()
  let asked = false
  let busy = false
  let stopped = false
  let cancel: Cancel = () => {}

  const knownOf = (id: RestaurantId): Known => {
    const one = known.get(id) ?? { seq: 0, head: 0, headAtLastLook: -1, rests: 0, wait: 0 }
    known.set(id, one)
    return one
  }

  const pause = (delay: Millis): Promise<void> =>
    new Promise((resolve) => {
      timers.after(delay, resolve)
    })

  const bringUp = async (id: RestaurantId, one: Known): Promise<void> => {
    while (!stopped && one.seq < one.head) {
      const { head, seq } = one
      const started = clock.monotonic()
      const reached = await project(id)
      one.seq = reached.seq
      one.head = Math.max(one.head, reached.head)
      // The disk takes no more: the next look tries again.
      if (reached.seq <= seq) return
      const quiet = one.head === head
      if (!quiet) await pause((clock.monotonic() - started) * pausesPerStep)
    }
  }

  const run = async (id: RestaurantId, one: Known): Promise<void> => {
    if (busy || stopped) return
    busy = true
    try {
      await bringUp(id, one)
      one.rests = 0
    } catch (cause) {
      if (!stopped) failed(cause)
      one.rests = Math.min(longestRest, Math.max(1, one.rests * 2))
      one.wait = one.rests
    }
    busy = false
  }

  /** Whoever was heard of since the start is not quiet. */
  const learn = (): void => {
    asked = true
    try {
      for (const [id, { seq, head }] of parts.reached()) {
        const one = knownOf(id)
        if (one.head === 0) one.headAtLastLook = head
        one.seq = seq
        one.head = Math.max(one.head, head)
      }
    } catch (cause) {
      failed(cause)
    }
  }

  const look = (): void => {
    if (!asked) learn()
    for (const [id, one] of known) {
      const quiet = one.headAtLastLook === one.head
      one.headAtLastLook = one.head
      if (one.wait > 0) one.wait -= 1
      else if (quiet && one.seq < one.head) void run(id, one)
    }
    cancel = timers.after(lookEvery, look)
  }

  const forget = parts.onAdvance((id, head) => {
    const one = knownOf(id)
    // Until it is asked how far they are, what came before the start is taken for projected.
    if (!asked && one.head === 0) one.seq = head
    one.head = Math.max(one.head, head)
    if (!asked && head - one.seq >= lagAllowed) learn()
    if (head - one.seq >= lagAllowed && one.wait === 0) void run(id, one)
  })

  cancel = timers.after(lookEvery, look)

  return {
    stop: () => {
      stopped = true
      cancel()
      forget()
    },
  }
}
