// What is refused before a body is understood, or even read.
import { request } from 'node:http'
import { casaLola } from '@comanda/demo/restaurant'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { defaultLimits } from '../limits.ts'
import { type LiveServer, liveServer } from '../testing/live-server.ts'

const nested = (levels: number): string => `{"a":${'['.repeat(levels)}1${']'.repeat(levels)}}`

describe('the edge of a body', () => {
  let live: LiveServer
  beforeAll(async () => {
    live = await liveServer(casaLola)
  })
  afterAll(() => live.stop())

  it('refuses what is nested deeper than anything of ours, and names where', async () => {
    const pablo = await live.signedIn('office', 'pablo')
    for (const levels of [33, 20_000]) {
      const inside = nested(levels)
      for (const [path, body, field] of [
        ['/api/commands', `{"id":"deep-1","type":"round.send","args":${inside}}`, 'args'],
        ['/api/catalog', `{"id":"deep-2","changes":[${inside}]}`, 'changes'],
        ['/api/approvals', `{"commandId":"deep-3","command":{"type":"line.void","args":${inside}}}`, 'command'],
        ['/api/sign-in', `{"staffId":"ana","pin":${inside}}`, 'pin'],
      ] as const) {
        const told = await pablo.ask('POST', path, body)
        expect(told.status, `${path} ${told.text}`).toBe(400)
        expect(told.body, path).toMatchObject({ error: { code: 'bad-request', field } })
      }
    }
    const huge = await pablo.ask('POST', '/api/catalog', `{"id":"deep-4","changes":[${nested(1_000_000)}]}`)
    expect(huge.status).toBe(400)
    expect(huge.body).toMatchObject({ error: { code: 'bad-request', field: 'changes' } })
  })
  it('names the wrong field, also where one of several shapes will do, and a field that there is not', async () => {
    const ana = await live.signedIn('tablet', 'ana')
    const command = { type: 'line.void', args: { orderId: 'o', lineId: 'l', reason: 'mistake' } }
    const right = { commandId: 'f-1', command, staffId: 'pablo', pin: '0001' }
    for (const [path, body, field] of [
      ['/api/sign-in', { staffId: 'ana', pin: 'abcd' }, 'pin'],
      ['/api/sign-in', { staffId: 'ana' }, 'pin'],
      ['/api/sign-in', { pin: '0001' }, 'staffId'],
      ['/api/sign-in', { badge: 'CMD' }, 'badge'],
      ['/api/sign-in', { badge: 7, extra: 1 }, 'badge'],
      ['/api/sign-in', { staffId: 'ana', pin: '0001', extra: 1 }, 'extra'],
      ['/api/sign-in', [], 'body'],
      ['/api/approvals', { ...right, pin: 7 }, 'pin'],
      ['/api/approvals', { ...right, commandId: 7 }, 'commandId'],
      ['/api/approvals', { ...right, command: { ...command, extra: 1 } }, 'command.extra'],
      ['/api/approvals', { commandId: 'f-2', command, badge: 'CMD' }, 'badge'],
      ['/api/pairings', { name: 'Bar', extra: 1 }, 'extra'],
      ['/api/commands', { id: 'f-3', type: 'round.send', args: {}, extra: 1 }, 'extra'],
    ] as const) {
      const told = await ana.post(path, body)
      expect(told.status, told.text).toBe(400)
      expect(told.body, JSON.stringify(body)).toMatchObject({ error: { code: 'bad-request', field } })
    }
  })

  it('refuses an address that cannot be read as it refuses everything', async () => {
    for (const path of ['/%', '/waiter/%', '/waiter/%ff', '/api/approval-requests/%ff']) {
      const told = await live.client().ask('GET', path)
      expect(told.status, told.text).toBe(400)
      expect(told.body, path).toMatchObject({ error: { code: 'bad-request', field: 'path' } })
    }
  })

  it('knows who sends a catalog before it reads any of it', async () => {
    const { url } = live.server
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const headers = { origin: url, 'content-type': 'application/json', 'content-length': String(8 * 1024 * 1024) }
      const asked = request(`${url}/api/catalog`, { method: 'POST', headers }, (answer) => {
        resolve(answer.statusCode)
        asked.destroy()
      })
      asked.on('error', reject)
      // the rest never comes
      asked.write('{')
    })
    expect(status).toBe(401)
  })

  it('takes fewer catalogs a minute than other requests', async () => {
    const stranger = live.client()
    const told: number[] = []
    for (let tries = 0; tries <= defaultLimits.catalogsPerMinute; tries += 1) {
      told.push((await stranger.post('/api/catalog', { id: `many-${tries}`, changes: [] })).status)
    }
    expect(told).toContain(401)
    expect(told.at(-1)).toBe(429)
  })
})
