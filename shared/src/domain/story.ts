// What one command decides, step by step: each event is filed at once, so that the next step sees what the last one did.
import type { Context, Decision } from './decision.ts'
import { ok } from './decision.ts'
import type { DomainEvent } from './events.ts'
import { evolve } from './evolve.ts'
import type { State } from './state.ts'

export class Story {
  readonly #context: Context
  readonly #events: DomainEvent[] = []
  #state: State

  constructor(state: State, context: Context) {
    this.#state = state
    this.#context = context
  }

  /** The state as the events so far leave it. */
  get state(): State {
    return this.#state
  }

  get now(): number {
    return this.#context.now
  }

  tell(...events: readonly DomainEvent[]): void {
    for (const event of events) {
      this.#events.push(event)
      const { now: at, businessDate } = this.#context
      this.#state = evolve(this.#state, { seq: this.#state.seq + 1, at, businessDate, event })
    }
  }

  decision(): Decision {
    return ok(this.#events)
  }
}
