// What a dish costs today, or what it weighs (ORD-20).
import { Button } from '@comanda/ui-kit/components/button'
import { NumberPad } from '@comanda/ui-kit/components/number-pad'
import { Sheet } from '@comanda/ui-kit/components/sheet'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { changeLine } from '../../draft/draft-edit.ts'
import { useTexts } from '../../waiter.ts'
import { typedAmount } from '../amounts.ts'
import { choicesPrice } from '../choices.ts'
import type { OpenSheet, Party } from '../party.ts'
import { addDish } from '../tap-dish.ts'

type AmountSheetProps = Omit<Extract<OpenSheet, { kind: 'amount' }>, 'kind'> & { party: Party; onClose: () => void }

const mostGrams = 100_000

export function AmountSheet({
  party,
  item,
  choices,
  what,
  place,
  details = {},
  row,
  onClose,
}: AmountSheetProps): VNode {
  const texts = useTexts().ordering
  const { session } = party.waiter
  const [typed, setTyped] = useState('')
  const catalog = party.state.value?.catalog
  const digits = catalog?.settings.minorDigits ?? 2
  const amount = typedAmount(typed, what === 'price' ? digits : 0)
  const perKilogram = item.price?.kind === 'by-weight' ? item.price.perKilogram : 0
  const each = what === 'price' ? (amount ?? 0) : Math.round((perKilogram * (amount ?? 0)) / 1000)
  const chosen = catalog === undefined ? 0 : choicesPrice(catalog, choices)
  const price = Math.max(0, each + chosen) * (details.quantity ?? 1)
  const isUsable = amount !== undefined && amount > 0 && (what === 'price' || amount <= mostGrams)
  const add = () => {
    if (!isUsable || amount === undefined) return
    const said = what === 'price' ? { price: amount } : { grams: amount }
    if (row === undefined) addDish(party, item, choices, { ...details, ...said }, place)
    else party.change((draft, now) => changeLine(draft, row, (line) => ({ ...line, ...said }), now))
    onClose()
  }
  const question = what === 'price' ? texts.enterPrice : texts.enterWeight
  return (
    <Sheet
      open
      title={session.pick(item.name)}
      detail={question}
      onClose={onClose}
      actions={
        <Button label={texts.add} tone="primary" size="l" wide disabled={!isUsable} why={question} onPress={add}>
          {isUsable ? session.money(price) : null}
        </Button>
      }
    >
      <output class="w-amount">{what === 'price' ? typed || '0' : texts.grams(Number(typed || '0'))}</output>
      <NumberPad
        label={what === 'price' ? texts.price : texts.kilograms}
        value={typed}
        onInput={setTyped}
        onEnter={add}
        decimals={what === 'price' ? digits : 0}
        maxLength={what === 'price' ? 8 : 6}
      />
    </Sheet>
  )
}
