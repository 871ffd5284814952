// Staff sessions, remembered so that a command costs no read. Invariant: a revoked one is revoked here at the same moment;
// one that ended still vouches for what was written in it, and for nothing that was written later.

import type { Access, StaffSession } from '@comanda/db/access'
import { error } from '@comanda/shared/domain/errors'
import type { DeviceId, RestaurantId, SessionId, StaffId } from '@comanda/shared/model/ids'
import type { RandomBytes } from '@comanda/shared/ports/random'
import type { Clock, Millis } from '@comanda/shared/ports/time'
import type { Asking } from '../restaurant/waiting.ts'
import { newId } from './secrets.ts'

const mostRemembered = 10_000

/** What a command says of who wrote it, and when, by the device's reckoning of the server's time. */
export type Written = {
  readonly deviceId: DeviceId
  readonly sid: SessionId | undefined
  readonly writtenAt: Millis
}

export class StaffSessions {
  readonly #access: Access
  readonly #restaurantId: RestaurantId
  readonly #clock: Clock
  readonly #random: RandomBytes
  readonly #known = new Map<SessionId, StaffSession>()

  constructor(parts: { access: Access; restaurantId: RestaurantId; clock: Clock; random: RandomBytes }) {
    this.#access = parts.access
    this.#restaurantId = parts.restaurantId
    this.#clock = parts.clock
    this.#random = parts.random
  }

  async start(staffId: StaffId, deviceId: DeviceId): Promise<StaffSession> {
    const session: StaffSession = { sid: newId(this.#random), staffId, deviceId, startedAt: this.#clock.now() }
    await this.#access.addSession(this.#restaurantId, session)
    this.#remember(session)
    return session
  }

  async end(sid: SessionId): Promise<void> {
    await this.#access.endSession(this.#restaurantId, sid, this.#clock.now())
    this.#known.delete(sid)
  }

  async revoke(of: { staffId: StaffId } | { deviceId: DeviceId }): Promise<void> {
    for (const sid of await this.#access.revokeSessionsOf(this.#restaurantId, of, this.#clock.now())) {
      this.#known.delete(sid)
    }
  }

  find(sid: SessionId): StaffSession | undefined | Promise<StaffSession | undefined> {
    const known = this.#known.get(sid)
    if (known !== undefined) return known
    return this.#access.session(this.#restaurantId, sid).then((found) => {
      if (found !== undefined) this.#remember(found)
      return found
    })
  }

  /** Whoever is signed in on this device now. */
  async live(sid: SessionId, deviceId: DeviceId): Promise<StaffSession | undefined> {
    const found = await this.find(sid)
    if (found === undefined || found.deviceId !== deviceId) return undefined
    return found.endedAt === undefined && found.revokedAt === undefined ? found : undefined
  }

  /** Who a command was written by. */
  readonly asking = ({ deviceId, sid, writtenAt }: Written): Asking | Promise<Asking> => {
    if (sid === undefined) return { kind: 'device', deviceId, problem: error('not-signed-in') }
    const found = this.find(sid)
    const asking = (session: StaffSession | undefined): Asking => askingOf({ deviceId, sid, writtenAt }, session)
    return found instanceof Promise ? found.then(asking) : asking(found)
  }

  #remember(session: StaffSession): void {
    this.#known.set(session.sid, session)
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= mostRemembered) break
      this.#known.delete(oldest)
    }
  }
}

function askingOf(
  { deviceId, sid, writtenAt }: Written & { sid: SessionId },
  session: StaffSession | undefined,
): Asking {
  if (session === undefined || session.deviceId !== deviceId) {
    return { kind: 'device', deviceId, problem: error('not-signed-in') }
  }
  if (session.revokedAt !== undefined)
    return { kind: 'device', deviceId, sid, problem: error('access-revoked', { sid }) }
  // A device reckons the server's time late, never early, so what was written in time is never taken for later.
  if (session.endedAt !== undefined && writtenAt > session.endedAt) {
    return { kind: 'device', deviceId, problem: error('not-signed-in', { endedAt: session.endedAt }) }
  }
  return { kind: 'staff', staffId: session.staffId, deviceId, sid }
}
