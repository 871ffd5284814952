// 86 and countdown (ORD-10). A tally works on the counts that one command touches, so that its lines see each other.
import type { ItemId } from '../model/ids.ts'
import type { ItemCount } from '../model/service.ts'
import type { State } from './state.ts'

export const isSoldOut = (count: ItemCount | undefined): boolean =>
  count !== undefined && (count.soldOut || count.left === 0)

export class CountTally {
  readonly #state: State
  readonly #now: number
  #changed: Map<ItemId, ItemCount> | undefined

  constructor(state: State, now: number) {
    this.#state = state
    this.#now = now
  }

  #countOf(itemId: ItemId): ItemCount | undefined {
    return this.#changed?.get(itemId) ?? this.#state.counts.get(itemId)
  }

  #set(count: ItemCount, left: number): void {
    this.#changed ??= new Map()
    this.#changed.set(count.itemId, { ...count, left, at: this.#now })
  }

  /** Why this many cannot be had now. */
  lacking(itemId: ItemId, quantity: number): 'sold-out' | 'count-too-low' | undefined {
    const count = this.#countOf(itemId)
    if (count === undefined) return undefined
    if (isSoldOut(count)) return 'sold-out'
    return count.left !== undefined && count.left < quantity ? 'count-too-low' : undefined
  }

  /** Takes what is there, down to none: what was eaten was eaten. */
  take(itemId: ItemId, quantity: number): void {
    const count = this.#countOf(itemId)
    if (count?.left !== undefined) this.#set(count, Math.max(0, count.left - quantity))
  }

  giveBack(itemId: ItemId, quantity: number): void {
    const count = this.#countOf(itemId)
    if (count?.left !== undefined) this.#set(count, Math.min(9999, count.left + quantity))
  }

  changed(): ItemCount[] {
    return this.#changed === undefined ? [] : [...this.#changed.values()]
  }
}
