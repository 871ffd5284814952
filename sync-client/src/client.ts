// Puts the parts of a client together and gives it its one face. Everything read is computed when read and kept until
// something changes, so a listener that reads nothing costs nothing.
import type { CommandOf } from '@comanda/shared/domain/commands'
import type { State } from '@comanda/shared/domain/state'
import type { CommandId, TableId } from '@comanda/shared/model/ids'
import type { Cancel, Millis } from '@comanda/shared/ports/time'
import type { Approvals, DownFrame, Presence } from '@comanda/shared/protocol/down'
import type { Client, ClientOptions, CommandView, SendOptions, Sent, Status } from './client-types.ts'
import { viewOf } from './command-view.ts'
import { composeCommand, tooLarge } from './compose-command.ts'
import { deviceStatus } from './device-status.ts'
import { Listeners } from './listeners.ts'
import { Outbox } from './outbox.ts'
import { type Outcome, toStored } from './outbox-entry.ts'
import type { DeviceCommandType, StoredCommand, Written } from './outbox-store.ts'
import { PendingView } from './pending-view.ts'
import { newCommandId } from './random-id.ts'
import { Replica } from './replica.ts'
import { ReplicaKeeper } from './replica-keeper.ts'
import { type Running, runDevice } from './run-device.ts'
import { ServerTime } from './server-time.ts'
import { shareEntries } from './shared-entries.ts'
import type { SharedBase, SharedEntry } from './tabs.ts'

const notStarted: Status = { link: 'idle', stale: false, unsent: 0, needsEyes: 0 }

export class DeviceClient implements Client {
  readonly #options: ClientOptions
  readonly #onFrame: (frame: DownFrame) => void
  readonly #listeners: Listeners
  readonly #serverTime: ServerTime
  readonly #replica: Replica
  readonly #pending: PendingView
  readonly #keeper: ReplicaKeeper | undefined
  #running: Running | undefined

  constructor(options: ClientOptions, onFrame: (frame: DownFrame) => void = () => {}) {
    const onFault = options.onFault ?? (() => {})
    this.#options = options
    this.#onFrame = onFrame
    this.#listeners = new Listeners(onFault)
    this.#serverTime = new ServerTime(options.clock)
    this.#replica = new Replica(options.rules, options.room)
    this.#pending = new PendingView(options.rules, options.room, onFault)
    if (options.store === undefined) return
    this.#keeper = new ReplicaKeeper(options.store, this.#replica, options.timers, onFault, () => this.#answersKept())
  }

  async start(): Promise<void> {
    if (this.#running !== undefined) return this.reconnect()
    await this.#keeper?.restore()
    const options = this.#options
    const outbox = await Outbox.open({
      store: options.outbox,
      random: options.random,
      ...(options.keepAtMost === undefined ? {} : { keepAtMost: options.keepAtMost }),
      onChange: () => {
        this.#running?.ordering.pump()
        this.#changed()
      },
    })
    outbox.confirmed(this.#replica?.confirmed?.seq ?? 0)
    this.#running = runDevice(options, outbox, {
      replica: this.#replica,
      serverTime: this.#serverTime,
      listeners: this.#listeners,
      onChange: () => this.#changed(),
      onFrame: this.#onFrame,
    })
    this.#running.link.tell({ kind: 'start' })
    this.#changed()
  }

  async stop(): Promise<void> {
    const running = this.#running
    if (running === undefined) return
    running.link.tell({ kind: 'stop' })
    running.watch.stop()
    await this.#keeper?.keep()
    this.#running = undefined
    await running.outbox.close()
  }

  nudge(): void {
    this.#running?.link.tell({ kind: 'nudge' })
  }

  reconnect(): void {
    this.nudge()
    this.#running?.link.tell({ kind: 'start' })
  }

