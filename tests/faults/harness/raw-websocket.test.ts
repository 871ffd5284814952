import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { Socket } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { WebSocketServer } from 'ws'
import { hostileFrames } from './hostile-frames.ts'
import { connectRaw, openingRequest, openRawWebSocket, type RawAddress, type RawConnection } from './raw-websocket.ts'
import { waitUntil } from './real-time.ts'
import { encodeFrame, opcodes } from './websocket-frame.ts'

const largest = 64 * 1024
let http: Server
let sockets: WebSocketServer
let address: RawAddress
let serverSide: Socket[]
let open: RawConnection[]

beforeEach(async () => {
  serverSide = []
  open = []
  http = createServer({ headersTimeout: 150, requestTimeout: 300, connectionsCheckingInterval: 20 }, (_, response) => {
    response.end('plain')
  })
  http.on('connection', (socket) => serverSide.push(socket))
  sockets = new WebSocketServer({ server: http, maxPayload: largest })
  sockets.on('connection', (socket) => {
    socket.on('error', () => {})
    socket.on('message', (bytes) => socket.send(`heard ${String(bytes)}`))
  })
  http.listen(0, '127.0.0.1')
  await once(http, 'listening')
  const bound = http.address()
  if (bound === null || typeof bound === 'string') throw new Error('no port')
  address = { host: '127.0.0.1', port: bound.port }
})

afterEach(() => {
  for (const connection of open) connection.vanish()
  for (const socket of serverSide) socket.destroy()
  http.close()
})

async function opened(): Promise<RawConnection> {
  const connection = await openRawWebSocket(address)
  open.push(connection)
  return connection
}

async function bare(): Promise<RawConnection> {
  const connection = await connectRaw(address)
  open.push(connection)
  return connection
}

describe('proper use', () => {
  test('words of every length arrive and come back', async () => {
    const connection = await opened()
    for (const length of [0, 1, 125, 126, 65_535, 65_536]) {
      const words = 'w'.repeat(length)
      connection.sendText(words)
      expect(await connection.nextText()).toBe(`heard ${words}`)
    }
  })

  test('a message in fragments, with a ping between them and sliced into bytes, is one message', async () => {
    const connection = await opened()
    const parts = [
      encodeFrame({ opcode: opcodes.text, payload: 'two ', fin: false }),
      encodeFrame({ opcode: opcodes.ping, payload: 'there?' }),
      encodeFrame({ opcode: opcodes.continuation, payload: 'parts' }),
    ]
    const bytes = Buffer.concat(parts)
    expect(await connection.drip(bytes, 1, 1)).toEqual({ sentBytes: bytes.length })
    const pong = await connection.nextFrame()
    expect([pong.opcode, pong.payload.toString()]).toEqual([opcodes.pong, 'there?'])
    expect(await connection.nextText()).toBe('heard two parts')
  })

  test('a proper close is answered with the same code', async () => {
    const connection = await opened()
    connection.sendClose(4000, 'good night')
    expect(await connection.end()).toMatchObject({ reason: 'closed', closeCode: 4000 })
  })
})

describe('frames that break a rule', () => {
  test.each(hostileFrames(largest))('$name is refused with a code', async ({ bytes, closeCodes }) => {
    const connection = await opened()
    connection.send(bytes)
    const { closeCode } = await connection.end()
    expect(closeCodes).toContain(closeCode)
    expect(connection.frames.filter(({ opcode }) => opcode === opcodes.text)).toEqual([])
    const next = await opened()
    next.sendText('still there')
    expect(await next.nextText()).toBe('heard still there')
  })
})

describe('openings that break a rule', () => {
  test('a slow one is cut off by the server', async () => {
    const connection = await bare()
    const request = openingRequest(address)
    const { sentBytes } = await connection.drip(request, 1, 20)
    expect(sentBytes).toBeLessThan(request.length)
    await connection.end()
    expect(connection.unread).toMatch(/^HTTP\/1\.1 408/)
  })

  test('one that stops half-way is cut off too', async () => {
    const connection = await bare()
    connection.send(openingRequest(address).slice(0, -2))
    await connection.end()
    expect(connection.unread).toMatch(/^HTTP\/1\.1 408/)
  })

  test('a wrong version and a missing key are refused by HTTP', async () => {
    for (const headers of [{ 'Sec-WebSocket-Version': '12' }, { 'Sec-WebSocket-Key': null }]) {
      const connection = await bare()
      connection.send(openingRequest({ ...address, headers }))
      expect((await connection.answer()).status).toBe(400)
    }
  })

  test('a refused opening is told with the whole answer', async () => {
    await expect(openRawWebSocket({ ...address, headers: { Upgrade: null, Connection: null } })).rejects.toThrow(
      'HTTP/1.1 200 OK',
    )
  })
})

test('who stops reading leaves the server with the bytes', async () => {
  const connection = await opened()
  connection.stopReading()
  const [socket] = sockets.clients
  if (!socket) throw new Error('nobody connected')
  for (let count = 0; count < 200; count++) socket.send(Buffer.alloc(64 * 1024))
  await new Promise((resolve) => setImmediate(resolve))
  expect(socket.bufferedAmount).toBeGreaterThan(1024 * 1024)
  expect(connection.frames.length).toBe(0)
})

test('who vanishes is noticed as an error, not as a close', async () => {
  const connection = await opened()
  const [socket] = sockets.clients
  const codes: number[] = []
  socket?.on('close', (code) => codes.push(code))
  connection.vanish()
  await waitUntil('the server to notice', () => codes.length > 0)
  expect(codes).toEqual([1006])
})
