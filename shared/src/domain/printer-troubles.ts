// Printers that cannot print, each with what lies in its queue (KDS-21): the kitchen and every waiter are told the same.
import type { PrinterProblem } from '../model/floor.ts'
import type { PrinterId } from '../model/ids.ts'
import type { Ticket } from '../model/ticket.ts'
import type { Millis } from '../ports/time.ts'
import type { State } from './state.ts'

export type PrinterTrouble = {
  readonly printerId: PrinterId
  readonly name: string
  readonly problem: PrinterProblem
  readonly since: Millis
  /** Tickets whose newest version was asked of it and is not known to be on paper. */
  readonly waiting: number
}

/** What was withdrawn still waits: its paper says that it is not to be cooked. */
function waitsFor(state: State, { status, stationId, ...ticket }: Ticket, printerId: PrinterId): boolean {
  const station = state.catalog.stations[stationId]
  if (station === undefined || status === 'bumped') return false
  const own = station.printerId === printerId && ticket.printAsked > ticket.printed
  const isBackup = station.backupPrinterId === printerId && ticket.backupPrinted > ticket.printed
  return own || (isBackup && ticket.confirmed < ticket.version)
}

export function printersInTrouble(state: State): PrinterTrouble[] {
  return Object.values(state.catalog.printers).flatMap((printer): PrinterTrouble[] => {
    const trouble = printer && state.printerTroubles[printer.id]
    if (printer === undefined || trouble === undefined) return []
    const { id: printerId, name } = printer
    const waiting = [...state.tickets.values()].filter((ticket) => waitsFor(state, ticket, printerId)).length
    return [{ printerId, name, ...trouble, waiting }]
  })
}
