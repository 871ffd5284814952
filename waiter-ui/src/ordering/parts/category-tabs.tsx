// Top and the categories; while somebody searches, the field to type in.
import { Field } from '@comanda/ui-kit/components/field'
import { Tabs } from '@comanda/ui-kit/components/tabs'
import { computed } from '@preact/signals'
import type { VNode } from 'preact'
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks'
import { useTexts } from '../../waiter.ts'
import { categoriesOf } from '../menu-view.ts'
import type { MenuPlace, Party } from '../party.ts'

function SearchField({ party, typed }: { party: Party; typed: string }): VNode {
  const texts = useTexts().ordering
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  useLayoutEffect(() => field.current?.focus(), [])
  return (
    <search class="w-search">
      <Field
        quiet
        label={texts.search}
        type="search"
        icon="search"
        value={typed}
        placeholder={texts.searchHint}
        inputRef={field}
        onInput={(text) => {
          party.view.typed.value = text
        }}
      />
    </search>
  )
}

export function CategoryTabs({ party }: { party: Party }): VNode {
  const texts = useTexts().ordering
  const { session } = party.waiter
  const catalog = useMemo(() => computed(() => party.state.value?.catalog), [party]).value
  const typed = party.view.typed.value
  if (typed !== undefined) return <SearchField party={party} typed={typed} />
  const categories = catalog === undefined ? [] : categoriesOf(catalog)
  const items = [
    { id: 'top', label: texts.top },
    ...categories.map(({ id, name }) => ({ id: id as string, label: session.pick(name) })),
  ]
  return (
    <div class="w-tabs">
      <Tabs
        label={texts.categories}
        items={items}
        selected={party.view.place.value}
        onSelect={(id) => {
          party.view.place.value = id as MenuPlace
        }}
      />
    </div>
  )
}
