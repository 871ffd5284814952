// The floor: the least that a durable order system can do. It stores the frame it got, forwards it to every listening
// screen after the commit, then answers. No parsing, no rules, no sign-in. Everything that waits shares one commit.
import { join } from 'node:path'
import websocket from '@fastify/websocket'
import fastify from 'fastify'
import type { RawData, WebSocket } from 'ws'
import { openDurableFile } from '../launch/durable-file.ts'
import type { ServeOptions, Serving } from '../launch/serving.ts'

interface Waiting {
  readonly frame: Buffer
  readonly submitter: WebSocket
}

const asText = { binary: false }
const answer = Buffer.from('stored')
const live = 'live'

export async function serveFloor({ folder, port }: ServeOptions): Promise<Serving> {
  const database = openDurableFile(join(folder, 'orders.db'))
  const insert = database.prepare('INSERT INTO orders (body) VALUES (?)')
  const store = database.transaction((batch: readonly Waiting[]) => {
    for (const { frame } of batch) insert.run(frame)
  })
  const listeners = new Set<WebSocket>()
  let waiting: Waiting[] = []

  const commit = (): void => {
    const batch = waiting
    waiting = []
    store.immediate(batch)
    for (const { frame } of batch) for (const listener of listeners) listener.send(frame, asText)
    for (const { submitter } of batch) submitter.send(answer, asText)
  }

  const app = fastify()
  await app.register(websocket, { options: { maxPayload: 65_536 } })
  const listen = (socket: WebSocket): void => {
    listeners.add(socket)
    socket.on('close', () => listeners.delete(socket))
  }
  const takeFrom = (submitter: WebSocket): void => {
    submitter.on('message', (data: RawData) => {
      if (!Buffer.isBuffer(data)) throw new Error('a frame in one piece was expected')
      // setImmediate runs once everything this turn of the loop received is queued.
      if (waiting.push({ frame: data, submitter }) === 1) setImmediate(commit)
    })
  }
  app.get('/screen', { websocket: true }, (socket) => {
    listen(socket)
    socket.send(live)
  })
  app.get('/submit', { websocket: true }, (submitter) => {
    takeFrom(submitter)
    submitter.send(live)
  })
  app.get('/submit-and-listen', { websocket: true }, (submitter) => {
    listen(submitter)
    takeFrom(submitter)
    submitter.send(live)
  })
  await app.listen({ host: '127.0.0.1', port })
  const address = app.server.address()
  if (address === null || typeof address === 'string') throw new Error('the floor has no address')
  return {
    port: address.port,
    stop: async () => {
      await app.close()
      database.close()
    },
  }
}
