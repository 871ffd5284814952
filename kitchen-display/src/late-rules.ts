// The rules of a kitchen's screen: it files events at once, and foretells its own acts as soon as the deciders are here.
import { type Decide, kitchenRules } from '@comanda/sync-client/kitchen-rules'
import type { Rules } from '@comanda/sync-client/rules'

export function rulesThatGrow(): Rules {
  let decide: Decide | undefined
  void import('@comanda/shared/domain/kitchen-decide').then(({ kitchenDecide }) => {
    decide = kitchenDecide
  })
  return kitchenRules(() => decide)
}
