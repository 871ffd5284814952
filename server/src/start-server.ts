// The server as a part of another program: composed, listening, and stopped again without a trace.

import type { AddressInfo } from 'node:net'
import { newId } from './access/secrets.ts'
import { compose, type Overrides } from './compose.ts'
import type { Config } from './config/env.ts'
import { createApp } from './http/app.ts'
import { createAsker } from './http/asked.ts'
import { isLoopback, type Names, namesOf } from './http/guard.ts'
import type { Program } from './open-program.ts'
import { ApprovalDesk } from './restaurant/approval-desk.ts'
import { Sockets } from './sync/sockets.ts'

export type ServerOptions = {
  /** Anybody at this machine may take the place of a device. Refused on any other address than this machine's own. */
  readonly demo?: boolean
  /** The screens that are built, by their path: the folder of each. */
  readonly built?: ReadonlyMap<string, string>
}

export type RunningServer = {
  readonly program: Program
  readonly port: number
  /** Where a browser on this machine finds it. */
  readonly url: string
  /** Finishes the commit under way, closes every socket with 1012, closes the log. */
  readonly close: () => Promise<void>
}

export class DemoNeedsLoopback extends Error {
  constructor(host: string) {
    super(`the demo is for this machine alone, so it does not listen on ${host}: leave COMANDA_HOST out`)
    this.name = 'DemoNeedsLoopback'
  }
}

export class OwnerNeedsPin extends Error {
  constructor(host: string) {
    super(`before it listens on ${host}, an owner needs a PIN: give one with "set-pin <staffId>"`)
    this.name = 'OwnerNeedsPin'
  }
}

export async function startServer(
  config: Config,
  overrides: Overrides = {},
  { demo = false, built = new Map() }: ServerOptions = {},
): Promise<RunningServer> {
  if (demo && !isLoopback(config.host)) throw new DemoNeedsLoopback(config.host)
  const program = await compose(config, overrides)
  try {
    if (!isLoopback(config.host) && !(await ownerHasPin(program))) throw new OwnerNeedsPin(config.host)
    return await listen(program, demo, built)
  } catch (cause) {
    await program.stop()
    throw cause
  }
}

async function listen(program: Program, demo: boolean, built: ReadonlyMap<string, string>): Promise<RunningServer> {
  const { config, engine, restaurant, limits, clock, timers, metrics, random, logger } = program
  const connections = new Sockets(limits, timers)
  let names: Names = namesOf(config.host, config.port, config.origins)
  metrics.watch({
    queue: () => restaurant.actor.waiting,
    sockets: () => connections.size,
    writable: () => restaurant.actor.writable,
  })
  const app = await createApp({
    ...program,
    access: engine.access,
    reports: engine.reports,
    log: engine.log,
    asker: createAsker(program.identify, restaurant),
    connections,
    desk: new ApprovalDesk({
      clock,
      timers,
      newId: () => newId<string>(random),
      tell: (open) => restaurant.hub.approvals(open),
    }),
    logger,
    names: () => names,
    demo,
    built,
    // A thousand devices come back over two seconds, a few at once.
    retryAfter: () => Math.floor(((random(1)[0] ?? 0) / 256) * Math.min(2_000, 100 + connections.size * 2)),
  })
  await app.listen({ host: config.host, port: config.port })
  const { port } = app.server.address() as AddressInfo
  names = namesOf(config.host, port, config.origins)
  const shown = config.host === '0.0.0.0' || config.host === '::' ? '127.0.0.1' : config.host
  return {
    program,
    port,
    url: `http://${shown.includes(':') ? `[${shown}]` : shown}:${port}`,
    close: async () => {
      // The commit under way ends first, so that its answers still leave.
      await program.stopRestaurants()
      await app.close()
      await engine.close()
    },
  }
}

async function ownerHasPin({ engine, restaurantId, restaurant }: Program): Promise<boolean> {
  const { people } = restaurant.state().catalog
  const withPin = await engine.access.staffWithPin(restaurantId)
  return withPin.some(
    (staffId) => people[staffId]?.active === true && people[staffId]?.roles.includes('owner') === true,
  )
}
