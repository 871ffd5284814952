// The log's port: one ordered, append-only list of events per restaurant, with the stored answer to every command.
// Invariants every adapter keeps:
//   - seq is 1, 2, 3... per restaurant without a hole; a batch is appended whole or not at all.
//   - what append() has resolved 'committed' survives kill -9 and power cut (on storage that honours a flush).
//   - a clientId's cseq is stored once, a command id is stored once per restaurant.
//   - no transaction outlives a call; nothing here assumes one process or one engine.
import type { Recorded } from '@comanda/shared/domain/events'
import type {
  ClientId,
  CommandId,
  DeviceId,
  LogId,
  OrderId,
  RestaurantId,
  SessionId,
  StaffId,
} from '@comanda/shared/model/ids'
import type { BusinessDate } from '@comanda/shared/model/instant'
import type { Cancel, Millis } from '@comanda/shared/ports/time'

/** Who asked for the events of one command, kept beside them for the replay of an evening. */
export type Origin = {
  commandId: CommandId
  commandType: string
  /** Absent for what the server does by itself (timers, receipts). */
  client?: { clientId: ClientId; cseq: number }
  /**
   * This command id is stored already, from another clientId (a device that began anew sends its work again): the entry
   * records that this client has had the answer. The id's uniqueness does not bind it, the cseq's does.
   */
  again?: true
  deviceId?: DeviceId
  staffId?: StaffId
  sid?: SessionId
  /** When it was written on the device, by the device's reckoning of server time. */
  writtenAt?: Millis
}

/** The final answer to a command. Stored in the same transaction as its events and given again on every retry. */
export type Answer =
  | { ok: true; seq: number; returned?: unknown }
  | { ok: false; seq: number; code: string; details?: unknown }

/**
 * One decided command: at least one event (a refusal is an event too), and its answer, whose seq is one of its events'
 * or, for `again`, what the first answer said.
 */
export type Entry = {
  origin: Origin
  recorded: readonly Recorded[]
  answer: Answer
}

export type AppendOutcome =
  | { kind: 'committed'; head: number }
  /** Somebody else appended first: read what is new, evolve, decide again. Nothing was written. */
  | { kind: 'conflict'; head: number }
  /** A cseq or a command id is already stored. Nothing was written; `commandIds` names every entry that is a duplicate. */
  | { kind: 'duplicate'; commandIds: readonly CommandId[] }

/** Rolled back cleanly, worth trying again later: a full or read-only disk, or somebody else writing for too long. */
export class LogUnavailable extends Error {
  readonly reason: 'full' | 'readonly' | 'busy'
  constructor(reason: 'full' | 'readonly' | 'busy', cause: unknown) {
    super(`the log cannot be written: ${reason}`, { cause })
    this.name = 'LogUnavailable'
    this.reason = reason
  }
}

/**
 * The write may or may not be on the disk, so it is never answered (P-3). The adapter refuses everything from then on:
 * the process ends, and the next one reads what is true.
 */
export class LogOutcomeUnknown extends Error {
  constructor(cause: unknown) {
    super('it is not known whether the log was written; this process must end', { cause })
    this.name = 'LogOutcomeUnknown'
  }
}

/** Which personal texts to erase: those of one order and all it was joined with, or of every event before a business date. */
export type TextsToErase = { orderId: OrderId } | { before: BusinessDate }

/** The state at a seq, as text that the domain wrote; the log never looks inside. */
export type Snapshot = { seq: number; domain: string; body: string }

export type Opened = {
  logId: LogId
  head: number
  /** Hash of the last row of the chain, hex. */
  chainHead: string
  /** The newest snapshot at or below head, whatever domain wrote it. */
  snapshot?: Snapshot
}

/** What one clientId has had stored: hello's lastCseq comes from here. */
export type ClientTail = { clientId: ClientId; lastCseq: number; lastCommandId?: CommandId }

export type StoredAnswer = { commandId: CommandId; cseq?: number; answer: Answer }

export type Log = {
  /** Every restaurant that has a log here. */
  restaurants(): Promise<readonly RestaurantId[]>
  /** undefined: this restaurant has no log here. */
  load(restaurantId: RestaurantId): Promise<Opened | undefined>
  create(restaurantId: RestaurantId, logId: LogId): Promise<Opened>
  append(restaurantId: RestaurantId, batch: readonly Entry[], expectedHead: number): Promise<AppendOutcome>
  /** Events in seq order, upcast to the newest version. */
  readAfter(restaurantId: RestaurantId, seq: number, limit: number): Promise<readonly Recorded[]>
  /**
   * Every event of one order and of the orders that lines or names passed to or from, in seq order: all that evolve()
   * needs to build it again after it left the state.
   */
  readOrder(restaurantId: RestaurantId, orderId: OrderId): Promise<readonly Recorded[]>
  readClient(restaurantId: RestaurantId, clientId: ClientId): Promise<ClientTail>
  readAnswer(
    restaurantId: RestaurantId,
    by: { clientId: ClientId; cseq: number } | { commandId: CommandId },
  ): Promise<StoredAnswer | undefined>
  /** The last two are kept. */
  saveSnapshot(restaurantId: RestaurantId, snapshot: Snapshot): Promise<void>
  /** Up to where the newest backup reaches; 0 when there is none. */
  backedUpSeq(restaurantId: RestaurantId): Promise<number>
  /**
   * Forgets texts for ever and says how many. Snapshots that may hold one are dropped with them: save a new one after
   * it, made from a state that was read again.
   */
  eraseTexts(restaurantId: RestaurantId, which: TextsToErase): Promise<number>
  /** Called with a head that may be new. A hint only: losing one must cost a delay, never an event. */
  onAdvance(hint: (restaurantId: RestaurantId, head: number) => void): Cancel
  /** A write that changes nothing, down to the disk: /readyz asks it. Rejects when the log cannot commit. */
  probe(): Promise<void>
  close(): Promise<void>
}
