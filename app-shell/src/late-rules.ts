// The restaurant's rules, loaded while the page draws its door. A client starts when they are there, so nothing is ever
// decided or shown by half of them.

import type { Rules } from '@comanda/sync-client/rules'

export const lateRules = (): Promise<Rules> =>
  import('@comanda/sync-client/domain-rules').then(({ domainRules }) => domainRules)
