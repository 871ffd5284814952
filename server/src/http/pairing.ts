// How a device becomes ours: it asks and shows a code, somebody in charge says what it is, it collects its token once.
// Only hashes are kept: of the code, of the secret to collect with, of the token.

import type { Access, Pairing } from '@comanda/db/access'
import type { DeviceId, RestaurantId } from '@comanda/shared/model/ids'
import { StationId } from '@comanda/shared/model/ids'
import type { Role } from '@comanda/shared/model/staff'
import { PersonName } from '@comanda/shared/model/text'
import type { RandomBytes } from '@comanda/shared/ports/random'
import type { Clock, Millis } from '@comanda/shared/ports/time'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { type NewDevice, registerDevice } from '../access/register-device.ts'
import { hashOf, newCode, newId, newToken, plainCode } from '../access/secrets.ts'
import type { Limits } from '../limits.ts'
import type { OpenRestaurant } from '../restaurant/open-restaurant.ts'
import { ApiError } from './api-error.ts'
import { type Asker, bodyAs, cookieNames, setCookie } from './asked.ts'

export const pairingLasts: Millis = 10 * 60_000
const approvers: readonly Role[] = ['manager', 'owner']

const Kind = z.enum(['tablet', 'kitchen', 'front', 'office', 'board'])
const Ask = z.strictObject({ name: PersonName })
const Approve = z.strictObject({
  code: z.string().max(20),
  kind: Kind,
  stationIds: z.array(StationId).max(12).default([]),
})
const Collect = z.strictObject({ claim: z.string().min(20).max(64) })

type Approved = NonNullable<Pairing['approved']>

export type PairingParts = {
  readonly restaurantId: RestaurantId
  readonly restaurant: OpenRestaurant
  readonly access: Access
  readonly asker: Asker
  readonly clock: Clock
  readonly random: RandomBytes
  readonly limits: Limits
}

export function pairingRoutes(app: FastifyInstance, parts: PairingParts): void {
  const { access, restaurantId, clock, random } = parts
  const rateLimit = { max: parts.limits.pairingsPerMinute, timeWindow: '1 minute' }
  /** The same pairing may be collected once, however many ask at the same moment. */
  const collecting = new Set<string>()

  app.post('/api/pairings', { config: { rateLimit } }, async (request, reply) => {
    const { name } = bodyAs(Ask, request.body)
    const code = newCode(random)
    const claim = newToken(random)
    const expiresAt = clock.now() + pairingLasts
    await access.addPairing(restaurantId, { codeHash: hashOf(code), claimHash: hashOf(claim), name, expiresAt })
    return reply.code(201).send({ code: `${code.slice(0, 4)}-${code.slice(4)}`, claim, expiresAt })
  })

  app.post('/api/pairings/approve', { config: { rateLimit } }, async (request, reply) => {
    const { staff } = await parts.asker.staff(request, approvers)
    const { code, kind, stationIds } = bodyAs(Approve, request.body)
    const pairing = await access.pairing(restaurantId, { codeHash: hashOf(plainCode(code)) })
    const live = alive(pairing, clock.now())
    if (live.approved !== undefined) throw new ApiError('pairing-expired')
    const deviceId = newId<DeviceId>(random)
    await access.savePairing(restaurantId, { ...live, approved: { deviceId, kind, stationIds, by: staff.staffId } })
    return reply.send({ deviceId, name: live.name, kind, stationIds })
  })

  app.post(
    '/api/pairings/collect',
    { config: { rateLimit: { max: 600, timeWindow: '1 minute' } } },
    async (request, reply) => {
      const claimHash = hashOf(bodyAs(Collect, request.body).claim)
      const pairing = alive(await access.pairing(restaurantId, { claimHash }), clock.now())
      const { approved } = pairing
      if (approved === undefined) return reply.code(202).send({ state: 'waiting', expiresAt: pairing.expiresAt })
      if (collecting.has(claimHash)) throw new ApiError('pairing-expired')
      collecting.add(claimHash)
      try {
        await access.savePairing(restaurantId, { ...pairing, collectedAt: clock.now() })
        const token = await registerDevice(parts, deviceOf(parts, approved, pairing.name))
        setCookie(request, reply, cookieNames(request).device, token)
        return await reply.send({
          state: 'paired',
          deviceId: approved.deviceId,
          kind: approved.kind,
          stationIds: approved.stationIds,
        })
      } finally {
        collecting.delete(claimHash)
      }
    },
  )
}

/** Approved from the machine itself, nobody of the staff stands for it. */
function deviceOf({ restaurant }: PairingParts, { by, ...device }: Approved, name: string): NewDevice {
  const isPerson = restaurant.state().catalog.people[by] !== undefined
  return { ...device, name, ...(isPerson ? { by } : {}) }
}

function alive(pairing: Pairing | undefined, now: Millis): Pairing {
  if (pairing === undefined) throw new ApiError('pairing-unknown')
  if (pairing.expiresAt <= now || pairing.collectedAt !== undefined) throw new ApiError('pairing-expired')
  return pairing
}
