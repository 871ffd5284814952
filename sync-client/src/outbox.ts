// The commands of this device, from the tap to the answer and past it. Invariants:
//   - nothing is sendable before the write that gave it its cseq has resolved;
//   - cseq runs 1, 2, 3... under a clientId in the order in which commands were given;
//   - an id is in here once; an answered command stays until a backup has it, a refused one until a person dismisses it.
import type { CommandId, LogId } from '@comanda/shared/model/ids'
import type { RandomBytes } from '@comanda/shared/ports/random'
import type { Res } from '@comanda/shared/protocol/down'
import { AnsweredCommands } from './outbox-answered.ts'
import { type Entry, loadedEntry, newEntry, type Outcome, Outcomes } from './outbox-entry.ts'
import type { OutboxHead, OutboxStore, Written } from './outbox-store.ts'
import { OutboxWriter } from './outbox-writer.ts'
import { newClientId } from './random-id.ts'

export type OutboxParts = {
  store: OutboxStore
  random: RandomBytes
  /** How many answered commands are kept for a restore when no backup is ever made. The oldest go first. */
  keepAtMost?: number
  onChange(): void
}

const keepByDefault = 10_000

export class Outbox {
  /** Rises with every change that a person could see. */
  version = 0
  readonly #parts: OutboxParts
  readonly #writer: OutboxWriter
  readonly #outcomes = new Outcomes()
  /** Waiting, refused and missing ones, in the order they were given. */
  readonly #open = new Map<CommandId, Entry>()
  readonly #answered: AnsweredCommands

