// A takeaway is promised for another time after it was sent; its dishes fire for that (ORD-15).
import type { Order } from '@comanda/shared/model/order'
import { Chip, ChipGroup } from '@comanda/ui-kit/components/chip'
import { Sheet } from '@comanda/ui-kit/components/sheet'
import type { VNode } from 'preact'
import { useScene } from '../../asking/use-scene.ts'
import { promiseIn, promiseMinutes } from '../../ordering/promise.ts'
import { useWaiter } from '../../waiter.ts'
import { promiseOrder } from '../order-deeds.ts'

export function PromiseSheet({ order, onClose }: { order: Order; onClose: () => void }): VNode {
  const scene = useScene()
  const { session } = useWaiter()
  const { ordering, order: words } = scene.texts
  const now = session.client.serverNow()
  const give = (promisedAt: number | null) => () => {
    promiseOrder.run(scene, { order, promisedAt })
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
      <ChipGroup label={ordering.promised} columns={3}>
        <Chip label={ordering.asSoonAsPossible} selected={promisedAt === undefined} onPress={give(null)} />
        {promiseMinutes.map((minutes) => {
          const at = promiseIn(now, minutes)
          return (
            <Chip
              key={minutes}
              label={session.clock(at)}
              detail={ordering.inMinutes(minutes)}
              selected={promisedAt === at}
              onPress={give(at)}
            />
          )
        })}
      </ChipGroup>
    </Sheet>
  )
}
