// A clock in the hand of a test: time passes when the test says so, and everything due happens in order.
import type { Clock, Millis, Timers } from '@comanda/shared/ports/time'

type Planned = { readonly at: Millis; readonly order: number; readonly run: () => void }

export type VirtualTime = {
  readonly clock: Clock
  readonly timers: Timers
  readonly soon: (run: () => void) => void
  /** Lets time pass, with all that falls due on the way. */
  readonly advance: (by: Millis) => Promise<void>
  /** Waits until everything that needs no time has happened. */
  readonly settle: () => Promise<void>
  /** Somebody sets the clock on the wall; durations are not touched. */
  readonly setWall: (to: Millis) => void
}

const turns = 8

export function virtualTime(start: Millis): VirtualTime {
  let steady = 0
  let offset = start
  let order = 0
  let planned: Planned[] = []
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < turns; turn += 1) await new Promise((resolve) => setImmediate(resolve))
  }
  const next = (until: Millis): Planned | undefined => {
    const [first] = planned.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at || a.order - b.order)
    planned = planned.filter((one) => one !== first)
    return first
  }
  return {
    clock: { now: () => steady + offset, monotonic: () => steady },
    timers: {
      after(delay, run) {
        order += 1
        const one: Planned = { at: steady + Math.max(0, delay), order, run }
        planned.push(one)
        return () => {
          planned = planned.filter((other) => other !== one)
        }
      },
    },
    soon: (run) => queueMicrotask(run),
    settle,
    advance: async (by) => {
      const until = steady + by
      await settle()
      for (let due = next(until); due !== undefined; due = next(until)) {
        steady = Math.max(steady, due.at)
        due.run()
        await settle()
      }
      steady = until
    },
    setWall: (to) => {
      offset = to - steady
    },
  }
}
