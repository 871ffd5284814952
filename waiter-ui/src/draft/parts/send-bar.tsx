// The lower edge: what the draft is, the last drinks again, and Send, always in the same place under the same thumb.
import { isLive } from '@comanda/shared/domain/line-steps'
import type { Order } from '@comanda/shared/model/order'
import { ActionButton } from '@comanda/ui-kit/components/action-button'
import { Icon } from '@comanda/ui-kit/icons/icon'
import type { VNode } from 'preact'
import type { Party } from '../../ordering/party.ts'
import { useTexts } from '../../waiter.ts'
import { again, heldOf, sendOrUndo } from '../actions.ts'
import { dishCount } from '../draft.ts'
import { secondsHeld } from '../hold-back.ts'
import { sendDetail } from '../send-words.ts'

/** As many as the guests get: what was taken back or voided went nowhere. */
const sentDishes = (order: Order | undefined): number =>
  (order?.lines ?? []).filter(({ status }) => isLive(status)).reduce((sum, { quantity }) => sum + quantity, 0)

function Summary({ party }: { party: Party }): VNode {
  const { draft: texts, ordering } = useTexts()
  const draft = party.draft.value
  const slip = party.slip.value
  const isOpen = party.view.slipOpen.value
  const name = (courses: readonly number[]) => courses.map(texts.courseShort).join(' ')
  const dishes = draft === undefined ? 0 : dishCount(draft)
  const order = party.order.value
  const calm = dishes > 0 || order === undefined ? undefined : order
  const sent = sentDishes(order)
  const said = [
    ...(calm === undefined ? [texts.short(dishes)] : [ordering.orderNumber(calm.number)]),
    ...(sent === 0 ? [] : [texts.sentShort(sent)]),
    ...(calm === undefined ? [] : [party.waiter.session.money(party.total.value)]),
    ...(slip !== undefined && slip.firing.length > 0 ? [texts.fireShort(name(slip.firing))] : []),
    ...(slip !== undefined && slip.holding.length > 0 ? [texts.holdShort(name(slip.holding))] : []),
  ]
  return (
    <button
      type="button"
      class="w-summary"
      aria-expanded={isOpen}
      onClick={() => {
        party.view.slipOpen.value = !isOpen
      }}
    >
      <Icon name={slip !== undefined && slip.rows.length > 0 ? 'ring-dashed' : 'slip'} />
      <span class="w-summary-words">{said.join(' · ')}</span>
      <Icon name={isOpen ? 'down' : 'up'} />
    </button>
  )
}

export function SendBar({ party }: { party: Party }): VNode {
  const texts = useTexts().draft
  const [state, draft, slip] = [party.state.value, party.draft.value, party.slip.value]
  const { session } = party.waiter
  const { pick, clock, now } = session
  const held = heldOf(party)
  const detail =
    state === undefined || draft === undefined || slip === undefined
      ? undefined
      : held === undefined
        ? sendDetail(state, draft, slip, { texts, pick, clock })
        : texts.sendsIn(slip.taken, secondsHeld(held, now.value))
  return (
    <div class="w-bar">
      <Summary party={party} />
      <div class="w-bar-deeds">
        {again.enabled(party, undefined) === true ? (
          <ActionButton action={again} state={party} input={undefined} size="l" class="w-again" />
        ) : null}
        <ActionButton
          action={sendOrUndo(party)}
          state={party}
          input={undefined}
          size="xl"
          class="w-send"
          detail={detail}
        />
      </div>
    </div>
  )
}
