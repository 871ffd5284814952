// The power goes, again and again, while people order. What was acknowledged is there, once; what was not arrives once.
import type { CommandId } from '@comanda/shared/model/ids'
import type { Client } from '@comanda/sync-client/client-types'
import type { Outcome } from '@comanda/sync-client/outbox-entry'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { seededRandom } from '../harness/seeded-random.ts'
import { goesLive, openCasaLola, type Restaurant, shows, takeaway, ticketCount } from './harness/open-restaurant.ts'
import { realTime } from './harness/real-time.ts'

const kills = process.env.COMANDA_TEST_LONG === '1' ? 200 : 10
const tablets = 4
const seed = 20_26

let house: Restaurant

beforeEach(async () => {
  house = await openCasaLola()
})

afterEach(() => house.close())

type Sent = { id: CommandId; outcome?: Outcome }

/** Orders one round after the other, each when the one before has its answer. */
const orderingOn = (client: Client) => {
  const sent: Sent[] = []
  let going = true
  const done = (async () => {
    while (going) {
      const one: Sent = { id: client.newCommandId() }
      sent.push(one)
      one.outcome = await client.send('round.send', takeaway(2), { id: one.id }).settled
    }
  })()
  return {
    sent,
    finish: async () => {
      going = false
      await done
    },
  }
}

const pause = (ms: number) => new Promise<void>((resolve) => void realTime.after(ms, resolve))

test('[P-1] [P-2] kill -9 at random moments: every acknowledged order is in the log, every order is there once', async () => {
  const random = seededRandom(seed)
  const ana = await house.signIn('tablet', 'ana')
  const clients = await Promise.all(
    Array.from({ length: tablets }, (_, index) => house.open(ana, { name: `kill-${index}`, room: 'floor' })),
  )
  const screen = await house.open(await house.signIn('kitchen', 'bruno'), { name: 'kill-screen', room: 'kitchen' })
  await Promise.all([...clients, screen].map((client) => goesLive(client)))
  const people = clients.map(orderingOn)
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
  await expectEachOnce(sent.map(({ id }) => id))
})

/** Reads the file itself: no program of ours answers for it. */
async function expectEachOnce(ids: readonly CommandId[]): Promise<void> {
  const { default: Database } = await import('better-sqlite3')
  const file = new Database(`${house.server.data}/comanda.db`, { readonly: true })
  const count = file.prepare("SELECT count(*) AS n FROM results WHERE command_id = ? AND restaurant_id = 'casa-lola'")
  for (const id of ids) expect(count.get(id), id).toEqual({ n: 1 })
  const [row] = file.prepare('SELECT count(*) AS n, max(seq) AS head FROM events').all() as {
    n: number
    head: number
  }[]
  expect(row?.n).toBe(row?.head)
  expect(file.pragma('integrity_check')).toEqual([{ integrity_check: 'ok' }])
  file.close()
}
