// Somebody sets the clock of the server's machine, forward by more than a day and back by more, while people order and
// over a kill -9. Order, answers and the report of a closed day stay as they are, and people are told of the doubt.
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { gather } from './harness/crowd.ts'
import { goesLive, openCasaLola, type Restaurant, type Signed, shows, ticketCount } from './harness/open-restaurant.ts'
import { orderingOn } from './harness/ordering.ts'
import { waitUntil } from './harness/real-time.ts'
import { expectEachOnce, logFileIn } from './harness/stored-orders.ts'

const hours = 3_600_000
let folder: string
let house: Restaurant

const setClock = (offset: number) => {
  writeFileSync(join(folder, 'next'), String(offset))
  renameSync(join(folder, 'next'), join(folder, 'offset'))
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'comanda-clock-'))
  setClock(0)
  const loaded = new URL('./programs/moved-clock.ts', import.meta.url).href
  house = await openCasaLola({
    env: { NODE_OPTIONS: `--import=${loaded}`, CLOCK_OFFSET_FILE: join(folder, 'offset') },
  })
})

afterEach(async () => {
  await house.close()
  rmSync(folder, { recursive: true })
})

async function reportOf(manager: Signed, date: string): Promise<unknown> {
  const told = await manager.http.ask('GET', `/api/reports/daily?date=${date}`)
  expect(told.status, told.text).toBe(200)
  // up to where in the log it was read grows with the log
  const { asOf, ...figures } = told.body as { asOf: number }
  expect(asOf).toBeGreaterThan(0)
  return figures
}

test('[P-10] the clock set forward and back under the program: nothing doubled, lost or out of order, and a closed day stays as it was', async () => {
  const manager = await house.signIn('office', 'pablo')
  const ana = await house.signIn('tablet', 'ana')
  const tablets = await gather(2, (index) => house.open(ana, { name: `tablet-${index}`, room: 'floor' }))
  const [tablet] = tablets
  if (tablet === undefined) throw new Error('no tablet')
  await Promise.all(tablets.map((client) => goesLive(client)))

  const early = tablets.map((client) => orderingOn(client, 20))
  await waitUntil('the first orders', () => early.every((person) => person.answered() > 5))
  await Promise.all(early.map(({ finish }) => finish()))
  const open = [...(tablet.confirmed()?.orders.values() ?? [])]
  const [paid, ...others] = open.map(({ id }) => id)
  const cashier = await house.signIn('front', 'clara')
  const rest = { orderId: paid, part: { kind: 'rest' }, method: 'card' }
  for (const [id, type, args] of [
    ['pay', 'payment.record', rest],
    ['close', 'order.close', { orderId: paid, unready: 'served' }],
  ] as const) {
    expect(await cashier.http.post('/api/commands', { id, type, args })).toMatchObject({ status: 200 })
  }
  const carryOver = others
  const closed = await manager.http.post('/api/commands', { id: 'close-day', type: 'day.close', args: { carryOver } })
  expect(closed, closed.text).toMatchObject({ status: 200 })
  const date = String(open[0]?.businessDate)
  const report = await reportOf(manager, date)
  expect(report).toMatchObject({ from: date, orders: 1, sales: { gross: expect.any(Number) } })

  const people = tablets.map((client) => orderingOn(client, 20))
  const answered = () => people.reduce((sum, person) => sum + person.answered(), 0)
  for (const offset of [27 * hours, -50 * hours, -50 * hours, 0.5 * hours]) {
    setClock(offset)
    if (offset === -50 * hours) await house.killAndRestart()
    const before = answered()
    await waitUntil(`orders at ${offset / hours} h`, () => answered() > before + 20, 20_000)
    expect(await reportOf(manager, date), `the report after ${offset / hours} h`).toEqual(report)
  }
  await shows('the doubt to be told', tablet, () => (tablet.confirmed()?.clockDoubt ?? null) !== null)
  await Promise.all(people.map(({ finish }) => finish()))
  for (const client of tablets) await goesLive(client)
  const sent = [...early, ...people].flatMap((person) => person.sent)
  expect(sent.every(({ outcome }) => outcome?.kind === 'done')).toBe(true)
  expect(ticketCount(tablet)).toBeGreaterThan(0)
  await house.server.stop()
  expectEachOnce(
    logFileIn(house.server.data),
    sent.map(({ id }) => id),
  )
})
