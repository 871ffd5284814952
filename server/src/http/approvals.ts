// A manager's yes to one command: with a PIN or a badge in place, or from the manager's own device (ADM-6).

import type { Access } from '@comanda/db/access'
import type { Numbered } from '@comanda/shared/domain/commands'
import { type Action, actions, grantOf, mayApprove } from '@comanda/shared/domain/permissions'
import type { State } from '@comanda/shared/domain/state'
import { type ApprovalId, CommandId, type RestaurantId, StaffId } from '@comanda/shared/model/ids'
import { Role } from '@comanda/shared/model/staff'
import { Note } from '@comanda/shared/model/text'
import type { RandomBytes } from '@comanda/shared/ports/random'
import type { Clock, Millis } from '@comanda/shared/ports/time'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { actionOf } from '../access/actions-of.ts'
import { Badge } from '../access/badge.ts'
import type { PinCheck } from '../access/pin-check.ts'
import { newId } from '../access/secrets.ts'
import type { Limits } from '../limits.ts'
import type { ApprovalDesk } from '../restaurant/approval-desk.ts'
import { commandDigest } from '../restaurant/command-digest.ts'
import type { OpenRestaurant } from '../restaurant/open-restaurant.ts'
import { readAnyCommand } from '../sync/read-frame.ts'
import { admit, admitBadge } from './admit.ts'
import { ApiError } from './api-error.ts'
import { type Asker, bodyAs, Pin, saysBadge } from './asked.ts'

const approvalLasts: Millis = 60_000

/** What needs the yes, as the refusal named it: a command's type, or what it turned out to be. */
const CommandType = z.string().max(40)

/** What is approved: the command itself, so that the yes counts for nothing else. */
const Covered = z.strictObject({ type: z.string().max(40), args: z.record(z.string(), z.unknown()) })

const WithPin = z.strictObject({
  commandId: CommandId,
  command: Covered,
  commandType: CommandType.optional(),
  staffId: StaffId,
  pin: Pin,
})
const WithBadge = z.strictObject({
  commandId: CommandId,
  command: Covered,
  commandType: CommandType.optional(),
  badge: Badge,
})
const Request = z.strictObject({
  commandId: CommandId,
  command: Covered,
  commandType: CommandType,
  note: Note.optional(),
})
const Answer = z.strictObject({ approve: z.boolean() })
const Params = z.object({ requestId: z.string().max(48) })

export type ApprovalParts = {
  readonly restaurantId: RestaurantId
  readonly restaurant: OpenRestaurant
  readonly access: Access
  readonly asker: Asker
  readonly checkPin: PinCheck
  readonly desk: ApprovalDesk
  readonly clock: Clock
  readonly random: RandomBytes
  readonly limits: Limits
}

export function approvalRoutes(app: FastifyInstance, parts: ApprovalParts): void {
  const { asker, desk, restaurant } = parts
  const rateLimit = { max: parts.limits.signInsPerMinute, timeWindow: '1 minute' }

  const give = async (to: { commandId: CommandId; covers: string }, by: StaffId) => {
    const expiresAt = parts.clock.now() + approvalLasts
    const approval = { id: newId<ApprovalId>(parts.random), commandId: to.commandId, covers: to.covers, by, expiresAt }
    await parts.access.addApproval(parts.restaurantId, approval)
    return approval
  }

  app.post('/api/approvals', { config: { rateLimit } }, async (request, reply) => {
    const { deviceId } = await asker.device(request)
    const { body } = request
    const given = saysBadge(body) ? bodyAs(WithBadge, body) : bodyAs(WithPin, body)
    const { commandId, command, commandType, ...asked } = given
    const read = readCovered(commandId, command)
    const action = commandType === undefined ? undefined : shownAs(read, commandType)
    const person = await ('badge' in asked ? admitBadge(parts, asked.badge) : admit(parts, { ...asked, deviceId }))
    if (!mayGive(restaurant.state(), person.id, action)) {
      throw new ApiError('not-permitted', action === undefined ? {} : { action })
    }
    const { id, by, expiresAt } = await give({ commandId, covers: commandDigest(read) }, person.id)
    return reply.code(201).send({ approvalId: id, by, expiresAt })
  })

  app.post('/api/approval-requests', async (request, reply) => {
    const { deviceId, staff } = await asker.staff(request)
    const { note, command, commandId, commandType } = bodyAs(Request, request.body)
    const read = readCovered(commandId, command)
    const action = shownAs(read, commandType)
    const asked = { commandId, commandType: action, covers: commandDigest(read), by: staff.staffId, deviceId }
    const made = desk.ask({ ...asked, ...(note === undefined ? {} : { note }) })
    if (made === undefined) throw new ApiError('server-busy')
    return reply.code(201).send(made)
  })

  app.get('/api/approval-requests/:requestId', async (request, reply) => {
    const { deviceId } = await asker.device(request)
    const { requestId } = bodyAs(Params, request.params)
    return reply.header('cache-control', 'no-store').send(desk.stateFor(requestId, deviceId))
  })

  app.post('/api/approval-requests/:requestId', async (request, reply) => {
    const { staff } = await asker.staff(request)
    const { approve } = bodyAs(Answer, request.body)
    const { requestId } = bodyAs(Params, request.params)
    const asked = desk.find(requestId)
    if (asked === undefined) throw new ApiError('not-found')
    if (!mayApprove(restaurant.state(), staff.staffId, asked.commandType))
      throw new ApiError('not-permitted', { action: asked.commandType })
    // Answered before anything is waited for: the second tap finds it closed.
    if (!approve) desk.answer(requestId, { state: 'refused' })
    else {
      const { id } = await give(asked, staff.staffId)
      if (desk.find(requestId) === undefined) throw new ApiError('not-found')
      desk.answer(requestId, { state: 'approved', approvalId: id })
    }
    return reply.code(204).send()
  })
}

function readCovered(id: CommandId, { type, args }: z.infer<typeof Covered>): Numbered {
  const read = readAnyCommand({ id, type, args })
  if (read.kind === 'read') return read.command
  const { field = '', problem = 'unknown' } = read.problem.details ?? {}
  throw new ApiError('bad-request', { field: `command.${String(field)}`, problem })
}

/** What is shown to whoever says yes is what the command does. */
function shownAs({ type }: Numbered, name: string): Action {
  const action = actionOf(type, name)
  if (action !== undefined) return action
  throw new ApiError('bad-request', { field: 'commandType', problem: 'no action that this command can need' })
}

/** Whatever somebody here may do only with a yes. */
const approvable = ({ catalog }: State): readonly Action[] =>
  actions.filter((action) => Role.options.some((role) => grantOf(catalog.settings, role, action) === 'approval'))

/** Told at once, so that nobody sends a command that must fail. */
function mayGive(state: State, by: StaffId, action: Action | undefined): boolean {
  if (action !== undefined) return mayApprove(state, by, action)
  return approvable(state).some((one) => mayApprove(state, by, one))
}
