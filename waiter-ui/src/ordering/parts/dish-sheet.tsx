// One dish, as it is asked for: choices, for whom, in which course, how many, a note. For a dish that must be answered it
// opens by itself and closes when it is (ORD-4); for a row of the draft it changes that row.
import type { Catalog } from '@comanda/shared/domain/state'
import type { Item, Modifier, ModifierGroup } from '@comanda/shared/model/menu'
import type { ModifierPrefix } from '@comanda/shared/model/order'
import { Button } from '@comanda/ui-kit/components/button'
import { Field } from '@comanda/ui-kit/components/field'
import { Sheet } from '@comanda/ui-kit/components/sheet'
import { Stepper } from '@comanda/ui-kit/components/stepper'
import { Switch } from '@comanda/ui-kit/components/switch'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { longestNote, mostOfOne, removeEntry } from '../../draft/draft-edit.ts'
import type { Texts } from '../../texts/texts.ts'
import { useTexts } from '../../waiter.ts'
import { type Choices, choicesPrice, choose, firstChoices, missingGroups, mustChoose } from '../choices.ts'
import { amountAgain, type FinishedDish, finishDish } from '../finish-dish.ts'
import { canPourHere, type Wanted, wantedOf } from '../wanted.ts'
import { CourseChips, SeatChips } from './line-chips.tsx'
import { ModifierGroups } from './modifier-groups.tsx'

type DishSheetProps = FinishedDish

function useWanted(props: DishSheetProps) {
  const { party, item, entry, place } = props
  const catalog = party.state.value?.catalog
  const [wanted, setWanted] = useState<Wanted>(() => {
    const choices = catalog === undefined ? [] : firstChoices(catalog, item)
    const seat = place === undefined ? party.draft.peek()?.seat : place.seat
    const first = wantedOf(entry?.line, choices, seat)
    return place?.quantity === undefined ? first : { ...first, quantity: place.quantity }
  })
  const [prefix, setPrefix] = useState<ModifierPrefix | undefined>(undefined)
  const change = (some: Partial<Wanted>) => setWanted({ ...wanted, ...some })
  /** Only what had to be answered closes by itself: whoever came to change a row says when it is done. */
  const tap = (group: ModifierGroup, modifier: Modifier) => {
    if (catalog === undefined) return
    const choices: Choices = choose(catalog, item, wanted.choices, { group, modifier, prefix })
    setPrefix(undefined)
    const next = { ...wanted, choices }
    setWanted(next)
    const wasMissing = missingGroups(catalog, item, wanted.choices).length > 0
    const answered = wasMissing && missingGroups(catalog, item, choices).length === 0
    if (entry === undefined && answered && mustChoose(catalog, item)) finishDish(props, next)
  }
  return { wanted, change, prefix, setPrefix, tap, catalog }
}

type DeedsProps = { props: DishSheetProps; wanted: Wanted; catalog: Catalog; onQuantity: (quantity: number) => void }

/** How many, and into the draft: with its price, or with what is still to be answered. */
function Deeds({ props, wanted, catalog, onQuantity }: DeedsProps): VNode {
  const { item, entry, party } = props
  const texts = useTexts().ordering
  const { pick, money } = party.waiter.session
  const missing = missingGroups(catalog, item, wanted.choices)
  const base = item.price?.kind === 'fixed' ? item.price.amount : undefined
  const isPriced = base !== undefined && missing.length === 0
  return (
    <div class="w-sheet-deeds">
      <Stepper label={texts.quantity} size="l" min={1} max={mostOfOne} value={wanted.quantity} onChange={onQuantity} />
      <Button
        label={entry === undefined ? texts.add : texts.done}
        tone="primary"
        size="l"
        wide
        disabled={missing.length > 0}
        why={missing.map((group) => pick(group.name)).join(', ')}
        onPress={() => finishDish(props, wanted)}
      >
        {isPriced ? money(Math.max(0, base + choicesPrice(catalog, wanted.choices)) * wanted.quantity) : null}
      </Button>
    </div>
  )
}

type MoreProps = { props: DishSheetProps; wanted: Wanted; catalog: Catalog; change: (some: Partial<Wanted>) => void }

/** For whom, in which course, and what else there is to say. */
function More({ props, wanted, catalog, change }: MoreProps): VNode {
  const { party, item, entry, onClose } = props
  const texts = useTexts().ordering
  const again = amountAgain(props, wanted)
  const takeOff = (key: number) => () => {
    party.change((draft, now) => removeEntry(draft, key, now))
    onClose()
  }
  return (
    <>
      <SeatChips party={party} seat={wanted.seat} onSeat={(seat) => change({ seat })} />
      <CourseChips party={party} item={item} course={wanted.course} onCourse={(course) => change({ course })} />
      <Field
        label={texts.note}
        icon="pencil"
        value={wanted.note}
        maxLength={longestNote}
        counted
        onInput={(note) => change({ note })}
      />
      {canPourHere(catalog, item) ? (
        <Switch
          label={texts.ownBar}
          detail={texts.ownBarWhat}
          on={wanted.ownBar}
          onChange={(ownBar) => change({ ownBar })}
        />
      ) : null}
      {again === undefined ? null : (
        <Button
          label={item.price?.kind === 'open' ? texts.price : texts.kilograms}
          icon="pencil"
          detail={texts.weighAgain}
          onPress={again}
        />
      )}
      {entry === undefined ? null : (
        <Button label={texts.remove} icon="trash" tone="danger" onPress={takeOff(entry.key)} />
      )}
    </>
  )
}

function containsWords(item: Item, texts: Texts['ordering']): string | undefined {
  if (item.allergens === null) return texts.notRecordedLong
  if (item.allergens.length === 0) return undefined
  return texts.contains(item.allergens.map((allergen) => texts.allergens[allergen].toLowerCase()).join(', '))
}

export function DishSheet(props: DishSheetProps): VNode | null {
  const { party, item, onClose } = props
  const texts = useTexts().ordering
  const { wanted, change, prefix, setPrefix, tap, catalog } = useWanted(props)
  const { session } = party.waiter
  if (catalog === undefined) return null
  return (
    <Sheet
      open
      title={session.pick(item.name)}
      detail={containsWords(item, texts)}
      onClose={onClose}
      actions={
        <Deeds props={props} wanted={wanted} catalog={catalog} onQuantity={(quantity) => change({ quantity })} />
      }
    >
      <ModifierGroups
        catalog={catalog}
        item={item}
        choices={wanted.choices}
        prefix={prefix}
        onPrefix={setPrefix}
        onTap={tap}
        session={session}
      />
      <More props={props} wanted={wanted} catalog={catalog} change={change} />
    </Sheet>
  )
}
