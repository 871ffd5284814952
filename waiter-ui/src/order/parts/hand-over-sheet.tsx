// To a colleague: one order, or all of a waiter's at once (ORD-12). Lines keep who sold them.
import { permit } from '@comanda/shared/domain/permissions'
import type { Order } from '@comanda/shared/model/order'
import { Button } from '@comanda/ui-kit/components/button'
import { Sheet } from '@comanda/ui-kit/components/sheet'
import type { VNode } from 'preact'
import { useScene } from '../../asking/use-scene.ts'
import { useWaiter } from '../../waiter.ts'
import { handOver } from '../order-deeds.ts'

export function HandOverSheet({ orders, onClose }: { orders: readonly Order[]; onClose: () => void }): VNode {
  const scene = useScene()
  const { session } = useWaiter()
  const { order, home } = scene.texts
  const settings = session.signals.state.value?.catalog.settings
  const others = session.people.value.filter(
    ({ id, roles }) =>
      id !== session.me.value?.staffId &&
      settings !== undefined &&
      permit(settings, { kind: 'staff', staffId: id, roles, deviceId: session.device.id }, 'round.send') === 'allowed',
  )
  return (
    <Sheet open title={order.handOverTitle} detail={home.tablesCount(orders.length)} onClose={onClose}>
      <div class="k-stack">
        {others.map((person) => (
          <Button
            key={person.id}
            label={person.name}
            icon="person"
            size="l"
            wide
            onPress={() => {
              handOver.run(scene, { orders, to: person.id, name: person.name })
              onClose()
            }}
          />
        ))}
      </div>
    </Sheet>
  )
}
