// A station's screen put together: one for as long as it is set up as it is. Everything that listens ends with it.
import type { AppSession } from '@comanda/app-shell/session'
import type { BoundAction } from '@comanda/ui-kit/action'
import { computed, type Signal } from '@preact/signals'
import { after, afterPaint, isVisible, measureOnCanvas, monotonic, onVisible } from '../adapters/page.ts'
import { listenToKeys, openScreen, type Screen } from '../every-screen/screen.ts'
import type { Setup } from '../setup/setup.ts'
import type { SlipView } from '../slip/slip-view.ts'
import { listenToLateness, listenToNews, type Timed } from '../sound/listen.ts'
import type { Audible } from '../sound/news.ts'
import { type Acts, createActs } from './acts.ts'
import { watchReceipts } from './receipts.ts'
import { createStation, type Station } from './station.ts'
import { stationActions } from './station-actions.ts'

export type StationDesk = {
  readonly screen: Screen
  readonly station: Station
  readonly acts: Acts
  readonly actions: () => BoundAction[]
  dispose(): void
}

const drawnSlips = (): Map<string, number> =>
  new Map(
    [...document.querySelectorAll<HTMLElement>('[data-ticket]')].map(({ dataset }) => [
      dataset.ticket ?? '',
      Number(dataset.version),
    ]),
  )

/** What a cook was told by mouth, or brought back by hand, comes without a sound. */
export const audibleSlip = ({ ticket, groups }: SlipView): Audible => ({
  id: ticket.id,
  version: ticket.version,
  isQuiet: ticket.bumpedAt !== undefined || groups.every(({ told }) => told),
})

const timed = ({ ticket, lateAt }: SlipView): Timed => ({ id: ticket.id, firedAt: ticket.firedAt, lateAt })

export function openDesk(session: AppSession, setup: Signal<Setup>): StationDesk {
  const screen = openScreen(session, setup)
  const family = getComputedStyle(document.body).fontFamily
  const station = createStation({ screen, measure: measureOnCanvas(family), monotonic, after })
  const acts = createActs(station, screen.send)
  const actions = () => stationActions({ screen, station, acts })
  const audible = computed(() => station.queue.value.map(audibleSlip))
  const times = computed(() => station.queue.value.map(timed))
  const { play } = screen.shift
  const stops = [
    station.dispose,
    listenToNews(session, {
      things: audible,
      isOwn: screen.isOwn,
      play,
      seen: ({ changed }) => {
        if (changed.length > 0) station.changed.value = new Set([...station.changed.peek(), ...changed])
      },
    }),
    listenToLateness(session, times, play),
    watchReceipts(station, session.client, { afterPaint, isVisible, onVisible, drawn: drawnSlips }),
    listenToKeys(screen, actions, station.touched),
    screen.dispose,
  ]
  return {
    screen,
    station,
    acts,
    actions,
    dispose: () => {
      for (const stop of stops) stop()
    },
  }
}
