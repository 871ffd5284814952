// The real server with Casa Lola in it. Safe to repeat: the restaurant is made once, and its people have the PINs that the
// demo prints after every start.

import { systemRandom } from '@comanda/server/adapters/system-random'
import { systemClock, systemSoon, systemTimers } from '@comanda/server/adapters/system-time'
import { type Overrides, openEngine } from '@comanda/server/compose'
import { builtScreens } from '@comanda/server/config/built-screens'
import { type Config, type Environment, readEnvironment } from '@comanda/server/config/env'
import { makeDataFolder } from '@comanda/server/config/make-folder'
import { initRestaurant, RestaurantDescription } from '@comanda/server/init-restaurant'
import { DemoNeedsLoopback, type RunningServer, startServer } from '@comanda/server/start-server'
import { casaLola } from '../restaurant/casa-lola.ts'

const ownPort = '8080'
const quietly = 'warn'

/** As the server reads it, with the demo's own port and without a line for every request. */
export const readDemoEnvironment = (environment: Environment): Config =>
  readEnvironment({
    ...environment,
    COMANDA_PORT: environment.COMANDA_PORT ?? ownPort,
    COMANDA_LOG: environment.COMANDA_LOG ?? quietly,
  })

const isOwnAddress = (host: string): boolean => host === 'localhost' || host === '::1' || /^127\./.test(host)

export async function openDemo(
  config: Config,
  overrides: Overrides = {},
  built = builtScreens(),
): Promise<RunningServer> {
  // before anything is written: a mistyped address leaves no half-made restaurant behind
  if (!isOwnAddress(config.host)) throw new DemoNeedsLoopback(config.host)
  makeDataFolder(config.data)
  await seed(config, overrides)
  return await startServer(config, overrides, { demo: true, built })
}

async function seed(config: Config, overrides: Overrides): Promise<void> {
  const { clock = systemClock, timers = systemTimers, random = systemRandom, soon = systemSoon } = overrides
  const engine = overrides.engine ?? openEngine(config, random)
  try {
    await initRestaurant(engine, RestaurantDescription.parse(casaLola), { clock, timers, random, soon })
  } finally {
    if (overrides.engine === undefined) await engine.close()
  }
}
