// How a socket is closed: a code from the one registry, and a reason that a program can read (123 bytes at most).
import { type ErrorCode, errors } from '@comanda/shared/domain/errors'
import type { Millis } from '@comanda/shared/ports/time'
import type { Wire } from './wire.ts'

const otherwise = 1011

export function closeCodeOf(code: ErrorCode): number {
  const entry = errors[code]
  return 'close' in entry ? entry.close : otherwise
}

export const reasonOf = (code: ErrorCode, retryAfterMs?: Millis): string =>
  JSON.stringify(retryAfterMs === undefined ? { code } : { code, retryAfterMs })

export function closeWith(wire: Wire, code: ErrorCode, retryAfterMs?: Millis): void {
  wire.close(closeCodeOf(code), reasonOf(code, retryAfterMs))
}
