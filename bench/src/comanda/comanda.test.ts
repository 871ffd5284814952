import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openKeeping } from '@comanda/server/compose'
import { afterEach, expect, test } from 'vitest'
import { type RunningServer, startServer } from '../launch/start-server.ts'
import { makeOrder, orderKey } from '../order/order.ts'
import { openPeer } from '../peers/open-peer.ts'
import { configIn, furnishAnew } from './furnish.ts'
import { writeHistory } from './write-history.ts'

const places = { tablets: 2, screens: 2 }
const longEnough = 60_000
const folders: string[] = []
let server: RunningServer | undefined

const temporaryFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'comanda-bench-'))
  folders.push(folder)
  return folder
}

afterEach(async () => {
  await server?.kill()
  server = undefined
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** Resolves when every screen has every one of these orders. */
function watchFor(keys: readonly string[], screens: number) {
  const seen = Array.from({ length: screens }, () => new Set<string>())
  const all = Promise.withResolvers<void>()
  return {
    all: all.promise,
    see: (screen: number, key: string) => {
      seen[screen]?.add(key)
      if (seen.every((has) => keys.every((wanted) => has.has(wanted)))) all.resolve()
    },
  }
}

test(
  'orders reach every screen over the real protocol, and one placed while a screen is away waits for it after kill -9',
  async () => {
    const folder = temporaryFolder()
    await furnishAnew(folder, { places })
    server = await startServer('comanda', { folder })
    const { port, access } = server
    const peer = openPeer('comanda', { port, access })
    const orders = Array.from({ length: 12 }, (_, count) => makeOrder(orderKey(count), count % 2))
    const missed = makeOrder(orderKey(12), 0)
    const before = watchFor(
      orders.map(({ key }) => key),
      2,
    )
    const after = watchFor([missed.key], 2)
    const screens = await Promise.all(
      [0, 1].map((index) =>
        peer.connectScreen(index, (key) => {
          before.see(index, key)
          after.see(index, key)
        }),
      ),
    )
    const [first, second] = await Promise.all([peer.connectSubmitter(0, true), peer.connectSubmitter(1, false)])
    for (const [index, order] of orders.entries()) await (index % 2 === 0 ? first : second).submit(order)
    await before.all

    const lost = Promise.all([...screens, first, second].map((link) => link.lost()))
    await server.kill()
    await lost
    await expect(first.submit(missed)).rejects.toThrow('not connected')
    server = await startServer('comanda', { folder, port })
    await first.resume()
    await first.submit(missed)
    await Promise.all(screens.map((screen) => screen.resume()))
    await after.all
    await Promise.all([...screens, first].map((link) => link.close()))
  },
  longEnough,
)

test(
  'a written past is a log that verifies, and the restaurant starts on it',
  async () => {
    const folder = temporaryFolder()
    await writeHistory(folder, 24 * 30, places)
    const { logs, findings } = openKeeping(configIn(folder)).verify()
    expect(findings).toEqual([])
    expect(logs[0]?.head).toBeGreaterThan(30 * 4)
    server = await startServer('comanda', { folder })
    expect(server.port).toBeGreaterThan(0)
  },
  longEnough,
)
