import { request } from 'node:http'
import { casaLola } from '@comanda/demo/restaurant'
import { domainHash } from '@comanda/shared/domain/domain-hash'
import type { DownFrame } from '@comanda/shared/protocol/down'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { HttpClient } from './testing/http-client.ts'
import { type LiveServer, liveServer } from './testing/live-server.ts'

const pinOf = (staffId: string): string => Object.entries(casaLola.pins).find(([id]) => id === staffId)?.[1] ?? ''
const withRole = (role: string): string => {
  for (const change of casaLola.changes) {
    if (change.kind === 'person' && change.put.roles.some((one) => one === role)) return change.put.id
  }
  throw new Error(`nobody is ${role}`)
}

const is =
  <Type extends DownFrame['t']>(type: Type) =>
  (frame: DownFrame): frame is Extract<DownFrame, { t: Type }> =>
    frame.t === type

const hello = (more: Record<string, unknown> = {}) => ({
  t: 'hello',
  proto: 1,
  build: 'test',
  domain: domainHash,
  clientId: 'c1',
  room: 'floor',
  ...more,
})

const order = (cseq: number, sid: unknown) => ({
  t: 'cmd',
  cseq,
  id: `cmd-${cseq}-${String(sid).slice(0, 8)}`,
  sid,
  type: 'order.open',
  args: { open: { type: 'takeaway', name: 'A' } },
  seenSeq: 0,
  writtenAt: 1,
})

describe('a whole server', () => {
  let live: LiveServer
  beforeAll(async () => {
    live = await liveServer(casaLola)
  })
  afterAll(() => live.stop())

  async function device(kind: string): Promise<HttpClient> {
    const client = live.client()
    expect((await client.post('/api/demo/device', { kind })).status).toBe(201)
    return client
  }

  async function signedIn(kind: string, role: string): Promise<{ client: HttpClient; sid: string; staffId: string }> {
    const client = await device(kind)
    const staffId = withRole(role)
    const answered = await client.post('/api/sign-in', { staffId, pin: pinOf(staffId) })
    expect(answered.status).toBe(200)
    return { client, sid: (answered.body as { sid: string }).sid, staffId }
  }

  it('takes an order from a tap to another screen', async () => {
    const { client, sid } = await signedIn('tablet', 'waiter')
    const tablet = client.listen()
    tablet.say(hello({ clientId: 'tap' }))
    await tablet.until(is('snap'))
    const front = (await device('front')).listen()
    front.say(hello({ clientId: 'screen', room: 'front' }))
    await front.until(is('snap'))
    tablet.say(order(1, sid))
    expect(await tablet.until(is('res'))).toMatchObject({ cseq: 1, ok: true })
    expect((await front.until(is('ev'))).events[0]?.event.type).toBe('order.opened')
    tablet.socket.close()
    front.socket.close()
  })

  it('a frame that comes with the handshake is not lost while the device is looked up', async () => {
    const { client, sid } = await signedIn('tablet', 'waiter')
    const listening = client.listen()
    listening.socket.on('open', () => {
      listening.socket.send(JSON.stringify(hello({ clientId: 'early' })))
      listening.socket.send(JSON.stringify(order(1, sid)))
    })
    expect(await listening.until(is('res'))).toMatchObject({ cseq: 1, ok: true })
    listening.socket.close()
  })

  it.each([
    ['a foreign page', { origin: 'http://evil.example' }],
    ['a page whose name only begins like ours', { origin: 'http://127.0.0.1.evil.example' }],
  ])('refuses a socket from %s with 403', async (_, headers) => {
    const client = await device('tablet')
    await expect(client.listen(headers).closed).rejects.toThrow('403')
    expect((await client.ask('POST', '/api/sign-out', {}, headers)).status).toBe(403)
  })

  it('refuses a socket and a post without an origin with 403, and another host with 421', async () => {
    const port = live.server.port
    const ask = (method: string, headers: Record<string, string>): Promise<number | undefined> =>
      new Promise((resolve, reject) => {
        const asked = request({
          host: '127.0.0.1',
          agent: false,
          port,
          path: method === 'GET' ? '/ws' : '/api/sign-out',
          method,
          headers,
        })
        asked.on('response', (response) => {
          response.resume()
          resolve(response.statusCode)
        })
        asked.on('upgrade', (response, socket) => {
          socket.destroy()
          resolve(response.statusCode)
        })
        asked.on('error', reject)
        asked.end()
      })
    const upgrade = {
      connection: 'upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
      'sec-websocket-protocol': 'comanda.v1',
    }
    expect(await ask('GET', upgrade)).toBe(403)
    expect(await ask('POST', {})).toBe(403)
    expect(await ask('GET', { ...upgrade, origin: live.server.url, host: 'rebound.example' })).toBe(421)
    expect(await ask('GET', { ...upgrade, origin: live.server.url })).toBe(101)
  })

  it('closes a socket without a device by name', async () => {
    const listening = live.client().listen()
    listening.say(hello())
    expect(await listening.until(is('error'))).toMatchObject({ code: 'not-signed-in' })
    expect((await listening.closed).code).toBe(4401)
    const other = (await device('tablet')).listen({}, [])
    expect((await other.closed).code).toBe(4426)
  })

  it.each([
    ['an oversized ping', (client: HttpClient) => client.listen(), 'ping', 1006],
    ['a frame of 65 KiB', (client: HttpClient) => client.listen(), 'large', 1009],
    ['an empty message', (client: HttpClient) => client.listen(), 'empty', 4400],
    ['bytes', (client: HttpClient) => client.listen(), 'bytes', 4400],
  ] as const)('%s ends that socket alone', async (_, open, what, code) => {
    const listening = open(await device('tablet'))
    listening.say(hello({ clientId: `bad-${what}` }))
    await listening.until(is('welcome'))
    const raw = (listening.socket as unknown as { _socket: import('node:net').Socket })._socket
    // A ping of 200 bytes: longer than a control frame may be.
    if (what === 'ping') raw.write(Buffer.concat([Buffer.from([0x89, 0xfe, 0, 200, 0, 0, 0, 0]), Buffer.alloc(200)]))
    if (what === 'large') listening.say('x'.repeat(65 * 1024))
    if (what === 'empty') listening.say('')
    if (what === 'bytes') listening.socket.send(Buffer.from([1, 2, 3]))
    const closed = await listening.closed
    if (what === 'ping') expect([1002, 1006]).toContain(closed.code)
    else expect(closed.code).toBe(code)
    expect((await live.client().ask('GET', '/healthz')).status).toBe(200)
  })

  it('tells errors over HTTP in the language asked for, in one shape', async () => {
    const client = live.client()
    const missing = await client.ask('GET', '/nothing', undefined, { 'accept-language': 'ru-RU,ru;q=0.9' })
    expect(missing.status).toBe(404)
    expect(missing.body).toMatchObject({ error: { code: 'not-found', message: 'Здесь ничего нет.' } })
    const wrong = await client.post('/api/pairings', { name: '' })
    expect(wrong.status).toBe(400)
    expect(wrong.body).toMatchObject({ error: { code: 'bad-request', field: 'name' } })
    expect((await client.ask('POST', '/api/pairings', '{"name"')).body).toMatchObject({
      error: { code: 'bad-request' },
    })
    expect((await client.post('/api/pairings', { name: 'x'.repeat(70_000) })).body).toMatchObject({
      error: { code: 'frame-too-large' },
    })
    expect((await client.ask('GET', '/api/me')).body).toMatchObject({ error: { code: 'not-signed-in' } })
  })

  it('is alive and ready, counts what it does, and shows a page without script', async () => {
    const client = live.client()
    expect((await client.ask('GET', '/readyz')).body).toMatchObject({ ready: true, log: 'writable' })
    expect((await client.ask('GET', '/metrics')).text).toContain('comanda_commit_seconds_count')
    const page = await client.ask('GET', '/')
    expect(page.text).toContain('Casa Lola')
    expect(page.text).not.toContain('<script')
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(page.headers.get('content-security-policy')).toContain("require-trusted-types-for 'script'")
  })

  it('[ADM-3] publishes over HTTP for whom it is permitted, once per id', async () => {
    const { client } = await signedIn('office', 'manager')
    const change = casaLola.changes.find(({ kind }) => kind === 'tax')
    const body = { id: 'publish-1', changes: [change], note: 'again' }
    const first = await client.post('/api/catalog', body)
    const second = await client.post('/api/catalog', body)
    expect(first.status).toBe(200)
    expect(second.body).toEqual(first.body)
    const cook = await signedIn('kitchen', 'cook')
    const refused = await cook.client.post('/api/catalog', { ...body, id: 'publish-2' })
    expect(refused.status).toBe(403)
    expect(refused.body).toMatchObject({ error: { code: 'not-permitted' } })
  })

  it('[P-15] a device that is revoked is out within a second, and stays out', async () => {
    const lost = await signedIn('tablet', 'waiter')
    const me = await lost.client.ask('GET', '/api/me')
    const { device: lostDevice } = me.body as { device: { id: string } }
    const listening = lost.client.listen()
    listening.say(hello({ clientId: 'lost' }))
    await listening.until(is('snap'))
    const { client } = await signedIn('office', 'manager')
    const started = performance.now()
    const revoked = await client.post('/api/commands', {
      id: 'rev-1',
      type: 'access.revoke',
      args: { deviceId: lostDevice.id },
    })
    expect(revoked.status).toBe(200)
    expect((await listening.closed).code).toBe(4403)
    expect(performance.now() - started).toBeLessThan(1_000)
    expect((await lost.client.ask('GET', '/api/me')).body).toMatchObject({ error: { code: 'access-revoked' } })
    expect((await lost.client.listen().closed).code).toBe(4403)
  })
})

