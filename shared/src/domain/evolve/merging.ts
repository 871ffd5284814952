// Files orders that move, become one, and stand apart again. A merged order keeps its header, so that it can come back.
import type { Payment } from '../../model/bill.ts'
import type { Line, MergeMark, Order } from '../../model/order.ts'
import { joined } from '../adjustments.ts'
import { withCourses } from '../courses.ts'
import type { EventOf, Recorded } from '../events.ts'
import { shifted } from '../seats.ts'
import type { State } from '../state.ts'
import type { EvolverTable } from './evolver.ts'
import { leftTable, seatedAt } from './table-use.ts'
import { headerRaised, raised, updateOrder, updateTickets, withPickup } from './update.ts'

type Merged = EventOf<'order.merged'>

const mergedLine = (line: Line, from: Order, shift: number): Line => ({
  ...line,
  ...(line.seat === undefined ? {} : { seat: shifted(line.seat, shift) }),
  ...(line.sharedBy === undefined ? {} : { sharedBy: line.sharedBy.map((seat) => shifted(seat, shift)) }),
  origins: [
    ...(line.origins ?? []),
    {
      orderId: from.id,
      ...(from.tableId === undefined ? {} : { tableId: from.tableId }),
      ...(line.seat === undefined ? {} : { seat: line.seat }),
    },
  ],
})

const reseatedPayment = (payment: Payment, shift: number): Payment => ({
  ...payment,
  part: payment.part.kind === 'seat' ? { ...payment.part, seat: shifted(payment.part.seat, shift) } : payment.part,
  ...(payment.covered === undefined
    ? {}
    : {
        covered: payment.covered.map((part) =>
          part.seat === undefined ? part : { ...part, seat: shifted(part.seat, shift) },
        ),
      }),
})

const money = (
  from: Order,
  to: Order,
  shift: number,
): Pick<Order, 'adjustments' | 'payments' | 'service' | 'billPrints'> => ({
  ...(to.adjustments === undefined ? {} : { adjustments: joined(to.adjustments, from.adjustments ?? []) }),
  ...(to.payments === undefined
    ? {}
    : { payments: [...to.payments, ...(from.payments ?? []).map((payment) => reseatedPayment(payment, shift))] }),
  ...(to.service === undefined
    ? {}
    : { service: { ...to.service, covers: to.service.covers + (from.service?.covers ?? 0) } }),
  ...(to.billPrints === undefined ? {} : { billPrints: to.billPrints + (from.billPrints ?? 0) }),
})

const longestNote = 140

const noteOf = (to: Order, from: Order): Pick<Order, 'note'> => {
  const notes = [to.note, from.note].filter((note) => note !== undefined)
  return notes.length === 0 ? {} : { note: notes.join('; ').slice(0, longestNote) }
}

const markOf = (from: Order, event: Merged): MergeMark => ({
  fromOrderId: from.id,
  at: event.at,
  lineIds: event.lineIds,
  allergyIds: event.allergyIds,
  seatShift: event.seatShift,
  covers: event.covers,
  ...(from.payments === undefined ? {} : { paymentIds: from.payments.map((payment) => payment.id) }),
})

const absorbing = (to: Order, from: Order, event: Merged): Order => {
  const missing = from.courses.filter((course) => !to.courses.some((other) => other.course === course.course))
  return {
    ...to,
    lines: [...to.lines, ...from.lines.map((line) => mergedLine(line, from, event.seatShift))],
    // lines that were moved over before have brought their round along
    rounds: [...to.rounds, ...from.rounds.filter(({ id }) => !to.rounds.some((round) => round.id === id))],
    courses: withCourses(to.courses, missing),
    allergies: [
      ...to.allergies,
      ...from.allergies.map((allergy) =>
        allergy.seat === undefined ? allergy : { ...allergy, seat: shifted(allergy.seat, event.seatShift) },
      ),
    ],
    pickups: from.pickups.reduce(withPickup, to.pickups),
    covers: to.covers + event.covers,
    coversAssumed: to.coversAssumed && from.coversAssumed,
    paid: to.paid && from.paid,
    billAsked: to.billAsked || from.billAsked,
    ...(to.billAskedAt === undefined && from.billAskedAt !== undefined ? { billAskedAt: from.billAskedAt } : {}),
    ...(to.billTakenBy === undefined && from.billTakenBy !== undefined ? { billTakenBy: from.billTakenBy } : {}),
    merges: [...to.merges, ...from.merges, markOf(from, event)],
    ...noteOf(to, from),
    ...money(from, to, event.seatShift),
  }
}

