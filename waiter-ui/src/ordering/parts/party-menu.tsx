// What else can be written down for this party.
import { bound } from '@comanda/ui-kit/action'
import { Menu } from '@comanda/ui-kit/components/menu'
import type { VNode } from 'preact'
import { discard, recordOnly } from '../../draft/actions.ts'
import { useTexts } from '../../waiter.ts'
import type { OpenSheet, Party } from '../party.ts'

export function PartyMenu({ party }: { party: Party }): VNode {
  const texts = useTexts()
  const { drafts, go } = party.waiter
  const open = (sheet: OpenSheet) => () => {
    party.view.sheet.value = sheet
  }
  const table = party.table.value
  const apart =
    table === undefined || party.order.value === undefined
      ? []
      : [
          {
            name: 'order.apart',
            label: texts.ordering.apart,
            icon: 'split' as const,
            keys: [],
            enabled: true as const,
            run: () => {
              const opening = { type: 'dine-in' as const, tableId: table.id, apart: true }
              go({ at: 'draft', draftId: drafts.begin({ kind: 'new', opening }).id })
            },
          },
        ]
  return (
    <Menu
      label={texts.ordering.moreActions}
      icon="note"
      actions={[
        {
          name: 'order.note',
          label: texts.ordering.orderNote,
          icon: 'note',
          keys: [],
          enabled: true,
          run: open({ kind: 'note' }),
        },
        {
          name: 'order.allergies',
          label: texts.ordering.allergies,
          icon: 'triangle',
          keys: [],
          enabled: true,
          run: open({ kind: 'allergies' }),
        },
        ...apart,
        bound(recordOnly, party, undefined),
        bound(discard, party, undefined),
      ]}
    />
  )
}
