import { casaLola } from '@comanda/demo/restaurant'
import type { StaffId } from '@comanda/shared/model/ids'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { giveBadge } from '../access/badge.ts'
import { type LiveServer, liveServer } from '../testing/live-server.ts'

const pins: ReadonlyMap<string, string> = new Map(Object.entries(casaLola.pins))

const command = { type: 'line.void', args: { orderId: 'o', lineId: 'l', reason: 'mistake' } }

describe("a yes to somebody else's command", () => {
  let live: LiveServer
  beforeAll(async () => {
    live = await liveServer(casaLola)
  })
  afterAll(() => live.stop())

  it('[ADM-6] is refused at once to a person whose yes does not count', async () => {
    const ana = await live.signedIn('tablet', 'ana')
    const yes = (staffId: string, more: object = {}) =>
      ana.post('/api/approvals', { commandId: 'x-1', command, staffId, pin: pins.get(staffId), ...more })
    expect((await yes('bruno')).body).toMatchObject({ error: { code: 'not-permitted' } })
    const started = { commandType: 'line.void-started' }
    expect((await yes('clara', started)).body).toMatchObject({
      error: { code: 'not-permitted', details: { action: 'line.void-started' } },
    })
    expect((await yes('pablo', started)).status).toBe(201)
    const service = { type: 'service.add', args: { orderId: 'o' } }
    expect((await yes('clara', { command: service, commandType: 'service.add' })).status).toBe(201)
  })

  it('[ADM-6] is asked for under the name of what the command does, never of something else', async () => {
    const ana = await live.signedIn('tablet', 'ana')
    const refund = { type: 'payment.refund', args: { orderId: 'o', paymentId: 'p', amount: 5_000, reason: 'mistake' } }
    const lie = { commandId: 'lie-1', command: refund, commandType: 'service.add' }
    const pin = { staffId: 'clara', pin: pins.get('clara') }
    for (const [path, more] of [
      ['/api/approvals', pin],
      ['/api/approval-requests', {}],
    ] as const) {
      const told = await ana.post(path, { ...lie, ...more })
      expect(told.status, told.text).toBe(400)
      expect(told.body).toMatchObject({ error: { code: 'bad-request', field: 'commandType' } })
    }
  })

  it('[ADM-6] is asked for by the action that needs it, which may be more than the command says', async () => {
    const ana = await live.signedIn('tablet', 'ana')
    const leo = await live.signedIn('tablet', 'leo')
    const pablo = await live.signedIn('office', 'pablo')
    const asked = await ana.post('/api/approval-requests', {
      commandId: 'v-1',
      command,
      commandType: 'line.void-started',
    })
    expect(asked.status).toBe(201)
    const path = `/api/approval-requests/${(asked.body as { requestId: string }).requestId}`
    expect((await leo.post(path, { approve: true })).status).toBe(403)
    expect((await pablo.post(path, { approve: true })).status).toBe(204)
    expect((await ana.ask('GET', path)).body).toMatchObject({ state: 'approved' })
    expect(
      (await ana.post('/api/approval-requests', { commandId: 'v-2', command, commandType: 'nothing' })).status,
    ).toBe(400)
  })

  it('[ADM-6] is given with a badge in place, on a paired device, for that person alone', async () => {
    const { engine, random, restaurantId } = live.server.program
    const badge = await giveBadge({ access: engine.access, random }, restaurantId, 'pablo' as StaffId)
    const ana = await live.signedIn('tablet', 'ana')
    const body = { commandId: 'b-1', command, commandType: 'line.void-started', badge }
    const given = await ana.post('/api/approvals', body)
    expect(given.body).toMatchObject({ by: 'pablo' })
    expect((await live.client().post('/api/approvals', body)).status).toBe(401)
    const anasOwn = await giveBadge({ access: engine.access, random }, restaurantId, 'ana' as StaffId)
    expect((await ana.post('/api/approvals', { ...body, badge: anasOwn })).status).toBe(403)
  })

  it('[ADM-6] counts for what was shown to the approver and nothing larger, and bad content is named', async () => {
    const ana = await live.signedIn('tablet', 'ana')
    const pablo = { staffId: 'pablo', pin: pins.get('pablo') }
    const opened = { open: { type: 'takeaway', name: 'Nina' } }
    await ana.post('/api/commands', { id: 'open-1', type: 'order.open', args: opened })
    await ana.post('/api/commands', { id: 'open-2', type: 'order.open', args: opened })
    const walkOut = (orderId: string) => ({ type: 'order.walk-out', args: { orderId } })
    const yes = async (commandId: string, shown: object) => {
      const given = await ana.post('/api/approvals', { commandId, command: shown, ...pablo })
      return (given.body as { approvalId: string }).approvalId
    }
    const other = await yes('out-1', walkOut('open-1.o'))
    const refused = await ana.post('/api/commands', { id: 'out-1', ...walkOut('open-2.o'), approvalId: other })
    expect(refused.body).toMatchObject({ error: { code: 'approval-invalid' } })
    const same = await yes('out-2', walkOut('open-1.o'))
    const done = await ana.post('/api/commands', { id: 'out-2', ...walkOut('open-1.o'), approvalId: same })
    expect(done.body).not.toMatchObject({ error: { code: 'approval-invalid' } })
    expect(done.body).not.toMatchObject({ error: { code: 'needs-approval' } })
    const bad = { commandId: 'out-3', command: { type: 'order.walk-out', args: {} }, ...pablo }
    expect((await ana.post('/api/approvals', bad)).body).toMatchObject({
      error: { code: 'bad-request', field: 'command.args.orderId' },
    })
  })
})
