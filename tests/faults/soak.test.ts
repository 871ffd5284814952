// A long service in a short time: sockets come and go, orders are sent, paid and closed, menus published, people sign in
// and out, days close. After each equal round the server holds what it held before.
import { statSync } from 'node:fs'
import { casaLola } from '@comanda/demo/restaurant'
import type { Answered } from '@comanda/server/testing/http-client'
import type { DownFrame } from '@comanda/shared/protocol/down'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { devicesFor, gather, metric } from './harness/crowd.ts'
import { type Insides, type Inspector, inspect, inspectable } from './harness/inspected.ts'
import { helloOf, openCasaLola, type Restaurant, type Signed, takeaway } from './harness/open-restaurant.ts'
import { patiently } from './harness/patient.ts'
import { waitUntil } from './harness/real-time.ts'
import { logFileIn } from './harness/stored-orders.ts'

const long = process.env.COMANDA_TEST_LONG === '1'
const rounds = long ? 60 : 6
const warmUp = long ? 10 : 3
const sockets = 60
const orders = 100
/** Less than a hundred forgotten orders, or sixty forgotten sessions, a round would add up to. */
const heapAllowance = 1024 * 1024
/** Some are there for a moment: a pause before a snapshot is written, a look at the views. */
const timersOfTheMoment = 5
/** The log is brought down into the file every 1,000 pages, and at 4,000 however busy the program is. */
const largestWalEver = 4_000 * (4_096 + 24)

let house: Restaurant
let inspector: Inspector | undefined

beforeEach(async () => {
  house = await openCasaLola({ env: inspectable })
})

// a program that is looked into does not end
afterEach(async () => {
  inspector?.close()
  await house.close()
})

let number = 0

async function done(ask: () => Promise<Answered>): Promise<void> {
  const { status, text } = await patiently(ask)
  if (status !== 200) throw new Error(`${status}: ${text}`)
}

async function post(who: Signed, type: string, args: unknown): Promise<string> {
  number += 1
  const id = `soak-${number}`
  await done(() => who.http.post('/api/commands', { id, type, args }))
  return id
}

/** A device that comes, hears everything and goes: by the door, or torn off. */
async function visit(signed: Signed, index: number): Promise<void> {
  const device = signed.http.listen()
  device.say(helloOf(`visitor-${index}`, 'kitchen'))
  await device.until((frame): frame is DownFrame & { t: 'snap' } => frame.t === 'snap')
  if (index % 3 === 0) device.say('not a frame')
  else if (index % 3 === 1) device.socket.close()
  else device.socket.terminate()
  await device.closed
}

type Crew = { cashier: Signed; manager: Signed; deviceOf: (socket: number) => Signed }

async function round({ cashier, manager, deviceOf }: Crew): Promise<void> {
  await gather(sockets, (index) => visit(deviceOf(index), index))
  await gather(
    orders,
    async () => {
      const orderId = `${await post(cashier, 'round.send', takeaway(2))}.o`
      await post(cashier, 'payment.record', { orderId, part: { kind: 'rest' }, method: 'card' })
      await post(cashier, 'order.close', { orderId, unready: 'served' })
    },
    8,
  )
  const change = casaLola.changes.find(({ kind }) => kind === 'category')
  await done(() => manager.http.post('/api/catalog', { id: `soak-menu-${number}`, changes: [change] }))
  for (let time = 0; time < 3; time += 1) {
    await done(() => cashier.http.post('/api/sign-in', { staffId: 'clara', pin: casaLola.pins.clara }))
  }
  await post(manager, 'day.close', { carryOver: [] })
  // brings the facts up to the log: its files are open from the first round on, and SQLite keeps some for later
  const today = new Date().toISOString().slice(0, 10)
  await done(() => manager.http.ask('GET', `/api/reports/daily?date=${today}`))
}

const walBytes = () => statSync(`${logFileIn(house.server.data)}-wal`, { throwIfNoEntry: false })?.size ?? 0

/** SQLite closes a connection's files only once no other connection of the process holds a lock on them: a few, ever. */
const keptBySqlite = 4

test('[P-16] equal rounds of service leave descriptors, timers, handles, heap and the write-ahead log where they were', async () => {
  const crew: Crew = {
    cashier: await house.signIn('front', 'clara'),
    manager: await house.signIn('office', 'pablo'),
    deviceOf: await devicesFor(house, 'kitchen', 'bruno', sockets),
  }
  const looking = await inspect(house.server)
  inspector = looking
  const seen: (Insides & { descriptors: number })[] = []
  let largestWal = 0
  for (let done = 0; done < rounds; done += 1) {
    await round(crew)
    await waitUntil('every socket to be gone', async () => (await metric(house, 'comanda_sockets')) === 0)
    const insides = await looking.look()
    // how many connections of ours a browser's pool keeps for the next request is not the server's doing
    const pooled = insides.resources.TCPSocketWrap ?? 0
    seen.push({ ...insides, descriptors: house.server.usage().openFiles - pooled })
    largestWal = Math.max(largestWal, walBytes())
  }
  expect(await metric(house, 'comanda_commands_total')).toBeGreaterThan(rounds * orders * 3)
  const [first, ...later] = seen.slice(warmUp - 1)
  if (first === undefined || later.length === 0) throw new Error('too few rounds')
  const highest = (of: (one: Insides & { descriptors: number }) => number) => Math.max(...later.map(of))
  const mostOpen = Math.max(...seen.slice(0, warmUp).map(({ descriptors }) => descriptors))
  await waitUntil('what the last round opened to be closed', async () => {
    const pooled = (await looking.look()).resources.TCPSocketWrap ?? 0
    return house.server.usage().openFiles - pooled <= mostOpen + keptBySqlite
  })
  const calm = Math.min(...seen.slice(0, warmUp).map(({ timers }) => timers)) + timersOfTheMoment
  await waitUntil('the timers of the last round to be over', async () => (await looking.look()).timers <= calm)
  expect(highest(({ resources }) => kinds(resources))).toBe(kinds(first.resources))
  const warm = Math.max(...seen.slice(0, warmUp).map(({ heapBytes }) => heapBytes))
  expect(Math.min(...later.map(({ heapBytes }) => heapBytes))).toBeLessThan(warm + heapAllowance)
  expect(largestWal).toBeLessThan(largestWalEver)
})

/** An Immediate is of the moment: it is gone before anybody could count it twice. */
const kinds = ({ TCPSocketWrap, Immediate, ...others }: Readonly<Record<string, number>>) =>
  Object.values(others).reduce((sum, count) => sum + count, 0)
