// The machine's clock and timers.
import type { Clock, Timers } from '@comanda/shared/ports/time'

export const systemClock: Clock = { now: () => Date.now(), monotonic: () => performance.now() }

/** No timer alone keeps the program running. */
export const systemTimers: Timers = {
  after(delay, run) {
    const timer = setTimeout(run, delay)
    timer.unref()
    return () => clearTimeout(timer)
  },
}

/** After everything that lies ready on the sockets has been read. */
export const systemSoon = (run: () => void): void => {
  setImmediate(run)
}
