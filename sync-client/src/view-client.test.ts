import { beforeEach, expect, it } from 'vitest'
import { seededRandom } from './testing/device.ts'
import { ScriptedServer } from './testing/scripted-server.ts'
import { VirtualTime } from './testing/virtual-time.ts'
import { createViewClient, type ViewClient } from './view-client.ts'

let time: VirtualTime
let server: ScriptedServer
let board: ViewClient

beforeEach(() => {
  time = new VirtualTime()
  server = new ScriptedServer(time)
  server.keepBeating()
  board = createViewClient({
    url: 'ws://restaurant.test/ws',
    build: 'test',
    room: 'board',
    clock: time.clock,
    timers: time.timers,
    random: seededRandom(5),
    transport: server.transport,
  })
})

const body = (...ready: number[]) => ({ preparing: [], ready: ready.map((number) => ({ number, since: 0 })) })
const show = (...ready: number[]) => server.open[0]?.say({ t: 'view', seq: server.seq, body: body(...ready) })

it('shows each view as it comes, and comes back by itself', async () => {
  board.start()
  await time.advance(100)
  expect(server.sockets[0]?.hello).toMatchObject({ room: 'board' })
  show(41)
  await time.advance(10)
  expect(board.view()).toEqual(body(41))
  expect(board.status()).toEqual({ link: 'live', stale: false })
  server.cutAll()
  await time.advance(3_000)
  show(41, 42)
  await time.advance(10)
  expect(board.view()).toEqual(body(41, 42))
  expect(Math.abs(board.serverNow() - time.wall)).toBeLessThanOrEqual(server.delay)
})

it('[P-11] says within 10 s that it is not live, and since when', async () => {
  board.start()
  await time.advance(100)
  show(41)
  await time.advance(10)
  const at = time.wall
  let told = false
  board.onChange(() => {
    told ||= board.status().stale
  })
  server.open[0]?.swallow()
  server.delay = 60_000
  await time.advance(10_000)
  expect(told).toBe(true)
  expect(Math.abs((board.status().freshAt ?? 0) - at)).toBeLessThan(20)
})

it('leaves nothing behind when it is stopped', async () => {
  const before = time.waiting
  board.start()
  await time.advance(100)
  show(41)
  board.stop()
  await time.advance(10)
  expect(server.open).toEqual([])
  expect(time.waiting).toBe(before)
})
