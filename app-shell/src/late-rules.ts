// The restaurant's rules in two loads: what shows the restaurant comes with the page, what decides commands follows at
// once, while the page draws its door. A client starts when both are there, so nothing is ever decided by half the rules.

import { domainHash } from '@comanda/shared/domain/domain-hash'
import { evolve, evolveHidden } from '@comanda/shared/domain/evolve'
import { predicts } from '@comanda/shared/domain/predict'
import { stateFromJson, stateToJson } from '@comanda/shared/domain/state-json'
import type { Rules } from '@comanda/sync-client/rules'

export async function lateRules(): Promise<Rules> {
  const { decide } = await import('@comanda/shared/domain/decide')
  return { hash: domainHash, decide, evolve, evolveHidden, predicts, stateToJson, stateFromJson }
}
