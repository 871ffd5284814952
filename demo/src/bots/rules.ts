// The restaurant's rules, as a device is given them.
import { decide } from '@comanda/shared/domain/decide'
import { domainHash } from '@comanda/shared/domain/domain-hash'
import { evolve, evolveHidden } from '@comanda/shared/domain/evolve'
import { predicts } from '@comanda/shared/domain/predict'
import { stateFromJson, stateToJson } from '@comanda/shared/domain/state-json'
import type { Rules } from '@comanda/sync-client/rules'

export const rules: Rules = {
  hash: domainHash,
  decide,
  evolve,
  evolveHidden,
  predicts,
  stateToJson,
  stateFromJson,
}
