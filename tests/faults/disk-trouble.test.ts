// The data folder fills up or turns read-only under the whole program. Nothing ends, nothing is answered that is not
// durable, everybody sees it, and when the disk takes writes again all of it is answered once, by itself.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Client } from '@comanda/sync-client/client-types'
import { afterEach, expect, test } from 'vitest'
import { injectFault, writeCalls } from './harness/injected-fault.ts'
import { goesLive, openCasaLola, type Restaurant, shows, ticketCount } from './harness/open-restaurant.ts'
import { type SentRound, sendAtOnce } from './harness/ordering.ts'
import { waitUntil } from './harness/real-time.ts'
import { killLeftovers, startProgram } from './harness/running-program.ts'
import { comandaProgram } from './harness/server-process.ts'
import {
  failingDiskSupport,
  mountFailingDisk,
  mountSmallDisk,
  type SmallDisk,
  smallDiskSupport,
} from './harness/small-disk.ts'
import { expectEachOnce, logFileIn } from './harness/stored-orders.ts'
import { straceSupport } from './harness/strace.ts'
import { describeWhere } from './harness/support.ts'

const strace = await straceSupport()
const diskBytes = 24 * 1024 * 1024
let house: Restaurant | null = null
let disk: SmallDisk | null = null

afterEach(async () => {
  await house?.close()
  house = null
  await killLeftovers()
  disk?.unmount()
  disk = null
})

type Service = { house: Restaurant; tablet: Client; screen: Client; sent: SentRound[] }

/** Casa Lola in the middle of its work: a tablet that has ordered and a kitchen screen that shows it. */
async function inService(data?: string): Promise<Service> {
  const opened = await openCasaLola(data === undefined ? {} : { data })
  house = opened
  const tablet = await opened.open(await opened.signIn('tablet', 'ana'), { name: 'tablet', room: 'floor' })
  const screen = await opened.open(await opened.signIn('kitchen', 'bruno'), { name: 'screen', room: 'kitchen' })
  await Promise.all([goesLive(tablet), goesLive(screen)])
  const service = { house: opened, tablet, screen, sent: sendAtOnce(tablet, 3) }
  await shows('the first orders', screen, () => ticketCount(screen) === 3)
  return service
}

const dataOn = (small: SmallDisk): string => {
  const data = join(small.path, 'data')
  mkdirSync(data)
  return data
}

const ready = async ({ house: { server } }: Service): Promise<boolean> => (await server.get('/readyz')).status === 200
const waiting = (sent: readonly SentRound[]) => sent.filter(({ outcome }) => outcome === undefined)

/** Orders until the disk takes no more of them, and a few beyond. */
async function orderUntilStuck(service: Service): Promise<void> {
  await waitUntil('the disk to refuse', async () => {
    service.sent.push(...sendAtOnce(service.tablet, 4))
    return !(await ready(service)) && waiting(service.sent).length > 4
  })
}

async function expectWaiting(service: Service): Promise<void> {
  const { house, tablet, screen, sent } = service
  const { server } = house
  await waitUntil('the log to count as unwritable', async () =>
    /^comanda_log_writable 0$/m.test(await (await server.get('/metrics')).text()),
  )
  const told = await server.get('/readyz')
  expect(told.status).toBe(503)
  expect(await told.json()).toMatchObject({ ready: false, log: expect.not.stringContaining('writable') })
  expect((await server.get('/healthz')).status).toBe(200)
  expect(server.isRunning()).toBe(true)
  const unsaved = () => tablet.commands().filter(({ state }) => state === 'saving')
  await shows('every order kept on the tablet', tablet, () => unsaved().length === 0)
  const shown = new Map(tablet.commands().map(({ id, state }) => [id, state]))
  for (const { id } of waiting(sent)) expect(['queued', 'sent']).toContain(shown.get(id))
  expect(tablet.status()).toMatchObject({ link: 'live', unsent: waiting(sent).length, needsEyes: 0 })
  // a screen that comes only now still gets all that is durable
  const late = await house.open(await signedInBefore(house), { name: `late-${sent.length}`, room: 'kitchen' })
  await goesLive(late)
  expect(ticketCount(late)).toBe(ticketCount(screen))
  expect(ticketCount(late)).toBe(sent.length - waiting(sent).length)
  await late.stop()
}

/** Nobody can be let in while nothing can be written, so this device was here before. */
const known = new WeakMap<Restaurant, Awaited<ReturnType<Restaurant['signIn']>>>()
async function signedInBefore(restaurant: Restaurant) {
  const signed = known.get(restaurant) ?? (await restaurant.signIn('kitchen', 'irina'))
  known.set(restaurant, signed)
  return signed
}

async function expectRecovery({ house, screen, sent }: Service): Promise<void> {
  await shows('an answer to everything', screen, () => waiting(sent).length === 0, 20_000)
  await shows('a ticket for each', screen, () => ticketCount(screen) >= sent.length)
  expect(sent.every(({ outcome }) => outcome?.kind === 'done')).toBe(true)
  expect(ticketCount(screen)).toBe(sent.length)
  await waitUntil('to be ready again', async () => (await house.server.get('/readyz')).status === 200)
}

