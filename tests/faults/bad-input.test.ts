// Bad input of every kind at every edge of the real server: it is refused by name, nothing is lost, the process lives on,
// and after each of them an order goes through as before.
import type { DownFrame, Res } from '@comanda/shared/protocol/down'
import { largestUpFrame } from '@comanda/shared/protocol/up'
import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { helloOf, openCasaLola, type Restaurant, type Signed, takeaway } from './harness/open-restaurant.ts'
import { patiently } from './harness/patient.ts'
import { connectRaw, openingRequest, type RawConnection } from './harness/raw-websocket.ts'
import { realTime, withinTime } from './harness/real-time.ts'

const long = process.env.COMANDA_TEST_LONG === '1'
const seed = 2_028
const halfOpen = 1_000
let house: Restaurant
let ana: Signed
let manager: Signed
let pid: number
let orders = 0

beforeAll(async () => {
  house = await openCasaLola()
  ana = await house.signIn('tablet', 'ana')
  manager = await house.signIn('office', 'pablo')
  pid = house.server.pid
})

/** Whatever was thrown at it: the same process, ready, and an order is answered at once. */
afterEach(async () => {
  orders += 1
  const sent = await ana.http.post('/api/commands', { id: `after-${orders}`, type: 'round.send', args: takeaway(1) })
  expect(sent, sent.text).toMatchObject({ status: 200, body: { ok: true } })
  expect((await house.server.get('/readyz')).status).toBe(200)
  expect(house.server.isRunning()).toBe(true)
  expect(house.server.pid).toBe(pid)
})

afterAll(() => house.close())

type Told = { status: number; text: string; body: unknown }

const named = { error: { code: expect.stringMatching(/^[a-z]+(-[a-z]+)*$/), message: expect.any(String) } }

/** A refusal has a name and says nothing of the inside. */
function expectNamed({ status, text, body }: Told, what: string): void {
  expect(status, `${what}: ${text}`).toBeLessThan(500)
  expect(text, what).not.toMatch(/node_modules|\.ts:\d|at [A-Z]\w+\.|SqliteError/)
  if (status >= 400) expect(body, what).toMatchObject(named)
}

const bodies: Readonly<Record<string, unknown>> = {
  '/api/sign-in': { staffId: 'ana', pin: '0001' },
  '/api/pairings': { name: 'Bar' },
  '/api/pairings/approve': { code: 'ABCD-EFGH', kind: 'tablet', stationIds: [] },
  '/api/pairings/collect': { claim: 'x'.repeat(43) },
  '/api/approvals': {
    staffId: 'pablo',
    pin: '0001',
    commandId: 'c-1',
    command: { type: 'order.walk-out', args: { orderId: 'o' } },
  },
  '/api/approval-requests': { commandId: 'c-1', type: 'line.void', args: {} },
  '/api/approval-requests/nobody': { yes: true },
  '/api/commands': { id: 'c-2', type: 'round.send', args: takeaway(1) },
  '/api/catalog': { id: 'c-3', changes: [] },
  '/api/catalog/take-back': { id: 'c-4', publicationId: 'p-1' },
  '/api/demo/device': { kind: 'tablet', stationIds: [] },
}

/** A right body with one of its values replaced, or one more beside them; or anything at all. */
const spoilt = (right: unknown): fc.Arbitrary<string> => {
  const names = Object.keys(right as object)
  const one = fc
    .tuple(fc.constantFrom(...names, '__proto__', 'constructor', 'extra'), fc.jsonValue())
    .map(([name, value]) => JSON.stringify({ ...(right as object), [name]: value }))
  return fc.oneof(one, fc.json(), fc.string(), fc.constant('{"a":'.repeat(2_000)), fc.constant('"\\ud800"'))
}

test('any body at any route is refused by name or understood, never an error of ours', async () => {
  let refused = 0
  for (const [path, right] of Object.entries(bodies)) {
    await fc.assert(
      fc.asyncProperty(spoilt(right), async (body) => {
        const told = await patiently(() => manager.http.ask('POST', path, body === '' ? ' ' : body))
        expectNamed(told, `POST ${path} ${body.slice(0, 200)}`)
        if (told.status >= 400) refused += 1
      }),
      { seed, numRuns: long ? 300 : 15 },
    )
  }
  expect(refused).toBeGreaterThan(100)
  // whatever a lucky one did to who is signed in here
  manager = await house.signIn('office', 'pablo')
})

