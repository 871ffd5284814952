import { Writable } from 'node:stream'
import { casaLola } from '@comanda/demo/restaurant'
import type { OrderId } from '@comanda/shared/model/ids'
import type { Res, Snap } from '@comanda/shared/protocol/down'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createLogger } from '../adapters/logger.ts'
import { type LiveServer, liveServer } from '../testing/live-server.ts'

const pins: ReadonlyMap<string, string> = new Map(Object.entries(casaLola.pins))

describe('the edges of a socket', () => {
  let live: LiveServer
  const said: { level: number; msg?: string }[] = []
  beforeAll(async () => {
    const destination = new Writable({
      write: (line, _, done) => {
        said.push(JSON.parse(String(line)))
        done()
      },
    })
    live = await liveServer(casaLola, { logger: createLogger('trace', destination) })
  })
  afterAll(() => live.stop())

  it('[P-15] counts what was written while somebody was signed in, and nothing that was written after', async () => {
    const client = live.client()
    await client.post('/api/demo/device', { kind: 'tablet' })
    const { body } = await client.post('/api/sign-in', { staffId: 'ana', pin: pins.get('ana') })
    const { sid } = body as { sid: string }
    const listening = client.listen()
    listening.say({ t: 'hello', proto: 1, build: 't', domain: '', clientId: 'gone', room: 'floor' })
    await listening.until((frame): frame is Snap => frame.t === 'snap')
    const before = Date.now()
    expect((await client.post('/api/sign-out', {})).status).toBe(204)
    const send = (cseq: number, writtenAt: number) => {
      const args = { open: { type: 'takeaway', name: 'A' } }
      listening.say({ t: 'cmd', cseq, id: `gone-${cseq}`, sid, type: 'order.open', args, seenSeq: 0, writtenAt })
      return listening.until((frame): frame is Res => frame.t === 'res' && frame.cseq === cseq)
    }
    expect(await send(1, before)).toMatchObject({ ok: true })
    expect(await send(2, Date.now() + 1)).toMatchObject({ ok: false, code: 'not-signed-in' })
    listening.socket.close()
  })

  it('takes a command without a session for one of whoever is signed in on the device', async () => {
    const client = await live.signedIn('tablet', 'leo')
    const listening = client.listen()
    listening.say({ t: 'hello', proto: 1, build: 't', domain: '', clientId: 'plain', room: 'floor' })
    await listening.until((frame): frame is Snap => frame.t === 'snap')
    const args = { open: { type: 'takeaway', name: 'A' } }
    const written = { seenSeq: 0, writtenAt: Date.now() }
    listening.say({ t: 'cmd', cseq: 1, id: 'plain-1', type: 'order.open', args, ...written })
    expect(await listening.until((frame): frame is Res => frame.t === 'res')).toMatchObject({ ok: true })
    const { orders } = live.server.program.restaurant.state()
    expect(orders.get('plain-1.o' as OrderId)?.waiterId).toBe('leo')
    listening.socket.close()
  })

  it('[P-7] a frame that is too large is the fault of its device: one line without a stack', async () => {
    const client = live.client()
    await client.post('/api/demo/device', { kind: 'tablet' })
    const listening = client.listen()
    listening.say('x'.repeat(70 * 1024))
    expect(await listening.closed).toEqual({ code: 1009, reason: '' })
    const lines = said.filter((line) => JSON.stringify(line).includes('payload'))
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatchObject({ level: 30, msg: 'socket failed' })
    expect(JSON.stringify(lines)).not.toContain('stack')
  })
})
