// Checks a PIN on a paired device. Five tries are free; then each one costs a longer wait, for the person and for the
// device, over restarts too.

import type { Access, Tries } from '@comanda/db/access'
import { ok, type Result, refuse } from '@comanda/shared/domain/decision'
import { type DomainError, error } from '@comanda/shared/domain/errors'
import type { DeviceId, RestaurantId, StaffId } from '@comanda/shared/model/ids'
import type { Clock, Millis } from '@comanda/shared/ports/time'
import { type PinHasher, PinQueueFull } from './pin-hash.ts'

const freeTries = 5
const firstWait: Millis = 30_000
const longestWait: Millis = 3600_000

export type PinCheck = (restaurantId: RestaurantId, who: PinTry) => Promise<Result<undefined, DomainError>>
export type PinTry = { readonly staffId: StaffId; readonly deviceId: DeviceId; readonly pin: string }

/** When the next try may be made; 0: at once. */
export function nextTryAt({ failed, lastAt }: Tries): Millis {
  if (failed < freeTries) return 0
  return lastAt + Math.min(longestWait, firstWait * 2 ** Math.min(failed - freeTries, 20))
}

export function createPinCheck(access: Access, hasher: PinHasher, clock: Clock): PinCheck {
  const check = async (
    id: RestaurantId,
    { staffId, deviceId, pin }: PinTry,
  ): Promise<Result<undefined, DomainError>> => {
    const keys = [`person ${staffId}`, `device ${deviceId}`]
    const now = clock.now()
    const before: Tries[] = []
    for (const key of keys) before.push((await access.tries(id, key)) ?? { key, failed: 0, lastAt: 0 })
    const wait = Math.max(...before.map(nextTryAt)) - now
    if (wait > 0) return refuse(error('too-many-tries', { seconds: Math.ceil(wait / 1000) }))
    // Counted before it is checked: who pulls the plug in between has used up the try.
    for (const { key, failed } of before) await access.saveTries(id, { key, failed: failed + 1, lastAt: now })
    if (!(await hasher.matches(pin, await access.pinHash(id, staffId)))) return refuse(error('wrong-pin'))
    for (const key of keys) await access.clearTries(id, key)
    return ok(undefined)
  }
  return (id, tried) =>
    hasher
      .alone(() => check(id, tried))
      .catch((cause: unknown) => {
        if (cause instanceof PinQueueFull) return refuse(error('server-busy'))
        throw cause
      })
}
