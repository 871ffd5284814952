// The program is killed while people order and somebody reads reports. A report holds all that was acknowledged before it
// was asked for, and facts that lived through every kill are those that a rebuild gives.
import { mkdirSync, rmSync, statSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { factsFileOf, filesOf } from '@comanda/db/sqlite/facts/path'
import type { Client } from '@comanda/sync-client/client-types'
import { afterEach, expect, test } from 'vitest'
import { goesLive, openCasaLola, type Restaurant, type Signed, shows } from './harness/open-restaurant.ts'
import { orderingOn } from './harness/ordering.ts'
import { startProgram } from './harness/running-program.ts'
import { comandaProgram } from './harness/server-process.ts'
import { mountSmallDisk, type SmallDisk, smallDiskSupport } from './harness/small-disk.ts'
import { logFileIn } from './harness/stored-orders.ts'
import { describeWhere } from './harness/support.ts'

const kills = process.env.COMANDA_TEST_LONG === '1' ? 60 : 4
const tablets = 3

let house: Restaurant
let disk: SmallDisk | undefined

afterEach(async () => {
  await house.close()
  disk?.unmount()
  disk = undefined
})

async function run(word: string): Promise<readonly string[]> {
  const program = await startProgram({
    program: comandaProgram,
    args: [word],
    env: { COMANDA_DATA: house.server.data },
  })
  expect(await program.ended, program.errorLines().join('\n')).toEqual({ code: 0, signal: null })
  return program.lines()
}

/** As of which seq it is, asked for after the device had seen so much. */
async function readReport(manager: Signed, tablet: Client | undefined): Promise<number> {
  const seen = tablet?.confirmed()?.seq ?? 0
  const told = await manager.http.ask('GET', `/api/reports/daily?date=${new Date().toISOString().slice(0, 10)}`)
  expect(told.status, told.text).toBe(200)
  const { asOf } = told.body as { asOf: number }
  expect(asOf).toBeGreaterThanOrEqual(seen)
  return asOf
}

/** What may become of a file that nobody flushes, between two lives. */
const mishaps: readonly ((facts: string) => void)[] = [
  () => undefined,
  (facts) => truncateSync(facts, Math.floor(statSync(facts).size / 2)),
  (facts) => rmSync(`${facts}-wal`, { force: true }),
  (facts) => rmSync(facts, { force: true }),
]

test('[REP-3] [P-1] killed between reports, its facts torn or lost: every report holds what was acknowledged, and a rebuild changes nothing', async () => {
  house = await openCasaLola()
  const manager = await house.signIn('office', 'pablo')
  const ana = await house.signIn('tablet', 'ana')
  const clients = await Promise.all(
    Array.from({ length: tablets }, (_, index) => house.open(ana, { name: `facts-${index}`, room: 'floor' })),
  )
  const [tablet] = clients
  if (tablet === undefined) throw new Error('no tablet')
  await Promise.all(clients.map((client) => goesLive(client)))
  const people = clients.map((client) => orderingOn(client, 20))
  const answered = () => people.reduce((sum, person) => sum + person.answered(), 0)
  const facts = factsFileOf(logFileIn(house.server.data))
  let before = 0
  for (let kill = 0; kill < kills; kill += 1) {
    const goal = answered() + tablets
    await shows(`answers after kill ${kill}`, tablet, () => answered() >= goal, 30_000)
    const asOf = await readReport(manager, tablet)
    expect(asOf).toBeGreaterThan(before)
    before = asOf
    // one more is under way when the power goes
    const cutOff = readReport(manager, tablet).catch(() => undefined)
    await house.server.kill()
    await cutOff
    mishaps[kill % mishaps.length]?.(facts)
    house.server = await house.server.restart()
  }
  await Promise.all(people.map(({ finish }) => finish()))
  await shows('all answers', tablet, () =>
    people.every(({ sent }) => sent.every(({ outcome }) => outcome !== undefined)),
  )
  await readReport(manager, tablet)
  await house.server.stop()
  expect((await run('verify')).join('\n')).toMatch(/events, unchanged/)
  const rebuilt = await run('rebuild')
  expect(rebuilt.find((line) => line.startsWith('fact_sales'))).toMatch(/fact_sales: [1-9]\d* rows/)
  expect(rebuilt.filter((line) => !line.endsWith('the same as before'))).toEqual([])
})

describeWhere(smallDiskSupport(), 'a full disk', () => {
  test('[P-9] a report says as of when it is; without facts there is none until there is room, and then it is whole', async () => {
    const small = mountSmallDisk({ bytes: 24 * 1024 * 1024 })
    disk = small
    const data = join(small.path, 'data')
    mkdirSync(data)
    house = await openCasaLola({ data })
    const manager = await house.signIn('office', 'pablo')
    const tablet = await house.open(await house.signIn('tablet', 'ana'), { name: 'full', room: 'floor' })
    await goesLive(tablet)
    const person = orderingOn(tablet, 20)
    await shows('some answers', tablet, () => person.answered() > 5)
    const before = await readReport(manager, tablet)
    small.fill()
    expect(await readReport(manager, undefined)).toBeGreaterThanOrEqual(before)
    small.free()
    await house.server.kill()
    for (const path of filesOf(factsFileOf(logFileIn(data)))) rmSync(path, { force: true })
    house.server = await house.server.restart()
    small.fill()
    const today = new Date().toISOString().slice(0, 10)
    const refused = await manager.http.ask('GET', `/api/reports/daily?date=${today}`)
    expect(refused.status, refused.text).toBe(503)
    expect(refused.body).toMatchObject({ error: { code: 'log-unavailable' } })
    small.free()
    await person.finish()
    expect(await readReport(manager, tablet)).toBeGreaterThan(before)
  })
})
