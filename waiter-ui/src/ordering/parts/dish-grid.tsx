// The dishes of one category, of Top, or those that were searched for.
import { findDishes } from '@comanda/shared/domain/dish-search'
import type { Item } from '@comanda/shared/model/menu'
import { EmptyState } from '@comanda/ui-kit/components/states'
import { computed } from '@preact/signals'
import type { VNode } from 'preact'
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks'
import { useTexts } from '../../waiter.ts'
import { keepTabStop, setTabStop, walkGrid } from '../adapters/walk-grid.ts'
import { dishesIn } from '../menu-view.ts'
import type { Party } from '../party.ts'
import { letterSize } from '../tile-words.ts'
import { DishButton } from './dish-button.tsx'

/** A long list is drawn as far as anybody looks. */
const mostFound = 60

function shownDishes(party: Party): Item[] {
  const catalog = party.state.value?.catalog
  if (catalog === undefined) return []
  const typed = party.view.typed.value
  if (typed !== undefined) return findDishes(catalog, typed).slice(0, mostFound)
  const place = party.view.place.value
  if (place !== 'top') return dishesIn(catalog, place)
  return party.waiter.top.value.flatMap((id) => {
    const item = catalog.items[id]
    return item === undefined ? [] : [item]
  })
}

const sameItems = (some: readonly Item[], others: readonly Item[]): boolean =>
  some.length === others.length && some.every((item, place) => item === others[place])

/** The same list while the same dishes are in it: the state changes with every event, the menu hardly ever. */
function steadyDishes(party: Party) {
  let last: Item[] = []
  return computed(() => {
    const shown = shownDishes(party)
    if (!sameItems(shown, last)) last = shown
    return last
  })
}

export function DishGrid({ party }: { party: Party }): VNode {
  const texts = useTexts().ordering
  const dishes = useMemo(() => steadyDishes(party), [party]).value
  const typed = party.view.typed.value
  const grid = useRef<HTMLElement>(null)
  useLayoutEffect(() => {
    setTabStop(grid.current)
    grid.current?.scrollTo(0, 0)
  }, [dishes])
  if (dishes.length === 0 && typed !== undefined)
    return (
      <div class="w-grid-none">
        <EmptyState title={typed.trim() === '' ? texts.searchEmpty : texts.searchNone(typed.trim())} glyph="search" />
      </div>
    )
  return (
    <section
      ref={grid}
      class="w-grid"
      data-long={letterSize(dishes.map(({ name }) => party.waiter.session.pick(name)))}
      aria-label={texts.dishes}
      onKeyDown={walkGrid}
      onFocusIn={keepTabStop}
    >
      {dishes.map((item) => (
        <DishButton key={item.id} item={item} party={party} />
      ))}
    </section>
  )
}
