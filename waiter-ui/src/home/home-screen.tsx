// The waiter's own page: my tables, the one most in need first, and beside them what waits to be taken.

import { Button } from '@comanda/ui-kit/components/button'
import { EmptyState } from '@comanda/ui-kit/components/states'
import { Icon } from '@comanda/ui-kit/icons/icon'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { AlertLists } from '../alerts/parts/alert-lists.tsx'
import { useAlerts } from '../alerts/use-alerts.ts'
import { QuietBadge } from '../asking/quiet-badge.tsx'
import type { Route } from '../route.ts'
import { useTexts, useWaiter } from '../waiter.ts'
import { draftedParties, othersDrafts } from './drafted-parties.ts'
import { myTables } from './my-tables.ts'
import { NewOrderSheet } from './parts/new-order-sheet.tsx'
import { SettingsSheet } from './parts/settings-sheet.tsx'
import { TableRow } from './parts/table-row.tsx'
import './home.css'

const narrow = 560

function useMyTables() {
  const { session, drafts } = useWaiter()
  const state = session.signals.state.value
  const me = session.me.value?.staffId
  if (state === undefined || me === undefined) return { rows: [], others: [] }
  const written = draftedParties(state, drafts.all.value.values())
  const rows = myTables({ state, me, now: session.now.value, drafts: written })
  return { rows, others: othersDrafts(written, me, rows) }
}

/** On a phone the list is the better floor. */
const floorRoute = (): Route => ({ at: 'floor', view: window.innerWidth < narrow ? 'list' : 'map' })

export function HomeScreen(): VNode {
  const { go } = useWaiter()
  const { home } = useTexts()
  const { rows, others } = useMyTables()
  const { alerts, came } = useAlerts()
  const [ordering, setOrdering] = useState(false)
  const isCalm = alerts.length + came.length === 0
  return (
    <div class={isCalm ? 'w-home w-home-calm' : 'w-home'}>
      <HomeHead />
      <div class="w-home-body">
        <main class="w-home-tables">
          <header class="w-home-head">
            <h1>{home.title}</h1>
            {rows.length > 1 && <span class="k-muted">{home.sorted}</span>}
          </header>
          {rows.length === 0 ? (
            <EmptyState
              glyph="table"
              title={home.none}
              detail={home.noneWhat}
              action={<Button label={home.floor} icon="map" tone="primary" size="l" onPress={() => go(floorRoute())} />}
            />
          ) : (
            <ul class="w-mine">
              {rows.map((row) => (
                <TableRow key={row.key} row={row} />
              ))}
            </ul>
          )}
          {others.length > 0 && (
            <section class="w-others-drafts" aria-label={home.othersDrafts}>
              <header class="w-home-head">
                <h2>{home.othersDrafts}</h2>
              </header>
              <ul class="w-mine">
                {others.map((row) => (
                  <TableRow key={row.key} row={row} />
                ))}
              </ul>
            </section>
          )}
        </main>
        <aside class="w-home-rail">
          <AlertLists />
        </aside>
      </div>
      <nav class="w-home-ways">
        <Button label={home.floor} icon="map" size="l" wide onPress={() => go(floorRoute())} />
        <Button label={home.newOrder} icon="plus" size="l" wide popup="dialog" onPress={() => setOrdering(true)} />
      </nav>
      {ordering && <NewOrderSheet onClose={() => setOrdering(false)} />}
    </div>
  )
}

const initials = (name: string): string => name.slice(0, 2).toUpperCase()

function HomeHead(): VNode {
  const { session } = useWaiter()
  const { home } = useTexts()
  const [open, setOpen] = useState(false)
  const me = session.me.value
  const name = me?.name ?? ''
  return (
    <header class="w-home-top">
      <span class="w-brand">
        <Icon name="slip" />
        <strong>{session.restaurant.name}</strong>
      </span>
      <span class="k-grow" />
      <QuietBadge />
      <time class="w-clock">{session.clock(session.now.value)}</time>
      <button
        type="button"
        class="w-me"
        aria-label={home.settingsOf(name)}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <span class="w-initials">{initials(name)}</span>
        <span class="w-me-name">{name}</span>
      </button>
      {open && <SettingsSheet onClose={() => setOpen(false)} />}
    </header>
  )
}
