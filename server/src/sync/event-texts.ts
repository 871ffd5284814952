// The newest events as the texts that go over the wire, each written once for all rooms that hear the same of it.

import type { EventType, Recorded } from '@comanda/shared/domain/events'
import { narrow } from '@comanda/shared/domain/narrow'
import type { ReplicaRoom } from '@comanda/shared/domain/rooms'

/** Large and frequent, and without a field that the front has and the floor has not: a test holds them to it. */
export const alikeOnFloorAndFront: ReadonlySet<EventType> = new Set(['order.opened', 'round.sent'])

type Written = Partial<Record<ReplicaRoom | 'whole', string>>

/** A batch of the largest size stays; a room that is first read later writes its own again. */
const mostKept = 256

export class EventTexts {
  readonly #bySeq = new Map<number, Written>()

  /** Empty: this room never hears of it. */
  of(recorded: Recorded, asked: ReplicaRoom): string {
    const room = asked === 'front' && alikeOnFloorAndFront.has(recorded.event.type) ? 'floor' : asked
    const written = this.#writtenOf(recorded.seq)
    const known = written[room]
    if (known !== undefined) return known
    const narrowed = narrow(recorded, room)
    const text = narrowed === recorded ? (written.whole ?? write(recorded)) : write(narrowed)
    if (narrowed === recorded) written.whole = text
    written[room] = text
    return text
  }

  #writtenOf(seq: number): Written {
    const known = this.#bySeq.get(seq)
    if (known !== undefined) return known
    const made: Written = {}
    this.#bySeq.set(seq, made)
    if (this.#bySeq.size > mostKept) {
      for (const oldest of this.#bySeq.keys()) {
        this.#bySeq.delete(oldest)
        break
      }
    }
    return made
  }
}

const write = (recorded: Recorded | null): string => (recorded === null ? '' : JSON.stringify(recorded))