const absorbed = (from: Order, event: Merged): Order => ({
  ...from,
  status: 'merged',
  mergedInto: event.into,
  lines: [],
  pickups: [],
  ...(from.adjustments === undefined ? {} : { adjustments: [] }),
  ...(from.payments === undefined ? {} : { payments: [] }),
})

const merged = (state: State, event: Merged, recorded: Recorded): State => {
  const from = state.orders.get(event.orderId)
  const to = state.orders.get(event.into)
  if (from === undefined || to === undefined) return state
  const target = absorbing(to, from, event)
  const orders = state.orders.set(from.id, absorbed(from, event)).set(to.id, target)
  const known = { ...state, orders, aliases: state.aliases.set(from.id, to.id) }
  const allergic = target.allergies.length > 0
  const warned = updateTickets(known, event.warned, (ticket) => raised(ticket, recorded, true))
  const rehomed = updateTickets(warned, event.ticketIds, (ticket) => ({
    ...raised(ticket, recorded, allergic),
    orderId: to.id,
  }))
  return leftTable(rehomed, from.tableId, from.id, false)
}

const released = (order: Order, mark: MergeMark): Order => {
  const gone = new Set(mark.allergyIds)
  const paid = new Set(mark.paymentIds ?? [])
  return {
    ...order,
    allergies: order.allergies.filter((allergy) => !gone.has(allergy.id)),
    covers: Math.max(0, order.covers - mark.covers),
    merges: order.merges.filter((other) => other.fromOrderId !== mark.fromOrderId),
    ...(order.service === undefined
      ? {}
      : { service: { ...order.service, covers: Math.max(0, order.service.covers - mark.covers) } }),
    ...(order.payments === undefined ? {} : { payments: order.payments.filter((payment) => !paid.has(payment.id)) }),
  }
}

const restored = (from: Order, order: Order, mark: MergeMark): Order => {
  const { mergedInto: _into, ...rest } = from
  const paid = new Set(mark.paymentIds ?? [])
  const returning = order.payments?.filter((payment) => paid.has(payment.id))
  return {
    ...rest,
    status: 'open',
    ...(returning === undefined
      ? {}
      : { payments: returning.map((payment) => reseatedPayment(payment, -mark.seatShift)) }),
  }
}

const unmerged = (state: State, event: EventOf<'order.unmerged'>): State => {
  const order = state.orders.get(event.orderId)
  const from = state.orders.get(event.from)
  const mark = order?.merges.find((other) => other.fromOrderId === event.from)
  if (order === undefined || from === undefined || mark === undefined) return state
  const orders = state.orders.set(order.id, released(order, mark)).set(from.id, restored(from, order, mark))
  return seatedAt({ ...state, orders, aliases: state.aliases.remove(from.id) }, from.tableId, from.id)
}

const movedOrder = (state: State, event: EventOf<'order.moved'>, recorded: Recorded): State => {
  const order = state.orders.get(event.orderId)
  if (order === undefined) return state
  const { tableId: _table, areaId: _area, ...rest } = order
  const moved: Order = {
    ...rest,
    ...(event.tableId === null ? {} : { tableId: event.tableId }),
    ...(event.areaId === null ? {} : { areaId: event.areaId }),
  }
  const known = updateOrder(state, order.id, () => moved)
  const seen = updateTickets(known, event.ticketIds, (ticket) => headerRaised(ticket, recorded))
  return seatedAt(leftTable(seen, order.tableId, order.id, false), moved.tableId, order.id)
}

export const mergingEvolvers: EvolverTable<'order.moved' | 'order.merged' | 'order.unmerged'> = {
  'order.moved': movedOrder,
  'order.merged': merged,
  'order.unmerged': unmerged,
}
