// What a printer can be asked for. Each kind says what is still wanted of the state, how it looks on paper, and what the
// log is told when it is done.

import type { SystemCommand } from '@comanda/shared/domain/commands'
import type { State } from '@comanda/shared/domain/state'
import type { OrderId, PrinterId, TicketId } from '@comanda/shared/model/ids'
import type { Instant } from '@comanda/shared/model/instant'
import type { PrintOutcome } from './printer-port.ts'

export type TicketWork = {
  readonly kind: 'ticket'
  readonly key: string
  readonly ticketId: TicketId
  readonly backup: boolean
  readonly again: boolean
}

export type BillWork = {
  readonly kind: 'bill'
  readonly key: string
  readonly orderId: OrderId
  readonly number: number
  readonly again: boolean
}

export type PrintWork = TicketWork | BillWork

export type Asked = { readonly printerId: PrinterId; readonly work: PrintWork }

/** What the log is told of a slip, without the id of the command. */
export type Report = { readonly [Type in SystemCommand['type']]: Omit<Extract<SystemCommand, { type: Type }>, 'id'> }[
  | 'ticket.mark-printed'
  | 'bill.report-print']

export type Composed = {
  readonly bytes: Uint8Array
  /** undefined: this outcome is told by nobody but the printer's own trouble. */
  readonly report: (outcome: PrintOutcome) => Report | undefined
  /** Whether a slip that the printer took in silence is printed once more. */
  readonly insists: boolean
}

/** `unwanted`: nobody needs it any more; it may have to be told why. */
export type Composing =
  | { readonly kind: 'slip'; readonly slip: Composed }
  | { readonly kind: 'unwanted'; readonly report?: Report }

export type Compose<Work extends PrintWork> = (
  state: State,
  work: Work,
  printerId: PrinterId,
  now: Instant,
) => Composing
