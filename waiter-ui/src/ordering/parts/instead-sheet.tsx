// A dish that is sold out offers what can be had in its place (ORD-10).
import type { Item } from '@comanda/shared/model/menu'
import { Button } from '@comanda/ui-kit/components/button'
import { Sheet } from '@comanda/ui-kit/components/sheet'
import type { VNode } from 'preact'
import { Affected } from '../../alerts/parts/affected.tsx'
import { waitingFor } from '../../alerts/sold-out-alerts.ts'
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
  const count = state?.counts.get(item.id)
  const me = session.me.value?.staffId
  const waiting =
    state === undefined || me === undefined || count?.soldOut !== true ? [] : waitingFor(state, item.id, me)
  const until = count === undefined ? undefined : count.pinned ? texts.outUntilBack : texts.outToday
  return (
    <Sheet open title={texts.insteadOf(session.pick(item.name))} detail={until} onClose={onClose}>
      {waiting.length > 0 && (
        <section class="w-out-waiting">
          <h3>{texts.outWaiting}</h3>
          <div class="w-choices">
            <Affected waiting={waiting} counted />
          </div>
        </section>
      )}
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
