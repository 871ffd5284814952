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

type OneToTwelveProps = { chosen: number; onChoose: (count: number) => void }

function OneToTwelve({ chosen, onChoose }: OneToTwelveProps): VNode {
  const texts = useTexts().ordering
  return (
    <div class="w-quick">
      {quick.map((number) => (
        <button
          key={number}
          type="button"
          class="k-pad-key"
          aria-label={texts.guests(number)}
          aria-pressed={number === chosen}
          onClick={() => onChoose(number)}
        >
          {number}
        </button>
      ))}
    </div>
  )
}

export function CoversSheet({ party, onClose }: { party: Party; onClose: () => void }): VNode {
  const texts = useTexts().ordering
  const now = party.covers.value.count
  const [typed, setTyped] = useState('')
  const [isMany, setMany] = useState(now > quick.length)
  const set = (covers: number) => {
    const order = party.order.peek()
    if (order === undefined) party.change((draft, at) => setCovers(draft, covers, at))
    else party.waiter.session.send('order.set-covers', { orderId: order.id, covers })
    onClose()
  }
  const isUsable = typed !== '' && Number(typed) <= mostGuests
  const done = () => {
    if (isUsable) set(Number(typed))
  }
  const doneButton = (
    <Button label={texts.done} tone="primary" size="l" wide disabled={!isUsable} why={texts.howMany} onPress={done} />
  )
  return (
    <Sheet open title={texts.howMany} onClose={onClose} actions={isMany ? doneButton : null}>
      <OneToTwelve chosen={now} onChoose={set} />
      {isMany ? (
        <>
          <output class="w-amount">{typed || now}</output>
          <NumberPad label={texts.howMany} value={typed} onInput={setTyped} maxLength={3} onEnter={done} />
        </>
      ) : (
        <Button label={texts.moreGuests} size="l" wide onPress={() => setMany(true)} />
      )}
    </Sheet>
  )
}
