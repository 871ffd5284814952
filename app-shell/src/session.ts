// What a staff screen is given once its device is paired and, where it needs one, a person has signed in.

import type { CommandOf } from '@comanda/shared/domain/commands'
import type { DeviceId, RestaurantId, SessionId, StaffId, StationId } from '@comanda/shared/model/ids'
import type { Role } from '@comanda/shared/model/staff'
import type { Language, LocalText } from '@comanda/shared/model/text'
import type { Millis } from '@comanda/shared/ports/time'
import type { Client, SendOptions, Sent } from '@comanda/sync-client/client-types'
import type { DeviceCommandType } from '@comanda/sync-client/outbox-store'
import type { ClientSignals } from '@comanda/sync-client/signals'
import type { ReadonlySignal, Signal } from '@preact/signals'
import type { Api } from './api.ts'
import type { Approvals } from './approvals.ts'
import type { Hand, Theme } from './preferences.ts'
import type { Updates } from './worker/updates.ts'

export const deviceKinds = ['tablet', 'kitchen', 'front', 'office', 'board'] as const
export type DeviceKind = (typeof deviceKinds)[number]

export type Device = {
  readonly id: DeviceId
  readonly name: string
  readonly kind: DeviceKind
  readonly stationIds: readonly StationId[]
}

export type Me = {
  readonly sid: SessionId
  readonly staffId: StaffId
  readonly name: string
  readonly roles: readonly Role[]
}

export type StaffMember = {
  readonly id: StaffId
  readonly name: string
  readonly roles: readonly Role[]
  readonly language: Language
  /** Has a PIN or a badge. */
  readonly mayEnter: boolean
}

export type SignedOut = 'done' | 'unreachable' | { readonly unsent: number }

export type AppSession = {
  readonly client: Client
  readonly signals: ClientSignals
  /** undefined only where the screen needs nobody. */
  readonly me: ReadonlySignal<Me | undefined>
  readonly device: Device
  readonly restaurant: { readonly id: RestaurantId; readonly name: string }
  readonly people: ReadonlySignal<readonly StaffMember[]>
  readonly language: Signal<Language>
  readonly theme: Signal<Theme>
  readonly hand: Signal<Hand>
  /** The server's time, once a second; nobody who sets the device's clock moves it. */
  readonly now: ReadonlySignal<Millis>
  /** An amount in the currency's smallest unit, as the restaurant writes it. */
  money(minor: number): string
  /** The restaurant's wall clock at that moment: 19:42. */
  clock(at: Millis): string
  /** The same with seconds: 19:42:10. */
  clockSeconds(at: Millis): string
  /** The texts of the language chosen here. Read while drawing, a change of the language draws again. */
  t<Texts>(texts: Readonly<Record<Language, Texts>>): Texts
  pick(text: LocalText): string
  send<Type extends DeviceCommandType>(type: Type, args: CommandOf<Type>['args'], options?: SendOptions): Sent
  /** Refused while something is unsent: then it says how much. */
  signOut(): Promise<SignedOut>
  /** The screen is covered until somebody types a PIN; what was begun stays. */
  lock(): void
  readonly api: Api
  readonly approvals: Approvals
  /** Lines that were begun and not sent. The screen tells; an update and a sign-out ask. */
  readonly drafts: Signal<number>
  readonly update: Updates
}
