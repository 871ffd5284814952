// Where a draft is for as things stand: a party that has an order is known by that order, wherever it sits and whatever it
// was joined with; one whose order is over, or came to nothing, is known by its table again.
import { resolveOrderId } from '@comanda/shared/domain/aliases'
import { entityId } from '@comanda/shared/domain/entity-id'
import type { State } from '@comanda/shared/domain/state'
import type { OrderId } from '@comanda/shared/model/ids'
import { type Draft, type DraftTarget, targetKey } from './draft.ts'
import { ordersAt } from './orders-at.ts'

export function placed(state: State | undefined, target: DraftTarget): DraftTarget {
  if (state === undefined || target.kind === 'new') return target
  if (target.kind === 'table') {
    const [first, ...others] = ordersAt(state, target.tableId)
    if (first === undefined || others.length > 0) return target
    return { kind: 'order', orderId: first.id, tableId: target.tableId }
  }
  const { tableId } = target
  const order = state.orders.get(resolveOrderId(state, target.orderId))
  if (order?.status !== 'open') return tableId === undefined ? target : placed(state, { kind: 'table', tableId })
  const now = tableId === undefined ? undefined : order.tableId
  return { kind: 'order', orderId: order.id, ...(now === undefined ? {} : { tableId: now }) }
}

/** An order that was refused, or not kept, is still called by the name that it would have had. */
const wouldBe = ({ id, cameFrom }: Draft, orderId: OrderId): boolean =>
  [id, cameFrom].some((command) => command !== undefined && entityId<OrderId>(command, 'o') === orderId)

/** Whether whoever looks for this party means this draft. */
export function isFor(state: State | undefined, draft: Draft, wanted: DraftTarget): boolean {
  if (wanted.kind === 'new') return false
  if (draft.target.kind === 'new') return wanted.kind === 'order' && wouldBe(draft, wanted.orderId)
  return targetKey(placed(state, draft.target), undefined) === targetKey(placed(state, wanted), undefined)
}
