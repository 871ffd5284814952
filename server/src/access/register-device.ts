// A device gets its token, and the log learns that it is there.

import type { Access, DeviceKind } from '@comanda/db/access'
import type { CommandId, DeviceId, RestaurantId, StaffId, StationId } from '@comanda/shared/model/ids'
import type { RandomBytes } from '@comanda/shared/ports/random'
import type { Clock } from '@comanda/shared/ports/time'
import { problemOfAnswer, throwProblem } from '../http/api-error.ts'
import type { OpenRestaurant } from '../restaurant/open-restaurant.ts'
import type { Outcome } from '../restaurant/waiting.ts'
import { hashOf, newToken } from './secrets.ts'

export type NewDevice = {
  readonly deviceId: DeviceId
  readonly name: string
  readonly kind: DeviceKind
  readonly stationIds: readonly string[]
  /** Who said yes; nobody in the demo. */
  readonly by?: StaffId
}

export type RegisterParts = {
  readonly restaurantId: RestaurantId
  readonly restaurant: OpenRestaurant
  readonly access: Access
  readonly clock: Clock
  readonly random: RandomBytes
}

export async function registerDevice(parts: RegisterParts, device: NewDevice): Promise<string> {
  const token = newToken(parts.random)
  const { deviceId, name, kind, stationIds, by } = device
  const pairedAt = parts.clock.now()
  await parts.access.addDevice(parts.restaurantId, {
    deviceId,
    name,
    kind,
    stationIds,
    tokenHash: hashOf(token),
    pairedAt,
  })
  const id = `device-${deviceId}` as CommandId
  const outcome = await new Promise<Outcome>((resolve) => {
    parts.restaurant.actor.submit({
      id,
      asked: {
        kind: 'read',
        command: { id, type: 'device.register', args: { deviceId, name, kind, stationIds: stationIds as StationId[] } },
      },
      asking: by === undefined ? { kind: 'system' } : { kind: 'staff', staffId: by, deviceId },
      writtenAt: pairedAt,
      reply: resolve,
      prepared: {},
    })
  })
  if (outcome.kind !== 'answered') throw new Error(`${outcome.kind} without a client`)
  if (!outcome.answer.ok) return throwProblem(problemOfAnswer(outcome.answer))
  return token
}
