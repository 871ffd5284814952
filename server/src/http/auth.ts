// Signing in and out with a PIN on a paired device, and a manager's yes to one command (ADM-6).

import type { Access } from '@comanda/db/access'
import { type ApprovalId, CommandId, type RestaurantId, StaffId } from '@comanda/shared/model/ids'
import type { RandomBytes } from '@comanda/shared/ports/random'
import type { Clock, Millis } from '@comanda/shared/ports/time'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { PinCheck, PinTry } from '../access/pin-check.ts'
import { newId } from '../access/secrets.ts'
import type { StaffSessions } from '../access/staff-sessions.ts'
import type { Limits } from '../limits.ts'
import type { OpenRestaurant } from '../restaurant/open-restaurant.ts'
import { ApiError, throwProblem } from './api-error.ts'
import { type Asker, bodyAs, clearCookie, setCookie, staffCookie } from './asked.ts'

const approvalLasts: Millis = 60_000

const Pin = z.string().regex(/^\d{4,12}$/, 'four to twelve digits')
const SignIn = z.strictObject({ staffId: StaffId, pin: Pin })
const Approve = z.strictObject({ commandId: CommandId, staffId: StaffId, pin: Pin })

export type AuthParts = {
  readonly restaurantId: RestaurantId
  readonly restaurant: OpenRestaurant
  readonly access: Access
  readonly sessions: StaffSessions
  readonly asker: Asker
  readonly checkPin: PinCheck
  readonly clock: Clock
  readonly random: RandomBytes
  readonly limits: Limits
}

export function authRoutes(app: FastifyInstance, parts: AuthParts): void {
  const { restaurant, asker, sessions } = parts
  const rateLimit = { max: parts.limits.signInsPerMinute, timeWindow: '1 minute' }

  app.get('/api/me', async (request, reply) => {
    const { device, staff } = await asker.device(request)
    const { catalog } = restaurant.state()
    const withPin = new Set(await parts.access.staffWithPin(parts.restaurantId))
    const people = Object.values(catalog.people).filter((person) => person?.active === true)
    return reply.header('cache-control', 'no-store').send({
      restaurant: { id: parts.restaurantId, name: catalog.settings.name },
      device: { id: device.deviceId, name: device.name, kind: device.kind, stationIds: device.stationIds },
      ...(staff === undefined ? {} : { staff }),
      people: people.map((person) => ({ ...person, mayEnter: person !== undefined && withPin.has(person.id) })),
    })
  })

  app.post('/api/sign-in', { config: { rateLimit } }, async (request, reply) => {
    const { deviceId, staff } = await asker.device(request)
    const asked = bodyAs(SignIn, request.body)
    const person = await admit(parts, { ...asked, deviceId })
    if (staff !== undefined) await sessions.end(staff.sid)
    const { sid } = await sessions.start(asked.staffId, deviceId)
    restaurant.hub.signedIn(deviceId, { sid, staffId: asked.staffId })
    setCookie(request, reply, staffCookie, sid)
    return reply.send({ sid, staffId: person.id, name: person.name, roles: person.roles, language: person.language })
  })

  app.post('/api/sign-out', async (request, reply) => {
    const { staff } = await asker.device(request)
    if (staff !== undefined) {
      await sessions.end(staff.sid)
      restaurant.hub.signedOut(staff.sid)
    }
    clearCookie(reply, staffCookie)
    return reply.code(204).send()
  })

  app.post('/api/approvals', { config: { rateLimit } }, async (request, reply) => {
    const { deviceId } = await asker.device(request)
    const { commandId, ...asked } = bodyAs(Approve, request.body)
    const person = await admit(parts, { ...asked, deviceId })
    const approval = {
      id: newId<ApprovalId>(parts.random),
      commandId,
      by: person.id,
      expiresAt: parts.clock.now() + approvalLasts,
    }
    await parts.access.addApproval(parts.restaurantId, approval)
    return reply.code(201).send({ approvalId: approval.id, by: approval.by, expiresAt: approval.expiresAt })
  })
}

/** The person whose PIN it is, or a refusal that does not tell whether there is such a person. */
async function admit(parts: AuthParts, tried: PinTry) {
  const checked = await parts.checkPin(parts.restaurantId, tried)
  if (!checked.ok) return throwProblem(checked.error)
  const { catalog, revoked } = parts.restaurant.state()
  const person = catalog.people[tried.staffId]
  if (person?.active !== true || revoked.staff.includes(person.id)) throw new ApiError('access-revoked')
  return person
}
