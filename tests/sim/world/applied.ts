// What every device took for confirmed, in its order: snapshots, events, and the places of events that its room never sees.
// Held against the log when the run is over; nothing may be here that the log does not have yet.
import type { Recorded } from '@comanda/shared/domain/events'
import type { ReplicaRoom } from '@comanda/shared/domain/rooms'
import type { State } from '@comanda/shared/domain/state'
import { domainRules } from '@comanda/sync-client/domain-rules'
import type { Rules } from '@comanda/sync-client/rules'
import type { Stored } from './stored.ts'
import type { Witness } from './witness.ts'

export type Applied = {
  readonly device: number
  readonly room: ReplicaRoom
  /** The seq that it was applied on. */
  readonly after: number
  readonly to: number
  /** undefined: nothing that this room may see. */
  readonly recorded: Recorded | undefined
}

export type Snapshot = {
  readonly device: number
  readonly room: ReplicaRoom
  readonly seq: number
  readonly text: string
}

export class AppliedLogs {
  readonly applied: Applied[] = []
  readonly snapshots: Snapshot[] = []
  readonly #stored: Stored
  readonly #witness: Witness

  constructor(stored: Stored, witness: Witness) {
    this.#stored = stored
    this.#witness = witness
  }

  /** The rules as the device is given them. A prediction is told from a confirmed event by its seq: it has no place of its own. */
  watch(device: number, room: ReplicaRoom): Rules {
    return {
      ...domainRules,
      evolve: (state: State, recorded: Recorded) => {
        if (recorded.seq !== state.seq) this.#take({ device, room, after: state.seq, to: recorded.seq, recorded })
        return domainRules.evolve(state, recorded)
      },
      evolveHidden: (state: State, seq: number) => {
        this.#take({ device, room, after: state.seq, to: seq, recorded: undefined })
        return domainRules.evolveHidden(state, seq)
      },
      stateFromJson: (text: string) => {
        const state = domainRules.stateFromJson(text)
        this.snapshots.push({ device, room, seq: state.seq, text })
        this.#witness.count('snapshot taken')
        return state
      },
    }
  }

  #take(applied: Applied): void {
    this.applied.push(applied)
    if (applied.to <= this.#stored.head) return
    this.#witness.violated('P-4', `device ${applied.device} applied ${applied.to}, the log has ${this.#stored.head}`)
  }
}
