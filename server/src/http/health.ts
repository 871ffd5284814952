// Is it alive, can it work, how is it doing.

import { type Log, LogUnavailable } from '@comanda/db/log'
import type { FastifyInstance } from 'fastify'
import type { Metrics } from '../metrics.ts'
import type { OpenRestaurant } from '../restaurant/open-restaurant.ts'

export type HealthParts = { readonly log: Log; readonly restaurant: OpenRestaurant; readonly metrics: Metrics }

export type Readiness = {
  readonly ready: boolean
  readonly log: 'writable' | LogUnavailable['reason'] | 'unknown'
  readonly head: number
  readonly waiting: number
}

/** Asks the disk itself: a commit that changes nothing. */
export async function readiness({ log, restaurant }: Pick<HealthParts, 'log' | 'restaurant'>): Promise<Readiness> {
  const { actor } = restaurant
  const said = await log.probe().then(
    () => 'writable' as const,
    (cause: unknown) => (cause instanceof LogUnavailable ? cause.reason : ('unknown' as const)),
  )
  return { ready: said === 'writable', log: said, head: actor.head, waiting: actor.waiting }
}

export function healthRoutes(app: FastifyInstance, parts: HealthParts): void {
  app.get('/healthz', async () => ({ ok: true }))
  app.get('/readyz', async (_, reply) => {
    const told = await readiness(parts)
    return reply
      .code(told.ready ? 200 : 503)
      .header('cache-control', 'no-store')
      .send(told)
  })
  app.get('/metrics', async (_, reply) => {
    const { registry } = parts.metrics
    return reply.header('content-type', registry.contentType).send(await registry.metrics())
  })
}
