// One restaurant's only writer here. Invariants: nothing is answered or published before the log has it; what waits is
// decided in the order in which it came; an outcome that is not known stops the program (P-3); a log that cannot be
// written keeps everything waiting, unanswered, until it can (P-9).
// While the log writes one batch, the next is decided on the state that the first will have made. It is handed over only
// when that one is durable; when it is not, all of both is decided again.

import { LogUnavailable } from '@comanda/db/log'
import type { Recorded } from '@comanda/shared/domain/events'
import { evolve } from '@comanda/shared/domain/evolve'
import type { State } from '@comanda/shared/domain/state'
import type { ClientId, CommandId } from '@comanda/shared/model/ids'
import type { Millis } from '@comanda/shared/ports/time'
import type { ActorParts } from './actor-parts.ts'
import { ActorPipeline } from './actor-pipeline.ts'
import { ActorQueue } from './actor-queue.ts'
import type { Stage } from './actor-stage.ts'
import { decideBatch } from './batch.ts'
import { ClientTails } from './client-tails.ts'
import { learnDuplicates } from './duplicates.ts'
import { needsReading, prepareAll } from './prepare.ts'
import type { Waiting } from './waiting.ts'

/** Written together at most: bounds how long the sockets wait for the next look. */
const largestBatch = 128
const readAtOnce = 1_000
const firstRetry: Millis = 100
const longestRetry: Millis = 2_000

export type Committed = { readonly recorded: readonly Recorded[]; readonly before: State; readonly state: State }

export class Actor {
  readonly tails = new ClientTails()
  readonly #parts: ActorParts
  /** What is durable: all that anybody is told. */
  #state: State
  readonly #queue = new ActorQueue()
  #scheduled = false
  readonly #pipeline = new ActorPipeline()
  /** Something is read that the next decision stands on: nothing is decided meanwhile. */
  #reading = false
  /** The highest head that anybody told of; our own appends are told of too. */
  #hinted = 0
  #halted = false
  /** The program is ending: whatever comes back from the log is told to nobody. */
  #broken = false
  /** False from the first failed write until one succeeds. */
  #writable = true
  #paused = false
  #retry: Millis = firstRetry
  readonly #listeners: ((committed: Committed) => void)[] = []
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
    return this.#queue.length
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
    if (this.#writable) this.#queue.add(waiting)
    // It comes again because it was not answered.
    else this.#queue.addOnce(waiting)
    this.#wake()
  }

  /** Somebody else may have written: read what is new. */
  hint(head: number): void {
    this.#hinted = Math.max(this.#hinted, head)
    if (this.#behind) this.#wake()
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
    if (this.#busy) await new Promise<void>((resolve) => this.#idle.push(resolve))
    this.#queue.clear()
    this.#pipeline.giveUp()
  }

  get #busy(): boolean {
    return this.#reading || this.#pipeline.isWriting
  }

  get #behind(): boolean {
    return this.#hinted > this.#pipeline.assumed(this.#state).seq
  }

