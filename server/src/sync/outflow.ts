// What one socket still has to hear. Invariant: nothing is stored for it but its place in the log; it is sent more only
// while the network takes it and the device says that it has taken it in, so a reader that stalls costs no memory.

import type { ReplicaRoom, Room } from '@comanda/shared/domain/rooms'
import { isReplicaRoom } from '@comanda/shared/domain/rooms'
import type { Cancel, Clock, Millis, Timers } from '@comanda/shared/ports/time'
import type { Hub } from './hub.ts'
import type { SnapshotFrames } from './snapshot-frames.ts'
import type { Wire } from './wire.ts'

export const mostBuffered = 256 * 1024
const mostUnseen = 500
const lookAgain: Millis = 50
export const stuckAfter: Millis = 30_000

export type OutflowPorts = {
  readonly wire: Wire
  readonly hub: Hub
  readonly clock: Clock
  readonly timers: Timers
  readonly failed: (cause: unknown) => void
}

export type Start = { readonly cursor: number } | { readonly snapshot: SnapshotFrames } | 'view'

export class Outflow {
  readonly #ports: OutflowPorts
  readonly #room: Room
  #parts: readonly Buffer[] = []
  #sent = 0
  #seen = 0
  #stuckSince: Millis | undefined
  #lastBuffered = 0
  #loading = false
  #again: Cancel | undefined
  #stopped = false

  constructor(ports: OutflowPorts, room: Room, start: Start) {
    this.#ports = ports
    this.#room = room
    if (start === 'view') return
    if ('snapshot' in start) this.#parts = start.snapshot.frames
    this.#sent = 'snapshot' in start ? start.snapshot.seq : start.cursor
    this.#seen = this.#sent
  }

  get sent(): number {
    return this.#sent
  }

  seen(cursor: number): void {
    // What it was never sent is no progress: a stalled device could put off its end for ever by saying so.
    const seen = Math.min(cursor, this.#sent)
    if (seen <= this.#seen) return
    this.#seen = seen
    this.#stuckSince = undefined
    this.pump()
  }

  pump(): void {
    if (this.#stopped || this.#loading) return
    // Most often there is nothing: that is asked first, since asking the network costs more.
    while (this.#hasMore() && this.#mayHandOver()) {
      if (this.#sendPart()) continue
      if (!this.#sendNext()) return
    }
  }

  /** True: it has had something to send for 30 s and could not. */
  isStuck(): boolean {
    const { wire, clock } = this.#ports
    const moved = wire.bufferedAmount < this.#lastBuffered
    this.#lastBuffered = wire.bufferedAmount
    if (moved && this.#stuckSince !== undefined) this.#stuckSince = clock.monotonic()
    return this.#stuckSince !== undefined && clock.monotonic() - this.#stuckSince >= stuckAfter
  }

  stop(): void {
    this.#stopped = true
    this.#again?.()
  }

  #hasMore(): boolean {
    if (this.#parts.length > 0 || !isReplicaRoom(this.#room)) return true
    if (this.#sent < this.#ports.hub.head) return true
    this.#stuckSince = undefined
    return false
  }

  #mayHandOver(): boolean {
    if (this.#ports.wire.bufferedAmount <= mostBuffered) return true
    this.#stuck()
    this.#again ??= this.#ports.timers.after(lookAgain, () => {
      this.#again = undefined
      this.pump()
    })
    return false
  }

  #sendPart(): boolean {
    const [part, ...rest] = this.#parts
    if (part === undefined) return false
    this.#parts = rest
    this.#ports.wire.send(part)
    this.#stuckSince = undefined
    return true
  }

  #sendNext(): boolean {
    return isReplicaRoom(this.#room) ? this.#sendEvents(this.#room) : this.#sendView()
  }

  #sendEvents(room: ReplicaRoom): boolean {
    const feed = this.#ports.hub.feed(room)
    const next = feed.next(this.#sent + 1)
    if (next === 'none') {
      this.#stuckSince = undefined
      return false
    }
    const to = next === 'load' ? this.#sent + 1 : next.to
    if (this.#sent > this.#seen && to - this.#seen > mostUnseen) {
      this.#stuck()
      return false
    }
    if (next === 'load') {
      this.#load(this.#sent + 1, room)
      return false
    }
    this.#ports.wire.send(next.body)
    this.#sent = next.to
    this.#stuckSince = undefined
    return true
  }

  #sendView(): boolean {
    const next = this.#ports.hub.view(this.#room).next(this.#sent)
    if (next === undefined) return false
    this.#ports.wire.send(next.body)
    this.#sent = next.version
    this.#seen = next.version
    this.#stuckSince = undefined
    return true
  }

  #load(from: number, room: ReplicaRoom): void {
    this.#loading = true
    this.#ports.hub
      .feed(room)
      .load(from)
      .then(
        () => {
          this.#loading = false
          this.pump()
        },
        (cause: unknown) => {
          this.#loading = false
          this.#ports.failed(cause)
        },
      )
  }

  #stuck(): void {
    this.#stuckSince ??= this.#ports.clock.monotonic()
  }
}
