import { casaLola } from '@comanda/demo/restaurant'
import type { Res, Snap } from '@comanda/shared/protocol/down'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type LiveServer, liveServer } from '../testing/live-server.ts'

describe('commands over HTTP', () => {
  let live: LiveServer
  beforeAll(async () => {
    live = await liveServer(casaLola)
  })
  afterAll(() => live.stop())

  const takeaway = (name: string) => ({ open: { type: 'takeaway', name } })

  it('gives the same answer to the same command again, and refuses another one under its id', async () => {
    const ana = await live.signedIn('tablet', 'ana')
    const send = (id: string, type: string, args: unknown) => ana.post('/api/commands', { id, type, args })
    const first = await send('same', 'order.open', takeaway('A'))
    expect(first.body).toMatchObject({ ok: true })
    expect((await send('same', 'order.open', takeaway('A'))).body).toEqual(first.body)
    const other = await send('same', 'order.open', takeaway('B'))
    expect(other.body).toMatchObject({ error: { code: 'bad-request', field: 'id' } })
    expect((await send('same', 'bill.ask', { orderId: 'same.o' })).status).toBe(400)
    expect(live.server.program.restaurant.state().orders.size).toBe(1)
  })

  it('refuses what is no command as the socket does: by the same code, with a place in the log', async () => {
    const ana = await live.signedIn('tablet', 'ana')
    const listening = ana.listen()
    listening.say({ t: 'hello', proto: 1, build: 't', domain: '', clientId: 'odd', room: 'floor' })
    await listening.until((frame): frame is Snap => frame.t === 'snap')
    const cmd = { t: 'cmd', cseq: 1, id: 'odd-1', type: 'order.launch', args: {}, seenSeq: 0, writtenAt: Date.now() }
    listening.say(cmd)
    const onSocket = await listening.until((frame): frame is Res => frame.t === 'res')
    const onHttp = await ana.post('/api/commands', { id: 'odd-2', type: 'order.launch', args: {} })
    expect(onHttp.status).toBe(422)
    expect(onSocket).toMatchObject({ ok: false, code: 'command-invalid', details: { field: 'type' } })
    expect(onHttp.body).toMatchObject({
      error: { code: 'command-invalid', field: 'type', details: { seq: expect.any(Number) } },
    })
    expect((await ana.post('/api/commands', { id: 'odd-2', type: 'order.launch', args: {} })).body).toEqual(onHttp.body)
    listening.socket.close()
  })

  it('names the publication that a catalog made, where it made one', async () => {
    const pablo = await live.signedIn('office', 'pablo')
    const changes = casaLola.changes.flatMap((change) =>
      change.kind === 'area' ? [{ ...change, put: { ...change.put, position: 9 } }] : [],
    )
    const published = await pablo.post('/api/catalog', { id: 'new-menu', changes })
    expect(published.body).toMatchObject({ ok: true, publicationId: 'new-menu.pub' })
    const { publicationId } = published.body as { publicationId: string }
    expect((await pablo.post('/api/catalog/take-back', { id: 'old-menu', publicationId })).status).toBe(200)
    const unchanged = casaLola.changes.filter(({ kind }) => kind === 'area')
    const same = await pablo.post('/api/catalog', { id: 'same-menu', changes: unchanged })
    expect(same.body).toEqual({ ok: true, seq: expect.any(Number) })
  })
})
