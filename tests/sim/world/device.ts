// One device and the person at it: the real client over a storage that survives its death. Dies at any step, is started
// again from its disk, and taps again what its person saw unsaved.

import type { State } from '@comanda/shared/domain/state'
import type { ApprovalId, CommandId, DeviceId, SessionId, StaffId, StationId } from '@comanda/shared/model/ids'
import type { Role } from '@comanda/shared/model/staff'
import type { Millis } from '@comanda/shared/ports/time'
import { memoryReplica } from '@comanda/sync-client/adapters/replica-memory'
import { createClient } from '@comanda/sync-client/client'
import type { Client } from '@comanda/sync-client/client-types'
import type { OutboxStore } from '@comanda/sync-client/outbox-store'
import type { ReplicaStore } from '@comanda/sync-client/replica-store'
import type { Rules } from '@comanda/sync-client/rules'
import { type SeededRandom, seededRandom } from '../../harness/seeded-random.ts'
import { choose, type Wish } from '../people/choose.ts'
import type { Taps } from './connection.ts'
import type { Ledger } from './ledger.ts'
import type { Network } from './network.ts'
import { OutboxDisk } from './outbox-disk.ts'
import type { DevicePlan } from './plan.ts'
import { Process, type Wall } from './process.ts'
import type { Scheduler } from './scheduler.ts'
import type { Witness } from './witness.ts'

export type ClientMutation = { outbox?(store: OutboxStore): OutboxStore; rules?(rules: Rules): Rules }

export type DeviceParts = {
  readonly index: number
  readonly plan: DevicePlan
  readonly roles: readonly Role[]
  readonly seed: string
  readonly nodes: number
  readonly scheduler: Scheduler
  readonly random: SeededRandom
  readonly epoch: Millis
  readonly network: Network
  readonly ledger: Ledger
  readonly witness: Witness
  readonly taps: (node: number) => Taps
  /** The rules, watched. */
  readonly rulesOf: (device: Device) => Rules
  readonly approve: (commandId: CommandId) => ApprovalId
  readonly mutation: ClientMutation
}

export const sessionOf = (device: number): SessionId => `sid-${device}` as SessionId
export const deviceIdOf = (device: number): DeviceId => `dev-${device}` as DeviceId

const restartAfter: Millis = 1_500

export class Device {
  readonly wall: Wall = { offset: 0 }
  readonly disk: OutboxDisk
  readonly parts: DeviceParts
  client: Client | undefined
  process: Process | undefined
  screenOffUntil: Millis = 0
  /** What it last knew, kept beside the outbox. */
  readonly replica: ReplicaStore = memoryReplica()
  #lives = 0
  #downFor: Millis = restartAfter
  #paints = false

  constructor(parts: DeviceParts) {
    this.parts = parts
    this.disk = new OutboxDisk((ids) => parts.ledger.durable(ids))
  }

  /** Its program takes commands. */
  get ready(): boolean {
    return this.process?.alive === true && this.client !== undefined
  }

