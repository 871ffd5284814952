// The commands a follower knows of: those the leader tells of, and its own that no leader has answered yet.
import type { CommandId } from '@comanda/shared/model/ids'
import { type Entry, newEntry, type Outcome, Outcomes } from './outbox-entry.ts'
import type { Written } from './outbox-store.ts'
import type { SharedEntry } from './tabs.ts'

export class FollowerCommands {
  readonly #post: (written: Written) => void
  readonly #outcomes = new Outcomes()
  /** Given here, not yet answered. */
  readonly #given = new Map<CommandId, Entry>()
  #told: readonly Entry[] = []

  constructor(post: (written: Written) => void) {
    this.#post = post
  }

  give(written: Written): Promise<Outcome> {
    const settled = this.#outcomes.of(written.id)
    if (!this.#given.has(written.id)) {
      this.#given.set(written.id, newEntry(written))
      this.#post(written)
    }
    return settled
  }

  /** There is another leader: it may not have heard. */
  giveAgain(): void {
    for (const written of this.unanswered()) this.#post(written)
  }

  outcomeOf(id: CommandId): Promise<Outcome> {
    return this.#outcomes.of(id)
  }

  answered(id: CommandId, outcome: Outcome): void {
    this.#given.delete(id)
    this.#outcomes.settle(id, outcome)
  }

  /** The same command stays the same object, so that what was decided on it need not be decided again. */
  learn(entries: readonly SharedEntry[]): void {
    const before = new Map(this.#told.map((entry) => [entry.written.id, entry]))
    this.#told = entries.map((entry) => {
      const { id } = entry.written
      const text = JSON.stringify(entry.written)
      const ours = [before.get(id)?.written, this.#given.get(id)?.written]
      return { ...entry, written: ours.find((written) => JSON.stringify(written) === text) ?? entry.written }
    })
  }

  /** Given here and not yet in the leader's hands. */
  notTaken(): number {
    return this.#waitingHere().length
  }

  open(): Entry[] {
    return [...this.#told.filter(({ fate }) => fate.kind !== 'done'), ...this.#waitingHere()]
  }

  pending(): Written[] {
    const shown = this.#told.filter(({ fate }) => fate.kind === 'done' || fate.kind === 'waiting')
    return [...shown, ...this.#waitingHere()].map(({ written }) => written)
  }

  /** Whose outcome somebody in this tab still waits for. */
  unanswered(): Written[] {
    return this.#outcomes.awaited().flatMap((id) => this.get(id)?.written ?? [])
  }

  get(id: CommandId): Entry | undefined {
    return this.#told.find(({ written }) => written.id === id) ?? this.#given.get(id)
  }

  #waitingHere(): Entry[] {
    const told = new Set(this.#told.map(({ written }) => written.id))
    return [...this.#given.values()].filter(({ written }) => !told.has(written.id))
  }
}
