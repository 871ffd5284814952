// What a cook here can help with although it is not the own station's: a neighbour whose screen shows nothing (KDS-13).
import type { State } from '@comanda/shared/domain/state'
import type { StationId, TicketId } from '@comanda/shared/model/ids'

export type SilentStation = { readonly stationId: StationId; readonly ticketIds: readonly TicketId[] }

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
