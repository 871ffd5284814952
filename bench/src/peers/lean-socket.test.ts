import { once } from 'node:events'
import { createServer } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { WebSocketServer } from 'ws'
import { createFrameReader } from './frame-reader.ts'
import { openLeanSocket } from './lean-socket.ts'

let server: WebSocketServer | undefined

afterEach(() => {
  for (const socket of server?.clients ?? []) socket.terminate()
  server?.close()
  server = undefined
})

async function echoServer(): Promise<number> {
  server = new WebSocketServer({ host: '127.0.0.1', port: 0 })
  server.on('connection', (socket) => socket.on('message', (data) => socket.send(data.toString())))
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no address')
  return address.port
}

test('texts of every length class come back as they were sent', async () => {
  const port = await echoServer()
  const frames: string[] = []
  const all = Promise.withResolvers<void>()
  const texts = [0, 1, 125, 126, 65_535, 65_536, 900_000].map(
    (length) => 'é'.repeat(length >> 1) + 'x'.repeat(length & 1),
  )
  const socket = await openLeanSocket({
    port,
    path: '/',
    received: (frame) => {
      if (frames.push(frame.toString()) === texts.length) all.resolve()
    },
  })
  for (const text of texts) socket.send(text)
  await all.promise
  expect(frames).toEqual(texts)
  socket.close()
  await socket.lost
})

test('a ping is answered and a close is heard with its code', async () => {
  const port = await echoServer()
  const accepted = once(server as WebSocketServer, 'connection')
  const socket = await openLeanSocket({ port, path: '/', received: () => undefined })
  const [peer] = await accepted
  const ponged = once(peer, 'pong')
  peer.ping('are you there')
  expect(String((await ponged)[0])).toBe('are you there')
  peer.close(1012)
  expect(await socket.lost).toBe(1012)
})

test('a server that refuses the upgrade is an error that says how', async () => {
  const refusing = createServer((socket) => socket.end('HTTP/1.1 401 Unauthorized\r\nConnection: close\r\n\r\n'))
  refusing.listen(0, '127.0.0.1')
  await once(refusing, 'listening')
  const address = refusing.address()
  if (address === null || typeof address === 'string') throw new Error('no address')
  await expect(openLeanSocket({ port: address.port, path: '/', received: () => undefined })).rejects.toThrow('401')
  refusing.close()
})

test('frames are found wherever the network cut the stream', () => {
  const message = Buffer.alloc(300, 'a')
  const stream = Buffer.concat([Buffer.from([0x81, 2]), Buffer.from('hi'), Buffer.from([0x81, 126, 1, 44]), message])
  for (let cut = 0; cut <= stream.length; cut += 1) {
    const texts: string[] = []
    const reader = createFrameReader((_opcode, payload) => texts.push(payload.toString()))
    reader.read(stream.subarray(0, cut))
    reader.read(stream.subarray(cut))
    expect(texts).toEqual(['hi', message.toString()])
  }
})