  newCommandId(): CommandId {
    return newCommandId(this.#options.random, this.serverNow())
  }

  send<Type extends DeviceCommandType>(type: Type, args: CommandOf<Type>['args'], options: SendOptions = {}): Sent {
    const { session } = this.#mustRun()
    const id = options.id ?? this.newCommandId()
    const written = composeCommand({
      ...options,
      id,
      type,
      args,
      author: this.#options.author(),
      seenSeq: this.confirmed()?.seq ?? 0,
      now: this.serverNow(),
      frameLimit: session.frameLimit,
    })
    return { id, settled: written === 'too-large' ? Promise.resolve(tooLarge) : this.give(written) }
  }

  /** Takes in a command that was written here or in another tab of this device. */
  give(written: Written): Promise<Outcome> {
    return this.#mustRun().outbox.add(written)
  }

  state(): State | undefined {
    const confirmed = this.#replica.confirmed
    const businessDate = this.#replica.businessDate
    const outbox = this.#running?.outbox
    if (confirmed === undefined || businessDate === undefined || outbox === undefined) return confirmed
    const pending = outbox.pending().map(({ written }) => written)
    return this.#pending.show(confirmed, pending, businessDate)
  }

  confirmed(): State | undefined {
    return this.#replica.confirmed
  }

  status(): Status {
    if (this.#running === undefined) return notStarted
    const { watch, outbox, session } = this.#running
    return deviceStatus(watch.status(), outbox, session.complaint)
  }

  presence(): Presence['people'] {
    return this.#running?.session.presence ?? []
  }

  approvals(): Approvals['open'] {
    return this.#running?.session.approvals ?? []
  }

  commands(): readonly CommandView[] {
    if (this.#running === undefined) return []
    this.state()
    const guesses = this.#pending.guesses()
    return [...this.#running.outbox.entries()].map((entry) => viewOf(entry, guesses?.get(entry.written.id)))
  }

  kept(): readonly CommandView[] {
    return this.#running?.outbox.kept().map((entry) => viewOf(entry)) ?? []
  }

  command(id: CommandId): CommandView | undefined {
    const entry = this.#running?.outbox.get(id)
    return entry === undefined ? undefined : viewOf(entry)
  }

  dismiss(id: CommandId): boolean {
    return this.#mustRun().outbox.dismiss(id)
  }

  amend(id: CommandId, args: Written['args']): boolean {
    return this.#mustRun().outbox.amend(id, args)
  }

  again(id: CommandId, args?: Written['args']): Promise<Outcome> | undefined {
    return this.#mustRun().outbox.again(id, args)
  }

  painted(seq: number): void {
    this.#running?.receipts.painted(seq)
  }

  here(here: { tableId?: TableId; draftLines?: number }): void {
    this.#running?.session.sayHere(here)
  }

  serverNow(): Millis {
    return this.#serverTime.now()
  }

  timeIsKnown(): boolean {
    return this.#serverTime.known
  }

  onChange(listener: () => void): Cancel {
    return this.#listeners.add(listener)
  }

  /** For other tabs of this device: the confirmed state as text. */
  base(): SharedBase | undefined {
    const stored = this.#replica.toStore()
    return stored === undefined ? undefined : { seq: stored.seq, body: stored.body, businessDate: stored.businessDate }
  }

  /** For other tabs of this device: everything that is not yet in the confirmed state, or that a person must see. */
  sharedEntries(): SharedEntry[] {
    return this.#running === undefined ? [] : shareEntries(this.#running.outbox)
  }

  sharedKept(): StoredCommand[] {
    return this.#running?.outbox.kept().map(toStored) ?? []
  }

  #mustRun(): Running {
    if (this.#running === undefined) throw new Error('this client is not started')
    return this.#running
  }

  /** Every command that the server is known to have decided has its answer stored here. */
  async #answersKept(): Promise<boolean> {
    const outbox = this.#running?.outbox
    if (outbox === undefined) return false
    await outbox.settled()
    return outbox.fault === undefined && outbox.unanswered().every(({ decidedBy }) => decidedBy === undefined)
  }

  #changed(): void {
    this.#keeper?.changed()
    this.#running?.watch.changed()
    this.#listeners.tell()
  }
}

export const createClient = (options: ClientOptions): Client => new DeviceClient(options)
