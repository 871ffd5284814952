// The HTTP side, put together: guards first, then the routes.

import type { Reports } from '@comanda/db/reports'
import { error } from '@comanda/shared/domain/errors'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify'
import type { Metrics } from '../metrics.ts'
import { acceptSockets, type SocketParts, socketRoute } from '../sync/ws-route.ts'
import { problemOf, sendProblem } from './api-error.ts'
import { type ApprovalParts, approvalRoutes } from './approvals.ts'
import type { AuthParts } from './auth.ts'
import { authRoutes } from './auth.ts'
import { demoDeviceRoute } from './demo-device.ts'
import { guard, type Names } from './guard.ts'
import { healthRoutes } from './health.ts'
import { type CommandParts, commandRoutes } from './http-commands.ts'
import { limitNesting } from './nesting.ts'
import { type PairingParts, pairingRoutes } from './pairing.ts'
import { reportRoutes } from './reports.ts'
import { serveScreens } from './screens.ts'
import { setupRoute } from './setup.ts'
import { type StartPageParts, startPage } from './start-page.ts'

export type AppParts = Omit<
  AuthParts & ApprovalParts & PairingParts & CommandParts & StartPageParts & SocketParts,
  'log' | 'sockets'
> &
  Pick<StartPageParts, 'log'> & {
    readonly connections: SocketParts['sockets']
    readonly logger: FastifyBaseLogger
    readonly names: () => Names
    readonly demo: boolean
    readonly reports: Reports | undefined
    readonly metrics: Metrics
  }

/** Nothing inline, nothing from elsewhere, and no text that turns into markup. */
const policy = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  manifestSrc: ["'self'"],
  workerSrc: ["'self'"],
  mediaSrc: ["'self'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
  requireTrustedTypesFor: ["'script'"],
  trustedTypes: ['comanda'],
}

/** For requests, beside the sockets. */
const spareConnections = 2_000

export async function createApp(parts: AppParts): Promise<FastifyInstance> {
  const app = Fastify({
    loggerInstance: parts.logger,
    logController: new LogController({ disableRequestLogging: true }),
    requestTimeout: 30_000,
    connectionTimeout: 60_000,
    keepAliveTimeout: 10_000,
    bodyLimit: 64 * 1024,
    forceCloseConnections: true,
    trustProxy: false,
    // An address that cannot be read reaches no hook and no route.
    frameworkErrors: (cause, request, reply) => {
      sendProblem(request, reply, problemOf(cause))
    },
  })
  // Who dribbles a header a byte at a time holds a connection for ten seconds, not a minute.
  app.server.headersTimeout = 10_000
  app.server.maxConnections = parts.limits.sockets + spareConnections
  app.setErrorHandler((cause: Error, request, reply) => {
    const problem = problemOf(cause)
    if (problem.code === 'internal') request.log.error({ err: cause }, 'request failed')
    parts.metrics.refused.inc({ code: problem.code })
    return sendProblem(request, reply, problem)
  })
  app.setNotFoundHandler((request, reply) => sendProblem(request, reply, error('not-found')))
  const sockets = { ...parts, sockets: parts.connections, log: parts.logger }
  // First, because its hooks end the connection of an upgrade that a later hook refuses.
  await acceptSockets(app, sockets)
  guard(app, parts.names)
  limitNesting(app)
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: policy },
    // TLS may end in front of us or not be there at all: who has it sets this where it ends.
    strictTransportSecurity: false,
    crossOriginEmbedderPolicy: false,
  })
  await app.register(cookie)
  await app.register(rateLimit, {
    max: parts.limits.httpPerMinute,
    timeWindow: '1 minute',
    skipOnError: true,
    allowList: (request) => request.headers.upgrade === 'websocket',
  })
  socketRoute(app, sockets)
  healthRoutes(app, parts)
  startPage(app, { ...parts, sockets: () => parts.connections.size })
  setupRoute(app, parts)
  authRoutes(app, parts)
  approvalRoutes(app, parts)
  pairingRoutes(app, parts)
  commandRoutes(app, parts)
  if (parts.reports !== undefined) reportRoutes(app, { ...parts, reports: parts.reports })
  if (parts.demo) demoDeviceRoute(app, parts)
  await serveScreens(app, parts.built)
  return app
}
