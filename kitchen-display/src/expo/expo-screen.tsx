// The pass: whole orders, one row a course, one column a station, so that ticks line up down the page (KDS-11).
import { LanguageSwitch } from '@comanda/app-shell/parts/language-switch'
import { ThemeSwitch } from '@comanda/app-shell/parts/theme-switch'
import type { AppSession } from '@comanda/app-shell/session'
import type { BoundAction } from '@comanda/ui-kit/action'
import { ageText } from '@comanda/ui-kit/components/age'
import { Button } from '@comanda/ui-kit/components/button'
import { Dialog } from '@comanda/ui-kit/components/dialog'
import { Icon } from '@comanda/ui-kit/icons/icon'
import { bindKeys } from '@comanda/ui-kit/keys'
import { type Signal, useComputed } from '@preact/signals'
import { useEffect, useMemo, useState } from 'preact/hooks'
import { keepAwake, monotonic, watchGlass } from '../adapters/page.ts'
import { gridStyle } from '../layout/grid.ts'
import type { Setup } from '../setup/setup.ts'
import { SetupForm } from '../setup/setup-form.tsx'
import { paceAt } from '../slip/pace.ts'
import { Clock, OldBand } from '../station/bar.tsx'
import { Notices } from '../station/notices.tsx'
import { type Oldness, watchOldness } from '../station/oldness.ts'
import { createTouches } from '../station/touches.ts'
import { TroubleNotices } from '../station/trouble-notices.tsx'
import { ExpoRow } from './expo-row.tsx'
import { expoTexts } from './expo-texts.ts'
import { openPass, type Pass, rowHeight } from './pass.ts'
import { stationsOf } from './pass-rows.ts'
import '../css/expo.css'

export function ExpoScreen({ session, setup }: { session: AppSession; setup: Signal<Setup> }) {
  const pass = useMemo(() => openPass(session, setup, watchGlass()), [session, setup])
  useEffect(() => pass.dispose, [pass])
  useEffect(() => bindKeys(() => expoActions(pass), { target: window, on: () => setup.peek().keysOn }), [pass, setup])
  return <PassView pass={pass} />
}

const key = (name: string, keys: readonly string[], run: () => void): BoundAction => ({
  name,
  label: name,
  keys,
  enabled: true,
  run,
})

const expoActions = (pass: Pass): BoundAction[] => {
  const live = () => pass.shown.peek().filter(({ gone }) => gone === undefined)
  const at = () => live().findIndex(({ row }) => row.key === pass.selected.peek())
  const walk = (by: number) => () => {
    const all = live()
    const next = at() < 0 ? (by > 0 ? 0 : all.length - 1) : Math.max(0, Math.min(all.length - 1, at() + by))
    pass.selected.value = all[next]?.row.key
  }
  const chosen = () => live()[at()]?.row
  const turn = (by: number) => () => {
    pass.page.value = Math.max(0, Math.min(pass.pages.peek() - 1, pass.page.peek() + by))
  }
  const act = (run: (row: NonNullable<ReturnType<typeof chosen>>) => void) => () => {
    const row = chosen()
    if (row !== undefined) run(row)
  }
  return [
    key('previous', ['ArrowUp'], walk(-1)),
    key('next', ['ArrowDown'], walk(1)),
    key('press', ['Enter', 'NumpadEnter', 'ControlLeft'], act(pass.press)),
    key('call', ['Space', 'NumpadAdd'], act(pass.call)),
    key('fire', ['KeyF', 'NumpadMultiply'], act(pass.fire)),
    key('page-before', ['PageUp'], turn(-1)),
    key('page-after', ['PageDown'], turn(1)),
    key('cancel', ['Escape'], () => {
      pass.selected.value = undefined
      pass.asked.value = undefined
    }),
  ]
}

