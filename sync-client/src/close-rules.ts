// What each way of losing the socket means for the next step. One table; a code that is not in it is bad luck on the way.
import type { Millis } from '@comanda/shared/ports/time'

/** Why the client has stopped trying by itself. A person, or the app for them, starts it again. */
export type EndReason = 'replaced' | 'refused' | 'signed-out' | 'upgrade'

export type CloseRule =
  /** The wire or the server had trouble: back off and come again. */
  | { kind: 'retry' }
  /** We are at fault or out of step: come again, without hurry. */
  | { kind: 'retry-slowly' }
  | { kind: 'end'; why: EndReason }

const retry: CloseRule = { kind: 'retry' }
const slowly: CloseRule = { kind: 'retry-slowly' }

const rules: Readonly<Record<number, CloseRule>> = {
  // the server stops, or cannot say what became of a commit: the outbox asks again
  1012: retry,
  1013: retry,
  1011: retry,
  // this device read too slowly: its cursor says where to go on
  4408: retry,
  4429: retry,
  // a frame of ours was wrong
  1009: slowly,
  4400: slowly,
  // another program with this very storage said hello: two would fight for ever
  4409: { kind: 'end', why: 'replaced' },
  4401: { kind: 'end', why: 'signed-out' },
  4403: { kind: 'end', why: 'refused' },
  4426: { kind: 'end', why: 'upgrade' },
}

/** Reasons that say more than the code they come with. */
const byReason: Readonly<Record<string, CloseRule>> = {
  // this device, or the person on it, is not known to the server (any more)
  'not-signed-in': { kind: 'end', why: 'signed-out' },
}

export const closeRule = (code: number, reason?: string): CloseRule =>
  (reason === undefined ? undefined : byReason[reason]) ?? rules[code] ?? retry

export type CloseReason = { code?: string; retryAfter?: Millis }

/** A close reason is JSON when it says more than a code's name. */
export function readCloseReason(reason: string): CloseReason {
  if (!reason.startsWith('{')) return reason === '' ? {} : { code: reason }
  try {
    const told: unknown = JSON.parse(reason)
    if (typeof told !== 'object' || told === null) return {}
    const code = 'code' in told && typeof told.code === 'string' ? { code: told.code } : {}
    const after = 'retryAfterMs' in told ? told.retryAfterMs : undefined
    const waits = typeof after === 'number' && after >= 0 && after <= 600_000
    return waits ? { ...code, retryAfter: after } : code
  } catch {
    return {}
  }
}