  private constructor(parts: OutboxParts, head: OutboxHead) {
    this.#parts = parts
    this.#answered = new AnsweredCommands(parts.keepAtMost ?? keepByDefault)
    this.#writer = new OutboxWriter(parts.store, head, {
      all: () => [...this.#answered.kept(), ...this.#open.values()],
      saved: () => this.#changed(),
      notSaved: (entries, error) => this.#takeBack(entries, error),
    })
  }

  static async open(parts: OutboxParts): Promise<Outbox> {
    const contents = await parts.store.load()
    const born: OutboxHead = { revision: 0, clientId: newClientId(parts.random), logId: null, lastCseq: 0 }
    const outbox = new Outbox(parts, contents?.head ?? born)
    for (const stored of contents?.commands ?? []) {
      if (stored.fate.kind === 'done') outbox.#answered.add(loadedEntry(stored))
      else outbox.#open.set(stored.written.id, loadedEntry(stored))
    }
    return outbox
  }

  get head(): OutboxHead {
    return this.#writer.head
  }

  /** Why the last write failed; undefined while the storage is well. */
  get fault(): unknown {
    return this.#writer.fault
  }

  /** Takes a command in. Under an id that is here already it is the same command, whatever it says. */
  add(written: Written): Promise<Outcome> {
    const done = this.#answered.get(written.id)
    if (done?.fate.kind === 'done') return Promise.resolve(done.fate)
    const here = this.#open.get(written.id)
    if (here?.fate.kind === 'refused') return Promise.resolve(here.fate)
    const outcome = this.#outcomes.of(written.id)
    if (here === undefined) this.#take(newEntry(written))
    return outcome
  }

  /** Sends a missing command again after a restore, under its old id, as it was or as a person changed it. */
  again(id: CommandId, args?: Written['args']): Promise<Outcome> | undefined {
    const entry = this.#open.get(id)
    if (entry?.fate.kind !== 'missing') return undefined
    this.#open.delete(id)
    const written = args === undefined ? entry.written : { ...entry.written, args }
    const outcome = this.#outcomes.of(id)
    this.#take({ ...newEntry(written), before: { written: entry.written, cseq: entry.cseq, fate: entry.fate } })
    return outcome
  }

  /** Changes what a waiting command says while it is not on the wire: "the kitchen was told" (ORD-18). */
  amend(id: CommandId, args: Written['args']): boolean {
    const entry = this.#open.get(id)
    if (entry === undefined || !entry.saved || entry.sent || entry.fate.kind !== 'waiting') return false
    entry.written = { ...entry.written, args }
    this.#writer.update(entry)
    this.#changed()
    return true
  }

  /** A person has read that it was refused, or decided that a missing one stays away. */
  dismiss(id: CommandId): boolean {
    const entry = this.#open.get(id)
    if (entry === undefined || entry.fate.kind === 'waiting') return false
    this.#open.delete(id)
    this.#writer.remove(id)
    this.#changed()
    return true
  }

  get(id: CommandId): Entry | undefined {
    return this.#open.get(id) ?? this.#answered.get(id)
  }

  /** Not yet answered, refused and missing ones, in order. */
  entries(): Iterable<Entry> {
    return this.#open.values()
  }

  unanswered(): Entry[] {
    return [...this.#open.values()].filter((entry) => entry.fate.kind === 'waiting')
  }

  /** What the confirmed state does not show yet: to be decided on top of it, in this order. */
  pending(): Entry[] {
    const { confirmedSeq } = this.#answered
    const undecided = this.unanswered().filter(({ decidedBy = Number.POSITIVE_INFINITY }) => decidedBy > confirmedSeq)
    return [...this.#answered.unseen(), ...undecided]
  }

  /** What a restore would need. */
  kept(): Entry[] {
    return this.#answered.kept()
  }

  /** The next ones to put on the socket, at most so many in flight. */
  sendable(inFlight: number): Entry[] {
    const next: Entry[] = []
    let flying = 0
    for (const entry of this.#open.values()) {
      if (entry.fate.kind !== 'waiting') continue
      if (!entry.saved || flying >= inFlight) break
      flying += 1
      if (!entry.sent) next.push(entry)
    }
    return next
  }

  markSent(entries: readonly Entry[]): void {
    for (const entry of entries) entry.sent = true
    this.#changed()
  }

  /** The socket is gone: whether they arrived is not known, so they wait again. */
  forgetSent(): void {
    for (const entry of this.#open.values()) entry.sent = false
    this.#changed()
  }

  /** The final answer. One for a cseq that does not wait is a repetition; one for another command under it is a fork. */
  answered(res: Res): 'taken' | 'forked' {
    const entry = this.#unansweredAt(res.cseq)
    if (entry === undefined) return 'taken'
    if (res.id !== undefined && res.id !== entry.written.id) return 'forked'
    entry.sent = false
    if (res.ok) this.#acknowledge(entry, res.seq, res.returned)
    else this.#refuse(entry, res)
    this.#changed()
    return 'taken'
  }

  /** A backup holds everything up to here (P-13). */
  backedUp(seq: number): void {
    for (const id of this.#answered.backedUp(seq)) this.#writer.remove(id)
  }

  /** A welcome tells that the server has decided everything up to a number: what it did is in the log up to its head. */
  decided(lastCseq: number, head: number): void {
    for (const entry of this.unanswered()) if (entry.saved && entry.cseq <= lastCseq) entry.decidedBy ??= head
  }

  /** From this number on it was other commands that the server decided: these show until they are answered themselves. */
  undecided(from: number): void {
    for (const entry of this.unanswered()) if (entry.cseq >= from) delete entry.decidedBy
  }

  /** The confirmed state has come this far: what was answered up to here shows by itself. */
  confirmed(seq: number): void {
    this.#answered.confirmed(seq)
  }

  /** The first log this clientId talks to. Resolves when that is stored. */
  adopt(logId: LogId): Promise<void> {
    return this.#writer.setLog(logId)
  }

  /**
   * Starts again under a new clientId: the unanswered keep their ids and order and get new numbers. For another log than
   * before, what was answered by the old one and is in no backup becomes missing, for a person to decide on.
   */
  async rebirth(logId: LogId): Promise<void> {
    const otherLog = this.head.logId !== null && this.head.logId !== logId
    const lost = otherLog ? this.#answered.kept() : []
    const clientId = newClientId(this.#parts.random)
    await this.#writer.rebirth({ clientId, logId, waiting: () => this.unanswered(), lost })
    if (otherLog) this.#answered.clear()
    if (otherLog) for (const entry of this.unanswered()) delete entry.decidedBy
    for (const entry of lost) this.#open.set(entry.written.id, entry)
    this.#changed()
  }

  /** Resolves when everything given so far was written, or failed to be. */
  settled(): Promise<void> {
    return this.#writer.settled()
  }

  async close(): Promise<void> {
    await this.#writer.settled()
    await this.#parts.store.close()
  }

  #take(entry: Entry): void {
    this.#open.set(entry.written.id, entry)
    this.#writer.save(entry)
    this.#changed()
  }

  #acknowledge(entry: Entry, seq: number, returned: unknown): void {
    const { id } = entry.written
    entry.fate = { kind: 'done', seq }
    this.#open.delete(id)
    this.#writer.update(entry)
    for (const oldest of this.#answered.add(entry)) this.#writer.remove(oldest)
    this.#outcomes.settle(id, returned === undefined ? { kind: 'done', seq } : { kind: 'done', seq, returned })
  }

  #refuse(entry: Entry, { code, details, seq }: Extract<Res, { ok: false }>): void {
    const told = { ...(details === undefined ? {} : { details }), ...(seq === undefined ? {} : { seq }) }
    entry.fate = { kind: 'refused', code, ...told }
    this.#writer.update(entry)
    this.#outcomes.settle(entry.written.id, entry.fate)
  }

  #unansweredAt(cseq: number): Entry | undefined {
    for (const entry of this.#open.values()) {
      if (entry.cseq === cseq && entry.saved && entry.fate.kind === 'waiting') return entry
    }
    return undefined
  }

  /** These could not be stored: they were never taken. */
  #takeBack(entries: readonly Entry[], error: unknown): void {
    for (const entry of entries) {
      const { id } = entry.written
      if (entry.before === undefined) this.#open.delete(id)
      else this.#open.set(id, { ...loadedEntry(entry.before), sent: false })
      this.#outcomes.settle(id, { kind: 'unsaved', error })
    }
    this.#changed()
  }

  #changed(): void {
    this.version += 1
    this.#parts.onChange()
  }
}
