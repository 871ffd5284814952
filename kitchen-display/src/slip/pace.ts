// How a ticket stands against its target (KDS-3): warn when three quarters of the time are over, late when all of it is.
import type { Pace } from '@comanda/shared/domain/prep-target'

export const paceAt = (firedAt: number, lateAt: number, now: number): Pace => {
  if (now >= lateAt) return 'late'
  return now >= firedAt + (lateAt - firedAt) * 0.75 ? 'warn' : 'on-time'
}

/** How much of the time is over, in hundredths, 100 at most. */
export const burnt = (firedAt: number, lateAt: number, now: number): number =>
  lateAt <= firedAt ? 100 : Math.max(0, Math.min(100, Math.floor(((now - firedAt) / (lateAt - firedAt)) * 100)))
