// The machine's own time and randomness, as browsers and Node both have them.
import type { RandomBytes } from '@comanda/shared/ports/random'
import type { Clock, Timers } from '@comanda/shared/ports/time'

export const platformClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
}

export const platformTimers: Timers = {
  after(delay, run) {
    const timer = setTimeout(run, delay)
    return () => clearTimeout(timer)
  },
}

export const platformRandom: RandomBytes = (length) => crypto.getRandomValues(new Uint8Array(length))
