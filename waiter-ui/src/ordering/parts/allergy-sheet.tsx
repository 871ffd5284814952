// Allergies of a seat or of the whole table, from the list and in words (ORD-5). On an order that runs they reach the
// kitchen at once; before it they go with its first round, so that no ticket is ever without them.
import type { Allergen } from '@comanda/shared/model/menu'
import type { Allergy } from '@comanda/shared/model/order'
import { Button } from '@comanda/ui-kit/components/button'
import { Chip, ChipGroup } from '@comanda/ui-kit/components/chip'
import { Field } from '@comanda/ui-kit/components/field'
import { Sheet } from '@comanda/ui-kit/components/sheet'
import { Icon } from '@comanda/ui-kit/icons/icon'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import type { DeclaredAllergy } from '../../draft/draft.ts'
import { allergyOf, declareAllergy, longestNote, withdrawAllergy } from '../../draft/draft-edit.ts'
import type { Texts } from '../../texts/texts.ts'
import { useTexts } from '../../waiter.ts'
import type { Party } from '../party.ts'
import { SeatChips } from './line-chips.tsx'

const wordsOf = (allergy: Allergy, texts: Texts['ordering']): string =>
  [...allergy.allergens.map((allergen) => texts.allergens[allergen]), ...(allergy.text ? [allergy.text] : [])].join(
    ', ',
  )

function withdraw(party: Party, allergy: Allergy, place: number): void {
  const order = party.order.peek()
  const declared = order?.allergies.length ?? 0
  if (order !== undefined && place < declared) {
    party.waiter.session.send('allergy.withdraw', { orderId: order.id, allergyId: allergy.id })
    return
  }
  party.change((draft, now) => {
    const one = draft.allergies[place - declared]
    return one === undefined ? draft : withdrawAllergy(draft, one, now)
  })
}

function Declared({ party }: { party: Party }): VNode | null {
  const texts = useTexts().ordering
  const declared = party.allergies.value
  if (declared.length === 0) return null
  return (
    <section>
      <h3>{texts.declared}</h3>
      <ul class="w-declared">
        {declared.map((allergy, place) => (
          <li key={allergy.id}>
            <Icon name="triangle" />
            <span class="w-declared-words">
              <b>{allergy.seat === undefined ? texts.wholeOrder : texts.seat(allergy.seat)}</b>{' '}
              {wordsOf(allergy, texts)}
            </span>
            <Button label={texts.withdraw} tone="quiet" onPress={() => withdraw(party, allergy, place)} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function declareOn(party: Party, declared: DeclaredAllergy): void {
  const order = party.order.peek()
  if (order === undefined) party.change((draft, now) => declareAllergy(draft, declared, now))
  else
    party.waiter.session.send('allergy.declare', {
      ...declared,
      orderId: order.id,
      allergens: [...declared.allergens],
    })
}

type AllergenChipsProps = { chosen: readonly Allergen[]; onChoose: (chosen: readonly Allergen[]) => void }

function AllergenChips({ chosen, onChoose }: AllergenChipsProps): VNode {
  const texts = useTexts().ordering
  const allergens = Object.keys(texts.allergens) as Allergen[]
  const press = (allergen: Allergen) =>
    onChoose(chosen.includes(allergen) ? chosen.filter((one) => one !== allergen) : [...chosen, allergen])
  return (
    <div class="w-group">
      <ChipGroup label={texts.allergies}>
        {allergens.map((allergen) => (
          <Chip
            key={allergen}
            tone="allergy"
            label={texts.allergens[allergen]}
            selected={chosen.includes(allergen)}
            onPress={() => press(allergen)}
          />
        ))}
      </ChipGroup>
    </div>
  )
}

export function AllergySheet({ party, onClose }: { party: Party; onClose: () => void }): VNode {
  const texts = useTexts().ordering
  const [seat, setSeat] = useState(party.seat.peek())
  const [chosen, setChosen] = useState<readonly Allergen[]>([])
  const [text, setText] = useState('')
  const declared = allergyOf(seat, chosen, text)
  const declare = () => {
    if (declared === undefined) return
    declareOn(party, declared)
    onClose()
  }
  const button = (
    <Button
      label={texts.declare}
      icon="triangle"
      tone="primary"
      size="l"
      wide
      disabled={declared === undefined}
      onPress={declare}
    />
  )
  return (
    <Sheet open title={texts.allergies} detail={texts.severe} onClose={onClose} actions={button}>
      <SeatChips party={party} seat={seat} onSeat={setSeat} />
      <AllergenChips chosen={chosen} onChoose={setChosen} />
      <Field
        label={texts.otherAllergy}
        hint={texts.otherAllergyHint}
        value={text}
        maxLength={longestNote}
        counted
        onInput={setText}
      />
      <Declared party={party} />
    </Sheet>
  )
}
