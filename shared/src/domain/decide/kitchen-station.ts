// Stations change places: one is switched to another, a ticket is claimed, the peak button stretches every target (KDS-3, KDS-8).
import type { StationId } from '../../model/ids.ts'
import type { Ticket } from '../../model/ticket.ts'
import { type Decider, ok, refuse } from '../decision.ts'
import { error } from '../errors.ts'
import { findOpenTicket, personOf } from '../find.ts'
import { isEnabled, passes, switchedTo } from '../routing.ts'
import type { State } from '../state.ts'
import type { DeciderTable } from './decider-table.ts'

const claim: Decider<'ticket.claim'> = (state, command) => {
  const { ticketId, stationId } = command.args
  const found = findOpenTicket(state, ticketId)
  if (!found.ok) return found
  const { order, ticket } = found.value
  if (!isEnabled(state, stationId)) return refuse(error('station-not-found', { stationId }))
  if (ticket.stationId === stationId) return ok([])
  return ok([{ type: 'ticket.claimed', orderId: order.id, ticketId, from: ticket.stationId, to: stationId }])
}

/** The open tickets that go along: those at the station, or those that left it by the switch and now come back. */
const goingAlong = (state: State, stationId: StationId, to: StationId | null): Ticket[] => {
  const away = switchedTo(state, stationId)
  return [...state.tickets.values()]
    .filter((ticket) => ticket.status === 'open')
    .filter((ticket) =>
      to === null
        ? ticket.firedFor === stationId && ticket.stationId === away
        : ticket.stationId === stationId || (ticket.firedFor === stationId && ticket.stationId === away),
    )
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

const switchStation: Decider<'station.switch'> = (state, command, context) => {
  const { stationId, to } = command.args
  if (state.catalog.stations[stationId] === undefined) return refuse(error('station-not-found', { stationId }))
  if ((state.switches[stationId] ?? null) === to) return ok([])
  if (to !== null) {
    if (!isEnabled(state, to)) return refuse(error('station-not-found', { stationId: to }))
    if (passes(state, to, stationId)) return refuse(error('switch-loop', { stationId, to }))
  }
  const ticketIds = goingAlong(state, stationId, to).map((ticket) => ticket.id)
  return ok([{ type: 'station.switched', stationId, to, ticketIds, by: personOf(context) }])
}

const setPeak: Decider<'peak.set'> = (state, command, context) => {
  const { on } = command.args
  return ok(state.peak === on ? [] : [{ type: 'peak.set', on, by: personOf(context) }])
}

export const kitchenStationDeciders: DeciderTable<'ticket.claim' | 'station.switch' | 'peak.set'> = {
  'ticket.claim': claim,
  'station.switch': switchStation,
  'peak.set': setPeak,
}
