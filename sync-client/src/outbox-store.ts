// Where a device keeps its commands. One write is one change, whole or not at all, and on the disk when it resolves.
// One writer at a time: a write whose revision does not follow the stored one is refused, whoever it came from.
import type { CommandType, DeviceCommand } from '@comanda/shared/domain/commands'
import type { ApprovalId, ClientId, CommandId, DeviceId, LogId, SessionId, StaffId } from '@comanda/shared/model/ids'
import type { Role } from '@comanda/shared/model/staff'
import type { Millis } from '@comanda/shared/ports/time'

/** Whose hands the device was in when the command was written. */
export type Author = { deviceId: DeviceId; staffId: StaffId; roles: readonly Role[]; sid?: SessionId }

export type DeviceCommandType = DeviceCommand['type']

/** A command as a person meant it, under the id that stays with it through every retry. */
export type Written = {
  id: CommandId
  type: CommandType
  args: Readonly<Record<string, unknown>>
  seenSeq: number
  writtenAt: Millis
  author?: Author
  approvalId?: ApprovalId
}

export type Fate =
  | { kind: 'waiting' }
  /** Answered. Kept until a backup has it (P-13). */
  | { kind: 'done'; seq: number }
  /** Kept until a person has read it. */
  | { kind: 'refused'; code: string; details?: unknown; seq?: number }
  /** Answered by a log that was since replaced from a backup: a person decides whether it is sent again. */
  | { kind: 'missing'; seq: number }

export type StoredCommand = { written: Written; cseq: number; fate: Fate }

export type OutboxHead = {
  /** Counts writes. */
  revision: number
  clientId: ClientId
  /** The log that this clientId's numbers were given for; null until the first welcome. */
  logId: LogId | null
  /** The newest cseq given. */
  lastCseq: number
}

export type OutboxContents = { head: OutboxHead; commands: readonly StoredCommand[] }

export type OutboxChange = { head: OutboxHead; put: readonly StoredCommand[]; remove: readonly CommandId[] }

/** Somebody else wrote to this outbox. What is in memory is not what is stored: load again. */
export class OutboxTaken extends Error {
  constructor(stored: number, given: number) {
    super(`the outbox is at revision ${stored}, a write of ${given} does not follow`)
    this.name = 'OutboxTaken'
  }
}

export type OutboxStore = {
  /** undefined: nothing was ever stored here. Commands in the order of their cseq. */
  load(): Promise<OutboxContents | undefined>
  /** Resolves when the change would survive a power cut. Rejects when nothing of it was stored. */
  write(change: OutboxChange): Promise<void>
  close(): Promise<void>
}

export const byCseq = (a: StoredCommand, b: StoredCommand): number => a.cseq - b.cseq

export function refuseForeignWrite(stored: number, given: number): void {
  if (given !== stored + 1) throw new OutboxTaken(stored, given)
}
