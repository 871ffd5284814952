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

export function OrderHead({ party }: { party: Party }): VNode {
  const texts = useTexts().ordering
  const { waiter } = party
  const { count, assumed } = party.covers.value
  const target = party.draft.value?.target
  const isNew = target?.kind === 'new'
  const said = assumed ? texts.guestsAssumed(count) : texts.guests(count)
  const open = (kind: 'covers' | 'details') => () => {
    party.view.sheet.value = { kind }
  }
  return (
    <header class="w-head">
      <Button label={texts.back} icon="back" tone="quiet" class="w-back" onPress={() => waiter.go(home)} />
      <h1 class="w-title">{partyName(party, texts)}</h1>
      <button
        type="button"
        class="w-covers"
        aria-haspopup="dialog"
        aria-label={said}
        data-assumed={assumed || undefined}
        onClick={open(isNew && target.opening.type !== 'dine-in' ? 'details' : 'covers')}
      >
        <Icon name="people" />
        <span>{count}</span>
        <span class="w-covers-word">{said.replace(String(count), '').trim()}</span>
      </button>
      <Others party={party} />
      <span class="w-head-end">
        <QuietBadge />
      </span>
    </header>
  )
}
