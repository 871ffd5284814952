// A whole restaurant on virtual time: nodes over one disk, devices with people at them, the network between. Made from a
// plan, driven by its steps, then brought to rest with everything healed.

import { facts } from '@comanda/db/facts'
import type { AppendFault } from '@comanda/db/memory/log'
import { emptyState } from '@comanda/shared/domain/state'
import { openingTime, smallCatalog } from '@comanda/shared/domain/testing/small-restaurant'
import type { ApprovalId, CommandId, StaffId } from '@comanda/shared/model/ids'
import type { Millis } from '@comanda/shared/ports/time'
import { seededRandom } from '../../harness/seeded-random.ts'
import { AppliedLogs } from './applied.ts'
import { type ClientMutation, Device, deviceIdOf, sessionOf } from './device.ts'
import { FrameWatch } from './frame-watch.ts'
import { Ledger } from './ledger.ts'
import { Network } from './network.ts'
import type { Plan, Step } from './plan.ts'
import { Scheduler } from './scheduler.ts'
import { type ServerMutation, ServerNode } from './server-node.ts'
import { Stored, settings } from './stored.ts'
import { Witness } from './witness.ts'
import { WorkingTime } from './working-time.ts'

export type Mutation = { readonly server?: ServerMutation; readonly client?: ClientMutation }

const quietWithin: Millis = 300_000
const approver = 'mo' as StaffId
const noRevocations = emptyState(settings).revoked

export class World {
  readonly plan: Plan
  readonly scheduler: Scheduler
  readonly stored: Stored
  readonly witness: Witness
  readonly ledger = new Ledger()
  readonly nodes: readonly ServerNode[]
  readonly devices: readonly Device[]
  readonly network: Network
  readonly applied: AppliedLogs
  readonly working = new WorkingTime()
  /** When each seq was first seen on the disk. */
  readonly committedAt: Millis[] = []
  /** Virtual time up to which the disk takes no write. */
  disk: { until: Millis; reason: 'full' | 'readonly' | 'busy' } = { until: 0, reason: 'full' }
  readonly unknownNext = new Map<number, boolean>()
  readonly #approvals = new Map<ApprovalId, CommandId>()

