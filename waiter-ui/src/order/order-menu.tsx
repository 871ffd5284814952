// What can be done with a whole order: stands in the head of its slip. The bill is one tap from the table.
import type { Order } from '@comanda/shared/model/order'
import { type BoundAction, bound } from '@comanda/ui-kit/action'
import { Button } from '@comanda/ui-kit/components/button'
import { Menu } from '@comanda/ui-kit/components/menu'
import type { IconName } from '@comanda/ui-kit/icons/icon'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { possible } from '../asking/deed.ts'
import { menuEntry } from '../asking/menu-entry.ts'
import { useScene } from '../asking/use-scene.ts'
import { useWaiter } from '../waiter.ts'
import { askBill, promiseOrder, rushOrder, unmergeOrder } from './order-deeds.ts'
import { LeavingButton } from './parts/course-head.tsx'
import { HandOverSheet } from './parts/hand-over-sheet.tsx'
import { MergeSheet, MoveSheet } from './parts/place-sheets.tsx'
import { PromiseSheet } from './parts/promise-sheet.tsx'

type Open = 'promise' | 'move' | 'merge' | 'hand-over'

/** The orders that came here by a merge, while they can still be taken apart. */
function unmergeable(order: Order, tableNameOf: (orderId: Order['id']) => string) {
  return order.merges.map(({ fromOrderId: from }) => ({ order, from, table: tableNameOf(from) }))
}

export function OrderMenu({ order }: { order: Order }): VNode {
  const scene = useScene()
  const { session, go, desk } = useWaiter()
  const [open, setOpen] = useState<Open>()
  const words = scene.texts.order
  const state = session.signals.state.peek()
  const nameOf = (orderId: Order['id']): string => {
    const merged = state?.orders.get(orderId)
    const table = merged?.tableId === undefined ? undefined : state?.catalog.tables[merged.tableId]
    return table?.name ?? `#${merged?.number ?? ''}`
  }
  const opens = (name: Open, label: string, icon: IconName) => menuEntry(name, label, icon, () => setOpen(name))
  const apart = unmergeable(order, nameOf)
    .filter((input) => unmergeOrder.enabled(scene, input) === true)
    .map((input) => ({ ...bound(unmergeOrder, scene, input), name: `unmerge ${input.from}` }))
  const actions: BoundAction[] = [
    ...possible([askBill, rushOrder], scene, { order }).map((one) => bound(one, scene, { order })),
    ...(promiseOrder.enabled(scene, { order, promisedAt: null }) === true
      ? [opens('promise', words.promise, 'clock')]
      : []),
    opens('move', words.moveTable, 'move'),
    opens('merge', words.merge, 'table'),
    ...apart,
    opens('hand-over', words.handOver, 'person'),
  ]
  const leaving = desk.leaving.value.find(
    ({ wish }) => wish.type === 'order.rush' && wish.args.orderId === order.id && wish.args.course === undefined,
  )
  return (
    <span class="w-order-menu">
      {leaving !== undefined && <LeavingButton leaving={leaving} />}
      <Button label={words.bill} icon="receipt" onPress={() => go({ at: 'bill', orderId: order.id })} />
      <Menu label={words.more} actions={actions} />
      {open === 'promise' && <PromiseSheet order={order} onClose={() => setOpen(undefined)} />}
      {open === 'move' && <MoveSheet order={order} onClose={() => setOpen(undefined)} />}
      {open === 'merge' && <MergeSheet order={order} onClose={() => setOpen(undefined)} />}
      {open === 'hand-over' && <HandOverSheet orders={[order]} onClose={() => setOpen(undefined)} />}
    </span>
  )
}
