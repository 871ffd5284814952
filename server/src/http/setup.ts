// What a screen may know before it is anybody's: whose restaurant this is, and whether it may be tried without pairing.

import type { FastifyInstance } from 'fastify'
import type { OpenRestaurant } from '../restaurant/open-restaurant.ts'
import { isAtThisMachine } from './guard.ts'

export type SetupParts = { readonly restaurant: OpenRestaurant; readonly demo: boolean }

export function setupRoute(app: FastifyInstance, { restaurant, demo }: SetupParts): void {
  app.get('/api/setup', async (request, reply) => {
    const { name, language } = restaurant.state().catalog.settings
    return reply.header('cache-control', 'no-store').send({ name, language, demo: demo && isAtThisMachine(request) })
  })
}
