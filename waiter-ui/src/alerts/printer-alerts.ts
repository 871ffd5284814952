// Printers that cannot print, and bills that did not come out of one (KDS-21, BILL-4): a printer's trouble is everybody's, a
// bill's is told to who asked for it.
import type { State } from '@comanda/shared/domain/state'
import type { PrinterProblem } from '@comanda/shared/model/floor'
import type { OrderId, PrinterId, StaffId, StationId, TableId } from '@comanda/shared/model/ids'
import type { BillPrint, Order } from '@comanda/shared/model/order'
import type { Ticket } from '@comanda/shared/model/ticket'
import type { Millis } from '@comanda/shared/ports/time'

export type PrinterTrouble = { readonly printerId: PrinterId; readonly problem: PrinterProblem }

export type PrinterAlert = PrinterTrouble & {
  readonly kind: 'printer'
  readonly key: string
  readonly since: Millis
  readonly takenBy?: undefined
  readonly tableId?: undefined
  readonly orderId?: undefined
  readonly tickets: number
}

export type BillPrintAlert = {
  readonly kind: 'bill-print'
  readonly key: string
  readonly since: Millis
  readonly takenBy?: undefined
  readonly tableId?: TableId
  readonly orderId: OrderId
  readonly order: Order
  readonly print: BillPrint
}

/** It lies in the printer's queue: asked for, and not out yet. */
function waitsFor(state: State, { status, stationId, ...ticket }: Ticket, printerId: PrinterId): boolean {
  const station = state.catalog.stations[stationId]
  if (station === undefined || status === 'bumped') return false
  const own = station.printerId === printerId && ticket.printAsked > ticket.printed
  const isBackup = station.backupPrinterId === printerId && ticket.backupPrinted > ticket.printed
  return own || (isBackup && ticket.confirmed < ticket.version)
}

export function printersInTrouble(state: State): PrinterAlert[] {
  return Object.entries(state.printerTroubles).flatMap(([id, trouble]): PrinterAlert[] => {
    if (trouble === undefined) return []
    const printerId = id as PrinterId
    const tickets = [...state.tickets.values()].filter((ticket) => waitsFor(state, ticket, printerId)).length
    const { problem, since } = trouble
    return [{ kind: 'printer', key: `printer ${id} ${since}`, since, printerId, problem, tickets }]
  })
}

/** Why a station that has only paper sees nothing. */
export function troublesOf(state: State, stationIds: readonly StationId[]): PrinterTrouble[] {
  const found = new Map<PrinterId, PrinterTrouble>()
  for (const stationId of stationIds) {
    const station = state.catalog.stations[stationId]
    if (station?.output !== 'printer' || station.printerId === undefined) continue
    const problem = state.printerTroubles[station.printerId]?.problem
    if (problem !== undefined) found.set(station.printerId, { printerId: station.printerId, problem })
  }
  return [...found.values()]
}

export function billNotPrinted(me: StaffId, order: Order): BillPrintAlert[] {
  const { billPrint: print, tableId } = order
  if (print?.by !== me || order.status !== 'open') return []
  if (print.fate !== 'trouble' && print.fate !== 'waited') return []
  const at = tableId === undefined ? {} : { tableId }
  const key = `bill-print ${order.id} ${print.number} ${print.fate}`
  return [{ kind: 'bill-print', key, since: print.at, orderId: order.id, ...at, order, print }]
}
