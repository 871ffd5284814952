import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { webSocketTransport } from '@comanda/sync-client/adapters/web-socket'
import type { SocketHandlers } from '@comanda/sync-client/transport'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { WebSocketServer } from 'ws'

let server: WebSocketServer

beforeEach(async () => {
  server = new WebSocketServer({ host: '127.0.0.1', port: 0 })
  await once(server, 'listening')
})

afterEach(() => {
  for (const client of server.clients) client.terminate()
  server.close()
})

const url = () => `ws://127.0.0.1:${(server.address() as AddressInfo).port}/ws`

/** What a socket tells, as a list that can be waited for. */
function ear() {
  const told: unknown[] = []
  let wake = () => {}
  const tell = (what: unknown) => {
    told.push(what)
    wake()
  }
  const handlers: SocketHandlers = {
    opened: () => tell('opened'),
    heard: (text) => tell(text),
    closed: (code, reason) => tell([code, reason]),
  }
  const count = async (wanted: number) => {
    while (told.length < wanted) await new Promise<void>((resolve) => (wake = resolve))
    return told
  }
  return { handlers, count }
}

it('speaks both ways, gives its headers and tells how it was closed', async () => {
  server.on('connection', (socket, request) => {
    socket.on('message', (data) => {
      const { cookie, origin } = request.headers
      socket.send(JSON.stringify({ cookie, origin, protocol: socket.protocol, data: String(data) }))
      socket.close(4409, '{"code":"newer-hello"}')
    })
  })
  const { handlers, count } = ear()
  const transport = webSocketTransport({ headers: { cookie: 'device=1', origin: 'http://here' } })
  const socket = transport.open(url(), 'comanda.v1', handlers)
  socket.send('too early: nobody hears it')
  await count(1)
  socket.send('hello')
  const told = await count(3)
  expect(told).toEqual([
    'opened',
    JSON.stringify({ cookie: 'device=1', origin: 'http://here', protocol: 'comanda.v1', data: 'hello' }),
    [4409, '{"code":"newer-hello"}'],
  ])
  socket.send('too late')
})

it('tells of a server that is not there as of any lost socket', async () => {
  const address = url()
  server.close()
  const { handlers, count } = ear()
  webSocketTransport().open(address, 'comanda.v1', handlers)
  expect(await count(1)).toEqual([[1006, '']])
})

it('reads a binary frame as none of ours', async () => {
  server.on('connection', (socket) => socket.send(Buffer.from([1, 2, 3])))
  const { handlers, count } = ear()
  const socket = webSocketTransport().open(url(), 'comanda.v1', handlers)
  expect(await count(2)).toEqual(['opened', ''])
  socket.close(1000)
})
