// Which paired device holds this token, and who is signed in on it.

import type { Access, PairedDevice } from '@comanda/db/access'
import { ok, type Result, refuse } from '@comanda/shared/domain/decision'
import { type DomainError, error } from '@comanda/shared/domain/errors'
import type { State } from '@comanda/shared/domain/state'
import { type RestaurantId, SessionId } from '@comanda/shared/model/ids'
import type { Identity } from '../sync/session.ts'
import { hashOf } from './secrets.ts'
import type { StaffSessions } from './staff-sessions.ts'

export type Held = { readonly token: string | undefined; readonly sid: string | undefined }
export type Identified = Identity & { readonly device: PairedDevice }
export type Identify = (held: Held) => Promise<Result<Identified, DomainError>>

export type IdentifyPorts = {
  readonly restaurantId: RestaurantId
  readonly access: Access
  readonly sessions: StaffSessions
  readonly state: () => State
}

export function createIdentify({ restaurantId, access, sessions, state }: IdentifyPorts): Identify {
  return async ({ token, sid }) => {
    if (token === undefined) return refuse(error('not-signed-in', { missing: 'device' }))
    const device = await access.deviceByToken(restaurantId, hashOf(token))
    if (device === undefined) return refuse(error('not-signed-in', { missing: 'device' }))
    // The log is the truth about revocations; the record beside it follows.
    const { revoked } = state()
    if (device.revokedAt !== undefined || revoked.devices.includes(device.deviceId)) {
      return refuse(error('access-revoked', { deviceId: device.deviceId }))
    }
    const parsed = SessionId.safeParse(sid)
    const session = parsed.success ? await sessions.live(parsed.data, device.deviceId) : undefined
    const acts =
      session !== undefined && !revoked.sessions.includes(session.sid) && !revoked.staff.includes(session.staffId)
    return ok({
      device,
      deviceId: device.deviceId,
      kind: device.kind,
      ...(acts ? { staff: { sid: session.sid, staffId: session.staffId } } : {}),
    })
  }
}