test('a wrong field is named', async () => {
  for (const [path, body, field] of [
    ['/api/commands', { id: 'f-1', type: 'round.send', args: { ...takeaway(1), lines: [{ quantity: 0 }] } }, 'lines'],
    ['/api/commands', { type: 'round.send', args: {} }, 'id'],
    ['/api/sign-in', { staffId: 'ana', pin: 'abcd' }, 'pin'],
    ['/api/pairings/collect', { claim: 'short' }, 'claim'],
  ] as const) {
    const told = await ana.http.post(path, body)
    expect([400, 422], told.text).toContain(told.status)
    expect(told.body).toMatchObject({ error: { field: expect.stringContaining(field) } })
  }
})

test('wrong content types, broken and oversized bodies are refused by name', async () => {
  const right = JSON.stringify(bodies['/api/commands'])
  for (const type of [
    'text/plain',
    'application/xml',
    'multipart/form-data',
    'application/x-www-form-urlencoded',
    'nonsense',
  ]) {
    const told = await ana.http.ask('POST', '/api/commands', right, { 'content-type': type })
    expectNamed(told, type)
    expect(told.status, type).toBeGreaterThanOrEqual(400)
  }
  const huge = JSON.stringify({ id: 'x', type: 'round.send', args: { note: 'x'.repeat(largestUpFrame + 1) } })
  expect(await ana.http.ask('POST', '/api/commands', huge)).toMatchObject({ status: 413, body: named })
  for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
    const told = await ana.http.ask(method, '/api/commands', method === 'OPTIONS' ? undefined : '{}')
    expectNamed(told, method)
    expect(told.status, method).toBeGreaterThanOrEqual(400)
  }
})

/** A request as bytes, and the whole answer. */
async function raw(bytes: string): Promise<{ status: number; text: string }> {
  const connection = await connectRaw(house.server)
  connection.send(bytes)
  const { status } = await connection.answer()
  const text = connection.unread
  connection.vanish()
  return { status, text }
}