  async start(): Promise<void> {
    const { scheduler, random, epoch, network, index, plan, taps, mutation, witness } = this.parts
    if (this.process?.alive === true) return
    const life = random.branch(`device ${index} life ${this.#lives++}`)
    const process = new Process(scheduler, this.wall, epoch, () => this.#died())
    this.process = process
    const store = this.disk.open(process, life.branch('disk'))
    const rules = this.parts.rulesOf(this)
    const client = createClient({
      url: 'ws://restaurant.test/ws',
      build: 'sim',
      clock: process.clock,
      timers: process.timers,
      random: (length) => life.bytes(length),
      transport: network.transportOf(index, process, taps),
      outbox: mutation.outbox?.(store) ?? store,
      room: plan.room,
      rules: mutation.rules?.(rules) ?? rules,
      ...(plan.stations.length === 0 ? {} : { stations: plan.stations as readonly StationId[] }),
      author: () => this.#author(),
      store: this.replica,
      onFault: (error) => witness.violated('client', `device ${index}: ${String(error)}`),
    })
    await client.start()
    if (!process.alive) return
    this.client = client
    witness.count('client started')
    client.onChange(() => this.#paint(process, client, life))
    for (const tap of this.parts.ledger.unsavedOf(index)) {
      if (random.chance(0.5)) this.#tap(tap.id, { type: tap.type, args: tap.args } as Wish)
    }
  }

  /** The person does what makes sense from what the device shows. */
  act(salt: number): void {
    const { client, process } = this
    const { seed, index, plan, roles, witness } = this.parts
    if (client === undefined || process?.alive !== true) return
    const view: State | undefined = client.state()
    if (view === undefined) return
    if (this.parts.nodes === 1 && client.status().link !== 'catching-up') this.#shownOnce(view)
    const random = seededRandom(`${seed}/act ${salt}`)
    const scene = { view, random, me: plan.staff as StaffId, stations: plan.stations, now: client.serverNow() }
    const wish = choose(roles, scene)
    if (wish === undefined) return
    const id = client.newCommandId()
    witness.count(`offered ${wish.type}`)
    const approved = random.chance(0.4)
    this.#tap(id, wish, approved ? this.parts.approve(id) : undefined)
    if (random.chance(0.12)) {
      process.timers.after(random.integer(0, 400), () => {
        witness.count('double tap')
        this.#tap(id, wish)
      })
    }
    if (random.chance(0.15)) this.#look(client, random)
    witness.count(`device ${index} acted`)
  }

  kill(steps: number, downFor: Millis): void {
    this.#downFor = downFor
    this.process?.killBeforeStep(steps)
  }

  killNow(downFor: Millis): void {
    this.#downFor = downFor
    this.process?.kill()
  }

  /** A person dismisses what they have read. */
  #look(client: Client, random: SeededRandom): void {
    const refused = client.commands().filter(({ state }) => state === 'refused')
    const seen = refused.length === 0 ? undefined : random.pick(refused)
    if (seen === undefined) return
    this.parts.witness.count('dismissed')
    this.parts.ledger.dismissed.add(seen.id)
    client.dismiss(seen.id)
  }

  /**
   * Nothing that the person sees is there twice, whatever is on its way and whether or not there is a connection; only a
   * device that says that it catches up may show for a moment what it expects beside what came of it. Where several nodes
   * serve one log, one may not know yet what another has answered: there it takes until the answer.
   */
  #shownOnce(view: State): void {
    const seen = new Set<string>()
    for (const order of view.orders.values()) {
      for (const { id } of order.lines) {
        if (seen.has(id)) this.parts.witness.violated('P-2', `device ${this.parts.index} shows ${id} twice`)
        seen.add(id)
      }
    }
  }

  #tap(id: CommandId, wish: Wish, approvalId?: ApprovalId): void {
    const { client, process } = this
    const { ledger, index, scheduler, witness } = this.parts
    if (client === undefined || process?.alive !== true) return
    const { type, args } = wish
    const tap = ledger.tapped({
      id,
      device: index,
      type,
      args: args as Readonly<Record<string, unknown>>,
      at: scheduler.now,
    })
    const sent = client.send(type, args, { id, ...(approvalId === undefined ? {} : { approvalId }) })
    void sent.settled.then((outcome) => {
      if (!process.alive) return
      if (tap.told === undefined) {
        witness.count(outcome.kind === 'done' ? `done ${type}` : `${outcome.kind} ${type}`)
        if (outcome.kind === 'refused') witness.count(`refused with ${outcome.code}`)
      }
      tap.told = outcome
    })
  }

  #author() {
    const { plan, index, roles } = this.parts
    return { deviceId: deviceIdOf(index), staffId: plan.staff as StaffId, roles, sid: sessionOf(index) }
  }

  /** A kitchen screen that is on shows what it has, a frame or a few later. */
  #paint(process: Process, client: Client, random: SeededRandom): void {
    if (this.parts.plan.stations.length === 0 || this.#paints) return
    this.#paints = true
    process.timers.after(random.integer(10, 120), () => {
      this.#paints = false
      const seq = client.confirmed()?.seq
      if (seq !== undefined && this.parts.scheduler.now >= this.screenOffUntil) client.painted(seq)
    })
  }

  #died(): void {
    const { scheduler, witness, network, index } = this.parts
    this.client = undefined
    this.#paints = false
    witness.count('client died')
    scheduler.after(0, () => void network.cut(index))
    scheduler.after(Math.max(1, this.#downFor), () => void this.start())
    this.#downFor = restartAfter
  }
}
