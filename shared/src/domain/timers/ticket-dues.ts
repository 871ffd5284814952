// What a ticket waits for: its printer, its receipt (KDS-13), and its start (KDS-18).
import type { Ticket } from '../../model/ticket.ts'
import { startableLines } from '../auto-start.ts'
import type { State } from '../state.ts'
import { type Due, dueAt } from './due.ts'

/** Every version goes to the station's own printer; a withdrawn ticket only when it lies there on paper. */
const paper = (state: State, { id: ticketId, version, changedAt, ...ticket }: Ticket): Due[] => {
  const station = state.catalog.stations[ticket.stationId]
  const prints = station?.printerId !== undefined && station.output !== 'screen'
  const wanted = prints && ticket.printAsked < version && (ticket.status === 'open' || ticket.printAsked > 0)
  return wanted ? [dueAt(changedAt, ticketId, version, { type: 'ticket.print', args: { ticketId, version } })] : []
}

const receipts = (state: State, ticket: Ticket): Due[] => {
  const { id: ticketId, version, changedAt } = ticket
  const { unconfirmedAlert, backupPrint } = state.catalog.settings.thresholds
  const station = state.catalog.stations[ticket.stationId]
  const args = { ticketId, version }
  const dues: Due[] = []
  if (ticket.confirmed >= version) return dues
  if (ticket.alarmed < version)
    dues.push(dueAt(changedAt + unconfirmedAlert * 1000, ticketId, version, { type: 'ticket.alarm', args }))
  if (ticket.backupPrinted < version && station?.backupPrinterId !== undefined)
    dues.push(dueAt(changedAt + backupPrint * 1000, ticketId, version, { type: 'ticket.print-backup', args }))
  return dues
}

const start = (state: State, ticket: Ticket): Due[] => {
  const order = state.orders.get(ticket.orderId)
  const lines = order === undefined ? [] : startableLines(state, order, ticket)
  // each moment is waited for by itself, so that a line that goes takes only its own away
  const moments = [...new Set(lines.map((line) => line.at))]
  return moments.map((at) => dueAt(at, ticket.id, at, { type: 'ticket.auto-start', args: { ticketId: ticket.id } }))
}

export const ticketDues = (state: State, ticket: Ticket): Due[] =>
  ticket.status === 'open'
    ? [...paper(state, ticket), ...receipts(state, ticket), ...start(state, ticket)]
    : ticket.status === 'withdrawn'
      ? paper(state, ticket)
      : []
