// What a run has seen: how often each thing happened, and everything that broke a promise. A run that counts nothing
// proves nothing.
import type { Millis } from '@comanda/shared/ports/time'

export type Violation = { readonly promise: string; readonly says: string; readonly at: Millis }

/** Past this the rest only repeats. */
const mostKept = 50

export class Witness {
  readonly violations: Violation[] = []
  readonly counts = new Map<string, number>()
  readonly #now: () => Millis

  constructor(now: () => Millis) {
    this.#now = now
  }

  count(what: string, by = 1): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + by)
  }

  counted(what: string): number {
    return this.counts.get(what) ?? 0
  }

  violated(promise: string, says: string): void {
    if (this.violations.length < mostKept) this.violations.push({ promise, says, at: this.#now() })
  }

  /** Compared as text, and said with the first place where they differ. */
  same(promise: string, what: string, found: string, wanted: string): void {
    if (found === wanted) return
    let at = 0
    while (at < found.length && found[at] === wanted[at]) at += 1
    const before = found.slice(Math.max(0, at - 160), at)
    this.violated(
      promise,
      `${what}: after ...${before} found ${found.slice(at, at + 80)}... wanted ${wanted.slice(at, at + 80)}...`,
    )
  }
}
