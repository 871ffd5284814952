// A view is worked out again only when something it shows has changed: the ticket, its order, the menu, the questions, or
// which other stations still work on the order.
import { ticketsOf } from '@comanda/shared/domain/order-tickets'
import type { State } from '@comanda/shared/domain/state'
import type { Order } from '@comanda/shared/model/order'
import type { Ticket } from '@comanda/shared/model/ticket'
import { type SlipView, slipView } from './slip-view.ts'

type Kept = {
  readonly order: Order | undefined
  readonly catalog: State['catalog']
  readonly asks: State['asks']
  readonly peak: boolean
  readonly elsewhere: string
  readonly view: SlipView | undefined
}

const openElsewhere = (state: State, order: Order | undefined): string =>
  order === undefined
    ? ''
    : ticketsOf(state, order)
        .flatMap(({ status, stationId }) => (status === 'open' ? [stationId] : []))
        .join(' ')

export const viewCache = (): ((state: State, ticket: Ticket) => SlipView | undefined) => {
  const known = new WeakMap<Ticket, Kept>()
  return (state, ticket) => {
    const { catalog, asks, peak } = state
    const order = state.orders.get(ticket.orderId)
    const elsewhere = openElsewhere(state, order)
    const kept = known.get(ticket)
    if (
      kept !== undefined &&
      kept.order === order &&
      kept.catalog === catalog &&
      kept.asks === asks &&
      kept.peak === peak &&
      kept.elsewhere === elsewhere
    )
      return kept.view
    const view = slipView(state, ticket)
    known.set(ticket, { order, catalog, asks, peak, elsewhere, view })
    return view
  }
}
