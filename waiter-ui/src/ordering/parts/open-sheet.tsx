// The sheet that is open over the order screen, if any.
import { assertNever } from '@comanda/shared/domain/decision'
import type { VNode } from 'preact'
import type { Party } from '../party.ts'
import { AllergySheet } from './allergy-sheet.tsx'
import { AmountSheet } from './amount-sheet.tsx'
import { CoversSheet } from './covers-sheet.tsx'
import { DetailsSheet } from './details-sheet.tsx'
import { DishSheet } from './dish-sheet.tsx'
import { InsteadSheet } from './instead-sheet.tsx'
import { NoteSheet } from './note-sheet.tsx'

export function OpenSheetView({ party }: { party: Party }): VNode | null {
  const sheet = party.view.sheet.value
  if (sheet === undefined) return null
  const close = () => {
    party.view.sheet.value = undefined
  }
  switch (sheet.kind) {
    case 'dish':
      return <DishSheet key={sheet.item.id} party={party} item={sheet.item} place={sheet.place} onClose={close} />
    case 'line': {
      const entry = party.draft.value?.entries.find(({ key }) => key === sheet.key)
      const item = entry === undefined ? undefined : party.state.value?.catalog.items[entry.line.itemId]
      if (entry === undefined || item === undefined) return null
      return <DishSheet key={sheet.key} party={party} item={item} entry={entry} onClose={close} />
    }
    case 'amount':
      return <AmountSheet party={party} {...sheet} onClose={close} />
    case 'instead':
      return <InsteadSheet key={sheet.item.id} party={party} item={sheet.item} row={sheet.key} onClose={close} />
    case 'allergies':
      return <AllergySheet party={party} onClose={close} />
    case 'covers':
      return <CoversSheet party={party} onClose={close} />
    case 'note':
      return <NoteSheet party={party} onClose={close} />
    case 'details':
      return <DetailsSheet party={party} onClose={close} />
    default:
      return assertNever(sheet)
  }
}
