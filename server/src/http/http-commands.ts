// Commands that do not come over a socket: too large for a frame, or from a page that has none. Their id makes a retry safe.

import type { Answer } from '@comanda/db/log'
import { DeviceCommand } from '@comanda/shared/domain/commands'
import { ApprovalId, CommandId } from '@comanda/shared/model/ids'
import type { Clock, Millis, Timers } from '@comanda/shared/ports/time'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import type { Identified } from '../access/identify.ts'
import type { OpenRestaurant } from '../restaurant/open-restaurant.ts'
import type { SignedIn } from '../sync/session.ts'
import { ApiError, problemOfAnswer, throwProblem } from './api-error.ts'
import { type Asker, bodyAs } from './asked.ts'

const largestCatalog = 8 * 1024 * 1024

const Posted = z.strictObject({
  id: CommandId,
  type: z.string().max(40),
  args: z.record(z.string(), z.unknown()),
  approvalId: ApprovalId.optional(),
})
const Publish = z.strictObject({
  id: CommandId,
  changes: z.array(z.unknown()),
  note: z.string().optional(),
})
const TakeBack = z.strictObject({ id: CommandId, publicationId: z.string() })

export type CommandParts = {
  readonly restaurant: OpenRestaurant
  readonly asker: Asker
  readonly clock: Clock
  readonly timers: Timers
}

type By = Identified & { readonly staff: SignedIn }
type Sent = z.infer<typeof Posted>

/** Longer than this nobody waits for an answer over HTTP; the command stays in the queue, and asking again is safe. */
const patience: Millis = 10_000

export function submitFor({ restaurant, clock, timers }: CommandParts, by: By, sent: Sent): Promise<Answer> {
  const command = bodyAs(DeviceCommand, { type: sent.type, args: sent.args })
  return new Promise((resolve, reject) => {
    const giveUp = timers.after(patience, () => reject(new ApiError('log-unavailable')))
    restaurant.actor.submit({
      id: sent.id,
      asked: { kind: 'read', command: { ...command, id: sent.id } },
      asking: { kind: 'staff', staffId: by.staff.staffId, deviceId: by.deviceId, sid: by.staff.sid },
      writtenAt: clock.now(),
      ...(sent.approvalId === undefined ? {} : { approvalId: sent.approvalId }),
      // A command without a client has no number, so it is never forked and leaves no gap.
      reply: (outcome) => {
        giveUp()
        if (outcome.kind === 'answered') resolve(outcome.answer)
        else reject(new Error(`${outcome.kind} without a client`))
      },
      prepared: {},
    })
  })
}

function tell(reply: FastifyReply, answer: Answer): FastifyReply {
  return answer.ok ? reply.send(answer) : throwProblem(problemOfAnswer(answer))
}

export function commandRoutes(app: FastifyInstance, parts: CommandParts): void {
  app.post('/api/commands', async (request, reply) => {
    const by = await parts.asker.staff(request)
    return tell(reply, await submitFor(parts, by, bodyAs(Posted, request.body)))
  })
  app.post('/api/catalog', { bodyLimit: largestCatalog }, async (request, reply) => {
    const by = await parts.asker.staff(request)
    const { id, ...args } = bodyAs(Publish, request.body)
    return tell(reply, await submitFor(parts, by, { id, type: 'catalog.publish', args }))
  })
  app.post('/api/catalog/take-back', async (request, reply) => {
    const by = await parts.asker.staff(request)
    const { id, publicationId } = bodyAs(TakeBack, request.body)
    return tell(reply, await submitFor(parts, by, { id, type: 'catalog.take-back', args: { publicationId } }))
  })
}
