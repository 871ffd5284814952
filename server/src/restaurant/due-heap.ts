// The earliest first: a heap of moments. Stale entries are left where they are and thrown away when they come up.
import type { Millis } from '@comanda/shared/ports/time'

export type Timed<Value> = { readonly at: Millis; readonly value: Value }

export class DueHeap<Value> {
  #entries: Timed<Value>[] = []

  get size(): number {
    return this.#entries.length
  }

  first(): Timed<Value> | undefined {
    return this.#entries[0]
  }

  push(entry: Timed<Value>): void {
    const entries = this.#entries
    let at = entries.push(entry) - 1
    while (at > 0) {
      const parent = (at - 1) >> 1
      const above = entries[parent]
      if (above === undefined || above.at <= entry.at) break
      entries[at] = above
      at = parent
    }
    entries[at] = entry
  }

  pop(): Timed<Value> | undefined {
    const entries = this.#entries
    const first = entries[0]
    const last = entries.pop()
    if (first === undefined || last === undefined || entries.length === 0) return first
    let at = 0
    for (;;) {
      const child = this.#smallerChild(at)
      const below = entries[child]
      if (below === undefined || below.at >= last.at) break
      entries[at] = below
      at = child
    }
    entries[at] = last
    return first
  }

  /** Throws stale entries away when they are the most of it. */
  keep(isLive: (entry: Timed<Value>) => boolean): void {
    const live = this.#entries.filter(isLive)
    this.#entries = live.sort((one, other) => one.at - other.at)
  }

  #smallerChild(at: number): number {
    const left = 2 * at + 1
    const one = this.#entries[left]
    const other = this.#entries[left + 1]
    return one !== undefined && other !== undefined && other.at < one.at ? left + 1 : left
  }
}
