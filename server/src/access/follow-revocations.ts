// The log says who was cut off; the records beside it follow, so that nothing is given out to them again.

import type { Access } from '@comanda/db/access'
import type { Recorded } from '@comanda/shared/domain/events'
import type { RestaurantId } from '@comanda/shared/model/ids'
import type { StaffSessions } from './staff-sessions.ts'

export type Following = {
  readonly restaurantId: RestaurantId
  readonly access: Access
  readonly sessions: StaffSessions
  readonly failed: (cause: unknown) => void
}

export function followRevocations({ restaurantId, access, sessions, failed }: Following) {
  const follow = async ({ at, event }: Recorded): Promise<void> => {
    if (event.type !== 'access.revoked') return
    if (event.deviceId !== undefined) {
      await access.revokeDevice(restaurantId, event.deviceId, at)
      await sessions.revoke({ deviceId: event.deviceId })
    }
    if (event.staffId !== undefined) await sessions.revoke({ staffId: event.staffId })
    if (event.sid !== undefined) await sessions.end(event.sid)
  }
  return (recorded: readonly Recorded[]): void => {
    for (const one of recorded) if (one.event.type === 'access.revoked') follow(one).catch(failed)
  }
}
