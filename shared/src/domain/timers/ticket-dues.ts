// What a ticket waits for: its printer, its receipt (KDS-13), and its start (KDS-18).
import type { Ticket } from '../../model/ticket.ts'
import { startableLines } from '../auto-start.ts'
import type { State } from '../state.ts'
import { type Due, dueAt } from './due.ts'

/** Every version goes to the station's own printer; a withdrawn ticket only when it lies there on paper. */
const addPaper = (dues: Due[], state: State, ticket: Ticket): void => {
  const { id: ticketId, version, changedAt } = ticket
  const station = state.catalog.stations[ticket.stationId]
  const prints = station?.printerId !== undefined && station.output !== 'screen'
  if (prints && ticket.printAsked < version && (ticket.status === 'open' || ticket.printAsked > 0))
    dues.push(dueAt(changedAt, ticketId, version, { type: 'ticket.print', args: { ticketId, version } }))
}

const addReceipts = (dues: Due[], state: State, ticket: Ticket): void => {
  const { id: ticketId, version, changedAt } = ticket
  if (ticket.confirmed >= version) return
  const { unconfirmedAlert, backupPrint } = state.catalog.settings.thresholds
  const args = { ticketId, version }
  if (ticket.alarmed < version)
    dues.push(dueAt(changedAt + unconfirmedAlert * 1000, ticketId, version, { type: 'ticket.alarm', args }))
  if (ticket.backupPrinted < version && state.catalog.stations[ticket.stationId]?.backupPrinterId !== undefined)
    dues.push(dueAt(changedAt + backupPrint * 1000, ticketId, version, { type: 'ticket.print-backup', args }))
}

/** Each moment is waited for by itself, so that a line that goes takes only its own away. */
const addStarts = (dues: Due[], state: State, ticket: Ticket): void => {
  const order = state.orders.get(ticket.orderId)
  if (order === undefined) return
  const moments: number[] = []
  for (const { at } of startableLines(state, order, ticket)) if (!moments.includes(at)) moments.push(at)
  for (const at of moments)
    dues.push(dueAt(at, ticket.id, at, { type: 'ticket.auto-start', args: { ticketId: ticket.id } }))
}

export const ticketDues = (state: State, ticket: Ticket): Due[] => {
  const dues: Due[] = []
  if (ticket.status === 'open' || ticket.status === 'withdrawn') addPaper(dues, state, ticket)
  if (ticket.status !== 'open') return dues
  addReceipts(dues, state, ticket)
  addStarts(dues, state, ticket)
  return dues
}
