// What the person at the device sees: the confirmed state with the device's own unconfirmed commands decided on top,
// by the same rules as on the server. Commands are decided again on each newer base; events are never moved over.
// Only commands whose outcome this room can know are decided; the others show as queued and change nothing.
import type { Numbered } from '@comanda/shared/domain/commands'
import type { Context } from '@comanda/shared/domain/decision'
import type { ReplicaRoom } from '@comanda/shared/domain/rooms'
import type { State } from '@comanda/shared/domain/state'
import type { CommandId } from '@comanda/shared/model/ids'
import type { BusinessDate } from '@comanda/shared/model/instant'
import type { Written } from './outbox-store.ts'
import type { Rules } from './rules.ts'

/** What this device makes of a command by itself. It binds nobody: the server's answer is the only refusal. */
export type Guess =
  | { kind: 'shown' }
  /** This room does not know enough to decide it. */
  | { kind: 'unknown' }
  /** As things look from here the server will refuse it. */
  | { kind: 'doubtful'; code: string; details?: unknown }

type Layer = { written: Written; after: State; guess: Guess }

const shown: Guess = { kind: 'shown' }
const unknown: Guess = { kind: 'unknown' }

export class PendingView {
  readonly #rules: Rules
  readonly #room: ReplicaRoom
  readonly #onFault: (error: unknown) => void
  #base: State | undefined
  #businessDate: BusinessDate | undefined
  #layers: Layer[] = []

  constructor(rules: Rules, room: ReplicaRoom, onFault: (error: unknown) => void) {
    this.#rules = rules
    this.#room = room
    this.#onFault = onFault
  }

  /** Layers that stand on the same base and the same commands are not decided twice. */
  show(base: State, pending: readonly Written[], businessDate: BusinessDate): State {
    const reusable = this.#base === base && this.#businessDate === businessDate ? this.#unchanged(pending) : 0
    const layers = this.#layers.slice(0, reusable)
    let state = layers.at(-1)?.after ?? base
    for (const written of pending.slice(layers.length)) {
      const { after, guess } = this.#decide(state, written, businessDate)
      layers.push({ written, after, guess })
      state = after
    }
    this.#base = base
    this.#businessDate = businessDate
    this.#layers = layers
    return state
  }

  /** As of the last time it was shown. */
  guesses(): ReadonlyMap<CommandId, Guess> {
    return new Map(this.#layers.map(({ written, guess }) => [written.id, guess]))
  }

  #unchanged(pending: readonly Written[]): number {
    const differs = this.#layers.findIndex(({ written }, place) => written !== pending[place])
    return differs < 0 ? this.#layers.length : differs
  }

  #decide(state: State, written: Written, businessDate: BusinessDate): { after: State; guess: Guess } {
    const { author, type, writtenAt } = written
    if (author === undefined || !this.#rules.predicts(this.#room, type)) return { after: state, guess: unknown }
    // the moment of writing, so that the same command gives the same picture every time it is decided
    const context: Context = { now: writtenAt, writtenAt, businessDate, asker: { kind: 'staff', ...author } }
    try {
      const decision = this.#rules.decide(state, numbered(written), context)
      if (!decision.ok) return { after: state, guess: { kind: 'doubtful', ...decision.error } }
      let after = state
      // the confirmed seq stays: what is only expected has no place in the log
      for (const event of decision.value) {
        after = this.#rules.evolve(after, { seq: state.seq, at: writtenAt, businessDate, event })
      }
      return { after, guess: shown }
    } catch (error) {
      this.#onFault(error)
      return { after: state, guess: unknown }
    }
  }
}

/** What was written is of the type's shape by the signature of send(), or by the same program before a reload. */
const numbered = ({ id, type, args, approvalId }: Written): Numbered =>
  ({ id, type, args, ...(approvalId === undefined ? {} : { approvalId }) }) as Numbered
