// The power goes, again and again, while people order. What was acknowledged is there, once; what was not arrives once.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { seededRandom } from '../harness/seeded-random.ts'
import { goesLive, openCasaLola, type Restaurant, shows, ticketCount } from './harness/open-restaurant.ts'
import { orderingOn } from './harness/ordering.ts'
import { realTime } from './harness/real-time.ts'
import { expectEachOnce, logFileIn } from './harness/stored-orders.ts'

const kills = process.env.COMANDA_TEST_LONG === '1' ? 200 : 10
const tablets = 4
const seed = 20_26

let house: Restaurant

beforeEach(async () => {
  house = await openCasaLola()
})

afterEach(() => house.close())

const pause = (ms: number) => new Promise<void>((resolve) => void realTime.after(ms, resolve))

test('[P-1] [P-2] kill -9 at random moments: every acknowledged order is in the log, every order is there once', async () => {
  const random = seededRandom(seed)
  const ana = await house.signIn('tablet', 'ana')
  const clients = await Promise.all(
    Array.from({ length: tablets }, (_, index) => house.open(ana, { name: `kill-${index}`, room: 'floor' })),
  )
  const screen = await house.open(await house.signIn('kitchen', 'bruno'), { name: 'kill-screen', room: 'kitchen' })
  await Promise.all([...clients, screen].map((client) => goesLive(client)))
  const people = clients.map((client) => orderingOn(client))
  let answeredBefore = 0
  for (let kill = 0; kill < kills; kill += 1) {
    await pause(random.integer(20, 400))
    await house.killAndRestart()
    const answered = () => people.flatMap(({ sent }) => sent).filter(({ outcome }) => outcome !== undefined).length
    const goal = answeredBefore + tablets
    await shows(`answers after kill ${kill + 1} (seed ${seed})`, screen, () => answered() >= goal, 30_000)
    answeredBefore = answered()
  }
  await Promise.all(people.map(({ finish }) => finish()))
  const sent = people.flatMap((one) => one.sent)
  await shows('every ticket on the screen', screen, () => ticketCount(screen) >= sent.length, 30_000)
  expect(sent.length).toBeGreaterThan(kills * tablets)
  expect(sent.every(({ outcome }) => outcome?.kind === 'done')).toBe(true)
  expect(ticketCount(screen)).toBe(sent.length)
  await house.server.stop()
  expectEachOnce(
    logFileIn(house.server.data),
    sent.map(({ id }) => id),
  )
})
