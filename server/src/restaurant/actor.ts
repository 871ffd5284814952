// One restaurant's only writer here. Invariants: nothing is answered or published before the log has it; what waits is
// decided in the order in which it came; an outcome that is not known stops the program (P-3); a log that cannot be
// written keeps everything waiting, unanswered, until it can (P-9).

import { type AppendOutcome, LogUnavailable } from '@comanda/db/log'
import type { Recorded } from '@comanda/shared/domain/events'
import { evolve } from '@comanda/shared/domain/evolve'
import type { State } from '@comanda/shared/domain/state'
import type { ClientId, CommandId } from '@comanda/shared/model/ids'
import type { Millis } from '@comanda/shared/ports/time'
import type { ActorParts } from './actor-parts.ts'
import { type Batch, decideBatch } from './batch.ts'
import { ClientTails } from './client-tails.ts'
import { prepareAll } from './prepare.ts'
import { isSame, type Outcome, typeOf, type Waiting } from './waiting.ts'

/** Decided together at most: bounds how long the sockets wait for the next look. */
const largestBatch = 128
const readAtOnce = 1_000
const firstRetry: Millis = 100
const longestRetry: Millis = 2_000

export type Committed = { readonly recorded: readonly Recorded[]; readonly before: State; readonly state: State }

export class Actor {
  readonly tails = new ClientTails()
  readonly #parts: ActorParts
  #state: State
  #waiting: Waiting[] = []
  #running = false
  #scheduled = false
  /** The highest head that anybody told of; our own appends are told of too. */
  #hinted = 0
  #halted = false
  /** False from the first failed write until one succeeds. */
  #writable = true
  #paused = false
  #retry: Millis = firstRetry
  readonly #listeners: ((committed: Committed) => void)[] = []
  /** Of the batch under way: a write that fails puts back only those that were not told. */
  readonly #answered = new Set<Waiting>()
  #idle: (() => void)[] = []

  constructor(parts: ActorParts, state: State) {
    this.#parts = parts
    this.#state = state
  }

  get state(): State {
    return this.#state
  }

  get head(): number {
    return this.#state.seq
  }

  get waiting(): number {
    return this.#waiting.length
  }

  get writable(): boolean {
    return this.#writable && !this.#halted
  }

  /** Heard after the answers are out, in the order of the log. */
  onCommitted(listener: (committed: Committed) => void): void {
    this.#listeners.push(listener)
  }

