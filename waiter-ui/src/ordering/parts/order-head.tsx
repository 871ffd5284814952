// Where the waiter is: the table, its guests, and who else is there.

import { Button } from '@comanda/ui-kit/components/button'
import { Icon } from '@comanda/ui-kit/icons/icon'
import { computed } from '@preact/signals'
import type { VNode } from 'preact'
import { useMemo } from 'preact/hooks'
import { QuietBadge } from '../../asking/quiet-badge.tsx'
import { home } from '../../route.ts'
import { useTexts } from '../../waiter.ts'
import { hereToo } from '../here-too.ts'
import type { Party } from '../party.ts'
import { partyName } from '../party-name.ts'

function Others({ party }: { party: Party }): VNode | null {
  const texts = useTexts().ordering
  const { session } = party.waiter
  const names = useMemo(
    () =>
      computed(() => {
        const table = party.table.value
        if (table === undefined) return ''
        const others = hereToo(session.signals.presence.value, table.id, {
          deviceId: session.device.id,
          staffId: session.me.value?.staffId,
        })
        return session.people.value
          .filter(({ id }) => others.includes(id))
          .map(({ name }) => name)
          .join(', ')
      }),
    [party, session],
  ).value
  return names === '' ? null : (
    <span class="w-others" role="status">
      <Icon name="person" />
      <span>{texts.hereToo(names)}</span>
    </span>
  )
}

/** How many guests; of what is handed out, for whom and when. */
function Covers({ party }: { party: Party }): VNode | null {
  const texts = useTexts().ordering
  const { count, assumed } = party.covers.value
  const target = party.draft.value?.target
  const opening = target?.kind === 'new' ? target.opening : undefined
  const type = party.order.value?.type ?? opening?.type ?? 'dine-in'
  const open = (kind: 'covers' | 'details') => () => {
    party.view.sheet.value = { kind }
  }
  if (opening !== undefined && type !== 'dine-in')
    return (
      <button type="button" class="w-covers" aria-haspopup="dialog" onClick={open('details')}>
        <Icon name="pencil" />
        <span>{type === 'takeaway' ? texts.nameAndTime : texts.name}</span>
      </button>
    )
  if (type === 'takeaway') return null
  const said = count === 0 ? texts.howMany : assumed ? texts.guestsAssumed(count) : texts.guests(count)
  return (
    <button
      type="button"
      class="w-covers"
      aria-haspopup="dialog"
      aria-label={said}
      data-assumed={assumed || undefined}
      onClick={open('covers')}
    >
      <Icon name="people" />
      {count > 0 && <span>{count}</span>}
      <span class="w-covers-word">{count === 0 ? texts.guestsUnsaid : said.replace(String(count), '').trim()}</span>
    </button>
  )
}

export function OrderHead({ party }: { party: Party }): VNode {
  const texts = useTexts().ordering
  const { waiter } = party
  return (
    <header class="w-head">
      <Button label={texts.back} icon="back" tone="quiet" class="w-back" onPress={() => waiter.go(home)} />
      <h1 class="w-title">{partyName(party, texts)}</h1>
      <Covers party={party} />
      <Others party={party} />
      <span class="w-head-end">
        <QuietBadge />
      </span>
    </header>
  )
}
