// A table with several orders asks which one is meant (ORD-8).

import { isLive } from '@comanda/shared/domain/line-steps'
import type { Order } from '@comanda/shared/model/order'
import { Button } from '@comanda/ui-kit/components/button'
import type { VNode } from 'preact'
import { ordersAt } from '../../draft/compose-round.ts'
import { dishCount } from '../../draft/draft.ts'
import { home } from '../../route.ts'
import { useTexts } from '../../waiter.ts'
import { moveDraft } from '../move-draft.ts'
import type { Party } from '../party.ts'
import { partyName } from '../party-name.ts'

export function ChooseOrder({ party }: { party: Party }): VNode {
  const texts = useTexts()
  const { waiter } = party
  const { session, go } = waiter
  const [state, draft] = [party.state.value, party.draft.value]
  const table = party.table.value
  const orders = state === undefined || table === undefined ? [] : ordersAt(state, table.id)
  const dishesOf = (order: Order): string => {
    const names = order.lines.filter(({ status }) => isLive(status)).map(({ name }) => session.pick(name))
    const shown = names.slice(0, 3).join(', ')
    return names.length > 3 ? `${shown} +${names.length - 3}` : shown
  }
  const waiting = draft === undefined ? 0 : dishCount(draft)
  return (
    <main class="w-choose">
      <header class="w-head">
        <Button label={texts.ordering.back} icon="back" tone="quiet" onPress={() => go(home)} />
        <h1 class="w-title">{partyName(party, texts.ordering)}</h1>
      </header>
      <h2>{texts.ordering.whichOrder}</h2>
      <p class="k-muted">{waiting > 0 ? texts.draft.short(waiting) : texts.ordering.whichOrderWhat}</p>
      <ul class="w-choices">
        {orders.map((order) => (
          <li key={order.id}>
            <Button
              wide
              size="xl"
              label={[texts.ordering.orderNumber(order.number), order.name].filter(Boolean).join(', ')}
              detail={dishesOf(order)}
              onPress={() => {
                moveDraft(party, { kind: 'order', orderId: order.id })
                go({ at: 'order', orderId: order.id })
              }}
            >
              {session.clock(order.openedAt)}
            </Button>
          </li>
        ))}
        {table === undefined ? null : (
          <li>
            <Button
              wide
              size="l"
              icon="plus"
              label={texts.ordering.apart}
              onPress={() => {
                const opening = { type: 'dine-in' as const, tableId: table.id, apart: true }
                const begun = waiter.drafts.begin({ kind: 'new', opening })
                moveDraft(party, { kind: 'new', opening }, begun)
                go({ at: 'draft', draftId: begun.id })
              }}
            />
          </li>
        )}
      </ul>
    </main>
  )
}