function PassView({ pass }: { pass: Pass }) {
  const { session, grid, shown } = pass
  const words = session.t(expoTexts)
  const oldness = useMemo(() => watchOldness(session), [session])
  const [isMenu, setMenu] = useState(false)
  const [isAwake, setAwake] = useState(false)
  useEffect(() => (isAwake ? keepAwake() : undefined), [isAwake])
  const touches = useMemo(() => createTouches(pass, monotonic, () => setAwake(true)), [pass])
  const catalog = session.signals.state.value?.catalog
  const stations = catalog === undefined ? [] : stationsOf(pass.rows.value, catalog)
  const style = {
    ...gridStyle(grid.value),
    '--stations': String(stations.length),
    '--row': `${rowHeight(grid.value)}px`,
  }
  return (
    <>
      <div class={`kds expo ${oldness.value.kind}`} style={style} {...touches}>
        <ExpoBar pass={pass} oldness={oldness.value} onMenu={() => setMenu(true)} />
        <main class="pass" aria-label={words.title}>
          <div class="pass-head" aria-hidden="true">
            <span>{words.table}</span>
            {stations.map((id) => {
              const name = catalog?.stations[id]?.name
              return <span key={id}>{name && session.pick(name)}</span>
            })}
            <span>{words.next}</span>
            <span>{words.stationsReady}</span>
          </div>
          {shown.value.map((hung) => (
            <ExpoRow key={hung.row.key} pass={pass} hung={hung} stations={stations} />
          ))}
          {pass.rows.value.length === 0 && <p class="all-clear">{words.empty}</p>}
        </main>
        <div class="frame" aria-hidden="true" />
      </div>
      <Notices session={session}>
        <TroubleNotices station={pass} own={[]} />
      </Notices>
      {isMenu && <ExpoMenu pass={pass} onClose={() => setMenu(false)} />}
    </>
  )
}

type BarProps = { pass: Pass; oldness: Oldness; onMenu: () => void }

function ExpoBar({ pass, oldness, onMenu }: BarProps) {
  const { session, rows, words: common } = pass
  const words = session.t(expoTexts)
  const isOld = oldness.kind !== 'fresh'
  return (
    <header class="bar">
      <h1 class="station-name">
        <button type="button" aria-haspopup="dialog" title={common.value.menu} onClick={onMenu}>
          {words.title}
        </button>
      </h1>
      {isOld ? <OldBand station={pass} oldness={oldness} /> : <ExpoFigures pass={pass} count={rows.value.length} />}
      <Clock station={pass} isOld={isOld} />
    </header>
  )
}

function ExpoFigures({ pass, count }: { pass: Pass; count: number }) {
  const { session, rows, words: common, page, pages, perPage } = pass
  const words = session.t(expoTexts)
  const oldest = useComputed(() =>
    ageText(session.now.value - rows.value.reduce((least, { firedAt }) => Math.min(least, firedAt), session.now.value)),
  )
  const late = useComputed(
    () =>
      rows.value.filter((row) => !row.isReady && paceAt(row.firedAt, row.lateAt, session.now.value) === 'late').length,
  )
  const ready = rows.value.filter(({ isReady }) => isReady).length
  const hidden = count - Math.min(count, perPage.value)
  return (
    <div class="figures">
      <span class="figure">
        <b>{count}</b> {common.value.open}
      </span>
      {count > 0 && (
        <span class="figure">
          <b>{oldest}</b> {common.value.oldest}
        </span>
      )}
      <span class="tags">
        {ready > 0 && (
          <span class="tag ready">
            <Icon name="check" /> {words.ready(ready)}
          </span>
        )}
        {late.value > 0 && <span class="tag late">{common.value.late(late.value)}</span>}
      </span>
      {pages.value > 1 && (
        <button
          type="button"
          class="more"
          data-more={hidden}
          onClick={() => {
            page.value = (page.value + 1) % pages.value
          }}
        >
          <b>{common.value.more(hidden)}</b>
          <span>
            {page.value + 1}/{pages.value}
          </span>
        </button>
      )}
    </div>
  )
}

function ExpoMenu({ pass, onClose }: { pass: Pass; onClose: () => void }) {
  const { session, setup, words } = pass
  return (
    <Dialog title={words.value.menu} detail={session.me.value?.name} onClose={onClose}>
      <SetupForm session={session} setup={setup} onDone={onClose} />
      <div class="act-row">
        <LanguageSwitch worded />
        <ThemeSwitch worded />
        <Button label={session.me.value?.name ?? ''} icon="leave" onPress={() => void session.signOut()} />
      </div>
    </Dialog>
  )
}
