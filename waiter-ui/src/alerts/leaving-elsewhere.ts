// What leaves in three seconds and is not about the order in sight: the screen itself shows the others beside what they
// are about. Nothing that can still be cancelled is ever out of sight.

import type { Leaving } from '@comanda/app-shell/leaving'
import type { State } from '@comanda/shared/domain/state'
import type { Route } from '../route.ts'

const orderOf = ({ wish }: Leaving): string | undefined => ('orderId' in wish.args ? wish.args.orderId : undefined)

function isInSight(orderId: string, route: Route, state: State | undefined): boolean {
  switch (route.at) {
    case 'order':
    case 'bill':
      return route.orderId === orderId
    case 'table':
      return state?.tables.get(route.tableId)?.orderIds.some((id) => id === orderId) === true
    default:
      return false
  }
}

/** A bill shows its payments, an order its courses: neither the other's. */
const belongsTo = ({ wish }: Leaving, route: Route): boolean =>
  (wish.type === 'payment.record') === (route.at === 'bill')

export const leavingElsewhere = (all: readonly Leaving[], route: Route, state: State | undefined): Leaving[] =>
  all.filter((one) => {
    const orderId = orderOf(one)
    return orderId === undefined || !isInSight(orderId, route, state) || !belongsTo(one, route)
  })
