// Where the waiter is: the table, its guests, and who else is there.
import { ConnectionBadge } from '@comanda/app-shell/parts/connection-badge'
import { Button } from '@comanda/ui-kit/components/button'
import { Icon } from '@comanda/ui-kit/icons/icon'
import { computed } from '@preact/signals'
import type { VNode } from 'preact'
import { useMemo } from 'preact/hooks'
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
        const others = hereToo(session.signals.presence.value, table.id, session.device.id)
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
  const open = (kind: 'covers' | 'details') => () => {
    party.view.sheet.value = { kind }
  }
  return (
    <header class="w-head">
      <Button label={texts.back} icon="back" tone="quiet" class="w-back" onPress={() => waiter.go(home)} />
      <h1 class="w-title">{partyName(party, texts)}</h1>
      <Button
        label={assumed ? texts.guestsAssumed(count) : texts.guests(count)}
        icon="people"
        tone="quiet"
        class="w-covers"
        popup="dialog"
        onPress={open(isNew && target.opening.type !== 'dine-in' ? 'details' : 'covers')}
      />
      <Others party={party} />
      <span class="w-head-end">
        <ConnectionBadge session={waiter.session} />
      </span>
    </header>
  )
}
