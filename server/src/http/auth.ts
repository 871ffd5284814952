// Signing in and out with a PIN or a badge on a paired device.

import type { Access } from '@comanda/db/access'
import { type RestaurantId, StaffId } from '@comanda/shared/model/ids'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { Badge } from '../access/badge.ts'
import type { PinCheck } from '../access/pin-check.ts'
import type { StaffSessions } from '../access/staff-sessions.ts'
import type { Limits } from '../limits.ts'
import type { OpenRestaurant } from '../restaurant/open-restaurant.ts'
import { admit, admitBadge } from './admit.ts'
import { type Asker, bodyAs, clearCookie, cookieNames, Pin, saysBadge, setCookie } from './asked.ts'

const WithPin = z.strictObject({ staffId: StaffId, pin: Pin })
const WithBadge = z.strictObject({ badge: Badge })

export type AuthParts = {
  readonly restaurantId: RestaurantId
  readonly restaurant: OpenRestaurant
  readonly access: Access
  readonly sessions: StaffSessions
  readonly asker: Asker
  readonly checkPin: PinCheck
  readonly limits: Limits
}

export function authRoutes(app: FastifyInstance, parts: AuthParts): void {
  const { restaurant, asker, sessions } = parts
  const rateLimit = { max: parts.limits.signInsPerMinute, timeWindow: '1 minute' }

  app.get('/api/me', async (request, reply) => {
    const { device, staff } = await asker.device(request)
    const { catalog } = restaurant.state()
    const { access, restaurantId } = parts
    const able = new Set([...(await access.staffWithPin(restaurantId)), ...(await access.staffWithBadge(restaurantId))])
    const people = Object.values(catalog.people).filter((person) => person?.active === true)
    return reply.header('cache-control', 'no-store').send({
      restaurant: { id: parts.restaurantId, name: catalog.settings.name, zone: catalog.settings.zone },
      device: { id: device.deviceId, name: device.name, kind: device.kind, stationIds: device.stationIds },
      ...(staff === undefined ? {} : { staff }),
      people: people.map((person) => ({ ...person, mayEnter: person !== undefined && able.has(person.id) })),
    })
  })

  app.post('/api/sign-in', { config: { rateLimit } }, async (request, reply) => {
    const { deviceId, staff } = await asker.device(request)
    const { body } = request
    const asked = saysBadge(body) ? bodyAs(WithBadge, body) : bodyAs(WithPin, body)
    const person = await ('badge' in asked ? admitBadge(parts, asked.badge) : admit(parts, { ...asked, deviceId }))
    if (staff !== undefined) await sessions.end(staff.sid)
    const { sid } = await sessions.start(person.id, deviceId)
    restaurant.hub.signedIn(deviceId, { sid, staffId: person.id })
    setCookie(request, reply, cookieNames(request).staff, sid)
    return reply.send({ sid, staffId: person.id, name: person.name, roles: person.roles, language: person.language })
  })

  app.post('/api/sign-out', async (request, reply) => {
    const { staff } = await asker.device(request)
    if (staff !== undefined) {
      await sessions.end(staff.sid)
      restaurant.hub.signedOut(staff.sid)
    }
    clearCookie(reply, cookieNames(request).staff)
    return reply.code(204).send()
  })
}
