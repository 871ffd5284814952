import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { serveFloor } from '../floor/server.ts'
import { openDurableFile } from '../launch/durable-file.ts'
import type { Kind } from '../launch/kinds.ts'
import type { ServeOptions, Serving } from '../launch/serving.ts'
import { serveBare } from '../limits/bare-server.ts'
import { serveNaive } from '../naive/server.ts'
import { findKeys, makeOrder, orderKey } from '../order/order.ts'
import { openPeer } from './open-peer.ts'

const folders: string[] = []
const temporaryFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'comanda-bench-'))
  folders.push(folder)
  return folder
}
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

const orders = Array.from({ length: 30 }, (_, count) => makeOrder(orderKey(count), count))
const keys = orders.map(({ key }) => key)

async function everybodySees(kind: Kind, serving: Serving, listens = false): Promise<void> {
  const peer = openPeer(kind, { port: serving.port, access: {} })
  const seen: string[][] = [[], []]
  const all = Promise.withResolvers<void>()
  const screens = await Promise.all(
    seen.map((list, index) =>
      peer.connectScreen(index, (key) => {
        list.push(key)
        if (seen.every(({ length }) => length === orders.length)) all.resolve()
      }),
    ),
  )
  const submitters = await Promise.all([peer.connectSubmitter(0, listens), peer.connectSubmitter(1, listens)])
  await Promise.all(orders.map((order, index) => submitters[index % 2]?.submit(order)))
  await all.promise
  expect(seen.map((list) => list.toSorted())).toEqual([keys, keys])
  await Promise.all([...screens, ...submitters].map((link) => link.close()))
}

const durable: [Kind, (options: ServeOptions) => Promise<Serving>][] = [
  ['floor', serveFloor],
  ['naive', serveNaive],
]

test.each(durable)('%s stores every order it answers and shows it to every screen once', async (kind, serve) => {
  const folder = temporaryFolder()
  const serving = await serve({ folder, port: 0 })
  await everybodySees(kind, serving)
  await serving.stop()
  const file = openDurableFile(join(folder, 'orders.db'))
  const bodies = file.prepare<[], { body: Buffer }>('SELECT body FROM orders').all()
  file.close()
  const stored: string[] = []
  for (const { body } of bodies) findKeys(body, (key) => stored.push(key))
  expect(bodies).toHaveLength(orders.length)
  expect(stored.toSorted()).toEqual(keys)
})

test.each(durable)('%s answers each order once to a submitter that is handed every order too', async (kind, serve) => {
  const serving = await serve({ folder: temporaryFolder(), port: 0 })
  await everybodySees(kind, serving, true)
  await serving.stop()
})

test.each(['once', 'each'] as const)('bare ws, serialised %s, shows every order', async (serialised) => {
  const serving = await serveBare({ folder: '', port: 0 }, serialised)
  await everybodySees('bare', serving)
  await serving.stop()
})

test.each(durable)('%s: a submit that loses its server fails, and the link comes back with it', async (kind, serve) => {
  const folder = temporaryFolder()
  const first = await serve({ folder, port: 0 })
  const peer = openPeer(kind, { port: first.port, access: {} })
  const seen = Promise.withResolvers<string>()
  const submitter = await peer.connectSubmitter(0, false)
  const screen = await peer.connectScreen(0, seen.resolve)
  await first.stop()
  await Promise.all([submitter.lost(), screen.lost()])
  await expect(submitter.submit(makeOrder(orderKey(1), 0))).rejects.toThrow('not connected')
  await expect(screen.resume()).rejects.toThrow()

  const second = await serve({ folder, port: first.port })
  await Promise.all([submitter.resume(), screen.resume()])
  await submitter.submit(makeOrder(orderKey(2), 0))
  expect(await seen.promise).toBe(orderKey(2))
  await Promise.all([submitter.close(), screen.close()])
  await second.stop()
})

test('a durable file is at FULL after its first table, although the library lowers it', () => {
  const file = openDurableFile(join(temporaryFolder(), 'orders.db'))
  expect(file.pragma('synchronous', { simple: true })).toBe(2)
  expect(file.pragma('journal_mode', { simple: true })).toBe('wal')
  file.close()
})
