// One dish on the menu: a tap adds it. It is drawn again only when what it says of itself changed.
import type { Item } from '@comanda/shared/model/menu'
import { Icon } from '@comanda/ui-kit/icons/icon'
import { computed } from '@preact/signals'
import type { VNode } from 'preact'
import { useMemo } from 'preact/hooks'
import type { Texts } from '../../texts/texts.ts'
import { useTexts } from '../../waiter.ts'
import { longPress } from '../adapters/long-press.ts'
import { amounts } from '../amounts.ts'
import { dishMark, hasNoStation, questionOf, supplyOf } from '../menu-view.ts'
import type { Party } from '../party.ts'
import { tapDish } from '../tap-dish.ts'
import { hyphenated } from '../tile-words.ts'

/** What a button says beside its name, each by itself: a text that did not change draws nothing. */
function says(party: Party, item: Item) {
  const { catalog, counts, switches } = party
  return {
    drafted: computed(() => party.quantities.value.get(item.id) ?? 0),
    supply: computed(() => supplyOf(counts.value?.get(item.id))),
    left: computed(() => counts.value?.get(item.id)?.left ?? 0),
    noStation: computed(() => {
      const [current, switched] = [catalog.value, switches.value]
      return (
        current !== undefined && switched !== undefined && hasNoStation({ catalog: current, switches: switched }, item)
      )
    }),
    question: computed(() => (catalog.value === undefined ? undefined : questionOf(catalog.value, item))),
    /** The room of a mark is there on every dish once anybody named an allergy: another seat moves no dish. */
    marks: computed(() => party.allergies.value.length > 0),
    mark: computed(() => {
      if (catalog.value === undefined) return ''
      const mark = dishMark(catalog.value, item, party.allergies.value, party.seat.value)
      return mark.kind === 'contains' ? mark.allergens.join(',') : mark.kind === 'not-recorded' ? '?' : ''
    }),
  }
}

type MarkProps = { mark: string; room: boolean; texts: Texts['ordering'] }

function Mark({ mark, room, texts }: MarkProps): VNode | null {
  if (mark === '')
    return room ? (
      <span class="w-dish-mark w-dish-mark-room" aria-hidden="true">
        <Icon name="triangle" size="s" />
      </span>
    ) : null
  const names = mark.split(',').map((name) => texts.allergens[name as keyof typeof texts.allergens])
  return (
    <span class="w-dish-mark" data-unsure={mark === '?' || undefined}>
      <Icon name="triangle" size="s" />
      <span>{mark === '?' ? texts.notRecorded : names.join(', ')}</span>
    </span>
  )
}

function Standing({ said }: { said: ReturnType<typeof says> }): VNode | null {
  const texts = useTexts().ordering
  const supply = said.supply.value
  if (supply === 'out')
    return (
      <span class="w-dish-left" data-supply="out">
        <span aria-hidden="true">{texts.soldOut}</span>
        <span class="k-unseen">{texts.soldOutSpoken}</span>
      </span>
    )
  if (said.noStation.value)
    return (
      <span class="w-dish-left" data-supply="out">
        {texts.noStation}
      </span>
    )
  if (supply !== 'plenty')
    return (
      <span class="w-dish-left" data-supply={supply}>
        {texts.left(said.left.value)}
      </span>
    )
  if (said.question.value === undefined) return null
  return (
    <span class="w-dish-asks">
      <Icon name="dots" />
      <span class="k-unseen">{texts.asks}</span>
    </span>
  )
}

function priceOf(item: Item, format: (minor: number) => string, texts: Texts['ordering']): string {
  switch (item.price?.kind) {
    case 'fixed':
      return format(item.price.amount)
    case 'by-weight':
      return texts.perKilogram(format(item.price.perKilogram))
    case 'open':
      return texts.open
    case undefined:
      return ''
  }
}

export function DishButton({ item, party }: { item: Item; party: Party }): VNode {
  const texts = useTexts().ordering
  const { session } = party.waiter
  const said = useMemo(() => says(party, item), [party, item])
  const press = useMemo(
    () =>
      longPress(() => {
        party.view.sheet.value = { kind: 'dish', item }
      }),
    [party, item],
  )
  const drafted = said.drafted.value
  const isOut = said.supply.value === 'out' || said.noStation.value
  const settings = party.state.peek()?.catalog.settings
  const { wasLong, ...heard } = press
  const name = session.pick(item.name)
  return (
    <button
      type="button"
      class="w-dish"
      data-drafted={drafted > 0 || undefined}
      data-out={isOut || undefined}
      data-marked={said.mark.value === '' ? undefined : true}
      {...heard}
      onClick={(event) => {
        if (event.detail === 0 || !wasLong()) tapDish(party, item)
      }}
    >
      <span class="w-dish-name">{hyphenated(name)}</span>
      {drafted > 0 ? (
        <span class="w-dish-count">
          <span aria-hidden="true">{drafted}</span>
          <span class="k-unseen">{texts.drafted(drafted)}</span>
        </span>
      ) : null}
      <Mark mark={said.mark.value} room={said.marks.value} texts={texts} />
      <span class="w-dish-foot">
        <span class="w-dish-price">{settings === undefined ? '' : priceOf(item, amounts(settings), texts)}</span>
        <Standing said={said} />
      </span>
    </button>
  )
}
