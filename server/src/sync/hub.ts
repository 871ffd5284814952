// Who listens in which room, and what all of them hear. Invariant: nothing is done per socket that a room can do once.

import type { ErrorCode } from '@comanda/shared/domain/errors'
import type { DomainEvent, Recorded } from '@comanda/shared/domain/events'
import type { ReplicaRoom, Room } from '@comanda/shared/domain/rooms'
import { replicaRooms } from '@comanda/shared/domain/rooms'
import type { State } from '@comanda/shared/domain/state'
import type { ClientId, CommandId, DeviceId, SessionId, StaffId, TableId } from '@comanda/shared/model/ids'
import type { Cancel, Clock, Millis, Timers } from '@comanda/shared/ports/time'
import type { Approvals } from '@comanda/shared/protocol/down'
import type { Person } from '../restaurant/presence.ts'
import type { Outcome } from '../restaurant/waiting.ts'
import { approvalsFrame, hearsApprovals } from './approvals-frame.ts'
import { EventTexts } from './event-texts.ts'
import { Feed } from './feed.ts'
import { RecentEvents } from './recent-events.ts'
import { framedText } from './shared-frame.ts'
import { SnapshotShelf } from './snapshot-frames.ts'
import { ViewRoom, viewOfBoard, viewOfGuest } from './view-room.ts'

export const heartbeatEvery: Millis = 5_000
const viewsGather: Millis = 100

/** A session as the hub knows it. */
export type Reader = {
  /** Rises with every socket that opens. */
  readonly turn: number
  readonly deviceId: DeviceId
  readonly sid: SessionId | undefined
  readonly staffId: StaffId | undefined
  signedIn(staff: { sid: SessionId; staffId: StaffId } | undefined): void
  /** Who may be in its room may have changed. */
  leaveIfNotPermitted(): void
  /** There may be more to send. */
  wake(): void
  /** Sent when there is room, else left out: the next one says the same. */
  tell(frame: Buffer): void
  /** What became of a command of its client that came by another socket. */
  answeredElsewhere(cseq: number, outcome: Outcome, id: CommandId): void
  /** Looks whether it is stuck. */
  check(): void
  close(code: ErrorCode, retryAfter?: Millis): void
}

export type HubPorts = {
  readonly clock: Clock
  readonly timers: Timers
  readonly state: () => State
  readonly readAfter: (seq: number, limit: number) => Promise<readonly Recorded[]>
  readonly backedUpSeq: () => number
}

export class Hub {
  readonly snapshots: SnapshotShelf
  readonly #ports: HubPorts
  readonly #recent: RecentEvents
  readonly #texts = new EventTexts()
  readonly #feeds = new Map<ReplicaRoom, Feed>()
  readonly #views = new Map<Room, ViewRoom>()
  readonly #rooms = new Map<Room, Set<Reader>>()
  readonly #byClient = new Map<ClientId, Reader>()
  #lookingAtViews = false
  /** What waits for a yes, as it was told last. */
  #approvals: Approvals['open'] = []
  #turns = 0
  #beat: Cancel

  constructor(ports: HubPorts) {
    this.#ports = ports
    this.#recent = new RecentEvents(ports.state().seq)
    this.snapshots = new SnapshotShelf(ports.state)
    this.#beat = ports.timers.after(heartbeatEvery, () => this.#heartbeat())
  }

  get head(): number {
    return this.#recent.head
  }

