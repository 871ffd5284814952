// A takeaway is promised for another time after it was sent; its dishes fire for that (ORD-15).
import type { Order } from '@comanda/shared/model/order'
import { Sheet } from '@comanda/ui-kit/components/sheet'
import type { VNode } from 'preact'
import { useScene } from '../../asking/use-scene.ts'
import { PromiseChips } from '../../ordering/parts/promise-chips.tsx'
import { useWaiter } from '../../waiter.ts'
import { promiseOrder } from '../order-deeds.ts'

export function PromiseSheet({ order, onClose }: { order: Order; onClose: () => void }): VNode {
  const scene = useScene()
  const { session } = useWaiter()
  const { ordering, order: words } = scene.texts
  const give = (at: number | undefined) => {
    promiseOrder.run(scene, { order, promisedAt: at ?? null })
    onClose()
  }
  const { promisedAt } = order
  return (
    <Sheet
      open
      title={words.promise}
      detail={promisedAt === undefined ? ordering.asSoonAsPossible : session.clock(promisedAt)}
      onClose={onClose}
    >
      <PromiseChips promisedAt={promisedAt} onPromise={give} />
    </Sheet>
  )
}