async function expectStoredOnce({ house, sent }: Service): Promise<void> {
  await house.server.stop()
  expectEachOnce(
    logFileIn(house.server.data),
    sent.map(({ id }) => id),
  )
}

describeWhere(smallDiskSupport(), 'a full disk', () => {
  test('[P-9] orders wait unanswered and shown as queued, reads work, and room is all that recovery needs', async () => {
    const small = mountSmallDisk({ bytes: diskBytes })
    disk = small
    const service = await inService(dataOn(small))
    const { pid } = service.house.server
    await signedInBefore(service.house)
    for (const _ of ['once', 'and again']) {
      small.fill()
      await orderUntilStuck(service)
      await expectWaiting(service)
      small.free()
      await expectRecovery(service)
    }
    expect(service.house.server.pid).toBe(pid)
    await expectStoredOnce(service)
  })

  test('[P-9] the program starts on a full disk after kill -9, serves reads, and takes orders once there is room', async () => {
    const small = mountSmallDisk({ bytes: diskBytes })
    disk = small
    const service = await inService(dataOn(small))
    await signedInBefore(service.house)
    await service.house.server.kill()
    small.fill()
    service.house.server = await service.house.server.restart({ program: comandaProgram, awaits: 'healthz' })
    await goesLive(service.tablet)
    service.sent.push(...sendAtOnce(service.tablet, 5))
    await shows('the orders on their way', service.tablet, () => service.tablet.status().unsent === 5)
    await expectWaiting(service)
    small.free()
    await expectRecovery(service)
    await expectStoredOnce(service)
  })
})

describeWhere(strace.attach, 'a disk that says it has no room', () => {
  test('[P-9] ENOSPC at every write: the same, and lifting it is enough', async () => {
    const service = await inService()
    const { server } = service.house
    await signedInBefore(service.house)
    const file = logFileIn(server.data)
    const fault = await injectFault(server.pid, { calls: writeCalls, paths: [file, `${file}-wal`], error: 'ENOSPC' })
    await orderUntilStuck(service)
    await expectWaiting(service)
    expect(await fault.lift()).toBeGreaterThan(0)
    await expectRecovery(service)
    expect(service.house.server.isRunning()).toBe(true)
    await expectStoredOnce(service)
  })
})

describeWhere(smallDiskSupport(), 'a read-only disk', () => {
  test('[P-9] a start on one after kill -9 serves reads, and takes orders by itself once it can be written', async () => {
    const small = mountSmallDisk({ bytes: diskBytes })
    disk = small
    const service = await inService(dataOn(small))
    await signedInBefore(service.house)
    await service.house.server.kill()
    small.remount('ro')
    service.house.server = await service.house.server.restart({ program: comandaProgram, awaits: 'healthz' })
    const { pid } = service.house.server
    await goesLive(service.tablet)
    service.sent.push(...sendAtOnce(service.tablet, 5))
    await shows('the orders on their way', service.tablet, () => service.tablet.status().unsent === 5)
    await expectWaiting(service)
    small.remount('rw')
    await expectRecovery(service)
    expect(service.house.server.pid).toBe(pid)
    await expectStoredOnce(service)
  })

  test('[P-9] a start on one after a clean stop is refused in one line that says why', async () => {
    const small = mountSmallDisk({ bytes: diskBytes })
    disk = small
    const { house } = await inService(dataOn(small))
    await house.server.stop()
    small.remount('ro')
    await expectOneLine(house, /read-only/)
    small.remount('rw')
    house.server = await house.server.restart()
  })
})

describeWhere(failingDiskSupport(), 'a disk that breaks', () => {
  test('[P-9] [P-3] the program ends for its supervisor, answers nothing more, and each further start says in one line why', async () => {
    const failing = mountFailingDisk({ bytes: diskBytes })
    disk = failing
    const service = await inService(dataOn(failing))
    const { server } = service.house
    failing.breakDown()
    service.sent.push(...sendAtOnce(service.tablet, 5))
    expect(await server.ended).toEqual({ code: 70, signal: null })
    expect(waiting(service.sent)).toHaveLength(5)
    await expectOneLine(service.house, /cannot be opened/)
    expect(service.tablet.status()).toMatchObject({ unsent: 5, needsEyes: 0 })
  })
})

async function expectOneLine(restaurant: Restaurant, says: RegExp): Promise<void> {
  for (const program of [comandaProgram, restaurant.server.program]) {
    const start = await startProgram({
      program,
      env: { COMANDA_DATA: restaurant.server.data, COMANDA_PORT: '0', COMANDA_LOG: 'warn' },
    })
    expect(await start.ended).toEqual({ code: 1, signal: null })
    expect(start.errorLines()).toHaveLength(1)
    expect(start.errorLines()[0]).toMatch(says)
    expect(start.errorLines()[0]).toContain(restaurant.server.data)
  }
}
