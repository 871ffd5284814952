// A dish that is sold out offers what can be had in its place (ORD-10).
import type { Item } from '@comanda/shared/model/menu'
import { Button } from '@comanda/ui-kit/components/button'
import { Sheet } from '@comanda/ui-kit/components/sheet'
import type { VNode } from 'preact'
import { useTexts } from '../../waiter.ts'
import { substitutesFor } from '../menu-view.ts'
import type { Party } from '../party.ts'
import { takeInstead } from '../tap-dish.ts'

type InsteadSheetProps = { party: Party; item: Item; row?: number | undefined; onClose: () => void }

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
