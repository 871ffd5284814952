// One node of the restaurant's server: the real actor, hub and sessions over the log, without HTTP. It may die at any step
// and is started again from what is on the disk.
import { type Log, LogOutcomeUnknown } from '@comanda/db/log'
import { type OpenRestaurant, openRestaurant } from '@comanda/server/restaurant/open-restaurant'
import type { DayOf, UseApproval } from '@comanda/server/restaurant/prepare'
import type { Asking } from '@comanda/server/restaurant/waiting'
import { type Identity, Session } from '@comanda/server/sync/session'
import { dateToClose } from '@comanda/shared/domain/day-due'
import { domainHash } from '@comanda/shared/domain/domain-hash'
import type { State } from '@comanda/shared/domain/state'
import { stateToJson } from '@comanda/shared/domain/state-json'
import type { DeviceId, SessionId, StaffId } from '@comanda/shared/model/ids'
import type { Millis } from '@comanda/shared/ports/time'
import type { SeededRandom } from '../../harness/seeded-random.ts'
import type { Connection } from './connection.ts'
import { dayFigures } from './day-figures.ts'
import type { Node } from './network.ts'
import { Process, type Wall } from './process.ts'
import type { Scheduler } from './scheduler.ts'
import { type DiskTrouble, type OpenedLog, openSlowLog } from './slow-log.ts'
import { restaurantId, type Stored, settings } from './stored.ts'
import type { Witness } from './witness.ts'

/** A part of the program replaced by a broken one, to prove that the run notices. */
export type ServerMutation = {
  log?(log: Log, process: Process): Log
  restaurant?(restaurant: OpenRestaurant, process: Process): OpenRestaurant
}

export type NodeParts = {
  readonly index: number
  readonly scheduler: Scheduler
  readonly random: SeededRandom
  readonly stored: Stored
  readonly epoch: Millis
  readonly trouble: DiskTrouble
  readonly witness: Witness
  readonly shared: boolean
  readonly identityOf: (device: number) => Identity
  readonly staffOf: (sid: SessionId) => StaffId | undefined
  readonly useApproval: UseApproval
  readonly diedOf: (index: number) => void
  readonly mutation: ServerMutation
}

const restartAfterFailure: Millis = 400

export class ServerNode implements Node {
  readonly wall: Wall = { offset: 0 }
  restaurant: OpenRestaurant | undefined
  process: Process | undefined
  readonly #parts: NodeParts
  #log: OpenedLog | undefined
  #lives = 0
  #downUntil: Millis = 0

  constructor(parts: NodeParts) {
    this.#parts = parts
  }

  get takes(): boolean {
    return this.process?.alive === true && this.restaurant !== undefined
  }

