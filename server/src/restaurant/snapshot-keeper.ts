// Saves the state now and then, so that a start reads little. Losing a snapshot costs time at the next start, nothing else.

import type { Log } from '@comanda/db/log'
import { domainHash } from '@comanda/shared/domain/domain-hash'
import type { DomainEvent } from '@comanda/shared/domain/events'
import type { State } from '@comanda/shared/domain/state'
import { stateToJson } from '@comanda/shared/domain/state-json'
import type { RestaurantId } from '@comanda/shared/model/ids'
import type { Cancel, Millis, Timers } from '@comanda/shared/ports/time'

const everyEvents = 1_000
/** In a rush it waits for a moment without work, but not for ever: a start must not read a whole evening. */
const atLatestAfterEvents = 20_000
const idleFor: Millis = 250

export type SnapshotPorts = {
  readonly restaurantId: RestaurantId
  readonly log: Log
  readonly timers: Timers
  readonly state: () => State
  readonly busy: () => boolean
  readonly failed: (cause: unknown) => void
}

export class SnapshotKeeper {
  readonly #ports: SnapshotPorts
  #savedSeq: number
  #wanted = false
  #planned = false
  #cancel: Cancel = () => {}

  constructor(ports: SnapshotPorts, savedSeq: number) {
    this.#ports = ports
    this.#savedSeq = savedSeq
  }

  committed(head: number, events: readonly DomainEvent[]): void {
    if (head - this.#savedSeq >= everyEvents || events.some(({ type }) => type === 'day.rolled')) this.#wanted = true
    if (this.#wanted && !this.#planned) this.#plan()
  }

  stop(): void {
    this.#cancel()
    this.#planned = true
  }

  #plan(): void {
    this.#planned = true
    this.#cancel = this.#ports.timers.after(idleFor, () => {
      this.#planned = false
      const behind = this.#ports.state().seq - this.#savedSeq
      if (this.#ports.busy() && behind < atLatestAfterEvents) this.#plan()
      else void this.#save()
    })
  }

  async #save(): Promise<void> {
    this.#wanted = false
    const state = this.#ports.state()
    this.#savedSeq = state.seq
    try {
      const body = stateToJson(state)
      await this.#ports.log.saveSnapshot(this.#ports.restaurantId, { seq: state.seq, domain: domainHash, body })
    } catch (cause) {
      this.#ports.failed(cause)
    }
  }
}
