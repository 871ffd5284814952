import type { OrderId } from '@comanda/shared/model/ids'
import type { VNode } from 'preact'

export function BillScreen(_props: { orderId: OrderId }): VNode | null {
  return null
}
