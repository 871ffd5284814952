// A room's whole state as frames, made once per room and moment and shared by all that join then: a storm of new devices
// costs one snapshot, not a thousand.

import { narrowState } from '@comanda/shared/domain/narrow-state'
import type { ReplicaRoom } from '@comanda/shared/domain/rooms'
import type { State } from '@comanda/shared/domain/state'
import { stateToJson } from '@comanda/shared/domain/state-json'
import { framedText } from './shared-frame.ts'

/** A character is six bytes at worst, so a part stays below the largest frame. */
const partLength = 160_000
/** An older one is still good when few events follow: they are sent after it. */
const mostBehind = 200

export type SnapshotFrames = { readonly seq: number; readonly frames: readonly Buffer[] }

export class SnapshotShelf {
  readonly #byRoom = new Map<ReplicaRoom, SnapshotFrames>()
  readonly #state: () => State

  constructor(state: () => State) {
    this.#state = state
  }

  of(room: ReplicaRoom): SnapshotFrames {
    const state = this.#state()
    const known = this.#byRoom.get(room)
    if (known !== undefined && state.seq - known.seq <= mostBehind) return known
    const made = { seq: state.seq, frames: framesOf(state.seq, stateToJson(narrowState(state, room))) }
    this.#byRoom.set(room, made)
    return made
  }

  /** Nobody is joining: the text need not stay in memory. */
  clear(): void {
    this.#byRoom.clear()
  }
}

function framesOf(seq: number, text: string): readonly Buffer[] {
  const of = Math.max(1, Math.ceil(text.length / partLength))
  return Array.from({ length: of }, (_, index) => {
    const body = text.slice(index * partLength, (index + 1) * partLength)
    return framedText(JSON.stringify({ t: 'snap', seq, part: index + 1, of, body }))
  })
}
