// What can be done with a whole order: stands in the head of its slip.
import type { Order } from '@comanda/shared/model/order'
import type { VNode } from 'preact'

export function OrderMenu(_props: { order: Order }): VNode | null {
  return null
}
