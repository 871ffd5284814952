// What becomes durable together, and what is told when it is. It grows until it is handed to the log.

import type { Entry } from '@comanda/db/log'
import type { State } from '@comanda/shared/domain/state'
import type { Batch, Decided } from './batch.ts'
import type { Waiting } from './waiting.ts'

export type Stage = {
  readonly decided: readonly Decided[]
  readonly entries: readonly Entry[]
  readonly told: Batch['told']
  /** All of these, in the order in which they came: decided again when it does not become durable. */
  readonly taken: readonly Waiting[]
  /** The state when it is durable. */
  readonly state: State
}

/** undefined: nothing was decided and nobody is told, so there is nothing to wait for. */
export function stagedOn(stage: Stage | undefined, batch: Batch, taken: readonly Waiting[]): Stage | undefined {
  if (batch.decided.length + batch.told.length === 0) return stage
  const later = new Set(batch.later)
  const kept = later.size === 0 ? taken : taken.filter((one) => !later.has(one))
  const entries = batch.decided.map(({ entry }) => entry)
  if (stage === undefined) return { decided: batch.decided, entries, told: batch.told, taken: kept, state: batch.state }
  return {
    decided: [...stage.decided, ...batch.decided],
    entries: [...stage.entries, ...entries],
    told: [...stage.told, ...batch.told],
    taken: [...stage.taken, ...kept],
    state: batch.state,
  }
}