const request = (line: string, headers: Readonly<Record<string, string>>, body = '') =>
  `${[`${line} HTTP/1.1`, ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`)].join('\r\n')}\r\n\r\n${body}`

test('only by its own name, and only from its own pages: 421 and 403, over HTTP and for a socket', async () => {
  const host = `${house.server.host}:${house.server.port}`
  const { url } = house.server
  const post = { 'Content-Type': 'application/json', 'Content-Length': '2' }
  const knocks: readonly (readonly [string, number, string])[] = [
    [request('GET /healthz', { Host: 'evil.example' }), 421, 'unknown-host'],
    [request('GET /healthz', { Host: `${host}.evil.example` }), 421, 'unknown-host'],
    [request('POST /api/sign-in', { ...post, Host: host }, '{}'), 403, 'foreign-origin'],
    [request('POST /api/sign-in', { ...post, Host: host, Origin: 'null' }, '{}'), 403, 'foreign-origin'],
    [request('POST /api/sign-in', { ...post, Host: host, Origin: `${url}.evil.example` }, '{}'), 403, 'foreign-origin'],
    [request('GET /healthz', { Host: host, Origin: 'http://evil.example' }), 403, 'foreign-origin'],
    [openingRequest({ ...house.server, protocol: 'comanda.v1' }), 403, 'foreign-origin'],
    [openingRequest({ ...house.server, headers: { Origin: 'http://evil.example' } }), 403, 'foreign-origin'],
    [openingRequest({ ...house.server, headers: { Origin: url, Host: 'evil.example' } }), 421, 'unknown-host'],
  ]
  for (const [bytes, status, code] of knocks) {
    const told = await raw(bytes)
    expect(told.status, `${bytes}\n${told.text}`).toBe(status)
    expect(told.text, bytes).toContain(code)
  }
})

test('paths that climb, requests that are none, and headers without an end', async () => {
  const host = `${house.server.host}:${house.server.port}`
  for (const path of [
    '/../../../../etc/passwd',
    '/%2e%2e/%2e%2e/package.json',
    '/..%2f..%2fpackage.json',
    '/start.css/../../package.json',
    '/screens/..%5c..%5cpackage.json',
    '/%00',
    '/%E0%A4%A',
    `/${'a'.repeat(8_000)}`,
    '//evil.example/',
  ]) {
    const told = await raw(request(`GET ${path}`, { Host: host }))
    expect([400, 403, 404, 414, 431], `${path}: ${told.text}`).toContain(told.status)
    expect(told.text, path).not.toMatch(/root:|"name": "comanda"/)
  }
  for (const [bytes, status] of [
    ['NONSENSE\r\n\r\n', 400],
    [request('GET /healthz', {}), 400],
    [request('BREW /healthz', { Host: host }), 400],
    [request('GET /healthz', { Host: host, 'X-Long': 'x'.repeat(20_000) }), 431],
    [request('POST /api/sign-in', { Host: host, 'Content-Length': '-1' }), 400],
    [request('POST /api/sign-in', { Host: host, 'Content-Length': '2', 'Transfer-Encoding': 'chunked' }), 400],
  ] as const) {
    expect((await raw(bytes)).status, bytes.slice(0, 100)).toBe(status)
  }
})

test('any arguments of any command over a socket are answered under their number', async () => {
  const device = ana.http.listen()
  device.say(helloOf('fuzz', 'floor'))
  await device.until((frame) => frame.t === 'welcome')
  const right = { t: 'cmd', sid: ana.sid, seenSeq: 0, writtenAt: realTime.now(), type: 'round.send', args: takeaway(1) }
  const isRes = (frame: DownFrame): frame is Res => frame.t === 'res'
  let cseq = 0
  const kinds = ['round.send', 'line.void', 'payment.record', 'order.split', 'catalog.publish', 'day.roll', 'no.such']
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...kinds), fc.dictionary(fc.string(), fc.jsonValue()), async (type, args) => {
      cseq += 1
      device.say({ ...right, cseq, id: `fuzz-${cseq}`, type, args })
      const answer = await device.until((frame): frame is Res => isRes(frame) && frame.cseq === cseq)
      expect(answer).toMatchObject({ ok: false, code: expect.stringMatching(/^[a-z-]+$/) })
    }),
    { seed, numRuns: long ? 2_000 : 100 },
  )
  device.say({ ...right, cseq: cseq + 1, id: 'fuzz-right' })
  expect(await device.until((frame): frame is Res => isRes(frame) && frame.cseq === cseq + 1)).toMatchObject({
    ok: true,
  })
  device.socket.terminate()
})

test('a thousand connections that say nothing, half a request or half an opening keep nobody waiting', async () => {
  const { host, port } = house.server
  const beginnings = [
    '',
    'GET /healthz HT',
    'POST /api/sign-in HTTP/1.1\r\nHost: x\r\n',
    openingRequest(house.server).slice(0, -2),
  ]
  const waiting: RawConnection[] = []
  for (let index = 0; index < halfOpen; index += 1) {
    const connection = await connectRaw({ host, port })
    const beginning = beginnings[index % beginnings.length] ?? ''
    if (beginning !== '') connection.send(beginning)
    waiting.push(connection)
  }
  const dripping = waiting[0]?.drip('GET /healthz HTTP/1.1\r\nX-Slow: yes\r\n', 1, 100)
  const begun = realTime.monotonic()
  const sent = await ana.http.post('/api/commands', { id: 'among-many', type: 'round.send', args: takeaway(1) })
  expect(sent).toMatchObject({ status: 200 })
  expect(realTime.monotonic() - begun).toBeLessThan(2_000)
  // none of them is kept for ever
  if (long) await withinTime('all of them to be cut', Promise.all(waiting.map(({ ended }) => ended)), 150_000)
  for (const connection of waiting) connection.vanish()
  await dripping
})

test('who asks too often is told to wait, by name, and others are not', async () => {
  const other = await house.signIn('tablet', 'leo')
  const until429 = async (path: string, body: unknown) => {
    for (let tries = 0; tries < 400; tries += 1) {
      const told = await ana.http.post(path, body)
      if (told.status === 429) return told
    }
    throw new Error(`${path} may be asked for ever`)
  }
  const tries = await until429('/api/sign-in', { staffId: 'nobody', pin: '0000' })
  expect(tries.body).toMatchObject({ error: { code: 'too-many-tries' } })
  const pairings = await until429('/api/pairings', { name: 'Bar' })
  expect(pairings.body).toMatchObject({ error: { code: 'too-many-requests' } })
  for (const told of [tries, pairings]) expect(Number(told.headers.get('retry-after'))).toBeGreaterThan(0)
  expect((await other.http.ask('GET', '/api/me')).status).toBe(200)
})
