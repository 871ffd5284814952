// The pass: whole orders, one row a course, one column a station, so that ticks line up down the page (KDS-11).
import type { AppSession } from '@comanda/app-shell/session'
import type { Signal } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import { ScreenBar } from '../every-screen/screen-bar.tsx'
import { createTouches } from '../every-screen/touches.ts'
import { useOpened } from '../every-screen/use-opened.ts'
import { gridStyle } from '../layout/grid.ts'
import type { Setup } from '../setup/setup.ts'
import { ExpoFigures, ExpoPages } from './expo-figures.tsx'
import { ExpoRow } from './expo-row.tsx'
import { expoTexts } from './expo-texts.ts'
import { openPass, type PassDesk } from './pass-desk.ts'
import { PassDialogs } from './pass-dialogs.tsx'
import { stationsOf } from './pass-rows.ts'
import '../css/expo.css'

export function ExpoScreen({ session, setup }: { session: AppSession; setup: Signal<Setup> }) {
  const open = useOpened(() => openPass(session, setup), [session, setup])
  return open === undefined ? null : <PassView open={open} />
}

function PassView({ open }: { open: PassDesk }) {
  const { screen, pass } = open
  const { session, grid, oldness, shift } = screen
  const words = session.t(expoTexts)
  const touches = useMemo(() => createTouches(pass.fingers, shift.start), [pass, shift])
  const catalog = session.signals.state.value?.catalog
  const stations = catalog === undefined ? [] : stationsOf(pass.rows.value, catalog)
  const style = {
    ...gridStyle(grid.value),
    '--stations': String(stations.length),
    '--row': `${pass.rowPx.value}px`,
  }
  return (
    <>
      <div class={`kds expo ${oldness.value.kind}`} style={style} {...touches}>
        <ScreenBar screen={screen} name={words.title} pages={<ExpoPages pass={pass} />}>
          <ExpoFigures pass={pass} />
        </ScreenBar>
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
          {pass.shown.value.map((hung, index) => (
            <ExpoRow key={hung.row.key} pass={pass} hung={hung} number={index + 1} stations={stations} />
          ))}
          {pass.rows.value.length === 0 && <p class="all-clear">{words.empty}</p>}
        </main>
        <div class="frame" aria-hidden="true" />
      </div>
      <PassDialogs open={open} />
    </>
  )
}
