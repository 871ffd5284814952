// The confirmed state: what the server has said, in the server's order, and nothing else. Invariants:
//   - events are applied only when they follow on the last one without a hole;
//   - a snapshot is put together aside and swapped in at once;
//   - a cursor is only ever told together with the log it belongs to.
import type { ReplicaRoom } from '@comanda/shared/domain/rooms'
import type { State } from '@comanda/shared/domain/state'
import type { LogId } from '@comanda/shared/model/ids'
import type { BusinessDate } from '@comanda/shared/model/instant'
import type { Ev, Snap, Welcome } from '@comanda/shared/protocol/down'
import type { StoredReplica } from './replica-store.ts'
import type { Rules } from './rules.ts'

/** gap: say hello again. broken: what is here cannot go on either; ask for a snapshot. */
export type Applied = 'applied' | 'staged' | 'old' | 'gap' | 'broken'

type Staging = { seq: number; of: number; parts: string[] }

export class Replica {
  readonly #rules: Rules
  readonly #room: ReplicaRoom
  #confirmed: State | undefined
  /** undefined: what is confirmed belongs to no log that can be resumed. */
  #logId: LogId | undefined
  #businessDate: BusinessDate | undefined
  /** Whose snapshot is on its way. */
  #nextLogId: LogId | undefined
  #staging: Staging | undefined

  constructor(rules: Rules, room: ReplicaRoom) {
    this.#rules = rules
    this.#room = room
  }

  get confirmed(): State | undefined {
    return this.#confirmed
  }

  get businessDate(): BusinessDate | undefined {
    return this.#businessDate
  }

  /** Where to go on from; undefined: only a snapshot helps. */
  get cursor(): { logId: LogId; seq: number } | undefined {
    if (this.#logId === undefined || this.#confirmed === undefined) return undefined
    return { logId: this.#logId, seq: this.#confirmed.seq }
  }

  /** What was kept from before. Of other rules or another room it is of no use. */
  restore(stored: StoredReplica): boolean {
    if (stored.room !== this.#room || stored.domain !== this.#rules.hash) return false
    try {
      this.#confirmed = this.#rules.stateFromJson(stored.body)
    } catch {
      return false
    }
    this.#logId = stored.logId
    this.#businessDate = stored.businessDate
    return true
  }

  toStore(): StoredReplica | undefined {
    const { cursor } = this
    if (cursor === undefined || this.#confirmed === undefined || this.#businessDate === undefined) return undefined
    return {
      logId: cursor.logId,
      room: this.#room,
      domain: this.#rules.hash,
      seq: cursor.seq,
      businessDate: this.#businessDate,
      body: this.#rules.stateToJson(this.#confirmed),
    }
  }

  /** What is shown stays until the snapshot is whole, but is nothing to go on from if it is another log's. */
  welcomed({ logId, mode, businessDate }: Welcome): Applied {
    this.#staging = undefined
    if (businessDate !== undefined) this.#businessDate = businessDate
    this.#nextLogId = logId
    if (this.#logId !== logId) this.#logId = undefined
    return mode === 'resume' && this.cursor === undefined ? 'broken' : 'applied'
  }

  /** The log behind the server is another one now. */
  forgetCursor(): void {
    this.#logId = undefined
    this.#staging = undefined
  }

  takePart({ seq, part, of, body }: Snap): Applied {
    const first = this.#staging === undefined || this.#staging.seq !== seq
    const staging = first ? { seq, of, parts: [] } : this.#staging
    if (staging === undefined || staging.of !== of || part !== staging.parts.length + 1) return 'broken'
    staging.parts.push(body)
    this.#staging = staging
    if (staging.parts.length < of) return 'staged'
    this.#staging = undefined
    try {
      const state = this.#rules.stateFromJson(staging.parts.join(''))
      if (state.seq !== seq) return 'broken'
      this.#confirmed = state
      this.#logId = this.#nextLogId
    } catch {
      return 'broken'
    }
    return 'applied'
  }

  takeEvents({ from, to, events }: Ev): Applied {
    const before = this.#confirmed
    if (before === undefined || this.#logId === undefined || this.#staging !== undefined) return 'gap'
    if (to <= before.seq) return 'old'
    if (from !== before.seq + 1 || to < from) return 'gap'
    try {
      let state = before
      for (const recorded of events) {
        if (recorded.seq <= state.seq || recorded.seq > to) return 'gap'
        state = this.#rules.evolve(state, recorded)
      }
      this.#confirmed = state.seq < to ? this.#rules.evolveHidden(state, to) : state
      this.#businessDate = events.at(-1)?.businessDate ?? this.#businessDate
    } catch {
      return 'broken'
    }
    return 'applied'
  }
}
