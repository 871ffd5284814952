// How many guests there are. Until somebody says it, it is the table's seats (FRT-6).
import { Button } from '@comanda/ui-kit/components/button'
import { NumberPad } from '@comanda/ui-kit/components/number-pad'
import { Sheet } from '@comanda/ui-kit/components/sheet'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { setCovers } from '../../draft/draft-edit.ts'
import { useTexts } from '../../waiter.ts'
import type { Party } from '../party.ts'

const mostGuests = 200
const quick = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]

export function CoversSheet({ party, onClose }: { party: Party; onClose: () => void }): VNode {
  const texts = useTexts().ordering
  const [typed, setTyped] = useState('')
  const [isMany, setMany] = useState(party.covers.peek().count > quick.length)
  const set = (covers: number) => {
    const order = party.order.peek()
    if (order === undefined) party.change((draft, now) => setCovers(draft, covers, now))
    else party.waiter.session.send('order.set-covers', { orderId: order.id, covers })
    onClose()
  }
  const count = Number(typed)
  const isUsable = typed !== '' && count <= mostGuests
  return (
    <Sheet
      open
      title={texts.howMany}
      onClose={onClose}
      actions={
        isMany ? (
          <Button
            label={texts.done}
            tone="primary"
            size="l"
            wide
            disabled={!isUsable}
            why={texts.howMany}
            onPress={() => set(count)}
          />
        ) : null
      }
    >
      <div class="w-quick">
        {quick.map((number) => (
          <button
            key={number}
            type="button"
            class="k-pad-key"
            aria-label={texts.guests(number)}
            aria-pressed={number === party.covers.value.count}
            onClick={() => set(number)}
          >
            {number}
          </button>
        ))}
      </div>
      {isMany ? (
        <>
          <output class="w-amount">{typed || party.covers.value.count}</output>
          <NumberPad
            label={texts.howMany}
            value={typed}
            onInput={setTyped}
            maxLength={3}
            onEnter={() => {
              if (isUsable) set(count)
            }}
          />
        </>
      ) : (
        <Button label={texts.moreGuests} size="l" wide onPress={() => setMany(true)} />
      )}
    </Sheet>
  )
}
