// The composition root: the only file that names an engine. Everything it makes can be put in its place from outside.

import { existsSync } from 'node:fs'
import { facts } from '@comanda/db/facts'
import { backUp } from '@comanda/db/sqlite/backup'
import { readReached } from '@comanda/db/sqlite/facts/reached'
import { projectFacts, rebuildFacts } from '@comanda/db/sqlite/facts/rebuild'
import { openSqliteReports } from '@comanda/db/sqlite/report-thread'
import { restore } from '@comanda/db/sqlite/restore'
import { serveAlone } from '@comanda/db/sqlite/serve-alone'
import { openSqliteStore } from '@comanda/db/sqlite/store'
import { verifyFile } from '@comanda/db/sqlite/verify'
import { currentUpcast } from '@comanda/shared/domain/upcast'
import type { LogId, RestaurantId } from '@comanda/shared/model/ids'
import type { RandomBytes } from '@comanda/shared/ports/random'
import type { Clock, Timers } from '@comanda/shared/ports/time'
import type { FastifyBaseLogger } from 'fastify'
import { newId } from './access/secrets.ts'
import { createLogger } from './adapters/logger.ts'
import { systemRandom } from './adapters/system-random.ts'
import { systemClock, systemSoon, systemTimers } from './adapters/system-time.ts'
import type { Config } from './config/env.ts'
import type { PrinterPort } from './effects/printing/printer-port.ts'
import { tcpPrinter } from './effects/printing/tcp-printer.ts'
import type { Engine, Keeping } from './engine.ts'
import { keepFacts } from './keep-facts.ts'
import { defaultLimits, type Limits } from './limits.ts'
import { Metrics } from './metrics.ts'
import { NoRestaurant, openProgram, type Program, type ProgramParts } from './open-program.ts'

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
function openServing(config: Config, ports: ServingPorts): Engine {
  const { file } = config.database
  const alone = serveAlone(file)
  try {
    return serveFrom(config, ports, alone.release)
  } catch (cause) {
    alone.release()
    throw cause
  }
}

function serveFrom(config: Config, { clock, timers, random, failed }: ServingPorts, letGo: () => void): Engine {
  const { file } = config.database
  let letReportsGo = async (): Promise<void> => {}
  const engine = openEngine(config, random, () => letReportsGo())
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
      letGo()
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

function partsOf(config: Config, overrides: Overrides): ProgramParts {
  const { clock = systemClock, timers = systemTimers, random = systemRandom, soon = systemSoon } = overrides
  const logger = overrides.logger ?? createLogger(config.log)
  const metrics = new Metrics()
  const failed = (what: string, cause: unknown): void => {
    metrics.failures.inc({ place: what })
    logger.error({ err: cause, what }, 'something failed inside')
  }
  const engine =
    overrides.engine ?? openServing(config, { clock, timers, random, failed: (cause) => failed('facts', cause) })
  const failStop = overrides.failStop ?? ((): void => process.exit(exitCodeOfFailStop))
  const printer = overrides.printer ?? tcpPrinter(timers)
  const limits = { ...defaultLimits, ...overrides.limits }
  return { config, clock, timers, random, soon, logger, limits, metrics, printer, failed, engine, failStop }
}

export async function compose(config: Config, overrides: Overrides = {}): Promise<Program> {
  const parts = partsOf(config, overrides)
  try {
    return await openProgram(parts, overrides.restaurantId)
  } catch (cause) {
    if (overrides.engine === undefined) await parts.engine.close()
    throw cause
  }
}
