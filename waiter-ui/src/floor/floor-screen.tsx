// All tables, as a map or as a list, area by area; tabs and takeaways beneath them.

import type { AreaId, TableId } from '@comanda/shared/model/ids'
import { Button } from '@comanda/ui-kit/components/button'
import { Segmented } from '@comanda/ui-kit/components/segmented'
import { EmptyState } from '@comanda/ui-kit/components/states'
import { TabPanel, Tabs } from '@comanda/ui-kit/components/tabs'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { QuietBadge } from '../asking/quiet-badge.tsx'
import { draftedParties } from '../home/drafted-parties.ts'
import { targetName } from '../ordering/party-name.ts'
import { hashOf, home } from '../route.ts'
import { useTexts, useWaiter } from '../waiter.ts'
import { type AreaSpots, floorSpots, homeArea, seatedIn } from './floor-view.ts'
import { FloorList } from './parts/floor-list.tsx'
import { FloorMap } from './parts/floor-map.tsx'
import { type Naming, tableless } from './spot-words.ts'
import './floor.css'

function useFloor(): { areas: readonly AreaSpots[]; naming: Naming } {
  const { session, drafts } = useWaiter()
  const state = session.signals.state.value
  const people = session.people.value
  const naming: Naming = {
    nameOf: (staffId) => people.find(({ id }) => id === staffId)?.name,
    me: session.me.value?.staffId,
  }
  if (state === undefined) return { areas: [], naming }
  const left = draftedParties(state, drafts.all.value.values())
  const dishesAt = new Map<TableId, number>()
  for (const { tableId, dishes } of left)
    if (tableId !== undefined) dishesAt.set(tableId, (dishesAt.get(tableId) ?? 0) + dishes)
  const areas = floorSpots({
    state,
    now: session.now.value,
    presence: session.signals.presence.value,
    deviceId: session.device.id,
    me: session.me.value?.staffId,
    drafts: dishesAt,
  })
  return { areas, naming }
}

export function FloorScreen({ view }: { view: 'map' | 'list' }): VNode {
  const { session, go, replace } = useWaiter()
  const { floor: words } = useTexts()
  const { areas, naming } = useFloor()
  const [chosen, setChosen] = useState<AreaId>()
  const areaId = chosen ?? homeArea(areas, session.me.value?.staffId)
  const shown = areas.find(({ area }) => area.id === areaId)
  const { seated, tables, guests } = seatedIn(areas)
  const name = shown === undefined ? '' : session.pick(shown.area.name)
  return (
    <div class="w-floor">
      <header class="w-floor-top">
        <Button label={words.back} icon="back" tone="quiet" onPress={() => go(home)} />
        <h1 class="k-unseen">{words.title}</h1>
        <Tabs
          name="w-area"
          label={words.areas}
          items={areas.map(({ area, spots }) => {
            const needs = spots.filter(({ floor }) => floor.badge !== undefined).length
            return { id: area.id, label: session.pick(area.name), ...(needs === 0 ? {} : { badge: needs }) }
          })}
          selected={areaId ?? ''}
          onSelect={(id) => setChosen(id as AreaId)}
        />
        <span class="k-grow" />
        <p class="w-floor-count">
          {words.seated(seated, tables)}, {words.guests(guests)}
        </p>
        <QuietBadge />
        <Segmented
          label={words.title}
          items={[
            { id: 'map', label: words.map, icon: 'map' },
            { id: 'list', label: words.list, icon: 'list' },
          ]}
          selected={view}
          onSelect={(to) => replace({ at: 'floor', view: to })}
        />
      </header>
      <main class="w-floor-main">
        <TabPanel name="w-area" selected={areaId ?? ''} class="w-floor-panel">
          {shown === undefined ? (
            <EmptyState glyph="map" title={words.none} />
          ) : view === 'map' ? (
            <FloorMap spots={shown.spots} naming={naming} label={name} />
          ) : (
            <FloorList spots={shown.spots} naming={naming} label={name} />
          )}
        </TabPanel>
        <Tableless />
      </main>
    </div>
  )
}

function Tableless(): VNode | null {
  const { session, drafts } = useWaiter()
  const { order: words, home: homeWords, ordering } = useTexts()
  const state = session.signals.state.value
  const orders = state === undefined ? [] : tableless(state)
  const begun = state === undefined ? [] : draftedParties(state, drafts.all.value.values())
  const waiting = begun.flatMap(({ draftId, opening, dishes }) =>
    draftId === undefined || opening === undefined ? [] : [{ draftId, opening, dishes }],
  )
  if (orders.length + waiting.length === 0) return null
  return (
    <nav class="w-floor-tabs" aria-label={words.tabs}>
      {orders.map(({ id, number, name, type }) => (
        <a key={id} class="w-floor-tab" href={hashOf({ at: 'order', orderId: id })}>
          <strong>{name ?? `#${number}`}</strong>
          <span class="k-muted">{type === 'takeaway' ? homeWords.takeaway : homeWords.barTab}</span>
        </a>
      ))}
      {waiting.map(({ draftId, opening, dishes }) => (
        <a key={draftId} class="w-floor-tab" href={hashOf({ at: 'draft', draftId })}>
          <strong>{targetName(state, { kind: 'new', opening }, ordering)}</strong>
          <span class="k-muted">{dishes === 0 ? homeWords.nothingYet : homeWords.draft(dishes)}</span>
        </a>
      ))}
    </nav>
  )
}
