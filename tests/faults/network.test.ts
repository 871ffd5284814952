// Between the devices and the real server stands a network with every fault it can have. Each order arrives once, a
// screen that hears nothing says so, and when the network is back each device catches up by itself and misses nothing.
import { canonical } from '@comanda/shared/domain/state-json'
import type { Client } from '@comanda/sync-client/client-types'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { seededRandom } from '../harness/seeded-random.ts'
import type { Direction } from './harness/network-faults.ts'
import { goesLive, openCasaLola, type Restaurant, type Signed, shows } from './harness/open-restaurant.ts'
import { type SentRound, sendAtOnce } from './harness/ordering.ts'
import { realTime, waitUntil, withinTime } from './harness/real-time.ts'
import { expectEachOnce, logFileIn } from './harness/stored-orders.ts'
import { startTcpFaultProxy, type TcpFaultProxy } from './harness/tcp-fault-proxy.ts'

const long = process.env.COMANDA_TEST_LONG === '1'
const seed = 2_027
let house: Restaurant
let ana: Signed
const sent: SentRound[] = []
const used: TcpFaultProxy[] = []

const mostProxies = 12
const free: TcpFaultProxy[] = []

beforeAll(async () => {
  const target = () => ({ host: house.server.host, port: house.server.port })
  for (let index = 0; index < mostProxies; index += 1) {
    free.push(await startTcpFaultProxy({ target, random: seededRandom(`${seed} ${index}`) }))
  }
  const origins = free.map(({ host, port }) => `http://${host}:${port}`).join(',')
  house = await openCasaLola({ env: { COMANDA_ORIGINS: origins } })
  ana = await house.signIn('tablet', 'ana')
})

afterEach(() => {
  for (const proxy of used.splice(0)) proxy.stop()
})

/** Whatever went wrong on the way in all the tests: in the file every order is there once. */
afterAll(async () => {
  const file = logFileIn(house.server.data)
  if (house.server.isRunning()) await house.server.stop()
  try {
    expect(sent.length).toBeGreaterThan(60)
    expectEachOnce(
      file,
      sent.map(({ id }) => id),
    )
  } finally {
    await house.close()
    for (const proxy of free) proxy.stop()
  }
})

type Behind = { client: Client; proxy: TcpFaultProxy }

async function tabletBehind(name: string): Promise<Behind> {
  const proxy = free.pop()
  if (proxy === undefined) throw new Error('too few proxies were made')
  used.push(proxy)
  const url = `ws://${proxy.host}:${proxy.port}/ws`
  const client = await house.open(ana, { name, room: 'floor', url })
  await goesLive(client)
  return { client, proxy }
}

function order(client: Client, count = 1): SentRound[] {
  const rounds = sendAtOnce(client, count)
  sent.push(...rounds)
  return rounds
}

const allDone = (rounds: readonly SentRound[]) => rounds.every(({ outcome }) => outcome?.kind === 'done')

/** The same picture as a device that never was behind a bad network. */
async function catchesUp(client: Client, like: Client): Promise<void> {
  await shows('everything', client, () => client.confirmed()?.seq === like.confirmed()?.seq, 20_000)
  expect(canonical(client.confirmed() as never)).toEqual(canonical(like.confirmed() as never))
}

async function cutWhileOrdering({ client, proxy }: Behind, direction: Direction, bytes: number): Promise<void> {
  proxy.set({ sliceBytes: 1 })
  const cut = proxy.cutAfter(direction, bytes)
  const rounds = order(client)
  await withinTime(`the cut after ${bytes} bytes ${direction} (seed ${seed})`, cut)
  proxy.clear()
  await shows('the loss', client, () => client.status().link !== 'live')
  client.nudge()
  await shows(`the answer after a cut at ${bytes} ${direction}`, client, () => allDone(rounds))
  await goesLive(client)
}

test('[P-2] a connection cut at any byte of Send, or of its answer, makes one order each', async () => {
  const random = seededRandom(seed)
  const trials = long ? 400 : 60
  const tablets = await Promise.all(['cut-0', 'cut-1', 'cut-2'].map(tabletBehind))
  await Promise.all(
    tablets.map(async (behind, index) => {
      for (let trial = 0; trial < trials; trial += 1) {
        const direction = (trial + index) % 2 === 0 ? 'up' : 'down'
        await cutWhileOrdering(behind, direction, random.integer(1, direction === 'up' ? 280 : 600))
      }
    }),
  )
  const cuts = tablets.map(({ proxy }) => proxy.counts().cut)
  expect(cuts).toEqual(tablets.map(() => trials))
  const [first] = tablets
  if (first === undefined) throw new Error('no tablet')
  for (const { client } of tablets) await catchesUp(client, first.client)
})

