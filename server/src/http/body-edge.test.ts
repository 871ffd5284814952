// What is refused before a body is understood, or even read.
import { casaLola } from '@comanda/demo/restaurant'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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
})
