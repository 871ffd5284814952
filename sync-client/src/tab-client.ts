// The client of one tab among several of the same device and room. Whichever tab leads, the tab's own screens see one
// client: while it follows, through the leader's eyes and hands; once it leads, through its own.
import type { CommandOf } from '@comanda/shared/domain/commands'
import type { State } from '@comanda/shared/domain/state'
import type { CommandId, TableId } from '@comanda/shared/model/ids'
import type { Cancel, Millis } from '@comanda/shared/ports/time'
import type { Approvals, Presence } from '@comanda/shared/protocol/down'
import { DeviceClient } from './client.ts'
import type { Client, ClientOptions, CommandView, SendOptions, Sent, Status } from './client-types.ts'
import { Follower } from './follower.ts'
import { Leader } from './leader.ts'
import { Listeners } from './listeners.ts'
import type { Outcome } from './outbox-entry.ts'
import type { DeviceCommandType, Written } from './outbox-store.ts'
import type { TabChannel, TabPorts } from './tabs.ts'

export type TabOptions = {
  client: ClientOptions
  tabs: TabPorts
  /** The same for all tabs that share one outbox: of one restaurant, device and room. */
  name: string
}

class TabClient implements Client {
  readonly #options: TabOptions
  readonly #listeners: Listeners
  readonly #channel: TabChannel
  readonly #follower: Follower
  #inner: Client
  #leader: Leader | undefined
  #standDown: Cancel | undefined
  #promotion: Promise<void> | undefined
  #stopped = false

  constructor(options: TabOptions) {
    this.#options = options
    const { client, tabs, name } = options
    this.#listeners = new Listeners(client.onFault ?? (() => {}))
    this.#channel = tabs.channel(name)
    this.#follower = new Follower(client, this.#channel, this.#listeners)
    this.#inner = this.#follower
  }

  get leads(): boolean {
    return this.#leader !== undefined
  }

  async start(): Promise<void> {
    const { tabs, name } = this.#options
    const joined = this.#follower.start()
    const promoted = new Promise<void>((resolve, reject) => {
      this.#standDown = tabs.whenAlone(name, () => {
        this.#promotion = this.#lead()
        this.#promotion.then(resolve, reject)
      })
    })
    promoted.catch((error: unknown) => this.#options.client.onFault?.(error))
    await Promise.race([joined, promoted])
  }

  async stop(): Promise<void> {
    this.#stopped = true
    this.#leader?.stop()
    await this.#promotion
    await this.#inner.stop()
    this.#standDown?.()
    this.#channel.close()
  }

  async #lead(): Promise<void> {
    if (this.#stopped) return
    let leader: Leader | undefined
    const device = new DeviceClient(this.#options.client, (frame) => leader?.passOn(frame))
    // until it is started this tab goes on as a follower whom nobody answers: what it is given waits
    await device.start()
    const commands = this.#follower.retire()
    this.#inner = device
    device.onChange(() => this.#listeners.tell())
    for (const written of commands.unanswered()) {
      device.give(written).then((outcome) => commands.answered(written.id, outcome))
    }
    leader = new Leader(device, this.#channel)
    this.#leader = leader
    if (this.#stopped) leader.stop()
    this.#listeners.tell()
  }

  nudge(): void {
    this.#inner.nudge()
  }

  reconnect(): void {
    this.#inner.reconnect()
  }

  newCommandId(): CommandId {
    return this.#inner.newCommandId()
  }

  send<Type extends DeviceCommandType>(type: Type, args: CommandOf<Type>['args'], options?: SendOptions): Sent {
    return this.#inner.send(type, args, options)
  }

  state(): State | undefined {
    return this.#inner.state()
  }

  confirmed(): State | undefined {
    return this.#inner.confirmed()
  }

  status(): Status {
    return this.#inner.status()
  }

  presence(): Presence['people'] {
    return this.#inner.presence()
  }

  approvals(): Approvals['open'] {
    return this.#inner.approvals()
  }

  commands(): readonly CommandView[] {
    return this.#inner.commands()
  }

  kept(): readonly CommandView[] {
    return this.#inner.kept()
  }

  command(id: CommandId): CommandView | undefined {
    return this.#inner.command(id)
  }

  dismiss(id: CommandId): boolean {
    return this.#inner.dismiss(id)
  }

  amend(id: CommandId, args: Written['args']): boolean {
    return this.#inner.amend(id, args)
  }

  again(id: CommandId, args?: Written['args']): Promise<Outcome> | undefined {
    return this.#inner.again(id, args)
  }

  painted(seq: number): void {
    this.#inner.painted(seq)
  }

  here(here: { tableId?: TableId; draftLines?: number }): void {
    this.#inner.here(here)
  }

  serverNow(): Millis {
    return this.#inner.serverNow()
  }

  timeIsKnown(): boolean {
    return this.#inner.timeIsKnown()
  }

  onChange(listener: () => void): Cancel {
    return this.#listeners.add(listener)
  }
}

export const createTabClient = (options: TabOptions): Client & { readonly leads: boolean } => new TabClient(options)