  private constructor(plan: Plan, scheduler: Scheduler, stored: Stored, mutation: Mutation) {
    const random = seededRandom(plan.seed)
    this.plan = plan
    this.scheduler = scheduler
    this.stored = stored
    this.witness = new Witness(() => scheduler.now)
    this.applied = new AppliedLogs(stored, this.witness)
    const frames = new FrameWatch(stored, this.witness)
    this.nodes = Array.from({ length: plan.nodes }, (_, index) => this.#node(index, mutation.server ?? {}))
    this.network = new Network(scheduler, random.branch('network'), this.nodes)
    this.devices = plan.devices.map((devicePlan, index) => {
      const roles = smallCatalog.people[devicePlan.staff as StaffId]?.roles ?? []
      return new Device({
        index,
        plan: devicePlan,
        roles,
        seed: plan.seed,
        nodes: plan.nodes,
        scheduler,
        random: random.branch(`device ${index}`),
        epoch: openingTime,
        network: this.network,
        ledger: this.ledger,
        witness: this.witness,
        taps: () => frames.tap(),
        rulesOf: () => this.applied.watch(index, devicePlan.room),
        approve: (commandId) => this.#approve(commandId),
        mutation: mutation.client ?? {},
      })
    })
    stored.disk.listeners.add(() => this.noteHead())
  }

  static async create(plan: Plan, mutation: Mutation = {}): Promise<World> {
    const random = seededRandom(plan.seed).branch('disk')
    const stored = await Stored.create(facts, random, openingTime)
    return new World(plan, new Scheduler(), stored, mutation)
  }

  async run(perform: (world: World, step: Step) => void): Promise<void> {
    for (const node of this.nodes) void node.start()
    for (const [index, device] of this.devices.entries()) {
      this.scheduler.after(200 + 40 * index, () => void device.start())
    }
    await this.scheduler.runUntil(1_500)
    for (const step of this.plan.steps) {
      await this.scheduler.runUntil(1_500 + step.at)
      perform(this, step)
      this.noteWork()
    }
    await this.scheduler.runUntil(this.scheduler.now + 2_000)
    await this.#rest()
  }

  /** Everybody is connected, has said everything and knows everything. */
  get isQuiet(): boolean {
    return this.devices.every(({ client, ready }, index) => {
      if (this.isCutOff(index)) return true
      const status = client?.status()
      return ready && status?.link === 'live' && status.unsent === 0 && client?.confirmed()?.seq === this.stored.head
    })
  }

  /** Somebody revoked it: from then on it acts on nothing and hears nothing. */
  isCutOff(device: number): boolean {
    const { devices, sessions } = this.nodes.find(({ takes }) => takes)?.restaurant?.state().revoked ?? noRevocations
    return devices.includes(deviceIdOf(device)) || sessions.includes(sessionOf(device))
  }

  noteHead(): void {
    while (this.committedAt.length < this.stored.head) this.committedAt.push(this.scheduler.now)
  }

  noteWork(): void {
    const works = this.disk.until <= this.scheduler.now && this.nodes.some(({ takes }) => takes)
    this.working.note(this.scheduler.now, works)
  }

  async #rest(): Promise<void> {
    this.network.heal()
    this.disk.until = this.scheduler.now
    this.unknownNext.clear()
    for (const device of this.devices) device.screenOffUntil = 0
    this.noteWork()
    const end = this.scheduler.now + quietWithin
    const reached = await this.scheduler.runUntilTrue(() => {
      this.noteWork()
      return this.isQuiet
    }, end - this.scheduler.now)
    this.noteHead()
    if (!reached) this.witness.violated('rest', this.#unrest())
  }

  #unrest(): string {
    const devices = this.devices.map(({ client, process }, index) => {
      const status = client?.status()
      return `device ${index}: ${process?.alive ? '' : 'dead '}${JSON.stringify(status)} at ${client?.confirmed()?.seq}`
    })
    const nodes = this.nodes.map(({ takes, restaurant }, index) => `node ${index}: ${takes} at ${restaurant?.head()}`)
    return [`head ${this.stored.head}`, ...nodes, ...devices].join('; ')
  }

  #node(index: number, mutation: ServerMutation): ServerNode {
    return new ServerNode({
      index,
      scheduler: this.scheduler,
      random: seededRandom(this.plan.seed).branch(`node ${index}`),
      stored: this.stored,
      epoch: openingTime,
      trouble: { next: (node) => this.#trouble(node) },
      witness: this.witness,
      shared: this.plan.nodes > 1,
      identityOf: (device) => {
        const { kind, staff } = this.plan.devices[device] ?? { kind: 'tablet' as const, staff: 'nobody' }
        return { deviceId: deviceIdOf(device), kind, staff: { sid: sessionOf(device), staffId: staff as StaffId } }
      },
      staffOf: (sid) => this.plan.devices.find((_, device) => sessionOf(device) === sid)?.staff as StaffId | undefined,
      useApproval: async (id, { commandId }) => {
        const mine = this.#approvals.get(id) === commandId
        this.#approvals.delete(id)
        return mine ? { by: approver } : undefined
      },
      diedOf: (node) => {
        this.network.nodeDied(node)
        this.noteWork()
        this.noteHead()
      },
      mutation,
    })
  }

  #approve(commandId: CommandId): ApprovalId {
    const id = `yes-${commandId}` as ApprovalId
    this.#approvals.set(id, commandId)
    return id
  }

  #trouble(node: number): AppendFault | undefined {
    if (this.scheduler.now < this.disk.until) {
      this.witness.count('append unavailable')
      return { kind: 'unavailable', reason: this.disk.reason }
    }
    const written = this.unknownNext.get(node)
    if (written === undefined) return undefined
    this.unknownNext.delete(node)
    this.witness.count(written ? 'append unknown, written' : 'append unknown, lost')
    return { kind: 'unknown', written }
  }
}
