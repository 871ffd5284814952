// Bare ws, nothing stored: what the sockets alone cost. Each frame goes to every screen and back to its sender,
// which listens to nothing else.
import { type RawData, type WebSocket, WebSocketServer } from 'ws'
import type { ServeOptions, Serving } from '../launch/serving.ts'

/** `once` sends the bytes as they came; `each` makes the JSON text anew for every socket. */
export type Serialised = 'once' | 'each'

const asText = { binary: false }

export async function serveBare({ port }: ServeOptions, serialised: Serialised): Promise<Serving> {
  const server = new WebSocketServer({ host: '127.0.0.1', port, maxPayload: 65_536 })
  const screens = new Set<WebSocket>()

  const forward = (frame: Buffer): void => {
    if (serialised === 'once') {
      for (const screen of screens) screen.send(frame, asText)
      return
    }
    const order: unknown = JSON.parse(frame.toString())
    for (const screen of screens) screen.send(JSON.stringify(order))
  }

  server.on('connection', (socket, request) => {
    if (request.url === '/screen') {
      screens.add(socket)
      socket.on('close', () => screens.delete(socket))
    }
    socket.on('message', (data: RawData) => {
      if (!Buffer.isBuffer(data)) throw new Error('a frame in one piece was expected')
      forward(data)
      socket.send(data, asText)
    })
    socket.send('listening')
  })

  await new Promise<void>((resolve) => server.once('listening', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('bare ws has no address')
  return {
    port: address.port,
    stop: () =>
      new Promise((resolve) => {
        for (const socket of server.clients) socket.terminate()
        server.close(() => resolve())
      }),
  }
}
