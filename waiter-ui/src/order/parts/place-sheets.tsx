// A party sits down elsewhere, or joins another one (ORD-12). Where guests sit already it is asked once.
import type { TableId } from '@comanda/shared/model/ids'
import type { Order } from '@comanda/shared/model/order'
import { Button } from '@comanda/ui-kit/components/button'
import { Dialog } from '@comanda/ui-kit/components/dialog'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { useScene } from '../../asking/use-scene.ts'
import { useWaiter } from '../../waiter.ts'
import { mergeOrder, moveOrder } from '../order-deeds.ts'
import { PlacePicker } from './place-picker.tsx'

export type PlaceSheetProps = { order: Order; onClose: () => void }

export function MoveSheet({ order, onClose }: PlaceSheetProps): VNode {
  const scene = useScene()
  const { go } = useWaiter()
  const words = scene.texts.order
  const [occupied, setOccupied] = useState<{ tableId: TableId; name: string }>()
  const move = (tableId: TableId, joining?: 'join' | 'apart') => {
    moveOrder.run(scene, { order, tableId, ...(joining === undefined ? {} : { joining }) })
    go({ at: 'table', tableId })
    onClose()
  }
  if (occupied !== undefined) {
    const { tableId, name } = occupied
    return (
      <Dialog title={words.occupied(name)} detail={words.occupiedWhat} onClose={onClose}>
        <div class="k-stack">
          <Button label={words.join} icon="table" size="l" wide onPress={() => move(tableId, 'join')} />
          <Button label={words.apart} icon="split" size="l" wide onPress={() => move(tableId, 'apart')} />
        </div>
      </Dialog>
    )
  }
  return (
    <PlacePicker
      title={words.moveTableTitle}
      except={order.id}
      tables
      onClose={onClose}
      onPick={({ tableId }, place) => {
        if (tableId === undefined) return
        if (place.orderId === undefined) move(tableId)
        else setOccupied({ tableId, name: place.name })
      }}
    />
  )
}

export function MergeSheet({ order, onClose }: PlaceSheetProps): VNode {
  const scene = useScene()
  const { replace, session } = useWaiter()
  return (
    <PlacePicker
      title={scene.texts.order.mergeTitle}
      except={order.id}
      occupied
      onClose={onClose}
      onPick={({ orderId }) => {
        if (orderId === undefined) return
        mergeOrder.run(scene, { order, into: orderId })
        const into = session.signals.state.peek()?.orders.get(orderId)
        replace(into?.tableId === undefined ? { at: 'order', orderId } : { at: 'table', tableId: into.tableId })
        onClose()
      }}
    />
  )
}
