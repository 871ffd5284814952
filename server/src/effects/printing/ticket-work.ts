// Tickets as work for a printer (KDS-13, KDS-21).

import type { EventOf } from '@comanda/shared/domain/events'
import type { State } from '@comanda/shared/domain/state'
import { ticketCard } from '@comanda/shared/domain/ticket-card'
import { createFormats } from '@comanda/shared/i18n/formats'
import type { PrinterId } from '@comanda/shared/model/ids'
import type { Ticket } from '@comanda/shared/model/ticket'
import { encodeSlip } from './esc-pos.ts'
import type { Asked, Compose, TicketWork } from './print-work.ts'
import { type TicketPrint, ticketSlip } from './ticket-slip.ts'

const workFor = (printerId: PrinterId, ticket: Pick<Ticket, 'id'>, backup: boolean, again: boolean): Asked => ({
  printerId,
  work: { kind: 'ticket', key: `ticket ${ticket.id}`, ticketId: ticket.id, backup, again },
})

export const ticketAskedIn = ({ printerId, ticketId, backup }: EventOf<'ticket.print-asked'>): Asked =>
  workFor(printerId, { id: ticketId }, backup, false)

/** What was asked of a printer and never came back as printed: it may lie there, and its slip says so. */
export function ticketsLeft(state: State): Asked[] {
  return [...state.tickets.values()].flatMap((ticket) => {
    const station = state.catalog.stations[ticket.stationId]
    const { printed, printAsked, backupPrinted } = ticket
    return [
      ...(station?.printerId !== undefined && printAsked > printed
        ? [workFor(station.printerId, ticket, false, true)]
        : []),
      ...(station?.backupPrinterId !== undefined && backupPrinted > printed
        ? [workFor(station.backupPrinterId, ticket, true, true)]
        : []),
    ]
  })
}

/** A backup that waited until the screen showed the ticket after all would only be cooked twice. */
const isWanted = (ticket: Ticket, { backup }: TicketWork): boolean =>
  ticket.status !== 'bumped' && (backup ? ticket.confirmed < ticket.version : ticket.printed < ticket.version)

export const composeTicket: Compose<TicketWork> = (state, work, printerId, now) => {
  const ticket = state.tickets.get(work.ticketId)
  const card = ticket === undefined ? undefined : ticketCard(state, ticket, now)
  if (ticket === undefined || card === undefined || !isWanted(ticket, work)) return { kind: 'unwanted' }
  const { settings, stations } = state.catalog
  const stationName: TicketPrint['stationName'] = (id) => stations[id]?.name[settings.language] ?? id
  const { backup, again } = work
  const slip = ticketSlip({
    ...{ card, backup, again, stationName },
    language: settings.language,
    station: stationName(ticket.stationId),
    clock: createFormats(settings, settings.language).clock,
    printedAt: now,
  })
  const args = { ticketId: ticket.id, printerId, version: ticket.version, backup }
  return {
    kind: 'slip',
    slip: {
      bytes: encodeSlip(slip),
      insists: true,
      report: ({ kind }) => (kind === 'printed' ? { type: 'ticket.mark-printed', args } : undefined),
    },
  }
}
