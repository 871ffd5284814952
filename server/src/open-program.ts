// What runs on an engine, whichever it is: the restaurant, what follows its commits, and who may sign in.

import { dateToClose } from '@comanda/shared/domain/day-due'
import type { CommandId, RestaurantId } from '@comanda/shared/model/ids'
import type { RandomBytes } from '@comanda/shared/ports/random'
import type { Clock, Timers } from '@comanda/shared/ports/time'
import type { FastifyBaseLogger } from 'fastify'
import { followRevocations } from './access/follow-revocations.ts'
import { createIdentify, type Identify } from './access/identify.ts'
import { createPinCheck, type PinCheck } from './access/pin-check.ts'
import { PinHasher } from './access/pin-hash.ts'
import { newId } from './access/secrets.ts'
import { StaffSessions } from './access/staff-sessions.ts'
import type { Config } from './config/env.ts'
import { PrintDesk } from './effects/printing/print-desk.ts'
import type { PrinterPort } from './effects/printing/printer-port.ts'
import type { Engine } from './engine.ts'
import type { Limits } from './limits.ts'
import type { Metrics } from './metrics.ts'
import { firstSettings } from './restaurant/first-settings.ts'
import type { OpenPorts, OpenRestaurant } from './restaurant/open-restaurant.ts'
import { Registry } from './restaurant/registry.ts'

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

/** All that a program is opened with. */
export type ProgramParts = {
  readonly config: Config
  readonly clock: Clock
  readonly timers: Timers
  readonly random: RandomBytes
  readonly soon: (run: () => void) => void
  readonly printer: PrinterPort
  readonly limits: Limits
  readonly engine: Engine
  readonly metrics: Metrics
  readonly logger: FastifyBaseLogger
  readonly failed: (what: string, cause: unknown) => void
  readonly failStop: (cause: unknown) => void
}

const watchFor = ({ metrics, logger, failed }: ProgramParts): OpenPorts['watch'] => ({
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
})

function registryFor(parts: ProgramParts): Registry {
  const { engine, clock, timers, random, soon, logger, failed, failStop } = parts
  const watch = watchFor(parts)
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
    watch,
  }))
  return registry
}

/** What follows each commit outside of the restaurant itself. */
function followCommits(
  { engine, clock, timers, random, printer, failed }: ProgramParts,
  { restaurant, sessions }: { restaurant: OpenRestaurant; sessions: StaffSessions },
): PrintDesk {
  const printing = new PrintDesk({
    clock,
    timers,
    printer,
    state: restaurant.state,
    newCommandId: () => newId<CommandId>(random),
    ask: restaurant.ask,
    failed: (cause) => failed('printing', cause),
  })
  const follow = followRevocations({
    restaurantId: restaurant.id,
    access: engine.access,
    sessions,
    failed: (cause) => failed('revocation', cause),
  })
  restaurant.actor.onCommitted(({ recorded }) => {
    follow(recorded)
    printing.committed(recorded)
  })
  return printing
}

export async function openProgram(parts: ProgramParts, wanted?: RestaurantId): Promise<Program> {
  const { config, engine, clock, timers, random, logger, limits, metrics } = parts
  const { access } = engine
  const restaurantId = wanted ?? (await engine.log.restaurants())[0]
  if (restaurantId === undefined) throw new NoRestaurant(config.database.file)
  const registry = registryFor(parts)
  const restaurant = await registry.open(restaurantId)
  if (restaurant === undefined) throw new NoRestaurant(config.database.file)
  const sessions = new StaffSessions({ access, restaurantId, clock, random })
  const hasher = new PinHasher(random)
  const printing = followCommits(parts, { restaurant, sessions })
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
}
