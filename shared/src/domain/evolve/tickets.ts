// Lines leave tickets: held again, moved, taken back. A ticket without lines is withdrawn.
import type { LineId, TicketId } from '../../model/ids.ts'
import type { Recorded } from '../events.ts'
import type { State } from '../state.ts'
import { ticketAfter } from '../ticket-steps.ts'
import { raised, updateTickets } from './update.ts'

export const withoutLines = (
  state: State,
  ticketIds: readonly TicketId[],
  lineIds: readonly LineId[],
  recorded: Recorded,
): State =>
  updateTickets(state, ticketIds, (ticket) => {
    const entries = ticket.entries.filter((entry) => !lineIds.includes(entry.lineId))
    const status = entries.length > 0 ? ticket.status : (ticketAfter(ticket.status, 'withdraw') ?? ticket.status)
    return { ...raised(ticket, recorded, false), entries, status }
  })
