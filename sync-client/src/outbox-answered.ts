// Commands that have their answer. Two reasons to remember them: until the confirmed state shows what they did,
// and until a backup holds it (P-13).
import type { CommandId } from '@comanda/shared/model/ids'
import type { Entry } from './outbox-entry.ts'

const isUpTo = ({ fate }: Entry, seq: number): boolean => fate.kind === 'done' && fate.seq <= seq

export class AnsweredCommands {
  readonly #keepAtMost: number
  /** No backup has them yet; in the order of their answers. */
  readonly #kept = new Map<CommandId, Entry>()
  /** The confirmed state does not show them yet. */
  #unseen: Entry[] = []
  /** How far the confirmed state has come. */
  #confirmedSeq = 0

  constructor(keepAtMost: number) {
    this.#keepAtMost = keepAtMost
  }

  get confirmedSeq(): number {
    return this.#confirmedSeq
  }

  get(id: CommandId): Entry | undefined {
    return this.#kept.get(id)
  }

  kept(): Entry[] {
    return [...this.#kept.values()]
  }

  unseen(): readonly Entry[] {
    return this.#unseen
  }

  /** Takes one in and gives back those that there is no more room for, the oldest. */
  add(entry: Entry): CommandId[] {
    this.#kept.set(entry.written.id, entry)
    // an answer that comes again is older than what is confirmed by then: shown on top it would count twice
    if (!isUpTo(entry, this.#confirmedSeq)) this.#unseen.push(entry)
    const tooMany = Math.max(0, this.#kept.size - this.#keepAtMost)
    const oldest = tooMany === 0 ? [] : [...this.#kept.keys()].slice(0, tooMany)
    for (const id of oldest) this.#kept.delete(id)
    return oldest
  }

  /** A backup has everything up to here: gives back what need not be kept any more. */
  backedUp(seq: number): CommandId[] {
    const safe = this.kept().filter((entry) => isUpTo(entry, seq))
    for (const { written } of safe) this.#kept.delete(written.id)
    return safe.map(({ written }) => written.id)
  }

  confirmed(seq: number): void {
    this.#confirmedSeq = seq
    if (this.#unseen.length > 0) this.#unseen = this.#unseen.filter((entry) => !isUpTo(entry, seq))
  }

  /** The log that gave these answers is no more. */
  clear(): void {
    this.#kept.clear()
    this.#unseen = []
    this.#confirmedSeq = 0
  }
}
