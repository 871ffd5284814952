// The party's slip: what was sent, and after a perforation what is still a draft. Oldest first, so the draft lies by Send.
import type { VNode } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { DraftProblem } from '../../draft/parts/draft-problem.tsx'
import { DraftRows } from '../../draft/parts/draft-rows.tsx'
import { RoundsWaiting } from '../../draft/parts/rounds-waiting.tsx'
import { OrderMenu } from '../../order/order-menu.tsx'
import { SentLines } from '../../order/sent-lines.tsx'
import { useTexts } from '../../waiter.ts'
import { owes } from '../owes.ts'
import type { Party } from '../party.ts'
import { PartyMenu } from './party-menu.tsx'

function SlipHead({ party }: { party: Party }): VNode {
  const all = useTexts()
  const texts = all.ordering
  const order = party.order.value
  const owed = owes(order, all)
  const { clock, money } = party.waiter.session
  const total = party.total.value
  return (
    <header class="w-slip-head">
      <div class="w-slip-words">
        <h2>{order === undefined ? texts.newOrder : texts.orderNumber(order.number)}</h2>
        {order === undefined ? null : (
          <p>
            {total > 0 && <strong>{money(total)} </strong>}
            {owed ?? texts.since(clock(order.openedAt))}
          </p>
        )}
      </div>
      <PartyMenu party={party} />
      {order === undefined ? null : <OrderMenu order={order} />}
    </header>
  )
}

function Sent({ party }: { party: Party }): VNode | null {
  const order = party.order.value
  return order === undefined || order.lines.length === 0 ? null : <SentLines order={order} />
}

/** What was tapped last is in view. */
function useDraftInView(party: Party) {
  const scroll = useRef<HTMLDivElement>(null)
  const rows = party.draft.value?.nextKey ?? 0
  useLayoutEffect(() => {
    const { current } = scroll
    if (current !== null && rows > 0) current.scrollTop = current.scrollHeight
  }, [rows])
  return scroll
}

export function Slip({ party }: { party: Party }): VNode {
  const texts = useTexts()
  const scroll = useDraftInView(party)
  const isEmpty = (party.slip.value?.rows.length ?? 0) === 0 && (party.order.value?.lines.length ?? 0) === 0
  return (
    <aside class="w-slip" aria-label={texts.ordering.orderNumber(party.order.value?.number ?? 0)}>
      <SlipHead party={party} />
      <div class="w-slip-scroll" ref={scroll}>
        <Sent party={party} />
        <RoundsWaiting party={party} />
        <DraftProblem party={party} />
        <DraftRows party={party} />
        {isEmpty ? <p class="w-slip-empty">{texts.draft.empty}</p> : null}
      </div>
    </aside>
  )
}