  submit(waiting: Waiting): void {
    if (this.#halted) return
    // A device that comes again while nothing can be written must not wait twice.
    const same = this.#writable ? -1 : this.#waiting.findIndex((one) => isSame(one, waiting))
    const before = this.#waiting[same]
    if (before === undefined) this.#waiting.push(waiting)
    // An approval is used up by the first reading, so what was read stays with the command.
    else this.#waiting[same] = { ...waiting, prepared: before.prepared }
    this.#wake()
  }

  /** Somebody else may have written: read what is new. */
  hint(head: number): void {
    this.#hinted = Math.max(this.#hinted, head)
    if (this.#behind && !this.#running) this.#wake()
  }

  async lastCseq(clientId: ClientId): Promise<number> {
    const known = this.tails.lastCseq(clientId)
    // Another program may have answered this device meanwhile.
    if (known !== undefined && !this.#parts.shared) return known
    const tail = await this.#parts.log.readClient(this.#parts.restaurantId, clientId)
    this.tails.learn(tail)
    return this.tails.lastCseq(clientId) ?? tail.lastCseq
  }

  /** Finishes the commit that is on its way; what waits stays unanswered and comes again to the next program. */
  async stop(): Promise<void> {
    this.#halted = true
    if (this.#running) await new Promise<void>((resolve) => this.#idle.push(resolve))
    this.#waiting = []
  }

  #wake(): void {
    if (this.#scheduled || this.#running || this.#halted || this.#paused) return
    this.#scheduled = true
    this.#parts.soon(() => {
      this.#scheduled = false
      void this.#run()
    })
  }

  async #run(): Promise<void> {
    if (this.#running || this.#halted) return
    this.#running = true
    const batch = this.#take()
    try {
      if (this.#behind) await this.#catchUp()
      if (batch.length > 0) await this.#commit(batch)
    } catch (cause) {
      this.#waiting.unshift(...batch.filter((one) => !this.#answered.has(one)))
      if (cause instanceof LogUnavailable) this.#backOff(cause)
      else this.#fail(cause)
    }
    this.#answered.clear()
    this.#running = false
    for (const resolve of this.#idle.splice(0)) resolve()
    if (this.#waiting.length > 0 || this.#behind) this.#wake()
  }

  get #behind(): boolean {
    return this.#hinted > this.head
  }

  /** A day is closed by figures of the moment before it, so nothing may stand beside it. */
  #take(): readonly Waiting[] {
    const most = this.#waiting.slice(0, largestBatch)
    const closing = most.findIndex((one) => typeOf(one) === 'day.close')
    return this.#waiting.splice(0, closing === -1 ? largestBatch : Math.max(1, closing))
  }

  async #commit(batch: readonly Waiting[]): Promise<void> {
    let waiting = batch
    for (;;) {
      const reads = prepareAll(this.#state, waiting, { ...this.#parts, tails: this.tails })
      if (reads !== undefined) await reads
      const decided = decideBatch(this.#state, waiting, {
        now: this.#parts.clock.now(),
        tails: this.tails,
        businessDate: this.#parts.businessDate,
        onBug: this.#parts.watch.bug,
      })
      if (decided.decided.length === 0) return this.#finish(decided, undefined)
      const started = this.#parts.clock.monotonic()
      const entries = decided.decided.map(({ entry }) => entry)
      const outcome = await this.#parts.log.append(this.#parts.restaurantId, entries, this.#state.seq)
      switch (outcome.kind) {
        case 'committed':
          return this.#finish(decided, this.#parts.clock.monotonic() - started)
        case 'conflict':
          await this.#catchUp()
          break
        case 'duplicate':
          waiting = await this.#learnDuplicates(waiting, outcome)
      }
      if (this.#halted) return
    }
  }

  /** The answers first, then everybody hears the events. */
  #finish(batch: Batch, took: Millis | undefined): void {
    const before = this.#state
    this.#state = batch.state
    for (const { waiting, entry } of batch.decided) {
      const { client, id } = waiting
      if (client !== undefined) this.tails.committed(client.clientId, client.cseq, id, entry.answer)
      this.#answer(waiting, { kind: 'answered', answer: entry.answer })
    }
    for (const { waiting, outcome } of batch.told) this.#answer(waiting, outcome)
    this.#waiting.unshift(...batch.later)
    const recorded = batch.decided.flatMap(({ entry }) => entry.recorded)
    if (recorded.length === 0) return
    this.#writable = true
    this.#retry = firstRetry
    this.#parts.watch.committed(batch.decided.length, recorded.length, took ?? 0)
    this.#publish(recorded, before)
  }

  #answer(waiting: Waiting, outcome: Outcome): void {
    this.#answered.add(waiting)
    waiting.reply(outcome)
  }

  #publish(recorded: readonly Recorded[], before: State): void {
    for (const listener of this.#listeners) listener({ recorded, before, state: this.#state })
  }

  async #catchUp(): Promise<void> {
    for (;;) {
      const recorded = await this.#parts.log.readAfter(this.#parts.restaurantId, this.head, readAtOnce)
      if (recorded.length === 0) break
      this.tails.forgetAll()
      const before = this.#state
      for (const one of recorded) this.#state = evolve(this.#state, one)
      this.#publish(recorded, before)
    }
    this.#hinted = this.head
  }

  /** A command that is stored already has its answer: it is told, or recorded as told again to another clientId. */
  async #learnDuplicates(
    waiting: readonly Waiting[],
    { commandIds }: Extract<AppendOutcome, { kind: 'duplicate' }>,
  ): Promise<readonly Waiting[]> {
    const stored = new Set<CommandId>(commandIds)
    if (!waiting.some(({ id }) => stored.has(id))) throw new Error('the log names a duplicate that was not sent')
    const { log, restaurantId } = this.#parts
    const left: Waiting[] = []
    for (const one of waiting) {
      if (!stored.has(one.id)) {
        left.push(one)
        continue
      }
      const answered = await log.readAnswer(restaurantId, { commandId: one.id })
      if (one.client !== undefined) {
        this.tails.forget(one.client.clientId)
        if (answered !== undefined) one.prepared.again = answered.answer
        left.push(one)
      } else if (answered !== undefined) this.#answer(one, { kind: 'answered', answer: answered.answer })
    }
    return left
  }

  #backOff(cause: unknown): void {
    this.#writable = false
    this.#paused = true
    this.#parts.watch.unavailable(cause)
    this.#parts.timers.after(this.#retry, () => {
      this.#paused = false
      this.#wake()
    })
    this.#retry = Math.min(this.#retry * 2, longestRetry)
  }

  #fail(cause: unknown): void {
    this.#halted = true
    this.#waiting = []
    this.#parts.failStop(cause)
  }
}
