import { Writable } from 'node:stream'
import { casaLola } from '@comanda/demo/restaurant'
import type { StaffId } from '@comanda/shared/model/ids'
import type { Approvals, Snap } from '@comanda/shared/protocol/down'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { giveBadge } from '../access/badge.ts'
import { createLogger } from '../adapters/logger.ts'
import { systemClock } from '../adapters/system-time.ts'
import { startServer } from '../start-server.ts'
import { HttpClient } from '../testing/http-client.ts'
import { type LiveServer, liveServer } from '../testing/live-server.ts'

const pins: ReadonlyMap<string, string> = new Map(Object.entries(casaLola.pins))
const people = casaLola.changes.flatMap((change) => (change.kind === 'person' ? [change.put] : []))
const idOf = (role: string): string => people.find(({ roles }) => roles.some((one) => one === role))?.id ?? ''
const signIn = (client: HttpClient, staffId: string, pin = pins.get(staffId) ?? '') =>
  client.post('/api/sign-in', { staffId, pin })
const wrongPin = '000000000000'

describe('signing in', () => {
  let live: LiveServer
  let ahead = 0
  const said: string[] = []
  beforeAll(async () => {
    const logger = createLogger(
      'trace',
      new Writable({
        write: (line, _, done) => {
          said.push(String(line))
          done()
        },
      }),
    )
    const clock = { now: () => systemClock.now() + ahead, monotonic: systemClock.monotonic }
    live = await liveServer(casaLola, { logger, clock })
  })
  afterAll(() => live.stop())

  const tablet = async (): Promise<HttpClient> => {
    const client = live.client()
    await client.post('/api/demo/device', { kind: 'tablet' })
    return client
  }

  it('takes a PIN on a paired device only, and gives a session that no script can read', async () => {
    const stranger = await signIn(live.client(), idOf('waiter'))
    expect(stranger.status).toBe(401)
    const client = await tablet()
    const answered = await signIn(client, idOf('waiter'))
    expect(answered.status).toBe(200)
    const cookie = answered.headers.getSetCookie().find((line) => line.startsWith('comanda_staff='))
    expect(cookie).toMatch(/HttpOnly/)
    expect(cookie).toMatch(/SameSite=Strict/)
    expect((await client.ask('GET', '/api/me')).body).toMatchObject({ staff: { staffId: idOf('waiter') } })
    await client.post('/api/sign-out', {})
    expect((await client.ask('GET', '/api/me')).body).not.toHaveProperty('staff')
  })

  it('takes a badge on a paired device; a new badge makes the old one worthless', async () => {
    const { engine, random, restaurantId } = live.server.program
    const staffId = idOf('waiter') as StaffId
    const parts = { access: engine.access, random }
    const first = await giveBadge(parts, restaurantId, staffId)
    expect((await live.client().post('/api/sign-in', { badge: first })).status).toBe(401)
    const client = await tablet()
    expect((await client.post('/api/sign-in', { badge: first })).body).toMatchObject({ staffId })
    const second = await giveBadge(parts, restaurantId, staffId)
    expect((await client.post('/api/sign-in', { badge: first })).body).toMatchObject({
      error: { code: 'person-not-found' },
    })
    expect((await client.post('/api/sign-in', { badge: second })).status).toBe(200)
    expect((await client.post('/api/sign-in', { badge: 'CMD' })).status).toBe(400)
    await engine.access.setBadgeHash(restaurantId, staffId, undefined)
    expect((await client.post('/api/sign-in', { badge: second })).status).toBe(404)
    expect(said.join('')).not.toContain(second)
  })

  it('is another device in each screen of one browser, and nobody is signed out by the other', async () => {
    const client = live.client()
    for (const [screen, kind, staffId] of [
      ['waiter', 'tablet', idOf('waiter')],
      ['kitchen', 'kitchen', idOf('cook')],
    ] as const) {
      await client.post(`/api/demo/device?as=${screen}`, { kind })
      const entered = await client.post(`/api/sign-in?as=${screen}`, { staffId, pin: pins.get(staffId) })
      expect(entered.status).toBe(200)
    }
    const me = async (screen: string) => (await client.ask('GET', `/api/me?as=${screen}`)).body
    expect(await me('waiter')).toMatchObject({ device: { kind: 'tablet' }, staff: { staffId: idOf('waiter') } })
    expect(await me('kitchen')).toMatchObject({ device: { kind: 'kitchen' }, staff: { staffId: idOf('cook') } })
    expect((await client.ask('GET', '/api/me')).status).toBe(401)
    expect((await client.ask('GET', '/api/me?as=No')).status).toBe(401)
  })

  it('allows five wrong tries, even at once, then makes people wait, longer each time, over a restart too', async () => {
    const client = await tablet()
    const staffId = idOf('cashier')
    const tries = await Promise.all(Array.from({ length: 12 }, () => signIn(client, staffId, wrongPin)))
    expect(tries.filter(({ status }) => status === 401)).toHaveLength(5)
    expect(tries.filter(({ status }) => status === 429)).toHaveLength(7)
    const locked = await signIn(client, staffId)
    expect(locked.status).toBe(429)
    expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(20)
    await live.server.close()
    const again = await startServer(
      live.config,
      { clock: { now: () => systemClock.now() + ahead, monotonic: systemClock.monotonic } },
      { demo: true },
    )
    try {
      const moved = new HttpClient(again.url)
      await moved.post('/api/demo/device', { kind: 'tablet' })
      expect((await signIn(moved, staffId)).status).toBe(429)
      ahead += 31_000
      expect((await signIn(moved, staffId, wrongPin)).status).toBe(401)
      ahead += 31_000
      expect((await signIn(moved, staffId)).status).toBe(429)
      ahead += 31_000
      expect((await signIn(moved, staffId)).status).toBe(200)
    } finally {
      await again.close()
    }
    live = await liveServer(casaLola)
  })

  it('[ADM-6] gives a one-use approval for a PIN, bound to one command', async () => {
    const client = await tablet()
    await signIn(client, idOf('waiter'))
    const approve = (pin?: string) =>
      client.post('/api/approvals', {
        commandId: 'void-1',
        command: { type: 'line.void', args: { orderId: 'o', lineId: 'l', reason: 'mistake' } },
        staffId: idOf('manager'),
        pin: pin ?? pins.get(idOf('manager')),
      })
    expect((await approve(wrongPin)).body).toMatchObject({ error: { code: 'wrong-pin' } })
    const approved = await approve()
    expect(approved.status).toBe(201)
    expect(approved.body).toMatchObject({ by: idOf('manager'), approvalId: expect.any(String) })
  })

  it("[ADM-6] asks managers' devices, one of which says yes in one tap, once", async () => {
    const client = await tablet()
    await signIn(client, idOf('waiter'))
    const office = live.client()
    await office.post('/api/demo/device', { kind: 'office' })
    await signIn(office, idOf('manager'))
    const hears = office.listen()
    hears.say({ t: 'hello', proto: 1, build: 't', domain: '', clientId: 'office', room: 'office' })
    await hears.until((frame): frame is Snap => frame.t === 'snap')
    const asked = await client.post('/api/approval-requests', {
      commandId: 'w-1',
      command: { type: 'order.walk-out', args: { orderId: 'o' } },
      commandType: 'order.walk-out',
    })
    expect(asked.status).toBe(201)
    const { requestId } = asked.body as { requestId: string }
    const shown = await hears.until((frame): frame is Approvals => frame.t === 'approvals' && frame.open.length > 0)
    expect(shown.open).toMatchObject([{ requestId, commandId: 'w-1', by: idOf('waiter') }])
    expect((await client.ask('GET', `/api/approval-requests/${requestId}`)).body).toEqual({ state: 'open' })
    expect((await client.post(`/api/approval-requests/${requestId}`, { approve: true })).status).toBe(403)
    const taps = await Promise.all(
      [1, 2].map(() => office.post(`/api/approval-requests/${requestId}`, { approve: true })),
    )
    expect(taps.map(({ status }) => status).sort()).toEqual([204, 404])
    expect((await client.ask('GET', `/api/approval-requests/${requestId}`)).body).toMatchObject({
      state: 'approved',
      approvalId: expect.any(String),
    })
    hears.socket.close()
  })

  it('writes no secret into its log', () => {
    const text = said.join('')
    expect(text.length).toBeGreaterThan(0)
    for (const pin of [...pins.values(), wrongPin]) expect(text).not.toContain(`"${pin}"`)
    expect(text).not.toContain('comanda_device')
    expect(text).not.toContain('comanda_staff')
  })
})

