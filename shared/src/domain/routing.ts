// Which stations make a dish. Live means enabled in the settings, connected or not; a switched station sends its work on.
import type { StationId } from '../model/ids.ts'
import type { State } from './state.ts'

/** Where a station's work goes now: to itself, or on to where it was switched. */
export const switchedTo = (state: State, stationId: StationId): StationId => {
  let current = stationId
  // a switch never makes a loop, so there are at most as many steps as stations
  for (let next = state.switches[current]; next !== undefined; next = state.switches[current]) current = next
  return current
}

/** Whether work of one station passes another one on its way. */
export const passes = (state: State, from: StationId, by: StationId): boolean => {
  for (let at: StationId | undefined = from; at !== undefined; at = state.switches[at]) if (at === by) return true
  return false
}

export const isEnabled = (state: State, stationId: StationId): boolean =>
  state.catalog.stations[stationId]?.enabled === true

/** The stations of a dish that would get a ticket now. None, for a dish that needs one, refuses it. */
export const liveStations = (state: State, stationIds: readonly StationId[]): StationId[] =>
  stationIds.filter((stationId) => isEnabled(state, switchedTo(state, stationId)))

/** The stations that a line's tickets are for, each once, with the one it was meant for. */
export const ticketStations = (
  state: State,
  stationIds: readonly StationId[],
): readonly { stationId: StationId; meantFor: StationId }[] => {
  const first = stationIds[0]
  if (first !== undefined && stationIds.length === 1) return [{ stationId: switchedTo(state, first), meantFor: first }]
  const found = new Map<StationId, StationId>()
  for (const meantFor of stationIds) {
    const stationId = switchedTo(state, meantFor)
    if (!found.has(stationId)) found.set(stationId, meantFor)
  }
  return [...found].map(([stationId, meantFor]) => ({ stationId, meantFor }))
}
