// Files what happens to a line after it was sent: changed, taken back, voided, judged, sent back, shared.
import type { LineId } from '../../model/ids.ts'
import type { Line, Order } from '../../model/order.ts'
import type { Ticket } from '../../model/ticket.ts'
import type { EventOf, Recorded } from '../events.ts'
import type { State } from '../state.ts'
import { withCounts } from './counts.ts'
import type { EvolverTable } from './evolver.ts'
import { withFiring } from './firing.ts'
import { cutPiece } from './pieces.ts'
import { withoutLines } from './tickets.ts'
import { inStatus, raised, updateLine, updateOrder, updateTickets, withAdjusted, withoutPickups } from './update.ts'

const optional = <Key extends 'note' | 'seat'>(line: Line, key: Key, value: Line[Key] | null): Line => {
  const copy = { ...line }
  if (value === null || value === undefined) delete copy[key]
  else copy[key] = value
  return copy
}

/** Another dish takes the line's place: what the line went through, and who shares it, is still so. */
const substituted = (line: Line, substitute: Line): Line => {
  const { id, status, ticketIds, firedAt, startedAt, sharedBy, remakeOf, origins } = line
  return {
    ...substitute,
    ...{ id, status, ticketIds },
    ...(firedAt === undefined ? {} : { firedAt }),
    ...(startedAt === undefined ? {} : { startedAt }),
    ...(sharedBy === undefined ? {} : { sharedBy }),
    ...(remakeOf === undefined ? {} : { remakeOf }),
    ...(origins === undefined ? {} : { origins }),
  }
}

const changedLine = (line: Line, event: EventOf<'line.changed'>): Line => {
  const base = event.substitute === undefined ? line : substituted(line, event.substitute)
  const changed: Line = {
    ...base,
    quantity: event.quantity,
    modifiers: event.modifiers,
    prepSeconds: event.prepSeconds,
    ...(event.unitPrice === undefined ? {} : { unitPrice: event.unitPrice }),
  }
  return optional(optional(changed, 'note', event.note), 'seat', event.seat)
}

/** The cook sees old -> new; a change of what is done already has to be done. */
const changedTicket = (ticket: Ticket, event: EventOf<'line.changed'>): Ticket => {
  const { at: _at, ...seen } = event.before
  if (Object.keys(seen).length === 0) return ticket
  return {
    ...ticket,
    entries: ticket.entries.map((entry) =>
      entry.lineId === event.lineId ? { ...entry, done: false, before: { ...entry.before, ...event.before } } : entry,
    ),
  }
}

const hasAllergy = (state: State, orderId: Order['id']): boolean =>
  (state.orders.get(orderId)?.allergies.length ?? 0) > 0

const voided = (state: State, event: EventOf<'line.voided'>, recorded: Recorded): State => {
  const found = state.orders.get(event.orderId)
  if (found === undefined) return state
  const cut = event.piece === undefined ? { state, order: found } : cutPiece(state, found, event.lineId, event.piece)
  const lineId: LineId = event.piece?.lineId ?? event.lineId
  const order = updateLine(cut.order, lineId, (line) => ({ ...line, status: 'voided', voided: event.void }))
  const filed = withAdjusted(withoutPickups(order, [lineId]), event.adjusted)
  const known = { ...cut.state, orders: cut.state.orders.set(filed.id, filed) }
  return updateTickets(known, event.ticketIds, (ticket) => raised(ticket, recorded, false))
}

const sentBack = (state: State, event: EventOf<'line.sent-back'>, recorded: Recorded): State => {
  const found = state.orders.get(event.orderId)
  if (found === undefined) return state
  const cut = event.piece === undefined ? { state, order: found } : cutPiece(state, found, event.lineId, event.piece)
  const lineId: LineId = event.piece?.lineId ?? event.lineId
  const { at, reason, remake } = event
  const order = updateLine(cut.order, lineId, (line) => ({
    ...(line.status === 'served' ? line : inStatus(line, 'served', at)),
    sentBack: { at, reason, remakeId: remake.id },
  }))
  const adjustments = event.adjustments === undefined ? {} : { adjustments: event.adjustments }
  const filed = withoutPickups({ ...order, ...adjustments, lines: [...order.lines, remake] }, [lineId])
  return withFiring(cut.state, filed, event.firing, recorded)
}

export const lineChangeEvolvers: EvolverTable<
  'line.taken-back' | 'line.changed' | 'line.voided' | 'void.judged' | 'line.sent-back' | 'line.shared'
> = {
  'line.taken-back': (state, event, recorded) => {
    const off = withoutLines(state, event.ticketIds, [event.lineId], recorded)
    const order = updateOrder(off, event.orderId, (known) => {
      const back = updateLine(known, event.lineId, (line) => inStatus(line, 'taken-back', recorded.at))
      return withAdjusted(withoutPickups(back, [event.lineId]), event.adjusted)
    })
    return withCounts(order, event.counts)
  },
  'line.changed': (state, event, recorded) => {
    const changed = updateOrder(state, event.orderId, (order) =>
      withAdjusted(
        updateLine(order, event.lineId, (line) => changedLine(line, event)),
        event.adjusted,
      ),
    )
    const allergic = hasAllergy(state, event.orderId)
    const seen = updateTickets(changed, event.ticketIds, (ticket) =>
      raised(changedTicket(ticket, event), recorded, allergic),
    )
    return withCounts(seen, event.counts)
  },
  'line.voided': (state, event, recorded) => withCounts(voided(state, event, recorded), event.counts),
  'void.judged': (state, event) =>
    withCounts(
      updateOrder(state, event.orderId, (order) =>
        updateLine(order, event.lineId, (line) =>
          line.voided === undefined
            ? line
            : {
                ...line,
                voided: {
                  ...line.voided,
                  verdict: event.verdict,
                  judgedAt: event.at,
                  ...(event.assumed ? { assumed: true } : {}),
                },
              },
        ),
      ),
      event.counts,
    ),
  'line.sent-back': (state, event, recorded) => withCounts(sentBack(state, event, recorded), event.counts),
  'line.shared': (state, event) =>
    updateOrder(state, event.orderId, (order) =>
      updateLine(order, event.lineId, (line) => {
        const { sharedBy: _old, ...rest } = line
        return event.seats.length === 0 ? rest : { ...rest, sharedBy: event.seats }
      }),
    ),
}