  get readers(): number {
    let count = 0
    for (const readers of this.#rooms.values()) count += readers.size
    return count
  }

  feed(room: ReplicaRoom): Feed {
    const known = this.#feeds.get(room)
    if (known !== undefined) return known
    const made = new Feed({ room, recent: this.#recent, texts: this.#texts, readAfter: this.#ports.readAfter })
    this.#feeds.set(room, made)
    return made
  }

  view(room: Room): ViewRoom {
    const known = this.#views.get(room)
    if (known !== undefined) return known
    const made = new ViewRoom(room === 'board' ? viewOfBoard : viewOfGuest(room.slice('guest:'.length) as TableId))
    this.#views.set(room, made)
    made.look(this.#ports.state(), this.#ports.clock.now())
    return made
  }

  /**
   * One storage has one live socket: the one that was opened last. A hello that was long on its way on an older socket
   * comes too late to take its place. False: this reader was closed.
   */
  claim(clientId: ClientId, reader: Reader): boolean {
    const other = this.#byClient.get(clientId)
    if (other !== undefined && other.turn > reader.turn) {
      reader.close('newer-hello')
      return false
    }
    this.#byClient.set(clientId, reader)
    if (other !== undefined && other !== reader) other.close('newer-hello')
    return true
  }

  /** Who was welcomed under this name and still listens. */
  readerOf(clientId: ClientId): Reader | undefined {
    return this.#byClient.get(clientId)
  }

  nextTurn(): number {
    this.#turns += 1
    return this.#turns
  }

  join(room: Room, reader: Reader): void {
    const readers = this.#rooms.get(room) ?? new Set<Reader>()
    readers.add(reader)
    this.#rooms.set(room, readers)
    this.#tellApprovals(reader)
  }

  leave(room: Room, clientId: ClientId, reader: Reader): void {
    if (this.#byClient.get(clientId) === reader) this.#byClient.delete(clientId)
    const readers = this.#rooms.get(room)
    if (readers?.delete(reader) !== true || readers.size > 0) return
    this.#rooms.delete(room)
    this.#views.delete(room)
  }

  committed(recorded: readonly Recorded[]): void {
    this.#recent.add(recorded)
    for (const room of replicaRooms) for (const reader of this.#rooms.get(room) ?? []) reader.wake()
    if (this.#views.size > 0) this.#viewsSoon()
    for (const { event } of recorded) {
      if (event.type === 'access.revoked') this.#cut(event)
      if (event.type === 'catalog.published') this.#lookAgain()
    }
  }

  presence(people: readonly Person[]): void {
    const frame = framedText(JSON.stringify({ t: 'presence', people }))
    for (const room of replicaRooms) {
      if (room !== 'kitchen') for (const reader of this.#rooms.get(room) ?? []) reader.tell(frame)
    }
  }

  /** Only whose yes may count hears of what waits for one. */
  approvals(open: Approvals['open']): void {
    this.#approvals = open
    const frame = approvalsFrame(open)
    for (const readers of this.#rooms.values()) {
      for (const reader of readers) if (hearsApprovals(this.#ports.state(), reader.staffId)) reader.tell(frame)
    }
  }

  signedIn(deviceId: DeviceId, staff: { sid: SessionId; staffId: StaffId }): void {
    for (const readers of [...this.#rooms.values()]) {
      for (const reader of [...readers]) {
        if (reader.deviceId !== deviceId) continue
        reader.signedIn(staff)
        if (readers.has(reader)) this.#tellApprovals(reader)
      }
    }
  }

  /** The office is a person's room: it closes with the session. */
  signedOut(sid: SessionId): void {
    for (const readers of [...this.#rooms.values()]) {
      for (const reader of [...readers]) if (reader.sid === sid) reader.signedIn(undefined)
    }
  }

  /** No more heartbeats; whoever still listens is told by closeAll(). */
  stop(): void {
    this.#beat()
  }

  /** Each is told another moment to come back at, so that they do not all come at once. */
  closeAll(code: ErrorCode, retryAfter?: () => Millis): void {
    this.#beat()
    for (const readers of [...this.#rooms.values()])
      for (const reader of [...readers]) reader.close(code, retryAfter?.())
  }

  /** Whoever comes later hears what waits already; an empty list too, since theirs may be out of date. */
  #tellApprovals(reader: Reader): void {
    if (hearsApprovals(this.#ports.state(), reader.staffId)) reader.tell(approvalsFrame(this.#approvals))
  }

  /** P-15: at once, not at the next command. */
  #cut({ deviceId, staffId, sid }: Extract<DomainEvent, { type: 'access.revoked' }>): void {
    for (const readers of [...this.#rooms.values()]) {
      for (const reader of [...readers]) {
        const isDevice = deviceId !== undefined && reader.deviceId === deviceId
        const isSession = sid !== undefined && reader.sid === sid
        const isPerson = staffId !== undefined && reader.staffId === staffId
        if (isDevice || isSession || isPerson) reader.close('access-revoked')
      }
    }
  }

  /** A publication may have taken roles away. */
  #lookAgain(): void {
    for (const readers of [...this.#rooms.values()]) for (const reader of [...readers]) reader.leaveIfNotPermitted()
  }

  #viewsSoon(): void {
    if (this.#lookingAtViews) return
    this.#lookingAtViews = true
    this.#ports.timers.after(viewsGather, () => {
      this.#lookingAtViews = false
      this.#lookAtViews()
    })
  }

  #lookAtViews(): void {
    for (const [room, view] of this.#views) {
      if (!view.look(this.#ports.state(), this.#ports.clock.now())) continue
      for (const reader of this.#rooms.get(room) ?? []) reader.wake()
    }
  }

  #heartbeat(): void {
    const hb = {
      t: 'hb',
      head: this.#recent.head,
      now: this.#ports.clock.now(),
      backedUpSeq: this.#ports.backedUpSeq(),
    }
    const frame = framedText(JSON.stringify(hb))
    this.snapshots.clear()
    this.#lookAtViews()
    for (const readers of [...this.#rooms.values()]) {
      for (const reader of [...readers]) {
        reader.tell(frame)
        reader.check()
      }
    }
    this.#beat = this.#ports.timers.after(heartbeatEvery, () => this.#heartbeat())
  }
}
