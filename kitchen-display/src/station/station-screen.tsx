// A station's screen: the bar, the rail with its slips, the panel, and the frame that says when none of it can be believed.

import type { AppSession } from '@comanda/app-shell/session'
import type { Signal } from '@preact/signals'
import type { VNode } from 'preact'
import { useMemo, useRef } from 'preact/hooks'
import { ScreenBar } from '../every-screen/screen-bar.tsx'
import { createTouches } from '../every-screen/touches.ts'
import { useOpened } from '../every-screen/use-opened.ts'
import { gridStyle } from '../layout/grid.ts'
import type { Setup } from '../setup/setup.ts'
import { Slip, type SlipProps } from '../slip/slip.tsx'
import { openDesk, type StationDesk } from './desk.ts'
import { BottomStrip, SidePanel } from './panel.tsx'
import { StationDialogs } from './station-dialogs.tsx'
import { PageTurn, StationFigures, stationNames } from './station-figures.tsx'

export function StationScreen({ session, setup }: { session: AppSession; setup: Signal<Setup> }) {
  const open = useOpened(() => openDesk(session, setup), [session, setup])
  return open === undefined ? null : <Kitchen open={open} />
}

function Kitchen({ open }: { open: StationDesk }) {
  const { screen, station } = open
  const { grid, oldness, shift } = screen
  const touches = useMemo(() => createTouches(station.fingers, shift.start), [station, shift])
  return (
    <>
      <div class={`kds ${oldness.value.kind}`} style={gridStyle(grid.value)} {...touches}>
        <ScreenBar screen={screen} name={stationNames(station)} pages={<PageTurn station={station} />}>
          <StationFigures station={station} />
        </ScreenBar>
        <main class="rail" aria-label={station.words.value.title}>
          <Slips open={open} />
          {station.queue.value.length === 0 && <AllClear open={open} />}
        </main>
        {grid.value.panel ? <SidePanel {...{ screen, station }} /> : <BottomStrip {...{ screen, station }} />}
        <div class="frame" aria-hidden="true" />
      </div>
      <StationDialogs open={open} />
    </>
  )
}

/** A slip that shows the same is the same node, and is not even compared. */
function Slips({ open }: { open: StationDesk }) {
  const { screen, station, acts } = open
  const kept = useRef(new Map<string, { props: SlipProps; words: unknown; node: VNode }>())
  const words = station.words.value
  const before = kept.current
  const now: typeof before = new Map()
  for (const shown of station.shown.value) {
    const { place, view } = shown
    const key = `${place.id}/${place.part}`
    const isSelected = station.selected.value === place.id
    const isChanged = station.changed.value.has(view.ticket.id)
    const known = before.get(key)
    if (known !== undefined && known.words === words && isSame(known.props, { shown, isSelected, isChanged })) {
      now.set(key, known)
      continue
    }
    const onMore: SlipProps['onMore'] = (each) => {
      acts.touch(each)
      screen.over.value = { at: 'ticket', ticketId: each.ticket.id }
    }
    const props: SlipProps = { station, acts, shown, isSelected, isChanged, onMore }
    now.set(key, { props, words, node: <Slip key={key} {...props} /> })
  }
  kept.current = now
  return <>{[...now.values()].map(({ node }) => node)}</>
}

const isSame = (before: SlipProps, after: Pick<SlipProps, 'shown' | 'isSelected' | 'isChanged'>): boolean => {
  const a = before.shown
  const b = after.shown
  return (
    before.isSelected === after.isSelected &&
    before.isChanged === after.isChanged &&
    a.view === b.view &&
    a.sheet === b.sheet &&
    a.gone === b.gone &&
    a.number === b.number &&
    a.place.row === b.place.row &&
    a.place.column === b.place.column &&
    a.place.span === b.place.span &&
    a.place.parts === b.place.parts
  )
}

function AllClear({ open }: { open: StationDesk }) {
  const { session, words, setup } = open.station
  const state = session.signals.state.value
  if (state === undefined) return <p class="all-clear">{words.value.waitingFirst}</p>
  let last = 0
  for (const { status, stationId, bumpedAt } of state.tickets.values())
    if (status === 'bumped' && setup.value.stationIds.includes(stationId)) last = Math.max(last, bumpedAt ?? 0)
  return (
    <p class="all-clear">
      <b>{words.value.clear}</b>
      {last > 0 && <span>{words.value.lastBump(session.clock(last))}</span>}
    </p>
  )
}
