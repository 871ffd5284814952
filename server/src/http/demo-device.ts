// In the demo anybody at this very machine may take the place of a device, so that people can try things without pairing.
// Signing in still needs a PIN.

import { type DeviceId, StationId } from '@comanda/shared/model/ids'
import { PersonName } from '@comanda/shared/model/text'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { registerDevice } from '../access/register-device.ts'
import { newId } from '../access/secrets.ts'
import { ApiError } from './api-error.ts'
import { bodyAs, clearCookie, cookieNames, setCookie } from './asked.ts'
import { isAtThisMachine } from './guard.ts'
import type { PairingParts } from './pairing.ts'

const Ask = z.strictObject({
  kind: z.enum(['tablet', 'kitchen', 'front', 'office', 'board']),
  name: PersonName.optional(),
  stationIds: z.array(StationId).max(12).optional(),
})

export function demoDeviceRoute(app: FastifyInstance, parts: Omit<PairingParts, 'asker' | 'limits'>): void {
  app.post('/api/demo/device', async (request, reply) => {
    // As if there were no demo.
    if (!isAtThisMachine(request)) throw new ApiError('not-found')
    const { kind, name = `Demo ${kind}`, stationIds = [] } = bodyAs(Ask, request.body)
    const deviceId = newId<DeviceId>(parts.random)
    const token = await registerDevice(parts, { deviceId, name, kind, stationIds })
    const names = cookieNames(request)
    setCookie(request, reply, names.device, token)
    clearCookie(reply, names.staff)
    return reply.code(201).send({ deviceId, name, kind, stationIds })
  })
}
