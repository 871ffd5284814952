// Saves the state now and then, so that a start reads little. Losing a snapshot costs time at the next start, nothing else.
// Invariant: writing one never holds up the restaurant for long, and all of them together cost less than the events do.

import type { Log } from '@comanda/db/log'
import { domainHash } from '@comanda/shared/domain/domain-hash'
import type { DomainEvent } from '@comanda/shared/domain/events'
import type { State } from '@comanda/shared/domain/state'
import { stateJsonParts } from '@comanda/shared/domain/state-json'
import type { RestaurantId } from '@comanda/shared/model/ids'
import type { Cancel, Clock, Millis, Timers } from '@comanda/shared/ports/time'

const fewestEvents = 1_000
/** A large state is saved less often: an event is worth about so many characters of a snapshot. */
const charactersPerEvent = 1_000
/** In a rush it waits for a moment without work, but not for ever: a start must not read a whole evening. */
const atLatestAfterEvents = 30_000
const patience = 2
const idleFor: Millis = 250
/** Orders that come meanwhile wait for no longer than this. */
const atATime: Millis = 2

export type SnapshotPorts = {
  readonly restaurantId: RestaurantId
  readonly log: Log
  readonly clock: Clock
  readonly timers: Timers
  readonly soon: (run: () => void) => void
  readonly state: () => State
  readonly failed: (cause: unknown) => void
}

export class SnapshotKeeper {
  readonly #ports: SnapshotPorts
  #savedSeq: number
  #every = fewestEvents
  #wanted = false
  /** A save is planned or under way. */
  #busy = false
  #stopped = false
  #cancel: Cancel = () => {}

  constructor(ports: SnapshotPorts, savedSeq: number) {
    this.#ports = ports
    this.#savedSeq = savedSeq
  }

  committed(head: number, events: readonly DomainEvent[]): void {
    if (head - this.#savedSeq >= this.#every || events.some(({ type }) => type === 'day.rolled')) this.#wanted = true
    if (this.#wanted && !this.#busy) this.#plan(head)
  }

  stop(): void {
    this.#stopped = true
    this.#cancel()
  }

  #plan(head: number): void {
    this.#busy = true
    this.#cancel = this.#ports.timers.after(idleFor, () => {
      const { seq } = this.#ports.state()
      const atLatest = Math.max(atLatestAfterEvents, patience * this.#every)
      if (seq > head && seq - this.#savedSeq < atLatest) this.#plan(seq)
      else void this.#save()
    })
  }

  async #save(): Promise<void> {
    const { restaurantId, log, state, failed } = this.#ports
    this.#wanted = false
    const saved = state()
    this.#savedSeq = saved.seq
    try {
      const body = await this.#textOf(saved)
      if (body === undefined) return
      this.#every = Math.max(fewestEvents, Math.ceil(body.length / charactersPerEvent))
      await log.saveSnapshot(restaurantId, { seq: saved.seq, domain: domainHash, body })
    } catch (cause) {
      if (!this.#stopped) failed(cause)
    } finally {
      this.#busy = false
    }
  }

  /** The state never changes in place, so its text can be made a little at a time. undefined: stopped meanwhile. */
  async #textOf(state: State): Promise<string | undefined> {
    const { clock, soon } = this.#ports
    const parts: string[] = []
    let until = clock.monotonic() + atATime
    for (const part of stateJsonParts(state)) {
      parts.push(part)
      if (clock.monotonic() < until) continue
      await new Promise<void>((resolve) => soon(resolve))
      if (this.#stopped) return undefined
      until = clock.monotonic() + atATime
    }
    return parts.join('')
  }
}
