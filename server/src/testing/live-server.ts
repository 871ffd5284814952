// A whole server on a free port of this machine, with its file in a folder of its own.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemRandom } from '../adapters/system-random.ts'
import { systemClock, systemSoon, systemTimers } from '../adapters/system-time.ts'
import { type Overrides, openEngine } from '../compose.ts'
import type { Config } from '../config/env.ts'
import { initRestaurant } from '../init-restaurant.ts'
import { type RunningServer, type ServerOptions, startServer } from '../start-server.ts'
import { HttpClient } from './http-client.ts'
import type { Description } from './memory-restaurant.ts'

export type LiveServer = {
  readonly server: RunningServer
  readonly config: Config
  readonly folder: string
  client: () => HttpClient
  /** A client on a device of its own, with one of the restaurant's people signed in. */
  signedIn: (kind: string, staffId: string) => Promise<HttpClient>
  stop: () => Promise<void>
}

export function configIn(folder: string): Config {
  return {
    host: '127.0.0.1',
    port: 0,
    data: folder,
    database: { kind: 'sqlite', file: join(folder, 'comanda.db') },
    log: 'silent',
    origins: [],
  }
}

export async function liveServer(
  described: Description,
  overrides: Overrides = {},
  options: ServerOptions = { demo: true },
  origins: readonly string[] = [],
): Promise<LiveServer> {
  const folder = mkdtempSync(join(tmpdir(), 'comanda-'))
  const config = { ...configIn(folder), origins }
  const engine = openEngine(config)
  const ports = { clock: systemClock, timers: systemTimers, random: systemRandom, soon: systemSoon }
  await initRestaurant(engine, { ...described, changes: [...described.changes] }, ports)
  await engine.close()
  const server = await startServer(config, overrides, options)
  const client = (): HttpClient => new HttpClient(server.url)
  const pins: ReadonlyMap<string, string> = new Map(Object.entries(described.pins))
  return {
    server,
    config,
    folder,
    client,
    signedIn: async (kind, staffId) => {
      const one = client()
      await one.post('/api/demo/device', { kind })
      const { status, text } = await one.post('/api/sign-in', { staffId, pin: pins.get(staffId) })
      if (status !== 200) throw new Error(`${staffId} is not signed in: ${text}`)
      return one
    },
    stop: async () => {
      await server.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
