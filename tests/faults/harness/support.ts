// Some faults need rights or programs that a machine may not have. What is missing is said by name, never passed over.
import { describe } from 'vitest'

export type Support = { ok: true } | { ok: false; reason: string }

export const supported: Support = { ok: true }

export const unsupported = (reason: string): Support => ({ ok: false, reason })

/** The first thing that is missing, or that nothing is. */
export const allOf = (...needs: readonly Support[]): Support => needs.find((need) => !need.ok) ?? supported

/** Runs the tests where the machine can; elsewhere their title and the output say why they were left out. */
export function describeWhere(support: Support, title: string, body: () => void): void {
  const shown = support.ok ? title : `${title} (left out: ${support.reason})`
  if (!support.ok) console.warn(`left out: ${title}: ${support.reason}`)
  describe.skipIf(!support.ok)(shown, body)
}
