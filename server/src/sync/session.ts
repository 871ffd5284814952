// One socket of one device, from hello to close. Invariants: commands are handed on in the order in which they came;
// an answer is sent only when it is durable; what cannot be read is answered by name and harms nobody else.

import type { DeviceKind } from '@comanda/db/access'
import { assertNever } from '@comanda/shared/domain/decision'
import type { ErrorCode } from '@comanda/shared/domain/errors'
import { isReplicaRoom, type Room } from '@comanda/shared/domain/rooms'
import type { ClientId, CommandId, DeviceId, SessionId, StaffId, StationId } from '@comanda/shared/model/ids'
import type { Role } from '@comanda/shared/model/staff'
import type { Cancel, Clock, Millis, Timers } from '@comanda/shared/ports/time'
import type { Cmd, Hello, Here } from '@comanda/shared/protocol/up'
import type { Written } from '../access/staff-sessions.ts'
import type { OpenRestaurant } from '../restaurant/open-restaurant.ts'
import type { Asking, Outcome } from '../restaurant/waiting.ts'
import { closeWith } from './close-reason.ts'
import { greet } from './greet.ts'
import type { Reader } from './hub.ts'
import { mostBuffered, Outflow } from './outflow.ts'
import { readCommand, readFrame } from './read-frame.ts'
import { resOf } from './res-frame.ts'
import { permittedRoom } from './room-permission.ts'
import type { Wire } from './wire.ts'

export const mostInFlight = 8
const mostQueued = 32
const helloWithin: Millis = 10_000

/** Which paired device this is, and who had signed in on it when the socket opened. */
export type Identity = {
  readonly deviceId: DeviceId
  readonly kind: DeviceKind
  readonly staff?: SignedIn
}

export type SignedIn = { readonly sid: SessionId; readonly staffId: StaffId }

export type SessionParts = {
  readonly restaurant: OpenRestaurant
  readonly wire: Wire
  readonly identity: Identity
  readonly clock: Clock
  readonly timers: Timers
  /** Who wrote a command, by the session it was written in. A promise only when nobody has asked for it lately. */
  readonly asking: (written: Written) => Asking | Promise<Asking>
  readonly watch: SessionWatch
}

export type SessionWatch = {
  readonly refused: (code: string) => void
  readonly failed: (cause: unknown) => void
}

type Joined = { readonly clientId: ClientId; readonly room: Room; readonly stations: readonly StationId[] }

export class Session implements Reader {
  readonly turn: number
  readonly #parts: SessionParts
  /** Whoever is signed in on the device now: may come and go while the socket stays. */
  #staff: SignedIn | undefined
  #joined: Joined | undefined
  #outflow: Outflow | undefined
  #queue: string[] = []
  /** Something must be read before the next frame is looked at. */
  #blocked = false
  #closed = false
  readonly #deadline: Cancel
  #greeted = false
  #inFlight = 0

