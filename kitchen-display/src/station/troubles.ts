// What a cook here can help with although it is not the own station's: a neighbour whose screen shows nothing (KDS-13), and
// printers that do not print (KDS-21).
import type { State } from '@comanda/shared/domain/state'
import type { PrinterProblem } from '@comanda/shared/model/floor'
import type { StationId, TicketId } from '@comanda/shared/model/ids'
import type { Millis } from '@comanda/shared/ports/time'

export type SilentStation = { readonly stationId: StationId; readonly ticketIds: readonly TicketId[] }
export type PrinterTrouble = {
  readonly name: string
  readonly problem: PrinterProblem
  readonly since: Millis
  /** Tickets whose newest version is not known to be on paper. */
  readonly waiting: number
}

/** Stations with tickets that people were alarmed about and that still nobody has seen. */
export function silentStations(state: State, own: readonly StationId[]): SilentStation[] {
  const silent = new Map<StationId, TicketId[]>()
  for (const { id, stationId, status, alarmed, confirmed, version } of state.tickets.values()) {
    if (status !== 'open' || own.includes(stationId) || confirmed >= version || alarmed < version) continue
    silent.set(stationId, [...(silent.get(stationId) ?? []), id])
  }
  const placeOf = (id: StationId): number => state.catalog.stations[id]?.position ?? 0
  return [...silent]
    .map(([stationId, ticketIds]) => ({ stationId, ticketIds }))
    .sort((a, b) => placeOf(a.stationId) - placeOf(b.stationId))
}

export function printersInTrouble(state: State): PrinterTrouble[] {
  return Object.entries(state.printerTroubles).flatMap(([id, trouble]) => {
    const printer = Object.values(state.catalog.printers).find((one) => one?.id === id)
    if (trouble === undefined || printer === undefined) return []
    const waiting = [...state.tickets.values()].filter((ticket) => {
      const station = state.catalog.stations[ticket.stationId]
      const own = station?.printerId === id && ticket.printAsked > ticket.printed
      const backup = station?.backupPrinterId === id && ticket.backupPrinted > ticket.printed
      return ticket.status === 'open' && (own || backup)
    }).length
    return [{ name: printer.name, ...trouble, waiting }]
  })
}
