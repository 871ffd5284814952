// A station's screen put together: one for as long as it is set up as it is. Everything that listens ends with it.
import type { AppSession } from '@comanda/app-shell/session'
import type { BoundAction } from '@comanda/ui-kit/action'
import { bindKeys } from '@comanda/ui-kit/keys'
import { type Tones, tones } from '@comanda/ui-kit/sound'
import { toast } from '@comanda/ui-kit/toasts'
import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import {
  after,
  afterPaint,
  isVisible,
  keepAwake,
  measureOnCanvas,
  monotonic,
  onVisible,
  setLetters,
  watchGlass,
} from '../adapters/page.ts'
import type { Setup } from '../setup/setup.ts'
import type { SlipView } from '../slip/slip-view.ts'
import { listenToLateness, listenToNews, listenToOldness } from '../sound/listen.ts'
import { kitchenTexts } from '../texts/texts.ts'
import { actionLabels } from './action-labels.ts'
import { type Desk, kitchenActions, type Panel } from './actions.ts'
import { type Acts, createActs } from './acts.ts'
import { type Oldness, watchOldness } from './oldness.ts'
import { watchReceipts } from './receipts.ts'
import { createStation, type Station } from './station.ts'
import { tellRefused } from './tell-refused.ts'

export type StationDesk = {
  readonly station: Station
  readonly acts: Acts
  readonly desk: Desk
  readonly oldness: ReadonlySignal<Oldness>
  readonly tones: Tones | undefined
  readonly panel: Signal<Panel | undefined>
  /** The ticket whose further actions are open. */
  readonly asked: Signal<SlipView | undefined>
  /** Somebody has touched the screen since it was loaded: it may be heard, and stays lit. */
  readonly started: Signal<boolean>
  startShift(): void
  dispose(): void
}

const soundHere = (): Tones | undefined => (typeof AudioContext === 'undefined' ? undefined : tones(new AudioContext()))

const drawnSlips = (): Map<string, number> =>
  new Map(
    [...document.querySelectorAll<HTMLElement>('[data-ticket]')].map(({ dataset }) => [
      dataset.ticket ?? '',
      Number(dataset.version),
    ]),
  )

/** Of dialogs, at arm's length: smaller than on the tickets, and never smaller than on a tablet. */
const lettersFor = (item: number): number => Math.max(16, Math.min(30, Math.round(item * 0.72)))

export function openDesk(session: AppSession, setup: Signal<Setup>): StationDesk {
  const words = computed(() => session.t(kitchenTexts))
  const family = getComputedStyle(document.body).fontFamily
  const station = createStation({
    session,
    setup,
    words,
    glass: watchGlass(),
    measure: measureOnCanvas(family),
    monotonic,
    after,
  })
  const acts = createActs(station, tellRefused(session))
  const oldness = watchOldness(session)
  const sound = soundHere()
  const panel = signal<Panel | undefined>(undefined)
  const asked = signal<SlipView | undefined>(undefined)
  const started = signal(false)
  let sleep: (() => void) | undefined
  const mute = (): void => {
    setup.value = { ...setup.peek(), muted: !setup.peek().muted }
  }
  const desk: Desk = {
    station,
    acts,
    open: (next) => {
      panel.value = panel.peek() === next ? undefined : next
    },
    close: () => {
      panel.value = undefined
      asked.value = undefined
    },
    mute,
    labels: actionLabels[session.language.value],
  }
  const startShift = (): void => {
    if (started.peek()) return
    started.value = true
    sleep = keepAwake()
    void sound?.unlock()
  }
  // a key is a hand on the screen too: a digit must not find another ticket under its number
  const felt = (action: BoundAction): BoundAction => ({
    ...action,
    run: () => {
      startShift()
      station.touched()
      action.run()
    },
  })
  const play = sound === undefined ? () => {} : sound.play
  const stops = [
    station.dispose,
    listenToNews(station, play),
    listenToLateness(station, play),
    listenToOldness(oldness, session.now, play),
    watchReceipts(station, session.client, { afterPaint, isVisible, onVisible, drawn: drawnSlips }),
    effect(() => {
      if (sound !== undefined) sound.muted.value = setup.value.muted
    }),
    bindKeys(() => kitchenActions({ ...desk, labels: actionLabels[session.language.peek()] }).map(felt), {
      target: window,
      remap: () => setup.peek().keys,
      on: () => setup.peek().keysOn,
      onRefused: (_, why) => toast(why, { tone: 'warn' }),
    }),
    effect(() => setLetters(lettersFor(station.grid.value.measures.item))),
    () => setLetters(undefined),
    () => sleep?.(),
  ]
  return {
    station,
    acts,
    desk,
    oldness,
    tones: sound,
    panel,
    asked,
    started,
    startShift,
    dispose: () => {
      for (const stop of stops) stop()
    },
  }
}
