// What a station's screen and the pass have in common: whose tickets, how large, how old, what is open over them, how a
// command is given. Everything that listens ends with it.
import type { AppSession } from '@comanda/app-shell/session'
import type { State } from '@comanda/shared/domain/state'
import type { ItemId, StationId, TicketId } from '@comanda/shared/model/ids'
import type { Cancel } from '@comanda/shared/ports/time'
import type { BoundAction } from '@comanda/ui-kit/action'
import { bindKeys } from '@comanda/ui-kit/keys'
import { toast } from '@comanda/ui-kit/toasts'
import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import { setLetters, watchGlass } from '../adapters/page.ts'
import { type Grid, gridOf } from '../layout/grid.ts'
import type { Glass } from '../layout/type-size.ts'
import type { Setup } from '../setup/setup.ts'
import { listenToOldness } from '../sound/listen.ts'
import type { KitchenTexts } from '../texts/kitchen-texts.ts'
import { kitchenTexts } from '../texts/texts.ts'
import { type Oldness, watchOldness } from './oldness.ts'
import { type Send, sendFrom } from './send.ts'
import { openShift, type Shift } from './shift.ts'
import { openSoon, type Soon } from './soon.ts'

/** What is open over the tickets. */
export type Over =
  | { readonly at: 'recall' | 'all-day' | 'keys' | 'menu' | 'counts' | 'notices' }
  | { readonly at: 'ticket'; readonly ticketId: TicketId }
  /** A row of the pass. */
  | { readonly at: 'row'; readonly key: string }
  | { readonly at: 'unstarted'; readonly itemId: ItemId }

export type Screen = {
  readonly session: AppSession
  readonly setup: Signal<Setup>
  readonly words: ReadonlySignal<KitchenTexts>
  readonly glass: ReadonlySignal<Glass>
  readonly grid: ReadonlySignal<Grid>
  readonly oldness: ReadonlySignal<Oldness>
  /** Whose tickets it is about: a station's screen its own, the pass everybody's. */
  readonly stationIds: ReadonlySignal<readonly StationId[]>
  readonly over: Signal<Over | undefined>
  readonly shift: Shift
  readonly soon: Soon
  readonly send: Send
  /** While a command given here changes what is shown here. */
  readonly isOwn: () => boolean
  dispose(): void
}

const noStations: readonly StationId[] = []

const stationsOf = (state: State | undefined): readonly StationId[] =>
  state === undefined
    ? noStations
    : Object.values(state.catalog.stations).flatMap((station) => (station?.enabled === true ? [station.id] : []))

/** Of dialogs, at arm's length: smaller than on the tickets, and never smaller than on a tablet. */
const lettersFor = (item: number): number => Math.max(16, Math.min(30, Math.round(item * 0.72)))

export function openScreen(session: AppSession, setup: Signal<Setup>): Screen {
  const words = computed(() => session.t(kitchenTexts))
  const { glass, stop: stopGlass } = watchGlass()
  const grid = computed(() => gridOf(glass.value, setup.value.viewing))
  const oldness = watchOldness(session)
  const shift = openShift(setup)
  const { send, isOwn } = sendFrom(session)
  const soon = openSoon({ session, send, notDone: (says) => `${words.peek().refused}: ${says}`, page: document })
  const all = computed(() => stationsOf(session.signals.state.value))
  const stops = [
    stopGlass,
    shift.dispose,
    soon.dispose,
    listenToOldness(oldness, session.now, shift.play),
    effect(() => setLetters(lettersFor(grid.value.measures.item))),
    () => setLetters(undefined),
  ]
  return {
    session,
    setup,
    words,
    glass,
    grid,
    oldness,
    stationIds: computed(() => (setup.value.role === 'expo' ? all.value : setup.value.stationIds)),
    over: signal<Over | undefined>(undefined),
    shift,
    soon,
    send,
    isOwn,
    dispose: () => {
      for (const stop of stops) stop()
    },
  }
}

/** Pressed again, it closes. */
export const openOver = (
  { over }: Pick<Screen, 'over'>,
  at: Exclude<Over['at'], 'ticket' | 'row' | 'unstarted'>,
): void => {
  over.value = over.peek()?.at === at ? undefined : { at }
}

/** A key is a hand on the screen too: it begins the shift, and a digit must not find another ticket under its number. */
export const listenToKeys = (screen: Screen, actions: () => BoundAction[], touched: () => void): Cancel => {
  const felt = (action: BoundAction): BoundAction => ({
    ...action,
    run: () => {
      screen.shift.start()
      touched()
      action.run()
    },
  })
  return bindKeys(() => actions().map(felt), {
    target: window,
    remap: () => screen.setup.peek().keys,
    on: () => screen.setup.peek().keysOn,
    onRefused: (_, why) => toast(why, { tone: 'warn' }),
  })
}
