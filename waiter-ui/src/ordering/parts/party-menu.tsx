// What else can be written down for this party.
import { bound } from '@comanda/ui-kit/action'
import { Menu } from '@comanda/ui-kit/components/menu'
import type { IconName } from '@comanda/ui-kit/icons/icon'
import type { VNode } from 'preact'
import { menuEntry } from '../../asking/menu-entry.ts'
import { discard, recordOnly } from '../../draft/actions.ts'
import { useTexts } from '../../waiter.ts'
import type { Party } from '../party.ts'

export function PartyMenu({ party }: { party: Party }): VNode {
  const texts = useTexts()
  const { drafts, go } = party.waiter
  const opens = (sheet: 'note' | 'allergies', label: string, icon: IconName) =>
    menuEntry(`order.${sheet}`, label, icon, () => {
      party.view.sheet.value = { kind: sheet }
    })
  const table = party.table.value
  const beginApart = () => {
    if (table === undefined) return
    const opening = { type: 'dine-in' as const, tableId: table.id, apart: true }
    go({ at: 'draft', draftId: drafts.begin({ kind: 'new', opening }).id })
  }
  const canBeApart = table !== undefined && party.order.value !== undefined
  return (
    <Menu
      label={texts.ordering.moreActions}
      icon="note"
      actions={[
        opens('note', texts.ordering.orderNote, 'note'),
        opens('allergies', texts.ordering.allergies, 'triangle'),
        ...(canBeApart ? [menuEntry('order.apart', texts.ordering.apart, 'split', beginApart)] : []),
        bound(recordOnly, party, undefined),
        bound(discard, party, undefined),
      ]}
    />
  )
}
