import { casaLola } from '@comanda/demo/restaurant'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { HttpClient } from '../testing/http-client.ts'
import { type LiveServer, liveServer } from '../testing/live-server.ts'

const people = casaLola.changes.flatMap((change) => (change.kind === 'person' ? [change.put] : []))
const idOf = (role: string): string => people.find(({ roles }) => roles.some((one) => one === role))?.id ?? ''
const dish = casaLola.changes.flatMap((change) =>
  change.kind === 'item' && change.put.modifierGroups.length === 0 && change.put.price?.kind === 'fixed'
    ? [change.put]
    : [],
)[0]

describe('the daily report', () => {
  let live: LiveServer
  beforeAll(async () => {
    live = await liveServer(casaLola)
  })
  afterAll(() => live.stop())

  const signedIn = (kind: string, role: string): Promise<HttpClient> => live.signedIn(kind, idOf(role))

  const command = (client: HttpClient, id: string, type: string, args: unknown) =>
    client.post('/api/commands', { id, type, args })

  it('[REP-6] tells the day that a round made, and a Z fixes the same figures with the head of the chain', async () => {
    const manager = await signedIn('office', 'manager')
    const lines = [{ itemId: dish?.id, quantity: 3, modifiers: [] }]
    const sent = await command(manager, 'r1', 'round.send', { order: { open: { type: 'takeaway', name: 'A' } }, lines })
    expect(sent.status).toBe(200)
    const date = live.server.program.restaurant.businessDate(Date.now())
    const report = await manager.ask('GET', `/api/reports/daily?date=${date}`)
    const gross = 3 * (dish?.price?.kind === 'fixed' ? dish.price.amount : 0)
    expect(report.body).toMatchObject({ from: date, currency: 'EUR', sales: { quantity: 3, gross } })
    const csv = await manager.ask('GET', `/api/reports/daily.csv?date=${date}`)
    expect(csv.headers.get('content-type')).toContain('text/csv')
    expect(csv.text).toContain(`sales,,gross,${(gross / 100).toFixed(2)}\r\n`)
    const closed = await command(manager, 'z1', 'day.close', { carryOver: ['r1.o'] })
    expect(closed.status).toBe(200)
    const events = await live.server.program.engine.log.readAfter(casaLola.restaurantId, 0, 10_000)
    const z = events.flatMap(({ event }) => (event.type === 'day.closed' ? [event.z] : []))[0]
    expect(z?.figures.gross).toBe(gross)
    expect(z?.chainHead).toMatch(/^[0-9a-f]{64}$/)
    expect(z?.asOf).toBe((events.find(({ event }) => event.type === 'day.closed')?.seq ?? 0) - 1)
  })

  it('is for whoever runs the place, and of days that there are', async () => {
    const waiter = await signedIn('tablet', 'waiter')
    expect((await waiter.ask('GET', '/api/reports/daily?date=2026-05-08')).status).toBe(403)
    expect((await live.client().ask('GET', '/api/reports/daily?date=2026-05-08')).status).toBe(401)
    const manager = await signedIn('office', 'manager')
    for (const date of ['', '?date=yesterday', '?date=2026-02-30']) {
      expect((await manager.ask('GET', `/api/reports/daily${date}`)).body).toMatchObject({
        error: { code: 'bad-request', field: 'date' },
      })
    }
  })
})
