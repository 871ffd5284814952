// For how long somebody was there to do the restaurant's work: a node that is up and a disk that takes writes.
import type { Millis } from '@comanda/shared/ports/time'

type Change = { readonly at: Millis; readonly works: boolean }

export class WorkingTime {
  readonly #changes: Change[] = []

  note(at: Millis, works: boolean): void {
    if (this.#changes.at(-1)?.works !== works) this.#changes.push({ at, works })
  }

  between(from: Millis, to: Millis): Millis {
    let sum = 0
    for (const [index, { at, works }] of this.#changes.entries()) {
      if (!works) continue
      const until = this.#changes[index + 1]?.at ?? Number.POSITIVE_INFINITY
      sum += Math.max(0, Math.min(to, until) - Math.max(from, at))
    }
    return sum
  }
}
