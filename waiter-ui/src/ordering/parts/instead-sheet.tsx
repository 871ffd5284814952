// A dish that is sold out offers what can be had in its place (ORD-10).
import type { Item } from '@comanda/shared/model/menu'
import { Button } from '@comanda/ui-kit/components/button'
import { Sheet } from '@comanda/ui-kit/components/sheet'
import type { VNode } from 'preact'
import { removeEntry } from '../../draft/draft-edit.ts'
import { useTexts } from '../../waiter.ts'
import { firstChoices } from '../choices.ts'
import { questionOf, substitutesFor } from '../menu-view.ts'
import type { Party } from '../party.ts'
import { addDish, tapDish } from '../tap-dish.ts'

type InsteadSheetProps = { party: Party; item: Item; row?: number | undefined; onClose: () => void }

/** As many, for the same seat, in the place of the row; a dish that asks something asks it first. */
function takeInstead(party: Party, other: Item, row: number | undefined): void {
  const before = party.draft.peek()?.entries.find(({ key }) => key === row)
  if (before !== undefined) party.change((draft, now) => removeEntry(draft, before.key, now))
  const catalog = party.catalog.peek()
  if (before === undefined || catalog === undefined || questionOf(catalog, other) !== undefined) {
    tapDish(party, other)
    return
  }
  const { quantity, seat } = before.line
  addDish(party, other, firstChoices(catalog, other), { quantity }, { seat })
}

export function InsteadSheet({ party, item, row, onClose }: InsteadSheetProps): VNode {
  const texts = useTexts().ordering
  const { session } = party.waiter
  const state = party.state.value
  const others = state === undefined ? [] : substitutesFor(state, item)
  return (
    <Sheet open title={texts.insteadOf(session.pick(item.name))} onClose={onClose}>
      <h3>{others.length > 0 ? texts.instead : texts.noneInstead}</h3>
      <div class="w-choices">
        {others.map((other) => (
          <Button
            key={other.id}
            wide
            size="l"
            label={session.pick(other.name)}
            onPress={() => {
              onClose()
              takeInstead(party, other, row)
            }}
          >
            {other.price?.kind === 'fixed' ? session.money(other.price.amount) : null}
          </Button>
        ))}
      </div>
    </Sheet>
  )
}
