// When commands may go out, and under which numbers. Only after a welcome has shown that this clientId's numbers and the
// server's belong together; where they do not, the unanswered get a new clientId and new numbers, and keep their ids.
import type { LogId } from '@comanda/shared/model/ids'
import type { Res, Welcome } from '@comanda/shared/protocol/down'
import type { Cmd } from '@comanda/shared/protocol/up'
import { isWelcomed } from './connection.ts'
import type { Link } from './link.ts'
import type { Outbox } from './outbox.ts'
import type { Entry } from './outbox-entry.ts'

const inFlightUntilTold = 8

/** fits: order on. renumber: this log, but not these numbers. other-log: nothing known of the old one holds. */
export type Fit = 'fits' | 'renumber' | 'other-log'

export function fitOf(outbox: Outbox, { logId, lastCseq }: Pick<Welcome, 'logId' | 'lastCseq'>): Fit {
  if (outbox.head.logId !== null && outbox.head.logId !== logId) return 'other-log'
  // beyond what was ever given here: this storage is older than itself
  if (lastCseq > outbox.head.lastCseq) return 'renumber'
  const next = outbox.unanswered().find(({ saved }) => saved)?.cseq ?? outbox.head.lastCseq + 1
  // behind what is still here: a hole that nobody can fill
  return outbox.head.logId === logId && next > lastCseq + 1 ? 'renumber' : 'fits'
}

export class Ordering {
  readonly #outbox: Outbox
  readonly #link: Link
  #inFlight = inFlightUntilTold
  #open = false
  #pumping = false
  #rebirth: Promise<void> | undefined

  constructor(outbox: Outbox, link: Link) {
    this.#outbox = outbox
    this.#link = link
  }

  /** While it runs nothing that was numbered before may be said or heard; a new connection follows. */
  get isRenumbering(): boolean {
    return this.#rebirth !== undefined
  }

  start({ logId, limits }: Welcome): void {
    this.#inFlight = limits.inFlight ?? inFlightUntilTold
    if (this.#outbox.head.logId === logId) {
      this.#open = true
      this.pump()
      return
    }
    // which log the numbers belong to must be on the disk before the first of them is used
    this.#outbox.adopt(logId).then(
      () => {
        this.#open = isWelcomed(this.#link.state) && !this.isRenumbering
        this.pump()
      },
      () => this.#link.tell({ kind: 'out-of-step', slowly: true }),
    )
  }

  stop(): void {
    this.#open = false
    this.#outbox.forgetSent()
  }

  /** Puts on the socket what may go, in order. */
  pump(): void {
    if (!this.#open || this.#pumping) return
    this.#pumping = true
    for (let next = this.#next(); next.length > 0; next = this.#next()) {
      this.#outbox.markSent(next)
      for (const entry of next) this.#link.send(commandFrame(entry))
    }
    this.#pumping = false
    const isDrained = this.#link.state.at === 'draining' && this.#outbox.unanswered().length === 0
    if (isDrained) this.#link.tell({ kind: 'drained' })
  }

  answered(res: Res): void {
    if (!res.ok && res.code === 'gap') {
      this.disputed('gap')
      return
    }
    const forked = !res.ok && res.code === 'forked'
    if (forked || this.#outbox.answered(res) === 'forked') {
      this.#outbox.undecided(res.cseq)
      this.disputed('forked')
      return
    }
    this.pump()
  }

  /** The server does not follow the numbers. */
  disputed(code: 'forked' | 'gap'): void {
    // another command has this number: the numbers are not ours alone
    if (code === 'forked' && this.#outbox.head.logId !== null) this.renumber(this.#outbox.head.logId)
    // the next welcome says whether the hole can be filled
    else this.#link.tell({ kind: 'out-of-step' })
  }

  renumber(logId: LogId): void {
    if (this.isRenumbering) return
    this.#open = false
    const failed = this.#outbox.rebirth(logId).then(
      () => false,
      () => true,
    )
    this.#rebirth = failed.then((slowly) => {
      this.#rebirth = undefined
      this.#link.tell({ kind: 'out-of-step', slowly })
    })
  }

  #next(): Entry[] {
    return this.#open ? this.#outbox.sendable(this.#inFlight) : []
  }
}

function commandFrame({ written, cseq }: Entry): Cmd {
  const { id, type, args, seenSeq, writtenAt, author, approvalId } = written
  return {
    t: 'cmd',
    cseq,
    id,
    ...(author?.sid === undefined ? {} : { sid: author.sid }),
    type,
    args: { ...args },
    seenSeq,
    writtenAt,
    ...(approvalId === undefined ? {} : { approvalId }),
  }
}
