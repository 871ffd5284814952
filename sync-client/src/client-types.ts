// One client for every device: tablets, kitchen screens, the front, the office, boards and guests' phones, and bots in Node.
// What it needs from the machine it runs on is given; what it tells is this interface.
import type { CommandOf } from '@comanda/shared/domain/commands'
import type { ReplicaRoom } from '@comanda/shared/domain/rooms'
import type { State } from '@comanda/shared/domain/state'
import type { ApprovalId, CommandId, StationId, TableId } from '@comanda/shared/model/ids'
import type { RandomBytes } from '@comanda/shared/ports/random'
import type { Cancel, Clock, Millis, Timers } from '@comanda/shared/ports/time'
import type { Approvals, Presence } from '@comanda/shared/protocol/down'
import type { FreshnessStatus } from './freshness-watch.ts'
import type { CommandState, Outcome } from './outbox-entry.ts'
import type { Author, DeviceCommandType, OutboxStore } from './outbox-store.ts'
import type { Guess } from './pending-view.ts'
import type { ReplicaStore } from './replica-store.ts'
import type { Rules } from './rules.ts'
import type { Transport } from './transport.ts'

export type ClientOptions = {
  /** ws: or wss: address of /ws. */
  url: string
  /** The program's build, for people who look for the tablet that was not updated. */
  build: string
  room: ReplicaRoom
  rules: Rules
  /** Whose tickets this screen shows. */
  stations?: readonly StationId[]
  /** In whose hands the device is now; undefined: nobody is signed in. */
  author: () => Author | undefined
  clock: Clock
  timers: Timers
  random: RandomBytes
  transport: Transport
  outbox: OutboxStore
  /** Keeps the last known state, so that the device opens with the server down. */
  store?: ReplicaStore
  /** Answered commands kept for a restore while no backup is made; 10,000 unless told. */
  keepAtMost?: number
  /** Something failed that nobody waits for: a prediction, a listener, the kept state. */
  onFault?: (error: unknown) => void
}

export type SendOptions = {
  /** Chosen before, when an approval was asked for this very command, or to make a repeated tap one command. */
  id?: CommandId
  approvalId?: ApprovalId
}

export type Sent = { id: CommandId; settled: Promise<Outcome> }

export type CommandView = {
  id: CommandId
  type: string
  args: Readonly<Record<string, unknown>>
  writtenAt: Millis
  author?: Author
  state: CommandState
  /** Why it was refused. */
  code?: string
  details?: unknown
  /** What this device expects of it while it waits. */
  guess?: Guess
}

/** Its connection (live, offline, stale... and since when), and its commands. */
export type Status = FreshnessStatus & {
  /** Commands without an answer. */
  unsent: number
  /** Commands refused or missing: a person has to look. */
  needsEyes: number
  /** The device cannot store what people tap. */
  storageFault?: string
  /** What the server complained about last on this connection. */
  complaint?: string
}

export type Client = {
  /** Loads what is kept here, then connects; resolves when commands can be given, connected or not. */
  start(): Promise<void>
  /** Closes the socket and the stores. Waits for writes, not for answers. */
  stop(): Promise<void>
  /** Tries now instead of at the end of a back-off: the network or the screen is back. */
  nudge(): void
  /** A person wants it: tries now, and begins anew after an end (replaced, refused, signed out). */
  reconnect(): void
  newCommandId(): CommandId
  send<Type extends DeviceCommandType>(type: Type, args: CommandOf<Type>['args'], options?: SendOptions): Sent
  /** With this device's own unconfirmed commands on top; undefined before the first snapshot. */
  state(): State | undefined
  /** What the server has confirmed. */
  confirmed(): State | undefined
  status(): Status
  presence(): Presence['people']
  /** Commands that wait for somebody's yes, where this device's person may say it (ADM-6). */
  approvals(): Approvals['open']
  /** Unanswered, refused and missing commands in order. */
  commands(): readonly CommandView[]
  /** Answered commands that no backup holds yet. */
  kept(): readonly CommandView[]
  /** A command of this device, wherever it stands. An entity's id begins with the id of the command that made it. */
  command(id: CommandId): CommandView | undefined
  /** A person has read a refusal, or lets a missing command go. */
  dismiss(id: CommandId): boolean
  /** Changes what a queued command says, as long as it is not on the wire: "the kitchen was told" (ORD-18). */
  amend(id: CommandId, args: Readonly<Record<string, unknown>>): boolean
  /** Sends a missing command again after a restore, as it was or changed. */
  again(id: CommandId, args?: Readonly<Record<string, unknown>>): Promise<Outcome> | undefined
  /** Everything up to seq is on the glass of a visible screen. */
  painted(seq: number): void
  /** What others may see of a draft here. */
  here(here: { tableId?: TableId; draftLines?: number }): void
  serverNow(): Millis
  /** Whether serverNow() is the server's time or, before the first contact, only the device's. */
  timeIsKnown(): boolean
  /** Called after every change, without saying which; what is read then is worked out only when read. */
  onChange(listener: () => void): Cancel
}
