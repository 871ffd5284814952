// The newest events in memory, so that a device that was away for a moment costs no read. Older ones come from the log.
import type { Recorded } from '@comanda/shared/domain/events'

/** A batch of the largest size, twice. What is kept longer than a moment costs the garbage collector more than reading it again. */
const most = 256

export class RecentEvents {
  #events: Recorded[] = []
  #head: number

  constructor(head: number) {
    this.#head = head
  }

  get head(): number {
    return this.#head
  }

  add(recorded: readonly Recorded[]): void {
    for (const one of recorded) this.#events.push(one)
    this.#head = recorded.at(-1)?.seq ?? this.#head
    // Cut seldom, in one piece: cutting on every commit would move the whole list each time.
    if (this.#events.length > 2 * most) this.#events = this.#events.slice(-most)
  }

  /** undefined: older than what is kept. */
  from(seq: number, count: number): readonly Recorded[] | undefined {
    const first = this.#head - this.#events.length + 1
    if (seq < first) return undefined
    return this.#events.slice(seq - first, seq - first + count)
  }
}
