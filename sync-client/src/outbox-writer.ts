// Puts the outbox's changes on the disk, one write at a time: what comes up during a write goes into the next one together.
// The numbers are given here, in the write itself, so a number exists exactly when its command is stored.
import type { ClientId, CommandId, LogId } from '@comanda/shared/model/ids'
import { type Entry, toStored } from './outbox-entry.ts'
import type { OutboxHead, OutboxStore, StoredCommand } from './outbox-store.ts'

export type Rebirth = {
  clientId: ClientId
  logId: LogId
  /** Asked when the write is made: the unanswered, in order. */
  waiting(): Entry[]
  /** Answered by a log that is no more. */
  lost: readonly Entry[]
}

type Waiter<Request> = { request: Request; resolve(): void; reject(error: unknown): void }

type Ears = {
  /** Everything that should be stored by now. */
  all(): Iterable<Entry>
  saved(): void
  notSaved(entries: readonly Entry[], error: unknown): void
}

/** A write that is being put together: what is stored, and what is true in memory once it is. */
type Draft = {
  head: OutboxHead
  put: Map<CommandId, StoredCommand>
  remove: Set<CommandId>
  afterwards: (() => void)[]
}

export class OutboxWriter {
  fault: unknown = undefined
  readonly #store: OutboxStore
  readonly #ears: Ears
  #head: OutboxHead
  #saving: Entry[] = []
  /** What changed since it was last stored; undefined: to be removed. */
  #touched = new Map<CommandId, Entry | undefined>()
  #newLog: Waiter<LogId> | undefined
  #rebirth: Waiter<Rebirth> | undefined
  /** The last write failed, and a failure does not prove that nothing of it was stored. */
  #isInDoubt = false
  #isRunning = false
  #run: Promise<void> = Promise.resolve()

  constructor(store: OutboxStore, head: OutboxHead, ears: Ears) {
    this.#store = store
    this.#head = head
    this.#ears = ears
  }

  get head(): OutboxHead {
    return this.#head
  }

  save(entry: Entry): void {
    this.#saving.push(entry)
    this.#kick()
  }

  update(entry: Entry): void {
    this.#touched.set(entry.written.id, entry)
    this.#kick()
  }

  remove(id: CommandId): void {
    this.#touched.set(id, undefined)
    this.#kick()
  }

  setLog(logId: LogId): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    this.#newLog = { request: logId, resolve, reject }
    this.#kick()
    return promise
  }

  rebirth(request: Rebirth): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    this.#rebirth = { request, resolve, reject }
    this.#kick()
    return promise
  }

  async settled(): Promise<void> {
    while (this.#isRunning) await this.#run
  }

  #kick(): void {
    if (this.#isRunning) return
    this.#isRunning = true
    this.#run = this.#writeAll()
  }

  async #writeAll(): Promise<void> {
    // lets everything that one tap or one frame changes go into one write
    await Promise.resolve()
    while (this.#hasWork()) {
      const stored = await this.#writeOnce()
      // what can wait is tried again with the next change; what somebody waits for is told now
      if (!stored && !this.#isAwaited()) break
    }
    // in the same breath as the last look at the work: whatever comes after it starts a new run
    this.#isRunning = false
  }

  #isAwaited(): boolean {
    return this.#newLog !== undefined || this.#rebirth !== undefined || this.#saving.length > 0
  }

  #hasWork(): boolean {
    return this.#isAwaited() || this.#touched.size > 0
  }

  async #writeOnce(): Promise<boolean> {
    const saving = this.#saving
    const touched = this.#touched
    const newLog = this.#newLog
    const rebirth = this.#rebirth
    this.#saving = []
    this.#touched = new Map()
    this.#newLog = undefined
    this.#rebirth = undefined
    let draft: Draft
    try {
      if (this.#isInDoubt) await this.#lookUp(touched)
      draft = this.#draft(saving, touched, newLog?.request, rebirth?.request)
      const { head, put, remove } = draft
      await this.#store.write({ head, put: [...put.values()], remove: [...remove] })
    } catch (error) {
      this.fault = error
      this.#isInDoubt = true
      for (const [id, entry] of touched) if (!this.#touched.has(id)) this.#touched.set(id, entry)
      for (const waiter of [newLog, rebirth]) waiter?.reject(error)
      this.#ears.notSaved(saving, error)
      return false
    }
    this.fault = undefined
    this.#head = draft.head
    for (const act of draft.afterwards) act()
    for (const waiter of [newLog, rebirth]) waiter?.resolve()
    this.#ears.saved()
    return true
  }

  /** What was told to have failed must not come back at the next start: memory is right, the store follows it. */
  async #lookUp(touched: Map<CommandId, Entry | undefined>): Promise<void> {
    const stored = await this.#store.load()
    if (stored !== undefined && stored.head.revision !== this.#head.revision) {
      for (const { written } of stored.commands) if (!touched.has(written.id)) touched.set(written.id, undefined)
      for (const entry of this.#ears.all()) if (entry.saved) touched.set(entry.written.id, entry)
      this.#head = { ...this.#head, revision: stored.head.revision }
    }
    this.#isInDoubt = false
  }

  #draft(
    saving: readonly Entry[],
    touched: ReadonlyMap<CommandId, Entry | undefined>,
    newLog: LogId | undefined,
    rebirth: Rebirth | undefined,
  ): Draft {
    const head = { ...this.#head, revision: this.#head.revision + 1 }
    const draft: Draft = { head, put: new Map(), remove: new Set(), afterwards: [] }
    for (const [id, entry] of touched) {
      if (entry === undefined) draft.remove.add(id)
      else draft.put.set(id, toStored(entry))
    }
    if (newLog !== undefined) head.logId = newLog
    if (rebirth !== undefined) beBornAgain(draft, rebirth)
    for (const entry of saving) giveNumber(draft, entry)
    return draft
  }
}

function giveNumber(draft: Draft, entry: Entry): void {
  draft.head.lastCseq += 1
  const cseq = draft.head.lastCseq
  draft.put.set(entry.written.id, { ...toStored(entry), cseq })
  draft.remove.delete(entry.written.id)
  draft.afterwards.push(() => {
    entry.cseq = cseq
    entry.saved = true
    delete entry.before
  })
}

function beBornAgain(draft: Draft, { clientId, logId, waiting, lost }: Rebirth): void {
  draft.head.clientId = clientId
  draft.head.logId = logId
  draft.head.lastCseq = 0
  for (const entry of waiting()) if (entry.saved) giveNumber(draft, entry)
  for (const entry of lost) {
    if (entry.fate.kind !== 'done') continue
    const fate = { kind: 'missing', seq: entry.fate.seq } as const
    draft.put.set(entry.written.id, { ...toStored(entry), fate })
    draft.afterwards.push(() => {
      entry.fate = fate
    })
  }
}