  async start(): Promise<void> {
    const { scheduler, random, stored, epoch, index, trouble, witness, mutation } = this.#parts
    if (this.process?.alive === true) return
    const life = random.branch(`node ${index} life ${this.#lives++}`)
    const process = new Process(scheduler, this.wall, epoch, () => this.#died())
    this.process = process
    const opened = openSlowLog(stored, process, life.branch('disk'), index, trouble)
    this.#log = opened
    const log = mutation.log?.(opened.log, process) ?? opened.log
    const found = await log.load(restaurantId)
    if (found === undefined) throw new Error('the restaurant is not on the disk')
    if (found.snapshot !== undefined) witness.count('start from a snapshot')
    const restaurant = await openRestaurant(restaurantId, found, {
      log,
      clock: process.clock,
      timers: process.timers,
      random: (length) => life.bytes(length),
      soon: (run) => process.timers.after(0, run),
      useApproval: this.#parts.useApproval,
      dayOf: (state) => this.#figures(state),
      failStop: () => this.#failStop(),
      settings,
      shared: this.#parts.shared,
      watch: {
        committed: (commands) => witness.count('commands in one commit', commands > 1 ? 1 : 0),
        unavailable: () => witness.count('log unavailable'),
        bug: ({ id }, cause) => witness.violated('rules', `deciding ${id} threw ${String(cause)}`),
        failed: (what, cause) => witness.count(`failed ${what}: ${String(cause)}`),
      },
    })
    this.restaurant = mutation.restaurant?.(restaurant, process) ?? restaurant
    witness.count('server started')
  }

  take(connection: Connection, device: number): void {
    const { restaurant, process } = this
    const { deviceId } = this.#parts.identityOf(device)
    // the edge lets no revoked device in
    const revoked = restaurant?.state().revoked.devices.includes(deviceId) === true
    if (restaurant === undefined || process === undefined || !process.alive || revoked) {
      connection.refuse()
      return
    }
    const { witness } = this.#parts
    connection.accept(process, (wire) => {
      const session = new Session({
        restaurant,
        wire,
        identity: this.#parts.identityOf(device),
        clock: process.clock,
        timers: process.timers,
        asking: ({ deviceId, sid }) => this.#asking(process, deviceId, sid),
        watch: {
          refused: (code) => witness.count(`code ${code}`),
          failed: (cause) => {
            // it is on its way out: nobody can read any more
            if (!(cause instanceof LogOutcomeUnknown)) witness.violated('session', `failed with ${String(cause)}`)
          },
        },
      })
      return { receive: (text) => session.receive(text), ended: () => session.ended() }
    })
  }

  /** kill -9 before the next step but so many. */
  killBeforeStep(steps: number, downFor: Millis): void {
    this.#downUntil = downFor
    this.process?.killBeforeStep(steps)
  }

  /** SIGTERM. */
  async stop(downFor: Millis): Promise<void> {
    const { restaurant, process } = this
    if (restaurant === undefined || process?.alive !== true) return
    this.#downUntil = downFor
    await restaurant.stop()
    restaurant.hub.closeAll('server-stopping')
    this.#parts.scheduler.after(50, () => process.kill())
  }

  /** What the program does by itself every thousand events, at a moment of the run's choosing. */
  async snapshot(): Promise<void> {
    const { restaurant } = this
    if (restaurant === undefined || this.#log === undefined || this.process?.alive !== true) return
    const state = restaurant.state()
    try {
      await this.#log.log.saveSnapshot(restaurantId, { seq: state.seq, domain: domainHash, body: stateToJson(state) })
      this.#parts.witness.count('snapshot saved')
    } catch (cause) {
      // it is on its way out: nobody can write any more
      if (!(cause instanceof LogOutcomeUnknown)) throw cause
      this.#parts.witness.count('snapshot given up')
    }
  }

  #asking(process: Process, deviceId: DeviceId, sid: SessionId | undefined): Asking | Promise<Asking> {
    const staffId = sid === undefined ? undefined : this.#parts.staffOf(sid)
    const asking: Asking =
      staffId === undefined || sid === undefined
        ? { kind: 'device', deviceId, problem: { code: 'not-signed-in' } }
        : { kind: 'staff', staffId, deviceId, sid }
    // once in a while nobody has asked for this session lately
    return process.steps % 7 === 0 ? process.pause(3).then(() => asking) : asking
  }

  async #figures(state: State): ReturnType<DayOf> {
    const date = dateToClose(state)
    if (date === null) return undefined
    const { stored } = this.#parts
    const events = await stored.catchUp()
    const { chainHead } = stored.rows
    return { figures: dayFigures(events, date), asOf: events.length, chainHead }
  }

  #failStop(): void {
    const { restaurant, process } = this
    this.#parts.witness.count('fail-stop')
    this.#downUntil = restartAfterFailure
    restaurant?.hub.closeAll('log-unavailable')
    this.#parts.scheduler.after(5, () => process?.kill())
  }

  #died(): void {
    const { scheduler, index, diedOf, witness } = this.#parts
    this.#log?.crash()
    this.restaurant = undefined
    witness.count('server died')
    // by a step of its own: it may be in the middle of one now
    scheduler.after(0, () => diedOf(index))
    scheduler.after(Math.max(1, this.#downUntil), () => void this.start())
    this.#downUntil = 0
  }
}