test('[P-2] with latency, jitter and pieces of one byte everything works, only later', async () => {
  const { client, proxy } = await tabletBehind('slow')
  proxy.set({ latencyMs: 40, jitterMs: 60, sliceBytes: 1 })
  const begun = realTime.monotonic()
  const rounds = order(client, 6)
  await shows('every answer', client, () => allDone(rounds))
  expect(realTime.monotonic() - begun).toBeGreaterThan(80)
  const { up, down } = proxy.counts()
  expect(up.pieces).toBeGreaterThan(1_000)
  expect(down.pieces).toBeGreaterThan(1_000)
  const { client: fresh, proxy: other } = await tabletBehind('slow-from-the-start')
  other.set({ latencyMs: 20, sliceBytes: 3 })
  await fresh.stop()
  await fresh.start()
  await goesLive(fresh)
  await catchesUp(fresh, client)
})

type Hole = { name: string; dig: (proxy: TcpFaultProxy) => void; lift?: (proxy: TcpFaultProxy) => unknown }

const holes: readonly Hole[] = [
  { name: 'swallow', dig: (proxy) => proxy.blackhole(), lift: (proxy) => proxy.clear() },
  {
    name: 'hold',
    dig: (proxy) => proxy.set({ hold: { up: true, down: true } }),
    lift: (proxy) => proxy.clear(),
  },
  {
    name: 'refuse',
    dig: (proxy) => {
      proxy.refuse()
      proxy.cut()
    },
    lift: (proxy) => proxy.accept(),
  },
  {
    name: 'answers-only',
    dig: (proxy) => proxy.set({ swallow: { up: false, down: true } }),
    lift: (proxy) => proxy.clear(),
  },
  // the server is gone from this socket, though not from the world: nothing has to be lifted
  { name: 'half-open', dig: (proxy) => proxy.leaveHalfOpen('device') },
]

test('[P-11] [P-2] [P-5] silence: each device says stale within 10 s and offline, and catches up by itself when it ends', async () => {
  const watcher = await house.open(ana, { name: 'watcher', room: 'floor' })
  await goesLive(watcher)
  const recovered = await Promise.all(
    holes.map(async ({ name, dig, lift }) => {
      const { client, proxy } = await tabletBehind(`hole-${name}`)
      const begun = realTime.monotonic()
      dig(proxy)
      const own = order(client)
      const others = order(watcher, 2)
      expect(client.status().stale).toBe(false)
      await shows(`${name} to be called stale`, client, () => client.status().stale)
      expect(realTime.monotonic() - begun, name).toBeLessThan(10_500)
      expect(client.status(), name).toMatchObject({ unsent: 1 })
      expect(own[0]?.outcome).toBeUndefined()
      if (lift !== undefined) {
        await shows(`${name} to be called offline`, client, () => client.status().link === 'offline', 20_000)
        expect(client.status(), name).toMatchObject({ unsent: 1, stale: true })
        await lift(proxy)
      }
      await shows(`${name} to be live again`, client, () => client.status().link === 'live', 20_000)
      await shows(`the order of ${name}`, client, () => allDone(own))
      await shows('fresh data', client, () => !client.status().stale)
      expect(allDone(others)).toBe(true)
      return client
    }),
  )
  for (const client of recovered) await catchesUp(client, watcher)
})

test('[P-2] half-open: a device that lost its socket comes back, the server keeps no dead socket of the same device', async () => {
  const openSockets = async () => {
    const text = await (await house.server.get('/metrics')).text()
    return Number(/^comanda_sockets (\d+)$/m.exec(text)?.[1])
  }
  const { client, proxy } = await tabletBehind('half-open')
  const before = await openSockets()
  const rounds = order(client)
  await shows('the answer', client, () => allDone(rounds))
  expect(proxy.leaveHalfOpen('server')).toBe(1)
  const next = order(client, 2)
  await shows('answers on a new socket', client, () => allDone(next))
  await waitUntil('the dead socket to go', async () => (await openSockets()) === before)
})
