// How long to wait before the next try: full jitter, so that a thousand devices that fell off together
// do not come back together. Capped low for two minutes, while somebody is likely to be restarting the server.
import type { Millis } from '@comanda/shared/ports/time'

const firstCeiling = 250
const earlyCap = 2_000
const lateCap = 15_000
const earlyWindow = 120_000

export type BackOff = {
  /** Tries that failed since this device was last in service. */
  attempt: number
  /** For how long it has been out of service. */
  downFor: Millis
  /** 0 up to 1. */
  fraction: number
  /** What the server asked for. Never undercut, and spread as well: many were told the same. */
  retryAfter?: Millis
  /** It was this device's own fault: trying soon would only repeat it. */
  slowly?: boolean
}

export function backOffDelay({ attempt, downFor, fraction, retryAfter, slowly }: BackOff): Millis {
  const cap = downFor < earlyWindow && !slowly ? earlyCap : lateCap
  const ceiling = slowly ? cap : Math.min(cap, firstCeiling * 2 ** Math.min(attempt, 16))
  return Math.round((retryAfter ?? 0) + fraction * ceiling)
}