  constructor(parts: SessionParts) {
    this.#parts = parts
    this.turn = parts.restaurant.hub.nextTurn()
    this.#staff = parts.identity.staff
    this.#deadline = parts.timers.after(helloWithin, () => {
      if (!this.#greeted) this.close('hello-expected')
    })
  }

  get deviceId(): DeviceId {
    return this.#parts.identity.deviceId
  }

  get sid(): SessionId | undefined {
    return this.#staff?.sid
  }

  get staffId(): StaffId | undefined {
    return this.#staff?.staffId
  }

  /** A whole text frame has come. */
  receive(text: string): void {
    if (this.#closed) return
    this.#parts.restaurant.presence.heard(this.deviceId)
    if (!this.#blocked) {
      this.#take(text)
      return
    }
    if (this.#queue.length >= mostQueued) this.close('too-many-requests')
    else this.#queue.push(text)
  }

  /** The connection is gone, whoever ended it. What was handed on is decided all the same. */
  ended(): void {
    this.#closed = true
    this.#deadline()
    this.#leave()
    this.#parts.restaurant.presence.left(this.deviceId)
  }

  signedIn(staff: SignedIn | undefined): void {
    this.#staff = staff
    this.leaveIfNotPermitted()
  }

  leaveIfNotPermitted(): void {
    const room = this.#joined?.room
    if (room === undefined) return
    if (permittedRoom(room, this.#parts.identity.kind, this.#roles()) === undefined) this.close('not-signed-in')
  }

  wake(): void {
    this.#outflow?.pump()
  }

  tell(frame: Buffer): void {
    const { wire } = this.#parts
    if (!this.#closed && wire.bufferedAmount <= mostBuffered) wire.send(frame)
  }

  answeredElsewhere(cseq: number, outcome: Outcome, id: CommandId): void {
    this.#parts.wire.send(JSON.stringify(resOf(cseq, outcome, id)))
  }

  check(): void {
    if (this.#outflow?.isStuck() === true) this.close('too-slow')
  }

  close(code: ErrorCode, retryAfter?: Millis): void {
    if (this.#closed) return
    this.#parts.watch.refused(code)
    closeWith(this.#parts.wire, code, retryAfter)
    this.ended()
  }

  #leave(): void {
    this.#outflow?.stop()
    this.#outflow = undefined
    if (this.#joined !== undefined) this.#parts.restaurant.hub.leave(this.#joined.room, this.#joined.clientId, this)
    this.#joined = undefined
  }

  #take(text: string): void {
    const frame = readFrame(text)
    if (!frame.ok) {
      this.#parts.wire.send(JSON.stringify({ t: 'error', code: frame.error.code, details: frame.error.details }))
      this.close('frame-invalid')
      return
    }
    const read = frame.value
    if (read.t !== 'hello' && !this.#greeted) {
      this.close('hello-expected')
      return
    }
    switch (read.t) {
      case 'hello':
        this.#wait(this.#hello(read))
        break
      case 'cmd':
        this.#command(read)
        break
      case 'seen':
        this.#outflow?.seen(read.cursor)
        break
      case 'painted':
        this.#painted(read.seq)
        break
      case 'here':
        this.#here(read)
        break
      default:
        assertNever(read)
    }
  }

  /** Frames that come meanwhile stay in their order. */
  #wait(work: Promise<void>): void {
    this.#blocked = true
    work
      .catch((cause: unknown) => {
        this.#parts.watch.failed(cause)
        this.close('internal')
      })
      .finally(() => {
        this.#blocked = false
        while (!this.#blocked && !this.#closed) {
          const next = this.#queue.shift()
          if (next === undefined) break
          this.#take(next)
        }
      })
  }

  async #hello(hello: Hello): Promise<void> {
    const { restaurant, identity, wire, clock } = this.#parts
    this.#leave()
    const read = await restaurant.actor.lastCseq(hello.clientId)
    if (this.#closed) return
    // Asked now that it joins: it may have been cut off since the socket opened.
    if (restaurant.state().revoked.devices.includes(this.deviceId)) return this.close('access-revoked')
    const room = permittedRoom(hello.room, identity.kind, this.#roles())
    if (room === undefined) return this.close('wrong-room')
    // Asked again: what was committed since it was read is in the head that the welcome names. What is committed from here
    // on is answered to whoever claimed the client.
    const lastCseq = Math.max(read, restaurant.actor.tails.lastCseq(hello.clientId) ?? 0)
    const greeting = greet(hello, restaurant, room, lastCseq, clock.now())
    if (!restaurant.hub.claim(hello.clientId, this)) return
    wire.send(JSON.stringify(greeting.welcome))
    this.#greeted = true
    this.#joined = { clientId: hello.clientId, room, stations: this.#stationsOf(hello) }
    if (greeting.welcome.mode === 'upgrade') return this.close('wrong-protocol')
    const { hub } = restaurant
    hub.join(room, this)
    if (greeting.start === undefined) return
    const failed = (cause: unknown): void => {
      this.#parts.watch.failed(cause)
      this.close('internal')
    }
    this.#outflow = new Outflow({ wire, hub, clock, timers: this.#parts.timers, failed }, room, greeting.start)
    this.#outflow.pump()
  }

  /** A device that was paired for some stations speaks for no others, whatever it says. */
  #stationsOf({ stations = [] }: Hello): readonly StationId[] {
    const own = this.#parts.restaurant.actor.state.devices.get(this.deviceId)?.stationIds ?? []
    return own.length === 0 ? stations : stations.filter((stationId) => own.includes(stationId))
  }

  #roles(): readonly Role[] {
    if (this.#staff === undefined) return []
    const { state } = this.#parts.restaurant.actor
    const { sid, staffId } = this.#staff
    if (state.revoked.sessions.includes(sid) || state.revoked.staff.includes(staffId)) return []
    const person = state.catalog.people[staffId]
    return person?.active === true ? person.roles : []
  }

  #command(cmd: Cmd): void {
    if (this.#inFlight >= mostInFlight) {
      this.close('too-many-requests')
      return
    }
    const { writtenAt, sid = this.sid } = cmd
    const asking = this.#parts.asking({ deviceId: this.deviceId, sid, writtenAt })
    if (asking instanceof Promise) this.#wait(asking.then((found) => this.#submit(cmd, found)))
    else this.#submit(cmd, asking)
  }

  #submit(cmd: Cmd, asking: Asking): void {
    const { actor } = this.#parts.restaurant
    const clientId = this.#joined?.clientId
    if (clientId === undefined) return
    this.#inFlight += 1
    actor.submit({
      id: cmd.id,
      asked: readCommand(cmd),
      asking,
      client: { clientId, cseq: cmd.cseq },
      writtenAt: cmd.writtenAt,
      ...(cmd.approvalId === undefined ? {} : { approvalId: cmd.approvalId }),
      reply: (outcome) => this.#answer(cmd, clientId, outcome),
      prepared: {},
    })
  }

  /** To the socket that this client has by now, which may be another one: it hears the events as well, and the answer first. */
  #answer({ cseq, id }: Cmd, clientId: ClientId, outcome: Outcome): void {
    this.#inFlight -= 1
    const isOurs = this.#joined === undefined || this.#joined.clientId === clientId
    if (this.#closed || !isOurs) {
      // What was said of the numbers held for the other socket alone.
      if (outcome.kind === 'answered') {
        this.#parts.restaurant.hub.readerOf(clientId)?.answeredElsewhere(cseq, outcome, id)
      }
      return
    }
    if (outcome.kind === 'answered' && !outcome.answer.ok) this.#parts.watch.refused(outcome.answer.code)
    this.#parts.wire.send(JSON.stringify(resOf(cseq, outcome)))
  }

  #painted(seq: number): void {
    const { joined, outflow } = { joined: this.#joined, outflow: this.#outflow }
    if (joined === undefined || outflow === undefined || !isReplicaRoom(joined.room)) return
    // A screen cannot have painted what it was not sent.
    this.#parts.restaurant.receipts.painted(this.deviceId, joined.stations, Math.min(seq, outflow.sent))
  }

  #here({ tableId, draftLines = 0, unsent = 0 }: Here): void {
    const staffId = this.staffId
    this.#parts.restaurant.presence.said(this.deviceId, {
      ...(staffId === undefined ? {} : { staffId }),
      ...(tableId === undefined ? {} : { tableId }),
      draftLines,
      unsent,
    })
  }
}
