// The composition root: the only file that names an engine. Everything it makes can be put in its place from outside.

import { existsSync } from 'node:fs'
import { facts } from '@comanda/db/facts'
import { backUp } from '@comanda/db/sqlite/backup'
import { readReached } from '@comanda/db/sqlite/facts/reached'
import { projectFacts, rebuildFacts } from '@comanda/db/sqlite/facts/rebuild'
import { openSqliteReports } from '@comanda/db/sqlite/report-thread'
import { restore } from '@comanda/db/sqlite/restore'
import { openSqliteStore } from '@comanda/db/sqlite/store'
import { verifyFile } from '@comanda/db/sqlite/verify'
import { dateToClose } from '@comanda/shared/domain/day-due'
import { currentUpcast } from '@comanda/shared/domain/upcast'
import type { CommandId, LogId, RestaurantId } from '@comanda/shared/model/ids'
import type { RandomBytes } from '@comanda/shared/ports/random'
import type { Clock, Timers } from '@comanda/shared/ports/time'
import type { FastifyBaseLogger } from 'fastify'
import { followRevocations } from './access/follow-revocations.ts'
import { createIdentify, type Identify } from './access/identify.ts'
import { createPinCheck, type PinCheck } from './access/pin-check.ts'
import { PinHasher } from './access/pin-hash.ts'
import { newId } from './access/secrets.ts'
import { StaffSessions } from './access/staff-sessions.ts'
import { createLogger } from './adapters/logger.ts'
import { systemRandom } from './adapters/system-random.ts'
import { systemClock, systemSoon, systemTimers } from './adapters/system-time.ts'
import type { Config } from './config/env.ts'
import { PrintDesk } from './effects/printing/print-desk.ts'
import type { PrinterPort } from './effects/printing/printer-port.ts'
import { tcpPrinter } from './effects/printing/tcp-printer.ts'
import type { Engine, Keeping } from './engine.ts'
import { keepFacts } from './keep-facts.ts'
import { defaultLimits, type Limits } from './limits.ts'
import { Metrics } from './metrics.ts'
import { firstSettings } from './restaurant/first-settings.ts'
import type { OpenRestaurant } from './restaurant/open-restaurant.ts'
import { Registry } from './restaurant/registry.ts'

export type Overrides = {
  readonly engine?: Engine
  readonly clock?: Clock
  readonly timers?: Timers
  readonly random?: RandomBytes
  readonly soon?: (run: () => void) => void
  readonly logger?: FastifyBaseLogger
  readonly printer?: PrinterPort
  readonly limits?: Partial<Limits>
  /** The outcome of a write is not known: the program must end. By default it leaves with an exit code. */
  readonly failStop?: (cause: unknown) => void
  /** Which of several restaurants in the log. */
  readonly restaurantId?: RestaurantId
}

export type Program = {
  readonly config: Config
  readonly engine: Engine
  readonly clock: Clock
  readonly timers: Timers
  readonly random: RandomBytes
  readonly logger: FastifyBaseLogger
  readonly limits: Limits
  readonly metrics: Metrics
  readonly registry: Registry
  readonly restaurantId: RestaurantId
  readonly restaurant: OpenRestaurant
  readonly sessions: StaffSessions
  readonly hasher: PinHasher
  readonly checkPin: PinCheck
  readonly identify: Identify
  /** The commit under way ends first; what was not printed yet waits for the next start. */
  readonly stopRestaurants: () => Promise<void>
  readonly stop: () => Promise<void>
}

export class NoRestaurant extends Error {
  constructor(file: string) {
    super(`there is no restaurant in ${file} yet: make one with "init <restaurant.json>"`)
    this.name = 'NoRestaurant'
  }
}

export const exitCodeOfFailStop = 70

export function openEngine(
  config: Config,
  random: RandomBytes = systemRandom,
  beforeReconnect = async (): Promise<void> => {},
): Engine {
  const { file } = config.database
  const store = openSqliteStore({ file, random, upcast: currentUpcast, beforeReconnect })
  return { log: store.log, access: store.access, close: () => store.log.close() }
}

type ServingPorts = Pick<Program, 'clock' | 'timers' | 'random'> & { readonly failed: (cause: unknown) => void }

/** With the reports' own thread and connections. */
function openServing(config: Config, { clock, timers, random, failed }: ServingPorts): Engine {
  let letReportsGo = async (): Promise<void> => {}
  const engine = openEngine(config, random, () => letReportsGo())
  const { file } = config.database
  const reports = openSqliteReports({ file, timers })
  letReportsGo = reports.release
  const { onAdvance } = engine.log
  const reached = () => readReached({ file, facts })
  const keeper = keepFacts({ clock, timers, reached, project: reports.project, onAdvance, failed })
  return {
    ...engine,
    reports,
    close: async () => {
      keeper.stop()
      await reports.close()
      await engine.close()
    },
  }
}

