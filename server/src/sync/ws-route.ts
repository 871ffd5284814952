// The socket's edge. The message handler is attached before anything is awaited, so no frame is lost; what is too large,
// too much, not text or from a stranger ends here by name.

import { type ErrorCode, error } from '@comanda/shared/domain/errors'
import type { Clock, Millis, Timers } from '@comanda/shared/ports/time'
import { largestUpFrame } from '@comanda/shared/protocol/up'
import { subprotocol } from '@comanda/shared/protocol/version'
import websocket from '@fastify/websocket'
import type { FastifyBaseLogger, FastifyInstance, FastifyRequest } from 'fastify'
import type { RawData, WebSocket } from 'ws'
import type { Identify } from '../access/identify.ts'
import type { StaffSessions } from '../access/staff-sessions.ts'
import { Buckets } from '../buckets.ts'
import { ApiError } from '../http/api-error.ts'
import { heldBy } from '../http/asked.ts'
import type { Limits } from '../limits.ts'
import type { Metrics } from '../metrics.ts'
import type { OpenRestaurant } from '../restaurant/open-restaurant.ts'
import { closeWith } from './close-reason.ts'
import { Session } from './session.ts'
import type { Sockets } from './sockets.ts'
import type { Wire } from './wire.ts'

const mostQueued = 16

export type SocketParts = {
  readonly restaurant: OpenRestaurant
  readonly sockets: Sockets
  readonly sessions: StaffSessions
  readonly identify: Identify
  readonly clock: Clock
  readonly timers: Timers
  readonly limits: Limits
  readonly metrics: Metrics
  readonly log: FastifyBaseLogger
  /** A different one for each socket, so that a storm comes back spread out. */
  readonly retryAfter: () => Millis
}

export async function acceptSockets(app: FastifyInstance, parts: SocketParts): Promise<void> {
  await app.register(websocket, {
    options: {
      maxPayload: largestUpFrame,
      perMessageDeflate: false,
      handleProtocols: (offered: Set<string>) => (offered.has(subprotocol) ? subprotocol : false),
    },
    // What ends a socket is said where the socket is: a frame that was too large is no failure of this server.
    errorHandler: (_cause, socket) => socket.terminate(),
    preClose: async () => {
      parts.restaurant.hub.closeAll('server-stopping', parts.retryAfter)
      await parts.sockets.drain()
    },
  })
}

export function socketRoute(app: FastifyInstance, parts: SocketParts): void {
  const { sockets, limits, clock } = parts
  const connects = new Buckets(limits.connects, clock)
  const hellos = new Buckets(limits.hellos, clock)
  const frames = new Buckets(limits.frames, clock)
  app.get('/ws', { websocket: true, preValidation: admit }, (socket, request) => {
    sockets.add(socket, request.ip)
    new Edge({ ...parts, hellos, frames }, socket, request)
  })

  async function admit(request: FastifyRequest): Promise<void> {
    const busy = !sockets.fits(request.ip) || !connects.take(request.ip)
    if (busy) throw new ApiError('server-busy', { seconds: Math.ceil(parts.retryAfter() / 1000) })
  }
}

type EdgeParts = SocketParts & { readonly hellos: Buckets; readonly frames: Buckets }

/** One socket from its first byte until there is a session to hand frames to. */
class Edge {
  readonly #parts: EdgeParts
  readonly #wire: Wire
  #queue: string[] = []
  #session: Session | undefined
  #bucket: string
  #ended = false

  constructor(parts: EdgeParts, socket: WebSocket, request: FastifyRequest) {
    this.#parts = parts
    this.#bucket = request.ip
    this.#wire = parts.sockets.wire(socket, request.raw.socket, parts.metrics.traffic)
    socket.on('message', (data, isBinary) => this.#heard(data, isBinary))
    socket.on('error', (cause) => parts.log.info({ cause: cause.message }, 'socket failed'))
    socket.once('close', () => {
      this.#ended = true
      this.#session?.ended()
    })
    if (socket.protocol !== subprotocol) this.#refuse('wrong-protocol')
    else if (!parts.hellos.take('all')) this.#refuse('server-busy')
    else this.#identify(request, socket)
  }

  #identify(request: FastifyRequest, socket: WebSocket): void {
    this.#parts.identify(heldBy(request)).then(
      (found) => {
        if (this.#ended) return
        if (!found.ok) {
          this.#refuse(found.error.code)
          return
        }
        const { restaurant, clock, timers, sessions, sockets, metrics, log } = this.#parts
        if (!sockets.ofDevice(socket, found.value.deviceId)) {
          this.#refuse('server-busy')
          return
        }
        this.#bucket = found.value.deviceId
        const session = new Session({
          restaurant,
          wire: this.#wire,
          identity: found.value,
          clock,
          timers,
          asking: sessions.asking,
          watch: {
            refused: (code) => metrics.refused.inc({ code }),
            failed: (cause) => {
              metrics.failures.inc({ place: 'session' })
              log.error({ err: cause }, 'session failed')
            },
          },
        })
        this.#session = session
        for (const text of this.#queue.splice(0)) session.receive(text)
      },
      (cause: unknown) => {
        this.#parts.log.error({ err: cause }, 'a device could not be looked up')
        this.#refuse('internal')
      },
    )
  }

  #heard(data: RawData, isBinary: boolean): void {
    if (this.#ended) return
    this.#parts.metrics.traffic.framesIn += 1
    if (isBinary) this.#refuse('frame-invalid')
    else if (!this.#parts.frames.take(this.#bucket)) this.#refuse('too-many-requests')
    else if (this.#session !== undefined) this.#session.receive(data.toString())
    else if (this.#queue.length < mostQueued) this.#queue.push(data.toString())
    else this.#refuse('too-many-requests')
  }

  #refuse(code: ErrorCode): void {
    this.#ended = true
    this.#parts.metrics.refused.inc({ code })
    this.#wire.send(JSON.stringify({ t: 'error', ...error(code) }))
    closeWith(
      this.#wire,
      code,
      code === 'server-busy' || code === 'too-many-requests' ? this.#parts.retryAfter() : undefined,
    )
    this.#session?.ended()
  }
}
