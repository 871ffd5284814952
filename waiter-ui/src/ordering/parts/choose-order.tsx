// A table with several orders asks which one is meant (ORD-8).

import { isLive } from '@comanda/shared/domain/line-steps'
import type { TableId } from '@comanda/shared/model/ids'
import type { Order } from '@comanda/shared/model/order'
import { Button } from '@comanda/ui-kit/components/button'
import type { VNode } from 'preact'
import { dishCount } from '../../draft/draft.ts'
import { ordersAt } from '../../draft/orders-at.ts'
import { home } from '../../route.ts'
import { useTexts } from '../../waiter.ts'
import { moveDraft } from '../move-draft.ts'
import type { Party } from '../party.ts'
import { partyName } from '../party-name.ts'

/** What it is known by: its first dishes. */
function dishesOf(order: Order, pick: Party['waiter']['session']['pick']): string {
  const names = order.lines.filter(({ status }) => isLive(status)).map(({ name }) => pick(name))
  const shown = names.slice(0, 3).join(', ')
  return names.length > 3 ? `${shown} +${names.length - 3}` : shown
}

function OrderChoice({ party, order }: { party: Party; order: Order }): VNode {
  const texts = useTexts()
  const { session, go } = party.waiter
  const choose = () => {
    moveDraft(party, { kind: 'order', orderId: order.id })
    go({ at: 'order', orderId: order.id })
  }
  return (
    <Button
      wide
      size="xl"
      label={[texts.ordering.orderNumber(order.number), order.name].filter(Boolean).join(', ')}
      detail={dishesOf(order, session.pick)}
      onPress={choose}
    >
      {session.clock(order.openedAt)}
    </Button>
  )
}

function AnotherOrder({ party, tableId }: { party: Party; tableId: TableId }): VNode {
  const texts = useTexts()
  const { drafts, go } = party.waiter
  const begin = () => {
    const target = { kind: 'new', opening: { type: 'dine-in', tableId, apart: true } } as const
    const begun = drafts.begin(target)
    moveDraft(party, target, begun)
    go({ at: 'draft', draftId: begun.id })
  }
  return <Button wide size="l" icon="plus" label={texts.ordering.apart} onPress={begin} />
}

export function ChooseOrder({ party }: { party: Party }): VNode {
  const texts = useTexts()
  const [state, draft] = [party.state.value, party.draft.value]
  const table = party.table.value
  const orders = state === undefined || table === undefined ? [] : ordersAt(state, table.id)
  const waiting = draft === undefined ? 0 : dishCount(draft)
  return (
    <main class="w-choose">
      <header class="w-head">
        <Button label={texts.ordering.back} icon="back" tone="quiet" onPress={() => party.waiter.go(home)} />
        <h1 class="w-title">{partyName(party, texts.ordering)}</h1>
      </header>
      <h2>{texts.ordering.whichOrder}</h2>
      <p class="k-muted">{waiting > 0 ? texts.draft.short(waiting) : texts.ordering.whichOrderWhat}</p>
      <ul class="w-choices">
        {orders.map((order) => (
          <li key={order.id}>
            <OrderChoice party={party} order={order} />
          </li>
        ))}
        {table === undefined ? null : (
          <li>
            <AnotherOrder party={party} tableId={table.id} />
          </li>
        )}
      </ul>
    </main>
  )
}
