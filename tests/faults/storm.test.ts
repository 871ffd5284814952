// The server is killed and started again under every device of a large house. All are back within 10 s of /readyz, by
// resuming where they were, and those who order are answered meanwhile.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { devicesFor, gather, metric } from './harness/crowd.ts'
import { goesLive, openCasaLola, type Restaurant, shows, ticketCount } from './harness/open-restaurant.ts'
import { orderingOn } from './harness/ordering.ts'
import { realTime, waitUntil } from './harness/real-time.ts'
import { expectEachOnce, logFileIn } from './harness/stored-orders.ts'

const devices = process.env.COMANDA_TEST_LONG === '1' ? 1_000 : 200
const ordering = 4
const goal = 10_000
/** All devices live in this one process, so that what is measured is the server and not their reckoning. */
const betweenOrders = 200

let house: Restaurant

beforeEach(async () => {
  house = await openCasaLola()
})

afterEach(() => house.close())

test(`[P-8] ${devices} devices come back together after kill -9: all live within 10 s of /readyz, by resume, and orders are answered meanwhile`, async () => {
  const ana = await house.signIn('tablet', 'ana')
  const screenOf = await devicesFor(house, 'kitchen', 'bruno', devices)
  let modes: (string | undefined)[] = []
  const heard = (text: string) => {
    if (text.startsWith('{"t":"welcome"')) modes.push(/"mode":"(\w+)"/.exec(text)?.[1])
  }
  const tablets = await gather(ordering, (index) => house.open(ana, { name: `tablet-${index}`, room: 'floor', heard }))
  const screens = await gather(devices - ordering, (index) =>
    house.open(screenOf(index), { name: `screen-${index}`, room: 'kitchen', heard }),
  )
  const everybody = [...tablets, ...screens]
  await Promise.all(everybody.map((client) => goesLive(client, 60_000)))
  const people = tablets.map((tablet) => orderingOn(tablet, betweenOrders))
  const answered = () => people.reduce((sum, person) => sum + person.answered(), 0)
  await waitUntil('orders before the storm', () => answered() > 20)

  await house.server.kill()
  await Promise.all(everybody.map((client) => shows('the loss', client, () => client.status().link !== 'live')))
  const answeredBefore = answered()
  expect(new Set(modes)).toEqual(new Set(['snapshot']))
  modes = []
  house.server = await house.server.restart()
  const readyAt = realTime.monotonic()
  let answeredWhileComing = 0
  await Promise.all(everybody.map((client) => goesLive(client, goal))).then(() => {
    answeredWhileComing = answered() - answeredBefore
  })
  const took = realTime.monotonic() - readyAt
  expect(took).toBeLessThan(goal)
  expect(answeredWhileComing).toBeGreaterThan(0)

  await Promise.all(people.map(({ finish }) => finish()))
  const sent = people.flatMap((person) => person.sent)
  expect(sent.every(({ outcome }) => outcome?.kind === 'done')).toBe(true)
  await Promise.all(
    screens.map((screen) => shows('every ticket', screen, () => ticketCount(screen) === sent.length, 30_000)),
  )
  expect(await metric(house, 'comanda_sockets')).toBe(devices)
  // one snapshot would be heavier than all that is left to say to a device that was here a moment ago
  expect(modes.length).toBeGreaterThanOrEqual(devices)
  expect(new Set(modes)).toEqual(new Set(['resume']))
  await house.server.stop()
  expectEachOnce(
    logFileIn(house.server.data),
    sent.map(({ id }) => id),
  )
})
