import { resolveOrderId } from '@comanda/shared/domain/aliases'
import type { OrderId } from '@comanda/shared/model/ids'
import type { Order } from '@comanda/shared/model/order'
import { useWaiter } from '../waiter.ts'
import { type PayingView, payingView, paymentsOnTheirWay } from './paying-view.ts'

export type Paying = { readonly order: Order; readonly view: PayingView; readonly minorDigits: number }

/** The bill as it stands, with what is on its way from this tablet. */
export function usePaying(orderId: OrderId): Paying | undefined {
  const { session, desk } = useWaiter()
  const state = session.signals.state.value
  const order = state?.orders.get(resolveOrderId(state, orderId))
  if (state === undefined || order === undefined) return undefined
  const ways = paymentsOnTheirWay(order.id, session.signals.commands.value, desk.leaving.value)
  return { order, view: payingView(order, state.catalog, ways), minorDigits: state.catalog.settings.minorDigits }
}
