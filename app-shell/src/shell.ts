// The shell's parts, put together: one for each page, alive as long as it.

import type { ReplicaRoom } from '@comanda/shared/domain/rooms'
import type { StationId } from '@comanda/shared/model/ids'
import type { Millis } from '@comanda/shared/ports/time'
import { platformClock, platformTimers } from '@comanda/sync-client/adapters/platform'
import type { Rules } from '@comanda/sync-client/rules'
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals'
import { deviceShelf } from './adapters/device-shelf.ts'
import { every, everySecond, newsBetweenTabs, onTouch, pageFetch } from './adapters/page.ts'
import { pageShelf } from './adapters/page-shelf.ts'
import { type Api, createApi } from './api.ts'
import { createSession } from './create-session.ts'
import { DoorKeeper } from './door.ts'
import { IdleLock, watchIdle } from './idle-lock.ts'
import { openClient } from './open-client.ts'
import { type PairingDesk, pairingDesk } from './pairing-desk.ts'
import { createPreferences, type Preferences } from './preferences.ts'
import { type Seat, seatKeeper } from './seat.ts'
import type { AppSession, DeviceKind, SignedOut } from './session.ts'
import { shellTexts } from './texts/texts.ts'
import { type Updates, watchUpdates } from './worker/updates.ts'

export type ShellOptions = {
  readonly kind: DeviceKind
  readonly path: string
  readonly room: ReplicaRoom
  readonly needsPerson: boolean
  readonly locks: boolean
  readonly build: string
  readonly rules: Rules | Promise<Rules>
  readonly stations?: readonly StationId[]
}

export type Shell = {
  readonly preferences: Preferences
  readonly api: Api
  readonly door: DoorKeeper
  readonly desk: PairingDesk
  readonly update: Updates
  /** There once a person may work; it lives on while the screen is locked. */
  readonly session: ReadonlySignal<AppSession | undefined>
  /** Nothing can be stored here, so nobody may believe that what is tapped is safe. */
  readonly cannotKeep: ReadonlySignal<boolean>
}

/** Which devices may show what a screen is for. */
const kindsFor = (kind: DeviceKind): readonly DeviceKind[] => (kind === 'board' ? [kind, 'kitchen', 'front'] : [kind])

/** A device that has nothing to open on asks again by itself. */
const askAgainAfter: Millis = 5_000

/** Seconds until a shared tablet locks, where the restaurant has not said otherwise. */
const lockAfterSeconds = 45

export function startShell(options: ShellOptions): Shell {
  const shelf = pageShelf()
  const preferences = createPreferences(shelf, navigator.languages)
  const { language, theme, hand } = preferences
  effect(() => {
    const page = document.documentElement
    page.lang = language.value
    page.dataset.theme = theme.value
    page.dataset.hand = hand.value
  })
  const api = createApi({
    screen: options.path,
    language: () => language.peek(),
    fetch: pageFetch,
    unreachable: () => shellTexts[language.peek()].unreachable,
  })
  const session = signal<AppSession | undefined>(undefined)
  const cannotKeep = signal(false)
  const idle = new IdleLock({
    clock: platformClock,
    shelf,
    screen: options.path,
    lockAfter: () =>
      (session.peek()?.signals.confirmed.peek()?.catalog.settings.tabletLock ?? lockAfterSeconds) * 1_000,
  })
  const door = new DoorKeeper({
    api,
    keeper: seatKeeper(deviceShelf(), options.path),
    kinds: kindsFor(options.kind),
    needsPerson: options.needsPerson,
    startsLocked: options.locks && idle.wasLeft(),
    news: newsBetweenTabs(`comanda seat ${options.path}`),
  })
  const update = watchUpdates({ screen: options.path, every })
  const lock = (): void => {
    idle.forget()
    door.lock()
  }
  openWhenSeated({ options, preferences, api, door, update, lock, session, cannotKeep })
  if (options.locks) watchIdle(idle, { onTouch, everySecond }, lock)
  effect(() => {
    if (door.door.value.at === 'unreachable') return platformTimers.after(askAgainAfter, () => void door.ask())
  })
  void door.begin()
  return { preferences, api, door, desk: pairingDesk(api, platformTimers.after), update, session, cannotKeep }
}

type Opening = Omit<Shell, 'desk' | 'session' | 'cannotKeep'> & {
  options: ShellOptions
  lock: () => void
  session: { value: AppSession | undefined }
  cannotKeep: { value: boolean }
}

/** One client for each device that this page ever is: pairing again is a new device with storage of its own. */
function openWhenSeated(opening: Opening): void {
  const { door, session } = opening
  let current: { deviceId: string; opened: Promise<AppSession> } | undefined
  effect(() => {
    const { at } = door.door.value
    const seat = door.seat.value
    if (seat === undefined || (at !== 'open' && at !== 'locked' && at !== 'signing-in')) return
    if (current?.deviceId === seat.device.id) return
    const before = current?.opened
    const opened = openSession(opening, seat)
    current = { deviceId: seat.device.id, opened }
    session.value = undefined
    void before?.then(({ client }) => client.stop(), nobodyThere)
    void opened.then((started) => {
      if (current?.opened === opened) session.value = started
    }, console.error)
  })
}

/** What never opened need not be closed; why it did not was told. */
const nobodyThere = (): void => {}

async function openSession({ options, lock, cannotKeep, ...parts }: Opening, first: Seat): Promise<AppSession> {
  const { door } = parts
  const seat = computed<Seat>(() => door.seat.value ?? first)
  const client = openClient({
    ...options,
    screen: options.path,
    seat: first,
    rules: await options.rules,
    stations: options.stations ?? first.device.stationIds,
    author: () => {
      const { device, me } = seat.peek()
      return me && { deviceId: device.id, staffId: me.staffId, roles: me.roles, sid: me.sid }
    },
    onFault: (fault) => console.error(fault),
  })
  const signOut = async (): Promise<SignedOut> => {
    const { unsent } = client.status()
    return unsent > 0 ? { unsent } : door.signOut()
  }
  await client.start().catch((fault: unknown) => {
    cannotKeep.value = true
    throw fault
  })
  const opened = createSession({ ...parts, client, seat, lock, signOut })
  // The server says that it does not know us: the device, or only the person, it tells when it is asked.
  effect(() => {
    const { ended } = opened.signals.status.value
    if (ended === 'signed-out' || ended === 'refused') void door.ask()
  })
  const isLive = computed(() => opened.signals.status.value.link === 'live')
  effect(() => {
    // Much may have been decided about us while we were away.
    if (isLive.value) void door.ask()
  })
  effect(() => {
    // After a person has signed in there is reason to try again.
    if (opened.me.value !== undefined && client.status().link === 'ended') client.reconnect()
  })
  return opened
}
