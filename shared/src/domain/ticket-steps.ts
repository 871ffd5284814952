// Where a ticket may go from where it is: one table, total over statuses and steps. Absent means refused.
import type { Ticket } from '../model/ticket.ts'

export type TicketStatus = Ticket['status']

export const ticketSteps = ['bump', 'recall', 'withdraw', 'reopen'] as const
/** withdraw: its last line was held, moved or taken back, or its guests walked out. reopen: they came back. */
export type TicketStep = (typeof ticketSteps)[number]

export const ticketTable: { readonly [From in TicketStatus]: Readonly<Partial<Record<TicketStep, TicketStatus>>> } = {
  open: { bump: 'bumped', withdraw: 'withdrawn' },
  bumped: { recall: 'open' },
  withdrawn: { reopen: 'open' },
}

export const ticketAfter = (status: TicketStatus, step: TicketStep): TicketStatus | undefined =>
  ticketTable[status][step]
