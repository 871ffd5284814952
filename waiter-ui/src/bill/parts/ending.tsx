// Paid to the last cent: the order is closed, once it is said what becomes of dishes that did not come (BILL-5); then the
// table is cleared.
import type { Line } from '@comanda/shared/model/order'
import { ActionButton } from '@comanda/ui-kit/components/action-button'
import { Button } from '@comanda/ui-kit/components/button'
import { Icon } from '@comanda/ui-kit/icons/icon'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { useScene } from '../../asking/use-scene.ts'
import { clearTable } from '../../order/order-deeds.ts'
import { Reasons } from '../../order/parts/reasons.tsx'
import { home } from '../../route.ts'
import { useWaiter } from '../../waiter.ts'
import { closeOrder } from '../bill-deeds.ts'
import { unreadyLines } from '../paying-view.ts'
import type { Paying } from '../use-paying.ts'

export function Ending({ paying }: { paying: Paying }): VNode {
  const scene = useScene()
  const { go, session } = useWaiter()
  const { bill } = scene.texts
  const { order, view } = paying
  const unready = unreadyLines(order, view)
  const { tableId } = order
  const toClear = tableId !== undefined && session.signals.state.value?.tables.get(tableId)?.toClear === true
  if (order.status === 'closed') {
    return (
      <section class="w-ending" aria-label={bill.closed}>
        <Paid words={bill.closed} />
        {tableId !== undefined && toClear && (
          <ActionButton action={clearTable} state={scene} input={{ tableId }} size="xl" wide />
        )}
        <Button label={bill.toTables} icon="table" size="xl" wide onPress={() => go(home)} />
      </section>
    )
  }
  return (
    <section class="w-ending" aria-label={bill.closeWhat}>
      <Paid words={view.bill.total === 0 ? bill.nothing : bill.closeWhat} />
      {unready.length === 0 ? (
        <ActionButton action={closeOrder} state={scene} input={{ order }} size="xl" wide />
      ) : (
        <Unready paying={paying} lines={unready} />
      )}
    </section>
  )
}

const Paid = ({ words }: { words: string }): VNode => (
  <p class="w-ending-paid">
    <Icon name="check" size="xl" />
    <strong>{words}</strong>
  </p>
)

function Unready({ paying: { order }, lines }: { paying: Paying; lines: readonly Line[] }): VNode {
  const scene = useScene()
  const { go, session } = useWaiter()
  const { bill } = scene.texts
  const [voiding, setVoiding] = useState(false)
  const reasons = session.signals.state.value?.catalog.settings.reasons.void ?? []
  const served = { order, unready: 'served' as const }
  return (
    <div class="k-stack">
      <h2>{bill.unready}</h2>
      <ul class="w-unready">
        {lines.map((line) => (
          <li key={line.id}>
            {line.quantity} {session.pick(line.name)}{' '}
            <span class="k-muted">{scene.texts.order.statuses[line.status]}</span>
          </li>
        ))}
      </ul>
      {voiding ? (
        <Reasons
          label={bill.voidWhy}
          reasons={reasons}
          onReason={(reason) => closeOrder.run(scene, { order, unready: 'void', reason })}
        />
      ) : (
        <>
          {closeOrder.enabled(scene, served) === true && (
            <Button label={bill.allServed} icon="check" size="l" wide onPress={() => closeOrder.run(scene, served)} />
          )}
          <Button label={bill.stillComing} icon="clock" size="l" wide onPress={() => go(home)} />
          <Button label={bill.voidThem} icon="trash" size="l" wide onPress={() => setVoiding(true)} />
        </>
      )}
    </div>
  )
}
