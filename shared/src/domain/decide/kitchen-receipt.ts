// Receipts (KDS-13): which version of a ticket a screen has had on its glass or a printer has printed, and who is told when none has.
import type { Ticket } from '../../model/ticket.ts'
import { startableLines } from '../auto-start.ts'
import { type Decider, ok } from '../decision.ts'
import { findOpenTicket, findTicket, personIfAny } from '../find.ts'
import type { State } from '../state.ts'
import type { DeciderTable } from './decider-table.ts'

const confirm: Decider<'tickets.confirm'> = (state, command, context) => {
  const { deviceId } = command.args
  const tickets = command.args.tickets.filter(({ ticketId, version }) => {
    const ticket = state.tickets.get(ticketId)
    return ticket !== undefined && version > ticket.confirmed && version <= ticket.version
  })
  return ok(tickets.length === 0 ? [] : [{ type: 'tickets.confirmed', deviceId, at: context.now, tickets }])
}

/** Open, and still nobody had this very version: only then is there something to tell. */
const unconfirmed = (state: State, ticketId: Ticket['id'], version: number): Ticket | undefined => {
  const ticket = state.tickets.get(ticketId)
  if (ticket === undefined || ticket.status !== 'open') return undefined
  return ticket.version === version && ticket.confirmed < version ? ticket : undefined
}

const alarm: Decider<'ticket.alarm'> = (state, command) => {
  const { ticketId, version } = command.args
  const ticket = unconfirmed(state, ticketId, version)
  if (ticket === undefined || ticket.alarmed >= version) return ok([])
  const { orderId, stationId } = ticket
  return ok([{ type: 'ticket.unconfirmed', orderId, ticketId, stationId, version }])
}

const printBackup: Decider<'ticket.print-backup'> = (state, command) => {
  const { ticketId, version } = command.args
  const ticket = unconfirmed(state, ticketId, version)
  if (ticket === undefined || ticket.backupPrinted >= version) return ok([])
  const { orderId, stationId } = ticket
  const printerId = state.catalog.stations[stationId]?.backupPrinterId
  if (printerId === undefined) return ok([])
  return ok([{ type: 'ticket.print-asked', orderId, ticketId, stationId, printerId, version, backup: true }])
}

/** Paper cannot be taken back: what was withdrawn after it printed prints once more, to say so. */
const isOnPaper = (ticket: Ticket): boolean =>
  ticket.status === 'open' || (ticket.status === 'withdrawn' && ticket.printAsked > 0)

/** A station with a printer of its own prints every version (KDS-21). */
const print: Decider<'ticket.print'> = (state, command) => {
  const { ticketId, version } = command.args
  const ticket = state.tickets.get(ticketId)
  if (ticket === undefined || !isOnPaper(ticket) || ticket.printAsked >= version) return ok([])
  const station = state.catalog.stations[ticket.stationId]
  if (station?.printerId === undefined || station.output === 'screen') return ok([])
  const { orderId, stationId } = ticket
  const { printerId } = station
  return ok([{ type: 'ticket.print-asked', orderId, ticketId, stationId, printerId, version, backup: false }])
}

const markPrinted: Decider<'ticket.mark-printed'> = (state, command, context) => {
  const { ticketId, printerId, version, backup } = command.args
  const found = findTicket(state, ticketId)
  if (!found.ok) return found
  const { ticket } = found.value
  if (ticket.printed >= version) return ok([])
  return ok([
    { type: 'ticket.printed', orderId: ticket.orderId, ticketId, printerId, version, backup, at: context.now },
  ])
}

const reportPrinter: Decider<'printer.report'> = (state, command, context) => {
  const { printerId, problem } = command.args
  if (state.printerTroubles[printerId]?.problem === problem) return ok([])
  return ok([{ type: 'printer.reported', printerId, ...(problem === undefined ? {} : { problem }), at: context.now }])
}

const see: Decider<'ticket.see'> = (state, command, context) => {
  const found = findTicket(state, command.args.ticketId)
  if (!found.ok) return found
  const { ticket } = found.value
  if (ticket.seenAt !== undefined) return ok([])
  return ok([{ type: 'ticket.seen', orderId: ticket.orderId, ticketId: ticket.id, at: context.now }])
}

const acknowledge: Decider<'ticket.acknowledge-allergy'> = (state, command, context) => {
  const role = command.args.role ?? 'station'
  const found = findOpenTicket(state, command.args.ticketId)
  // expo sees a ticket after its bump as well
  const known = found.ok || role === 'station' ? found : findTicket(state, command.args.ticketId)
  if (!known.ok) return known
  const { ticket } = known.value
  const acknowledged = role === 'expo' ? ticket.expoAcknowledged : ticket.allergyAcknowledged
  if (acknowledged >= ticket.allergyVersion) return ok([])
  return ok([
    {
      type: 'ticket.allergy-acknowledged',
      orderId: ticket.orderId,
      ticketId: ticket.id,
      version: ticket.version,
      ...personIfAny(context),
      role,
    },
  ])
}

const autoStart: Decider<'ticket.auto-start'> = (state, command, context) => {
  const found = findOpenTicket(state, command.args.ticketId)
  if (!found.ok) return ok([])
  const { order, ticket } = found.value
  const lineIds = startableLines(state, order, ticket)
    .filter(({ at }) => at <= context.now)
    .map(({ lineId }) => lineId)
  if (lineIds.length === 0) return ok([])
  return ok([{ type: 'ticket.started', orderId: order.id, ticketId: ticket.id, lineIds, at: context.now }])
}

export const kitchenReceiptDeciders: DeciderTable<
  | 'tickets.confirm'
  | 'ticket.alarm'
  | 'ticket.print-backup'
  | 'ticket.print'
  | 'ticket.mark-printed'
  | 'printer.report'
  | 'ticket.see'
  | 'ticket.acknowledge-allergy'
  | 'ticket.auto-start'
> = {
  'tickets.confirm': confirm,
  'ticket.alarm': alarm,
  'ticket.print-backup': printBackup,
  'ticket.print': print,
  'ticket.mark-printed': markPrinted,
  'printer.report': reportPrinter,
  'ticket.see': see,
  'ticket.acknowledge-allergy': acknowledge,
  'ticket.auto-start': autoStart,
}
