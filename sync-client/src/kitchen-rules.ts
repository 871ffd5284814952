// The restaurant's rules for a kitchen's screen, which must be readable at once: it files every event from the start, and
// decides ahead only what its room predicts, once those rules are loaded too. Until then its commands show as queued.
import { domainHash } from '@comanda/shared/domain/domain-hash'
import { evolve, evolveHidden } from '@comanda/shared/domain/evolve'
import { predicts } from '@comanda/shared/domain/predict'
import { stateFromJson, stateToJson } from '@comanda/shared/domain/state-json'
import type { Rules } from './rules.ts'

export type Decide = Rules['decide']

export const kitchenRules = (decider: () => Decide | undefined): Rules => ({
  hash: domainHash,
  decide: (state, command, context) => {
    const decide = decider()
    if (decide === undefined) throw new Error(`${command.type} was to be foretold without rules`)
    return decide(state, command, context)
  },
  evolve,
  evolveHidden,
  // whatever room a client asks for, nothing is foretold that is not here
  predicts: (_room, type) => decider() !== undefined && predicts('kitchen', type),
  stateToJson,
  stateFromJson,
})