  #wake(): void {
    if (this.#scheduled || this.#halted || this.#paused) return
    this.#scheduled = true
    this.#parts.soon(() => {
      this.#scheduled = false
      if (!this.#halted && !this.#paused && !this.#reading) this.#step()
    })
  }

  /** Decides what can be decided now. What cannot is looked at again when something became durable. */
  #step(): void {
    if (this.#behind) {
      if (!this.#pipeline.isWriting) void this.#apart([], () => this.#catchUp())
      return
    }
    const taken = this.#take()
    if (taken.length === 0) return
    const { isWriting } = this.#pipeline
    const reads = isWriting ? undefined : prepareAll(this.#state, taken, { ...this.#parts, tails: this.tails })
    if (reads === undefined) this.#decide(taken)
    else void this.#apart(taken, () => reads.then(() => this.#decide(taken)))
  }

  /** While something is on its way, only what can be decided without reading. */
  #take(): readonly Waiting[] {
    const { isWriting, ahead } = this.#pipeline
    const assumed = this.#pipeline.assumed(this.#state)
    return this.#queue.take(largestBatch - ahead, (one) => isWriting && needsReading(assumed, one, this.tails))
  }

  #decide(taken: readonly Waiting[]): void {
    const batch = decideBatch(this.#pipeline.assumed(this.#state), taken, {
      now: this.#parts.clock.now(),
      tails: this.tails,
      underWay: this.#pipeline.underWay,
      businessDate: this.#parts.businessDate,
      onBug: this.#parts.watch.bug,
    })
    this.#queue.putBack(...batch.later)
    this.#pipeline.add(batch, taken)
    if (this.#pipeline.isWriting) return
    this.#handOver()
    if (!this.#pipeline.isWriting) this.#rest()
  }

  #handOver(): void {
    const stage = this.#pipeline.handOver()
    if (stage !== undefined) void this.#write(stage)
  }

  async #write(stage: Stage): Promise<void> {
    const { log, clock, restaurantId } = this.#parts
    try {
      if (stage.entries.length === 0) return this.#durable(stage, 0)
      const started = clock.monotonic()
      const outcome = await log.append(restaurantId, stage.entries, this.head)
      if (this.#broken) return
      if (outcome.kind === 'committed') return this.#durable(stage, clock.monotonic() - started)
      this.#queue.putBack(...this.#pipeline.giveUp())
      if (outcome.kind === 'conflict') await this.#apart([], () => this.#catchUp())
      else await this.#apart([], () => this.#learn(stage.taken, outcome.commandIds))
    } catch (cause) {
      this.#failed(cause)
      this.#rest()
    }
  }

  /** The answers first, then the next batch sets out, then everybody hears the events. */
  #durable(stage: Stage, took: Millis): void {
    const before = this.#state
    this.#state = stage.state
    this.#pipeline.durable(stage)
    for (const { waiting, entry } of stage.decided) {
      const { client, id } = waiting
      if (client !== undefined) this.tails.committed(client.clientId, client.cseq, id, entry.answer)
      waiting.reply({ kind: 'answered', answer: entry.answer })
    }
    for (const { waiting, outcome } of stage.told) waiting.reply(outcome)
    if (!this.#halted) this.#handOver()
    const recorded = stage.entries.flatMap((entry) => entry.recorded)
    if (recorded.length > 0) {
      this.#writable = true
      this.#retry = firstRetry
      this.#parts.watch.committed(stage.decided.length, recorded.length, took)
      this.#publish({ recorded, before, state: stage.state })
    }
    this.#rest()
  }

  #publish(committed: Committed): void {
    for (const listener of this.#listeners) listener(committed)
  }

  async #catchUp(): Promise<void> {
    for (;;) {
      const recorded = await this.#parts.log.readAfter(this.#parts.restaurantId, this.head, readAtOnce)
      if (recorded.length === 0) break
      this.tails.forgetAll()
      const before = this.#state
      for (const one of recorded) this.#state = evolve(this.#state, one)
      this.#publish({ recorded, before, state: this.#state })
    }
    this.#hinted = this.head
  }

  #learn(taken: readonly Waiting[], commandIds: readonly CommandId[]): Promise<void> {
    return learnDuplicates(taken, commandIds, { ...this.#parts, tails: this.tails, queue: this.#queue })
  }

  /** Alone: nothing else is decided until it is done. `taken` waits again when it cannot be done. */
  async #apart(taken: readonly Waiting[], work: () => Promise<void>): Promise<void> {
    this.#reading = true
    try {
      await work()
    } catch (cause) {
      this.#failed(cause, taken)
    }
    this.#reading = false
    this.#rest()
  }

  #rest(): void {
    if (!this.#busy) for (const resolve of this.#idle.splice(0)) resolve()
    if (this.#queue.length > 0 || this.#behind) this.#wake()
  }

  #failed(cause: unknown, taken: readonly Waiting[] = []): void {
    this.#queue.putBack(...taken, ...this.#pipeline.giveUp())
    if (cause instanceof LogUnavailable) this.#backOff(cause)
    else this.#fail(cause)
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
    this.#broken = true
    this.#queue.clear()
    this.#parts.failStop(cause)
  }
}
