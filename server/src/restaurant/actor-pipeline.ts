// What is decided and not durable: a stage that the log is writing, and one that was decided on top of it.
// Invariant: there is none ahead while none is on its way; what is given up comes back whole, in the order in which it came.

import type { State } from '@comanda/shared/domain/state'
import { type Stage, stagedOn } from './actor-stage.ts'
import type { Batch } from './batch.ts'
import { UnderWay } from './under-way.ts'
import type { Waiting } from './waiting.ts'

export class ActorPipeline {
  readonly underWay = new UnderWay()
  #onWay: Stage | undefined
  #ahead: Stage | undefined

  get isWriting(): boolean {
    return this.#onWay !== undefined
  }

  /** The commands that wait to be handed over. */
  get ahead(): number {
    return this.#ahead?.taken.length ?? 0
  }

  /** The state when all that was decided is durable. */
  assumed(durable: State): State {
    return (this.#ahead ?? this.#onWay)?.state ?? durable
  }

  add(batch: Batch, taken: readonly Waiting[]): void {
    this.#ahead = stagedOn(this.#ahead, batch, taken)
  }

  /** The next stage, which is on its way from now on. undefined: nothing is decided. */
  handOver(): Stage | undefined {
    this.#onWay = this.#ahead
    this.#ahead = undefined
    return this.#onWay
  }

  durable(stage: Stage): void {
    for (const { waiting } of stage.decided) this.underWay.durable(waiting)
    this.#onWay = undefined
  }

  giveUp(): readonly Waiting[] {
    const taken = [...(this.#onWay?.taken ?? []), ...(this.#ahead?.taken ?? [])]
    this.#onWay = undefined
    this.#ahead = undefined
    this.underWay.clear()
    return taken
  }
}
