// One device's talk with the server, over however many sockets: hello, what is resumed or replaced, heartbeats, receipts.
// What is shown counts as fresh only while everything that the server is known to have is here.
import { assertNever } from '@comanda/shared/domain/decision'
import type { Room } from '@comanda/shared/domain/rooms'
import type { StationId } from '@comanda/shared/model/ids'
import type { Approvals, DownFrame, Hb, Presence, Welcome } from '@comanda/shared/protocol/down'
import type { Here } from '@comanda/shared/protocol/up'
import { protocolVersion } from '@comanda/shared/protocol/version'
import { type ConnectionState, isWelcomed } from './connection.ts'
import { largestUpFrame } from './frames.ts'
import type { FreshnessWatch } from './freshness-watch.ts'
import type { Link } from './link.ts'
import { fitOf, type Ordering } from './ordering.ts'
import type { Outbox } from './outbox.ts'
import type { Receipts } from './receipts.ts'
import type { Applied, Replica } from './replica.ts'
import type { ServerTime } from './server-time.ts'

export type SessionParts = {
  room: Room
  stations: readonly StationId[]
  build: string
  domain: string
  serverTime: ServerTime
  watch: FreshnessWatch
  link: Link
  outbox: Outbox
  ordering: Ordering
  receipts: Receipts
  replica: Replica
  /** Something that a person could see has changed. */
  onChange(): void
}

export class Session {
  presence: Presence['people'] = []
  /** What waits for a manager's yes. */
  approvals: Approvals['open'] = []
  /** What the server complained about last on this connection. */
  complaint: string | undefined
  frameLimit = largestUpFrame
  readonly #parts: SessionParts
  /** The newest seq that the server is known to have. */
  #head = 0
  #awaitsSnapshot = false
  #here: Omit<Here, 't' | 'unsent'> = {}
  #toldUnsent = 0

  constructor(parts: SessionParts) {
    this.#parts = parts
  }

  sayHello(): void {
    const { build, domain, room, stations, outbox, ordering, replica, link } = this.#parts
    // after the renumbering there is a new socket in any case
    if (ordering.isRenumbering) return
    const cursor = replica.cursor
    link.send({
      t: 'hello',
      proto: protocolVersion,
      build,
      domain,
      clientId: outbox.head.clientId,
      room,
      ...(stations.length === 0 ? {} : { stations: [...stations] }),
      ...(cursor === undefined ? {} : { logId: cursor.logId, cursor: cursor.seq }),
    })
  }

  hear(frame: DownFrame): void {
    // answers to the old numbers would be taken for answers to the new
    if (this.#parts.ordering.isRenumbering) return
    this.#take(frame)
    if (this.#isUpToDate()) this.#parts.watch.isFresh()
    this.#parts.onChange()
  }

  moved(state: ConnectionState, before: ConnectionState): void {
    if (isWelcomed(before) && !isWelcomed(state)) {
      this.#parts.ordering.stop()
      this.#parts.receipts.disconnected()
    }
    if (before.at === 'idle') this.#parts.watch.begun()
    this.#parts.onChange()
  }

  sayHere(here: Omit<Here, 't' | 'unsent'>): void {
    this.#here = here
    if (isWelcomed(this.#parts.link.state)) this.#tellHere()
  }

  #take(frame: DownFrame): void {
    switch (frame.t) {
      case 'welcome':
        this.#welcomed(frame)
        break
      case 'snap':
        this.#took(this.#parts.replica.takePart(frame))
        break
      case 'ev':
        this.#head = Math.max(this.#head, frame.to)
        this.#took(this.#parts.replica.takeEvents(frame))
        break
      case 'view':
        break
      case 'res':
        this.#parts.ordering.answered(frame)
        // the front watches what tablets hold back: it is told when that is over
        if (this.#toldUnsent > 0 && this.#unsent() === 0) this.#tellHere()
        break
      case 'hb':
        this.#beat(frame)
        break
      case 'presence':
        this.presence = frame.people
        break
      case 'approvals':
        this.approvals = frame.open
        break
      case 'error':
        this.complaint = frame.code
        if (frame.code === 'forked' || frame.code === 'gap') this.#parts.ordering.disputed(frame.code)
        break
      default:
        assertNever(frame)
    }
  }

  #welcomed(welcome: Welcome): void {
    const { link, serverTime, receipts, ordering } = this.#parts
    if (link.state.at !== 'greeting') return
    serverTime.heard(welcome.now)
    this.complaint = undefined
    this.frameLimit = welcome.limits.frameBytes ?? largestUpFrame
    this.#head = welcome.head
    if (welcome.mode !== 'upgrade' && !this.#fits(welcome)) return
    if (!this.#canFollow(welcome)) {
      link.tell({ kind: 'out-of-step' })
      return
    }
    link.tell({ kind: 'welcomed', mode: welcome.mode, head: welcome.head })
    if (welcome.mode === 'upgrade') return
    receipts.connected()
    this.approvals = []
    if (Object.keys(this.#here).length > 0 || this.#unsent() > 0) this.#tellHere()
    this.#checkCaughtUp()
    this.#parts.outbox.decided(welcome.lastCseq, welcome.head)
    ordering.start(welcome)
  }

  #fits(welcome: Welcome): boolean {
    const { outbox, ordering, replica, receipts } = this.#parts
    const fit = fitOf(outbox, welcome)
    if (fit === 'fits') return true
    if (fit === 'other-log') {
      replica.forgetCursor()
      receipts.startOver()
    } else {
      // under numbers of this very log the server has decided them, whatever became of the answers here
      outbox.decided(welcome.lastCseq, welcome.head)
    }
    ordering.renumber(welcome.logId)
    return false
  }

  #canFollow(welcome: Welcome): boolean {
    const { replica } = this.#parts
    if (welcome.mode === 'drain' || welcome.mode === 'upgrade') return true
    this.#awaitsSnapshot = welcome.mode === 'snapshot'
    const fate = replica.welcomed(welcome)
    if (fate === 'broken') replica.forgetCursor()
    return fate !== 'broken'
  }

  #took(fate: Applied): void {
    const { replica, receipts, outbox, link } = this.#parts
    if (fate === 'broken') replica.forgetCursor()
    if (fate === 'broken' || fate === 'gap') link.tell({ kind: 'out-of-step', slowly: fate === 'broken' })
    if (fate !== 'applied' || replica.confirmed === undefined) return
    this.#awaitsSnapshot = false
    outbox.confirmed(replica.confirmed.seq)
    receipts.took(replica.confirmed.seq)
    this.#checkCaughtUp()
  }

  #checkCaughtUp(): void {
    const { link, replica } = this.#parts
    if (link.state.at !== 'catching-up' || this.#awaitsSnapshot) return
    if ((replica.confirmed?.seq ?? -1) >= link.state.head) link.tell({ kind: 'caught-up' })
  }

  #isUpToDate(): boolean {
    const { link, replica } = this.#parts
    if (link.state.at !== 'live') return false
    return (replica.confirmed?.seq ?? -1) >= this.#head
  }

  #beat({ head, now, backedUpSeq }: Hb): void {
    this.#head = Math.max(this.#head, head)
    this.#parts.serverTime.heard(now)
    this.#parts.outbox.backedUp(backedUpSeq)
  }

  #unsent(): number {
    return this.#parts.outbox.unanswered().length
  }

  #tellHere(): void {
    this.#toldUnsent = this.#unsent()
    this.#parts.link.send({ t: 'here', ...this.#here, unsent: this.#toldUnsent })
  }
}
