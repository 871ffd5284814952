// How long something still lasts, as a clock face would say it.

import type { Millis } from '@comanda/shared/ports/time'

/** 1:05; never below 0:00. */
export function minutesLeft(left: Millis): string {
  const seconds = Math.max(0, Math.ceil(left / 1_000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
