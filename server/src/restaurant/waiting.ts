// A command on its way to being decided, whoever asked: a socket, HTTP, a timer or a receipt.
// Invariant: reply() is called at most once, and never before the answer is durable.

import type { Answer, StoredAnswer } from '@comanda/db/log'
import type { Numbered } from '@comanda/shared/domain/commands'
import type { DomainError } from '@comanda/shared/domain/errors'
import type { ApprovalId, ClientId, CommandId, DeviceId, SessionId, StaffId } from '@comanda/shared/model/ids'
import type { Order } from '@comanda/shared/model/order'
import type { DayFigures } from '@comanda/shared/model/service'
import type { Millis } from '@comanda/shared/ports/time'

/** Who asks, as far as the edge knows. What the person may do is decided with the command, against the newest state. */
export type Asking =
  | { kind: 'staff'; staffId: StaffId; deviceId: DeviceId; sid?: SessionId }
  /** A paired device with nobody signed in, or with somebody who may no longer act. */
  | { kind: 'device'; deviceId: DeviceId; sid?: SessionId; problem: DomainError }
  | { kind: 'system' }
  | { kind: 'guest' }

export type Outcome =
  /** The final answer, durable; again on every retry. */
  | { kind: 'answered'; answer: Answer }
  /** This cseq belongs to another command: the device's storage has lived twice. */
  | { kind: 'forked' }
  | { kind: 'gap'; lastCseq: number }

/** What had to be read before the command could be decided without waiting. */
export type Prepared = {
  /** What the log has under a number older than what the tail remembers. */
  stored?: StoredAnswer | 'none'
  /** The same command id, answered under another clientId. */
  again?: Answer
  approval?: { by: StaffId } | 'invalid'
  archived?: Order
  day?: { figures: DayFigures; asOf: number; chainHead: string }
}

/** `unread`: it had an id and a number, but is no command. It is refused under its number, so it blocks nobody. */
export type Asked = { kind: 'read'; command: Numbered } | { kind: 'unread'; type: string; problem: DomainError }

export type Waiting = {
  readonly id: CommandId
  readonly asked: Asked
  readonly asking: Asking
  readonly client?: { readonly clientId: ClientId; readonly cseq: number }
  readonly writtenAt: Millis
  readonly approvalId?: ApprovalId
  readonly reply: (outcome: Outcome) => void
  prepared: Prepared
}

export const typeOf = ({ asked }: Waiting): string => (asked.kind === 'read' ? asked.command.type : asked.type)

/** One command of one device, come again. */
export const isSame = (one: Waiting, other: Waiting): boolean =>
  one.id === other.id && one.client?.clientId === other.client?.clientId && one.client?.cseq === other.client?.cseq
