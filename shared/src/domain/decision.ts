// What decide() is given and gives back. It sees the state, one command and this context; nothing else in the world.

import type { DeviceId, SessionId, StaffId } from '../model/ids.ts'
import type { BusinessDate } from '../model/instant.ts'
import type { Order } from '../model/order.ts'
import type { DayFigures } from '../model/service.ts'
import type { Role } from '../model/staff.ts'
import type { Millis } from '../ports/time.ts'
import type { CommandType, Numbered } from './commands.ts'
import type { DomainError } from './errors.ts'
import type { DomainEvent } from './events.ts'
import type { State } from './state.ts'

/** Who asks. The server asks as 'system', a guest's phone as 'guest'. */
export type Asker =
  | { kind: 'staff'; staffId: StaffId; roles: readonly Role[]; deviceId: DeviceId; sid?: SessionId }
  | { kind: 'system' }
  | { kind: 'guest' }

export type Context = {
  /** Server time; on a device, its reckoning of it. */
  now: Millis
  asker: Asker
  writtenAt: Millis
  businessDate: BusinessDate
  /** Somebody with the right role said yes to this very command (ADM-6). */
  approvedBy?: StaffId
  /** An order that has left the state, loaded from the log for a refund, a correction or a reopening. */
  archived?: Order
  /** The day's figures from the facts, and the head of the chain, for a day close. */
  day?: { figures: DayFigures; asOf: number; chainHead: string }
}

export type Result<Value, Failure> = { ok: true; value: Value } | { ok: false; error: Failure }

export const ok = <Value>(value: Value): { ok: true; value: Value } => ({ ok: true, value })
export const refuse = <Failure>(error: Failure): { ok: false; error: Failure } => ({ ok: false, error })

/** Events in order; none means that the command was right and changed nothing. */
export type Decision = Result<readonly DomainEvent[], DomainError>

export type Decider<Type extends CommandType> = (state: State, command: Numbered<Type>, context: Context) => Decision

export function assertNever(value: never): never {
  throw new Error(`not handled: ${JSON.stringify(value)}`)
}
