// The board's life: whose device it is, the view it is shown, what was just called, and the time. It asks for nothing and
// keeps nothing: what it shows is what the server last told, or it says that it does not know.

import { deviceShelf } from '@comanda/app-shell/adapters/device-shelf'
import { every, everySecond, newsBetweenTabs, pageFetch, socketUrl } from '@comanda/app-shell/adapters/page'
import { pageShelf } from '@comanda/app-shell/adapters/page-shelf'
import { type Api, createApi } from '@comanda/app-shell/api'
import { DoorKeeper } from '@comanda/app-shell/door'
import { createPreferences, type Preferences } from '@comanda/app-shell/preferences'
import { seatKeeper } from '@comanda/app-shell/seat'
import type { Millis } from '@comanda/shared/ports/time'
import { platformClock, platformRandom, platformTimers } from '@comanda/sync-client/adapters/platform'
import { nudgeOnWake } from '@comanda/sync-client/adapters/wake'
import { webSocketTransport } from '@comanda/sync-client/adapters/web-socket'
import type { FreshnessStatus } from '@comanda/sync-client/freshness-watch'
import { createViewClient } from '@comanda/sync-client/view-client'
import { type Tones, tones } from '@comanda/ui-kit/sound'
import { effect, type ReadonlySignal, signal } from '@preact/signals'
import { type BoardView, called, calledFor, nothing, pageTurns, readView } from './numbers.ts'
import { boardTexts } from './texts.ts'

const screen = 'board'

export type Board = {
  readonly preferences: Preferences
  readonly api: Api
  readonly door: DoorKeeper
  readonly view: ReadonlySignal<BoardView>
  readonly status: ReadonlySignal<FreshnessStatus>
  readonly now: ReadonlySignal<Millis>
  /** Numbers that stand large, with the moment until which they do. */
  readonly calls: ReadonlySignal<ReadonlyMap<number, Millis>>
  /** How often the pages have turned. */
  readonly turn: ReadonlySignal<number>
  readonly sound: Tones
}

export function startBoard(): Board {
  const shelf = pageShelf()
  const preferences = createPreferences(shelf, navigator.languages)
  effect(() => {
    document.documentElement.lang = preferences.language.value
    document.documentElement.dataset.theme = preferences.theme.value
  })
  const api = createApi({
    screen,
    language: () => preferences.language.peek(),
    fetch: pageFetch,
    unreachable: () => boardTexts[preferences.language.peek()].unreachable,
  })
  const door = new DoorKeeper({
    api,
    keeper: seatKeeper(deviceShelf(), screen),
    news: newsBetweenTabs(`comanda seat ${screen}`),
    kinds: ['board', 'kitchen', 'front'],
    needsPerson: false,
    startsLocked: false,
  })
  const sound = tones(new AudioContext())
  const turn = signal(0)
  every(pageTurns, () => {
    turn.value += 1
  })
  void door.begin()
  const shown = showView(door, sound)
  return { preferences, api, door, sound, turn, ...shown }
}

function showView(door: DoorKeeper, sound: Tones): Pick<Board, 'view' | 'status' | 'now' | 'calls'> {
  const client = createViewClient({
    url: socketUrl(screen),
    build: 'board 0.1.0',
    room: 'board',
    clock: platformClock,
    timers: platformTimers,
    random: platformRandom,
    transport: webSocketTransport(),
    onFault: (fault) => console.error(fault),
  })
  const view = signal<BoardView>(nothing)
  const status = signal(client.status())
  const now = signal(client.serverNow())
  const calls = signal<ReadonlyMap<number, Millis>>(new Map())
  let before: BoardView | undefined
  let body: unknown
  const take = (): void => {
    status.value = client.status()
    if (client.view() === body) return
    body = client.view()
    const after = readView(body)
    const fresh = called(before, after)
    before = after
    view.value = after
    if (fresh.length === 0) return
    const until = client.serverNow() + calledFor
    calls.value = new Map([...calls.peek(), ...fresh.map((number): [number, Millis] => [number, until])])
    sound.play('ready')
  }
  client.onChange(take)
  everySecond(() => {
    now.value = client.serverNow()
    const left = [...calls.peek()].filter(([, until]) => until > now.value)
    if (left.length < calls.peek().size) calls.value = new Map(left)
  })
  nudgeOnWake(client, { window, document })
  let started = false
  effect(() => {
    const isOpen = door.door.value.at === 'open'
    if (isOpen && !started) client.start()
    if (!isOpen && started) client.stop()
    started = isOpen
  })
  // The server no longer knows this device: pairing tells why.
  effect(() => {
    const { ended } = status.value
    if (ended === 'signed-out' || ended === 'refused') void door.ask()
  })
  return { view, status, now, calls }
}
