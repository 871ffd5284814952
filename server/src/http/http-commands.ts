// Commands that do not come over a socket: too large for a frame, or from a page that has none. Their id makes a retry safe.

import type { Answer } from '@comanda/db/log'
import { entityId } from '@comanda/shared/domain/entity-id'
import { ApprovalId, CommandId, type PublicationId } from '@comanda/shared/model/ids'
import type { Clock, Millis, Timers } from '@comanda/shared/ports/time'
import type { FastifyInstance, FastifyReply, FastifyRequest, RequestPayload } from 'fastify'
import { z } from 'zod'
import type { Identified } from '../access/identify.ts'
import type { Limits } from '../limits.ts'
import type { OpenRestaurant } from '../restaurant/open-restaurant.ts'
import { readAnyCommand } from '../sync/read-frame.ts'
import type { SignedIn } from '../sync/session.ts'
import { ApiError, problemOfAnswer, throwProblem } from './api-error.ts'
import { type Asker, bodyAs } from './asked.ts'
import { PostedCommands } from './posted-commands.ts'

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
  readonly limits: Limits
}

type By = Identified & { readonly staff: SignedIn }
type Sent = z.infer<typeof Posted>

/** Longer than this nobody waits for an answer over HTTP; the command stays in the queue, and asking again is safe. */
const patience: Millis = 10_000

function submitFor({ restaurant, clock, timers }: CommandParts, by: By, sent: Sent): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const giveUp = timers.after(patience, () => reject(new ApiError('log-unavailable')))
    restaurant.actor.submit({
      id: sent.id,
      // What is no command is refused as on a socket: under its id, with a place in the log.
      asked: readAnyCommand(sent),
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

function tell(reply: FastifyReply, answer: Answer, made: { publicationId?: PublicationId } = {}): FastifyReply {
  return answer.ok ? reply.send({ ...answer, ...made }) : throwProblem(problemOfAnswer(answer))
}

export function commandRoutes(app: FastifyInstance, parts: CommandParts): void {
  const posted = new PostedCommands()
  const submit = (by: By, sent: Sent): Promise<Answer> => {
    if (!posted.isNewOrSame(sent)) {
      throw new ApiError('bad-request', { field: 'id', problem: 'belongs to another command' })
    }
    return submitFor(parts, by, sent)
  }

  app.post('/api/commands', async (request, reply) => {
    const by = await parts.asker.staff(request)
    return tell(reply, await submit(by, bodyAs(Posted, request.body)))
  })
  const catalog = {
    bodyLimit: largestCatalog,
    config: { rateLimit: { max: parts.limits.catalogsPerMinute, timeWindow: '1 minute' } },
    // After the rate, before the body: nobody makes us read and parse 8 MiB for nothing.
    preParsing: async (request: FastifyRequest, _: FastifyReply, body: RequestPayload) => {
      await parts.asker.staff(request)
      return body
    },
  }
  app.post('/api/catalog', catalog, async (request, reply) => {
    const by = await parts.asker.staff(request)
    const { id, ...args } = bodyAs(Publish, request.body)
    const answer = await submit(by, { id, type: 'catalog.publish', args })
    // Nothing new, nothing to take back.
    const made = entityId<PublicationId>(id, 'pub')
    const isKept = parts.restaurant.state().publications.some((publication) => publication.id === made)
    return tell(reply, answer, isKept ? { publicationId: made } : {})
  })
  app.post('/api/catalog/take-back', async (request, reply) => {
    const by = await parts.asker.staff(request)
    const { id, publicationId } = bodyAs(TakeBack, request.body)
    return tell(reply, await submit(by, { id, type: 'catalog.take-back', args: { publicationId } }))
  })
}