/** What is done to the files of an engine while nobody, or somebody else, is serving from them. */
export function openKeeping(config: Config, random: RandomBytes = systemRandom): Keeping {
  const { file } = config.database
  const mustExist = (): void => {
    if (!existsSync(file)) throw new NoRestaurant(file)
  }
  return {
    backUp: async (target) => {
      mustExist()
      return backUp({ file, target })
    },
    restore: (backup) => restore({ backup, file, nextLogId: () => newId<LogId>(random), facts, upcast: currentUpcast }),
    verify: (anchor) => {
      mustExist()
      return verifyFile({ file, facts, upcast: currentUpcast, ...(anchor === undefined ? {} : { anchor }) })
    },
    project: () => {
      mustExist()
      projectFacts({ file, facts, upcast: currentUpcast })
    },
    rebuild: () => {
      mustExist()
      return rebuildFacts({ file, facts, upcast: currentUpcast })
    },
  }
}

export async function compose(config: Config, overrides: Overrides = {}): Promise<Program> {
  const { clock = systemClock, timers = systemTimers, random = systemRandom, soon = systemSoon } = overrides
  const logger = overrides.logger ?? createLogger(config.log)
  const limits = { ...defaultLimits, ...overrides.limits }
  const metrics = new Metrics()
  const failed = (what: string, cause: unknown): void => {
    metrics.failures.inc({ place: what })
    logger.error({ err: cause, what }, 'something failed inside')
  }
  const engine =
    overrides.engine ?? openServing(config, { clock, timers, random, failed: (cause) => failed('facts', cause) })
  const failStop = overrides.failStop ?? ((): void => process.exit(exitCodeOfFailStop))
  try {
    const restaurantId = overrides.restaurantId ?? (await engine.log.restaurants())[0]
    if (restaurantId === undefined) throw new NoRestaurant(config.database.file)
    const registry: Registry = new Registry(engine.log, (id) => ({
      log: engine.log,
      clock,
      timers,
      random,
      soon,
      settings: firstSettings,
      shared: false,
      useApproval: (approvalId, command) => engine.access.useApproval(id, approvalId, command, clock.now()),
      dayOf: async (state) => {
        const date = dateToClose(state)
        if (date === null) return undefined
        return engine.reports?.figures(id, date).catch((cause: unknown) => {
          failed('reports', cause)
          return undefined
        })
      },
      failStop: (cause) => {
        logger.fatal({ err: cause }, 'it is not known what became of a write: the program ends')
        registry.closeSockets('log-unavailable')
        failStop(cause)
      },
      watch: {
        committed: (commands, events, took) => {
          metrics.commitSeconds.observe(took / 1000)
          metrics.batchCommands.observe(commands)
          metrics.commands.inc(commands)
          metrics.events.inc(events)
        },
        unavailable: (cause) => failed('log', cause),
        bug: (waiting, cause) => {
          metrics.failures.inc({ place: 'rules' })
          logger.error({ err: cause, command: waiting.id }, 'a rule failed; the command was refused')
        },
        failed,
      },
    }))
    const restaurant = await registry.open(restaurantId)
    if (restaurant === undefined) throw new NoRestaurant(config.database.file)
    const printing = new PrintDesk({
      clock,
      timers,
      printer: overrides.printer ?? tcpPrinter(timers),
      state: restaurant.state,
      newCommandId: () => newId<CommandId>(random),
      ask: restaurant.ask,
      failed: (cause) => failed('printing', cause),
    })
    const { access } = engine
    const sessions = new StaffSessions({ access, restaurantId, clock, random })
    const hasher = new PinHasher(random)
    const follow = followRevocations({ restaurantId, access, sessions, failed: (cause) => failed('revocation', cause) })
    restaurant.actor.onCommitted(({ recorded }) => {
      follow(recorded)
      printing.committed(recorded.map(({ event }) => event))
    })
    const stopRestaurants = async (): Promise<void> => {
      printing.stop()
      await registry.stop()
    }
    return {
      config,
      engine,
      clock,
      timers,
      random,
      logger,
      limits,
      metrics,
      registry,
      restaurantId,
      restaurant,
      sessions,
      hasher,
      checkPin: createPinCheck(access, hasher, clock),
      identify: createIdentify({ restaurantId, access, sessions, state: () => restaurant.state() }),
      stopRestaurants,
      stop: async () => {
        await stopRestaurants()
        await engine.close()
      },
    }
  } catch (cause) {
    if (overrides.engine === undefined) await engine.close()
    throw cause
  }
}
