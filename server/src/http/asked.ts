// The HTTP edge: a body is parsed by its schema, and who asks is known before anything happens.

import type { Role } from '@comanda/shared/model/staff'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Held, Identified, Identify } from '../access/identify.ts'
import type { OpenRestaurant } from '../restaurant/open-restaurant.ts'
import { problemOf as issueOf } from '../sync/read-frame.ts'
import type { SignedIn } from '../sync/session.ts'
import { ApiError, throwProblem } from './api-error.ts'

type CookieNames = { readonly device: string; readonly staff: string }

const Screen = z.object({ as: z.string().regex(/^[a-z]{1,12}$/) })

/** A browser that shows several screens is a device in each: `?as=kitchen` says in which place it speaks. */
export function cookieNames({ query }: FastifyRequest): CookieNames {
  const screen = Screen.safeParse(query)
  const ending = screen.success ? `_${screen.data.as}` : ''
  return { device: `comanda_device${ending}`, staff: `comanda_staff${ending}` }
}

const tenYears = 10 * 365 * 24 * 3600

/** Where it is wrong, never nowhere: a field that there is not is the wrong one itself, else it is the body. */
function wrongIn(issues: readonly z.core.$ZodIssue[]): { field: string; problem: string } {
  const [first] = issues
  const wrong =
    first?.code === 'unrecognized_keys' ? { ...first, path: [...first.path, ...first.keys.slice(0, 1)] } : first
  const { field, problem } = issueOf(wrong === undefined ? [] : [wrong])
  return { field: field === '' ? 'body' : field, problem }
}

/** Of two ways to say who one is, the one that was tried: its own fields are named when they are wrong. */
export const saysBadge = (body: unknown): boolean => typeof body === 'object' && body !== null && 'badge' in body

export function bodyAs<Value>(schema: z.ZodType<Value>, body: unknown): Value {
  const parsed = schema.safeParse(body)
  if (parsed.success) return parsed.data
  throw new ApiError('bad-request', wrongIn(parsed.error.issues))
}

export const Pin = z.string().regex(/^\d{4,12}$/, 'four to twelve digits')

export function heldBy(request: FastifyRequest): Held {
  const names = cookieNames(request)
  return { token: request.cookies[names.device], sid: request.cookies[names.staff] }
}

export type Asker = {
  device: (request: FastifyRequest) => Promise<Identified>
  staff: (request: FastifyRequest, roles?: readonly Role[]) => Promise<Identified & { readonly staff: SignedIn }>
}

export function createAsker(identify: Identify, restaurant: OpenRestaurant): Asker {
  const device = async (request: FastifyRequest): Promise<Identified> => {
    const found = await identify(heldBy(request))
    return found.ok ? found.value : throwProblem(found.error)
  }
  const staff: Asker['staff'] = async (request, roles) => {
    const found = await device(request)
    if (found.staff === undefined) throw new ApiError('not-signed-in', { missing: 'staff' })
    const person = restaurant.state().catalog.people[found.staff.staffId]
    if (person?.active !== true) throw new ApiError('access-revoked', { staffId: found.staff.staffId })
    const may = roles === undefined || person.roles.some((role) => roles.includes(role))
    if (!may) throw new ApiError('not-permitted', { roles })
    return { ...found, staff: found.staff }
  }
  return { device, staff }
}

/** TLS may end in front of us. The page says where it was opened, and the guard knows the name. */
const isOverTls = ({ protocol, headers }: FastifyRequest): boolean =>
  protocol === 'https' || headers.origin?.startsWith('https://') === true

/** No script can read it, no other site can send it; on TLS it never travels without. */
export function setCookie(request: FastifyRequest, reply: FastifyReply, name: string, value: string): void {
  reply.setCookie(name, value, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: isOverTls(request),
    maxAge: tenYears,
  })
}

export function clearCookie(reply: FastifyReply, name: string): void {
  reply.clearCookie(name, { path: '/' })
}
