// The built screens, each at its own path. What carries a hash in its name never changes; what names it is asked for anew.

import { sep } from 'node:path'
import { error } from '@comanda/shared/domain/errors'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { sendProblem } from './api-error.ts'

/** Its path (`/waiter`), and the folder in which its index.html lies. */
export type BuiltScreens = ReadonlyMap<string, string>

const forEver = 'public, max-age=31536000, immutable'
const hashed = `${sep}assets${sep}`

/** An address inside the screen, opened as a page: the screen itself finds out what to show there. */
const isNavigation = ({ method, headers, url }: FastifyRequest): boolean => {
  if (method !== 'GET' && method !== 'HEAD') return false
  const [path = ''] = url.split('?')
  const isPage = headers['sec-fetch-mode'] === 'navigate' || (headers.accept ?? '').includes('text/html')
  return isPage && !path.slice(path.lastIndexOf('/')).includes('.')
}

export async function serveScreens(app: FastifyInstance, built: BuiltScreens): Promise<void> {
  for (const [path, root] of built) {
    app.get(path, async (_, reply) => reply.redirect(`${path}/`, 308))
    await app.register(
      async (screen) => {
        await screen.register(fastifyStatic, {
          root,
          // A folder's page is not looked for among the packed copies: it is named.
          index: false,
          preCompressed: true,
          cacheControl: false,
          setHeaders: (reply, file) => {
            reply.header('cache-control', file.includes(hashed) ? forEver : 'no-cache')
          },
        })
        screen.get('/', { prefixTrailingSlash: 'slash' }, async (_, reply) => reply.sendFile('index.html'))
        screen.setNotFoundHandler((request: FastifyRequest, reply: FastifyReply) =>
          isNavigation(request) ? reply.sendFile('index.html') : sendProblem(request, reply, error('not-found')),
        )
      },
      { prefix: path },
    )
  }
}
