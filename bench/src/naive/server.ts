// The naive stack that a team writes first: express and socket.io, one durable transaction per order, the library's own
// broadcast and acknowledgement.
import { createServer } from 'node:http'
import { join } from 'node:path'
import express from 'express'
import { Server } from 'socket.io'
import { openDurableFile } from '../launch/durable-file.ts'
import type { ServeOptions, Serving } from '../launch/serving.ts'

export async function serveNaive({ folder, port }: ServeOptions): Promise<Serving> {
  const database = openDurableFile(join(folder, 'orders.db'))
  const insert = database.prepare('INSERT INTO orders (body) VALUES (?)')
  const app = express()
  app.get('/health', (_request, response) => {
    response.json({ ok: true })
  })
  const http = createServer(app)
  const io = new Server(http, { serveClient: false, perMessageDeflate: false })

  io.on('connection', (socket) => {
    if (socket.handshake.query.listens === 'yes') socket.join('listeners')
    socket.on('order', (order: unknown, answer: (result: { id: number }) => void) => {
      const { lastInsertRowid } = insert.run(Buffer.from(JSON.stringify(order)))
      io.to('listeners').emit('order', order)
      answer({ id: Number(lastInsertRowid) })
    })
    socket.emit('listening')
  })

  await new Promise<void>((resolve) => http.listen(port, '127.0.0.1', resolve))
  const address = http.address()
  if (address === null || typeof address === 'string') throw new Error('the naive stack has no address')
  return {
    port: address.port,
    stop: async () => {
      await io.close()
      database.close()
    },
  }
}
