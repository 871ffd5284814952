// Files receipts, switches, claims, rushes, counts and questions.
import type { StationId } from '../../model/ids.ts'
import type { Ticket } from '../../model/ticket.ts'
import type { EventOf, Recorded } from '../events.ts'
import { switchedTo } from '../routing.ts'
import type { State } from '../state.ts'
import type { EvolverTable } from './evolver.ts'
import { headerRaised, updateTickets } from './update.ts'

/** At another station; the one it was fired for stays known, until it is back there. */
const movedTo = (ticket: Ticket, stationId: StationId, recorded: Recorded): Ticket => {
  const { firedFor, ...rest } = headerRaised(ticket, recorded)
  const home = firedFor ?? ticket.stationId
  return { ...rest, stationId, ...(home === stationId ? {} : { firedFor: home }) }
}

const switched = (state: State, event: EventOf<'station.switched'>, recorded: Recorded): State => {
  const { [event.stationId]: _old, ...others } = state.switches
  const switches = event.to === null ? others : { ...others, [event.stationId]: event.to }
  const known = { ...state, switches }
  const target = switchedTo(known, event.stationId)
  return updateTickets(known, event.ticketIds, (ticket) => movedTo(ticket, target, recorded))
}

const printerReported = (state: State, event: EventOf<'printer.reported'>): State => {
  const { [event.printerId]: _was, ...others } = state.printerTroubles
  const trouble = event.problem === undefined ? {} : { [event.printerId]: { problem: event.problem, since: event.at } }
  return { ...state, printerTroubles: { ...others, ...trouble } }
}

const confirmedAs = (ticket: Ticket, version: number, at: number): Ticket =>
  version <= ticket.confirmed ? ticket : { ...ticket, confirmed: version, confirmedAt: at }

export const kitchenEvolvers: EvolverTable<
  | 'tickets.rushed'
  | 'ticket.allergy-acknowledged'
  | 'tickets.confirmed'
  | 'ticket.seen'
  | 'ticket.unconfirmed'
  | 'ticket.print-asked'
  | 'ticket.printed'
  | 'printer.reported'
  | 'ticket.claimed'
  | 'station.switched'
  | 'peak.set'
  | 'item.counted'
  | 'ask.raised'
  | 'ask.answered'
> = {
  'tickets.rushed': (state, event, recorded) =>
    updateTickets(state, event.ticketIds, (ticket) => ({ ...headerRaised(ticket, recorded), rush: event.on })),
  'ticket.allergy-acknowledged': (state, event) =>
    updateTickets(state, [event.ticketId], (ticket) =>
      event.role === 'expo'
        ? { ...ticket, expoAcknowledged: event.version }
        : { ...ticket, allergyAcknowledged: event.version },
    ),
  'tickets.confirmed': (state, event) => {
    let tickets = state.tickets
    for (const { ticketId, version } of event.tickets) {
      const ticket = tickets.get(ticketId)
      if (ticket !== undefined)
        tickets = tickets.set(ticketId, { ...confirmedAs(ticket, version, event.at), confirmedBy: event.deviceId })
    }
    return { ...state, tickets }
  },
  'ticket.seen': (state, event) =>
    updateTickets(state, [event.ticketId], (ticket) => ({ ...ticket, seenAt: ticket.seenAt ?? event.at })),
  'ticket.unconfirmed': (state, event) =>
    updateTickets(state, [event.ticketId], (ticket) => ({ ...ticket, alarmed: event.version })),
  'ticket.print-asked': (state, event) =>
    updateTickets(state, [event.ticketId], (ticket) =>
      event.backup ? { ...ticket, backupPrinted: event.version } : { ...ticket, printAsked: event.version },
    ),
  'ticket.printed': (state, event) =>
    updateTickets(state, [event.ticketId], (ticket) => ({
      ...confirmedAs(ticket, event.version, event.at),
      printed: Math.max(ticket.printed, event.version),
    })),
  'printer.reported': printerReported,
  'ticket.claimed': (state, event, recorded) =>
    updateTickets(state, [event.ticketId], (ticket) => movedTo(ticket, event.to, recorded)),
  'station.switched': switched,
  'peak.set': (state, event) => ({ ...state, peak: event.on }),
  'item.counted': (state, event) => ({ ...state, counts: state.counts.set(event.count.itemId, event.count) }),
  'ask.raised': (state, event) => ({ ...state, asks: state.asks.set(event.ask.id, event.ask) }),
  'ask.answered': (state, event) => {
    const ask = state.asks.get(event.askId)
    if (ask === undefined) return state
    const { at, by, accepted, substitute } = event
    const answer = { at, by, accepted, ...(substitute === undefined ? {} : { substitute }) }
    return { ...state, asks: state.asks.set(ask.id, { ...ask, answer }) }
  },
}
