// What stands in a dish's sheet goes into the draft, all of it: at once, or after what it weighs or costs was asked (ORD-20).
import type { Item } from '@comanda/shared/model/menu'
import type { DraftEntry } from '../draft/draft.ts'
import { changeLine, noteOf, withCourse, withNote, withSeat } from '../draft/draft-edit.ts'
import type { Party } from './party.ts'
import type { LineDetails, Place } from './place.ts'
import { addDish } from './tap-dish.ts'
import type { Wanted } from './wanted.ts'

export type FinishedDish = {
  readonly party: Party
  readonly item: Item
  /** The row that is changed; none: a new one. */
  readonly entry?: DraftEntry
  readonly place?: Place | undefined
  readonly onClose: () => void
}

function detailsOf({ note, course, quantity, ownBar }: Wanted): LineDetails {
  const said = noteOf(note)
  return {
    quantity,
    ...(said === undefined ? {} : { note: said }),
    ...(course === undefined ? {} : { course }),
    ...(ownBar ? { ownBar } : {}),
  }
}

function changeEntry(party: Party, { key }: DraftEntry, wanted: Wanted): void {
  const { choices, note, seat, course, quantity, ownBar } = wanted
  party.change((draft, now) =>
    changeLine(
      draft,
      key,
      ({ ownBar: _before, ...line }) => ({
        ...withCourse(withSeat(withNote(line, note), seat), course),
        modifiers: [...choices],
        quantity,
        ...(ownBar ? { ownBar } : {}),
      }),
      now,
    ),
  )
}

/** What it weighs or costs is asked; a price that stands on the menu is not. */
const askedOf = ({ price }: Item): 'price' | 'weight' | undefined =>
  price === undefined || price.kind === 'fixed' ? undefined : price.kind === 'open' ? 'price' : 'weight'

/** A drafted row is weighed or priced again, after what else was changed of it; undefined: there is nothing to ask. */
export function amountAgain({ party, item, entry }: FinishedDish, wanted: Wanted): (() => void) | undefined {
  const what = askedOf(item)
  if (what === undefined || entry === undefined) return undefined
  return () => {
    changeEntry(party, entry, wanted)
    const { choices, quantity } = wanted
    party.view.sheet.value = { kind: 'amount', item, choices, what, row: entry.key, details: { quantity } }
  }
}

export function finishDish({ party, item, entry, place, onClose }: FinishedDish, wanted: Wanted): void {
  const { choices, seat } = wanted
  if (entry !== undefined) {
    changeEntry(party, entry, wanted)
    onClose()
    return
  }
  const details = detailsOf(wanted)
  const meant = { ...place, seat }
  const what = askedOf(item)
  if (what !== undefined) {
    party.view.sheet.value = { kind: 'amount', item, choices, what, place: meant, details }
    return
  }
  addDish(party, item, choices, details, meant)
  onClose()
}
