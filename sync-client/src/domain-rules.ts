// The restaurant's real rules for a device that keeps a replica.
import { decide } from '@comanda/shared/domain/decide'
import { domainHash } from '@comanda/shared/domain/domain-hash'
import { evolve, evolveHidden } from '@comanda/shared/domain/evolve'
import { predicts } from '@comanda/shared/domain/predict'
import { stateFromJson, stateToJson } from '@comanda/shared/domain/state-json'
import type { Rules } from './rules.ts'

export const domainRules: Rules = {
  hash: domainHash,
  decide,
  evolve,
  evolveHidden,
  predicts,
  stateToJson,
  stateFromJson,
}
