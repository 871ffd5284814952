// The only place where the fault tests touch the real clock. Waiting always names what it waits for and ends.
import type { Clock, Timers } from '@comanda/shared/ports/time'

export type RealTime = Clock & Timers

export const realTime: RealTime = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  after: (delay, run) => {
    const timer = setTimeout(run, delay)
    return () => clearTimeout(timer)
  },
}

const LOOK_AGAIN_MS = 10

const pause = (delay: number) => new Promise<void>((resolve) => void realTime.after(delay, resolve))

/** Looks until `probe` yields something other than false, null or undefined, and gives that back. */
export async function waitUntil<T>(
  what: string,
  probe: () => T | Promise<T>,
  timeoutMs = 10_000,
): Promise<Exclude<T, false | null | undefined>> {
  const deadline = realTime.monotonic() + timeoutMs
  for (;;) {
    const found = await probe()
    if (found !== false && found !== null && found !== undefined) {
      return found as Exclude<T, false | null | undefined>
    }
    if (realTime.monotonic() > deadline) throw new Error(`waited ${timeoutMs} ms in vain for ${what}`)
    await pause(LOOK_AGAIN_MS)
  }
}

/** Gives the promise's outcome, or fails by name when it takes longer. */
export async function withinTime<T>(what: string, outcome: Promise<T>, timeoutMs = 10_000): Promise<T> {
  let cancel = () => {}
  const late = new Promise<never>((_, reject) => {
    cancel = realTime.after(timeoutMs, () => reject(new Error(`waited ${timeoutMs} ms in vain for ${what}`)))
  })
  try {
    return await Promise.race([outcome, late])
  } finally {
    cancel()
  }
}

/** True when nothing happened for that long: the one case in which the passing of time is the observation. */
export async function staysUnsettled(outcome: Promise<unknown>, forMs: number): Promise<boolean> {
  const settled = outcome.then(
    () => false,
    () => false,
  )
  return await Promise.race([settled, pause(forMs).then(() => true)])
}