describe('limits', () => {
  it('a device with too many sockets, and frames that come too fast, are told to come later', async () => {
    const live = await liveServer(casaLola, { limits: { socketsPerDevice: 2, frames: { perSecond: 1, burst: 20 } } })
    try {
      const client = live.client()
      await client.post('/api/demo/device', { kind: 'tablet' })
      const open = [client.listen(), client.listen()]
      for (const [index, listening] of open.entries()) {
        listening.say(hello({ clientId: `c${index}` }))
        await listening.until(is('welcome'))
      }
      const third = await client.listen().closed
      expect(third.code).toBe(1013)
      expect(JSON.parse(third.reason)).toMatchObject({ code: 'server-busy', retryAfterMs: expect.any(Number) })
      for (let count = 0; count < 30; count += 1) open[0]?.say({ t: 'seen', cursor: 0 })
      expect((await open[0]?.closed)?.code).toBe(4429)
    } finally {
      await live.stop()
    }
  })
})

describe('stopping', () => {
  it('[P-12] answers what it began, tells devices to come back, each at its own moment, and leaves nothing open', async () => {
    const live = await liveServer(casaLola)
    const client = live.client()
    await client.post('/api/demo/device', { kind: 'tablet' })
    const listening = client.listen()
    listening.say(hello())
    await listening.until(is('snap'))
    await live.stop()
    const { code, reason } = await listening.closed
    expect(code).toBe(1012)
    expect(JSON.parse(reason)).toMatchObject({ code: 'server-stopping', retryAfterMs: expect.any(Number) })
  })
})