describe('pairing', () => {
  let live: LiveServer
  let ahead = 0
  beforeAll(async () => {
    live = await liveServer(casaLola, {
      clock: { now: () => systemClock.now() + ahead, monotonic: systemClock.monotonic },
    })
  })
  afterAll(() => live.stop())

  const manager = async (): Promise<HttpClient> => {
    const client = live.client()
    await client.post('/api/demo/device', { kind: 'office' })
    await signIn(client, idOf('manager'))
    return client
  }
  const ask = async (client: HttpClient): Promise<{ code: string; claim: string }> => {
    const asked = await client.post('/api/pairings', { name: 'Bar tablet' })
    expect(asked.status).toBe(201)
    return asked.body as { code: string; claim: string }
  }

  it('lets a device in whose code a manager approved, once', async () => {
    const client = live.client()
    const { code, claim } = await ask(client)
    expect((await client.post('/api/pairings/collect', { claim })).status).toBe(202)
    const approval = { code: code.toLowerCase(), kind: 'tablet', stationIds: [] }
    expect((await (await manager()).post('/api/pairings/approve', approval)).status).toBe(200)
    const collected = await Promise.all([1, 2, 3].map(() => client.post('/api/pairings/collect', { claim })))
    expect(collected.filter(({ status }) => status === 200)).toHaveLength(1)
    expect((await client.ask('GET', '/api/me')).body).toMatchObject({ device: { name: 'Bar tablet', kind: 'tablet' } })
    expect((await client.post('/api/pairings/collect', { claim })).status).toBe(410)
    expect((await (await manager()).post('/api/pairings/approve', approval)).status).toBe(410)
    expect([...live.server.program.restaurant.state().devices.values()].map(({ name }) => name)).toContain('Bar tablet')
  })

  it('knows no code that was guessed, none that is older than ten minutes, and no waiter who approves', async () => {
    const client = live.client()
    const { code, claim } = await ask(client)
    const approval = (given: string) => ({ code: given, kind: 'tablet', stationIds: [] })
    expect((await (await manager()).post('/api/pairings/approve', approval('AAAA-AAAA'))).status).toBe(404)
    const waiter = live.client()
    await waiter.post('/api/demo/device', { kind: 'tablet' })
    await signIn(waiter, idOf('waiter'))
    expect((await waiter.post('/api/pairings/approve', approval(code))).status).toBe(403)
    ahead += 10 * 60_000 + 1
    expect((await (await manager()).post('/api/pairings/approve', approval(code))).status).toBe(410)
    expect((await client.post('/api/pairings/collect', { claim })).status).toBe(410)
    expect((await client.post('/api/pairings/collect', { claim: `${claim}x` })).status).toBe(404)
  })
})
