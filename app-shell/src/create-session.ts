// Puts a session together from its seat: the client with its signals, the device's settings, time and formats.

import { createFormats, type FormatSettings } from '@comanda/shared/i18n/formats'
import type { Language } from '@comanda/shared/model/text'
import { platformTimers } from '@comanda/sync-client/adapters/platform'
import type { Client } from '@comanda/sync-client/client-types'
import { clientSignals } from '@comanda/sync-client/signals'
import { computed, type ReadonlySignal, signal } from '@preact/signals'
import { everySecond } from './adapters/page.ts'
import type { Api } from './api.ts'
import { createApprovals } from './approvals.ts'
import type { Preferences } from './preferences.ts'
import type { Seat } from './seat.ts'
import type { AppSession, Me, SignedOut, StaffMember } from './session.ts'
import type { Updates } from './worker/updates.ts'

export type SessionParts = {
  readonly client: Client
  readonly api: Api
  readonly seat: ReadonlySignal<Seat>
  readonly preferences: Preferences
  readonly signOut: () => Promise<SignedOut>
  readonly lock: () => void
  readonly update: Updates
}

/** Until the first snapshot is here nothing has a price; what stands here is never seen. */
const beforeSettings: FormatSettings = { locale: 'en-GB', currency: 'EUR', minorDigits: 2, zone: 'UTC' }

const sameMe = (one: Me | undefined, other: Me | undefined): boolean => one?.sid === other?.sid

export function createSession(parts: SessionParts): AppSession {
  const { client, api, seat, preferences } = parts
  const { language } = preferences
  const signals = clientSignals(client)
  const now = signal(client.serverNow())
  const look = (): void => {
    now.value = client.serverNow()
  }
  everySecond(look)
  // a device whose clock is wrong learns the time with the first contact: nothing is drawn by the wrong one for a second
  signals.status.subscribe(look)
  let lastMe: Me | undefined
  const me = computed(() => {
    const { me: found } = seat.value
    if (!sameMe(lastMe, found)) lastMe = found
    return lastMe
  })
  const people = computed(() => peopleOf(seat.value, signals.confirmed.value?.catalog.people))
  const settings = computed(() => signals.confirmed.value?.catalog.settings ?? beforeSettings)
  const formats = computed(() => createFormats(settings.value, language.value))
  const { device, restaurant } = seat.peek()
  return {
    client,
    signals,
    me,
    device,
    restaurant,
    people,
    ...preferences,
    now,
    money: (minor) => formats.value.money(minor),
    clock: (at) => formats.value.clock(at),
    clockSeconds: (at) => formats.value.clockSeconds(at),
    t: <Texts>(texts: Readonly<Record<Language, Texts>>) => texts[language.value],
    pick: (text) => text[language.value],
    send: (type, args, options) => client.send(type, args, options),
    signOut: parts.signOut,
    lock: parts.lock,
    api,
    approvals: createApprovals({ api, after: platformTimers.after }),
    drafts: signal(0),
    update: parts.update,
  }
}

type Listed = {
  readonly id: string
  readonly name: string
  readonly roles: readonly string[]
  readonly active: boolean
}

/** Who works here, as the log says it now; who may enter is known from the last time the server was asked. */
function peopleOf(
  seat: Seat,
  listed: Readonly<Record<string, Listed | undefined>> | undefined,
): readonly StaffMember[] {
  if (listed === undefined) return seat.people
  return seat.people.filter(({ id }) => listed[id]?.active === true)
}
