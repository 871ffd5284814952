// Chosen lines, or part of their quantity, go to another order in one action (ORD-12): nothing is fired again, allergies follow
// their seats (ORD-5), shares of discounts follow their lines, and tickets go along or are cut where they are.

import type { Adjustment } from '../../model/bill.ts'
import type { AllergyId, CommandId, LineId, OrderId } from '../../model/ids.ts'
import type { Allergy, Order } from '../../model/order.ts'
import { adjustmentsMoved, joined } from '../adjustments.ts'
import { courseOf } from '../courses.ts'
import { type Decider, type Decision, ok, type Result, refuse } from '../decision.ts'
import { entityId } from '../entity-id.ts'
import { type DomainError, error } from '../errors.ts'
import type { EventOf } from '../events.ts'
import { findOpenOrder, lineOf } from '../find.ts'
import { isLive } from '../line-steps.ts'
import { pieceWorth } from '../line-worth.ts'
import { type Moved, ticketsMoving, ticketsTouched } from '../moved-tickets.ts'
import { openedOrder } from '../opened-order.ts'
import { openTicketIds } from '../order-tickets.ts'
import { seatShift, shifted } from '../seats.ts'
import type { State } from '../state.ts'
import { Story } from '../story.ts'
import type { DeciderTable } from './decider-table.ts'
import { newOrder } from './order-open.ts'

export type AskedMove = { lineId: LineId; quantity?: number | undefined; seat?: number | undefined }
type Move = EventOf<'lines.moved'>['moves'][number]

/** A return undoes a merge: seats are what they were, and allergies have gone back by themselves. */
type Manner = 'move' | 'return'

const movesOf = (
  from: Order,
  to: Order,
  asked: readonly AskedMove[],
  commandId: CommandId,
  manner: Manner,
): Moved[] => {
  const lines = asked.flatMap(({ lineId }) => lineOf(from, lineId) ?? [])
  const coming = { ...from, lines, allergies: [] }
  const shift = manner === 'return' || from.id === to.id || to.lines.length === 0 ? 0 : seatShift(coming, to)
  return asked.flatMap(({ lineId, quantity, seat }, position) => {
    const line = lineOf(from, lineId)
    if (line === undefined) return []
    const kept = manner === 'return' || line.seat === undefined ? null : shifted(line.seat, shift)
    const part = quantity !== undefined && quantity < line.quantity
    const id = part ? entityId<LineId>(commandId, `m${position}`) : lineId
    const move: Move = {
      lineId,
      ...(part ? { pieceId: id } : {}),
      quantity: part ? quantity : line.quantity,
      seat: seat ?? kept,
    }
    return [{ line, move, id }]
  })
}

const sameAllergy = (a: Allergy, b: Allergy): boolean =>
  a.text === b.text &&
  a.allergens.length === b.allergens.length &&
  a.allergens.every((one) => b.allergens.includes(one))

/** Those of the seats that go, under their new numbers; those of the whole order concern whoever leaves it too. */
const allergiesGoing = (from: Order, to: Order, moved: readonly Moved[], commandId: CommandId): Allergy[] => {
  const going: Allergy[] = []
  for (const allergy of from.allergies) {
    const { seat: old, ...rest } = allergy
    const mover = old === undefined ? undefined : moved.find(({ line }) => line.seat === old)
    if (old !== undefined && mover === undefined) continue
    const seat = mover?.move.seat ?? undefined
    const copy: Allergy = { ...rest, ...(seat === undefined ? {} : { seat }) }
    if (to.allergies.some((known) => known.seat === copy.seat && sameAllergy(known, copy))) continue
    going.push({ ...copy, id: entityId<AllergyId>(commandId, `a${going.length}`) })
  }
  return going
}

const adjustmentsAfter = (
  from: Order,
  to: Order,
  moved: readonly Moved[],
): Pick<EventOf<'lines.moved'>, 'adjustments'> => {
  if (from.adjustments === undefined) return {}
  const same = from.id === to.id
  const target = same ? { adjustments: [] } : to
  const adjustments = adjustmentsMoved(
    from,
    target,
    moved.map(({ line, move, id }) => ({ lineId: line.id, movedId: id, quantity: move.quantity, of: line.quantity })),
  )
  if (adjustments === undefined) return {}
  if (!same) return { adjustments }
  const all = joined(adjustments.from, adjustments.to)
  return { adjustments: { from: all, to: all } }
}

const withWorth = ({ line, move, id }: Moved, adjustments: Adjustment[]): Move => {
  const worth = move.pieceId === undefined ? undefined : pieceWorth(line, id, move.quantity, adjustments)
  return worth === undefined ? move : { ...move, worth }
}

/** Courses that the target does not have yet come as they stand. */
const coursesComing = (from: Order, to: Order, moved: readonly Moved[]): Order['courses'] => {
  const courses = new Set(moved.map(({ line }) => line.course))
  return from.courses.filter((state) => courses.has(state.course) && courseOf(to, state.course) === undefined)
}

export const moveBetween = (
  story: Story,
  fromId: OrderId,
  toId: OrderId,
  asked: readonly AskedMove[],
  commandId: CommandId,
  manner: Manner,
): void => {
  const from = story.state.orders.get(fromId)
  const to = story.state.orders.get(toId)
  if (from === undefined || to === undefined) throw new Error('lines move between orders that are there')
  const moved = movesOf(from, to, asked, commandId, manner)
  const apart = from.id !== to.id
  const after = adjustmentsAfter(from, to, moved)
  const allergies = apart && manner === 'move' ? allergiesGoing(from, to, moved, commandId) : []
  story.tell({
    type: 'lines.moved',
    orderId: from.id,
    to: to.id,
    moves: moved.map((one) => withWorth(one, after.adjustments?.to ?? [])),
    allergies,
    warned: allergies.length === 0 ? [] : openTicketIds(story.state, to),
    ...(apart ? ticketsMoving(story.state, from, moved, commandId) : ticketsTouched(story.state, moved)),
    origin: from.tableId === undefined ? {} : { tableId: from.tableId },
    courses: apart ? coursesComing(from, to, moved) : [],
    ...after,
  })
}

const checkMoves = (order: Order, asked: readonly AskedMove[]): Result<undefined, DomainError> => {
  const seen = new Set<LineId>()
  for (const { lineId, quantity } of asked) {
    const line = lineOf(order, lineId)
    if (line === undefined || seen.has(lineId)) return refuse(error('line-not-found', { lineId }))
    seen.add(lineId)
    if (!isLive(line.status)) return refuse(error('line-not-in-state', { lineId, status: line.status }))
    if (quantity !== undefined && quantity > line.quantity)
      return refuse(error('command-invalid', { lineId, quantity: line.quantity }))
  }
  return ok(undefined)
}

/** The order at a table that lines may go to without a question; none: a new one is opened. */
const orderAt = (state: State, tableId: NonNullable<Order['tableId']>): Result<Order | undefined, DomainError> => {
  if (state.catalog.tables[tableId] === undefined) return refuse(error('table-not-found', { tableId }))
  const orderIds = state.tables.get(tableId)?.orderIds ?? []
  const first = orderIds[0]
  if (orderIds.length > 1) return refuse(error('table-occupied', { tableId, orderIds: [...orderIds] }))
  return ok(first === undefined ? undefined : state.orders.get(first))
}

const moveLines: Decider<'lines.move'> = (state, command, context): Decision => {
  const { args } = command
  const found = findOpenOrder(state, args.orderId)
  if (!found.ok) return found
  const from = found.value
  const checked = checkMoves(from, args.lines)
  if (!checked.ok) return checked
  const target = 'orderId' in args.to ? findOpenOrder(state, args.to.orderId) : orderAt(state, args.to.tableId)
  if (!target.ok) return target
  const story = new Story(state, context)
  let toId = target.value?.id
  if (toId === undefined && 'tableId' in args.to) {
    const opening = { type: 'dine-in', tableId: args.to.tableId } as const
    const order = newOrder(state, entityId(command.id, 'o'), opening, context)
    if (!order.ok) return order
    toId = order.value.id
    story.tell({ type: 'order.opened', order: openedOrder({ ...order.value, waiterId: from.waiterId }) })
  }
  if (toId === undefined) return refuse(error('order-not-found'))
  if (toId === from.id && args.lines.every((move) => move.seat === undefined && move.quantity === undefined))
    return refuse(error('same-order', { orderId: from.id }))
  moveBetween(story, from.id, toId, args.lines, command.id, 'move')
  return story.decision()
}

const goesWhole = (order: Order, asked: readonly AskedMove[]): boolean =>
  order.lines.every((line) => {
    const move = asked.find((one) => one.lineId === line.id)
    return !isLive(line.status) || (move !== undefined && (move.quantity ?? line.quantity) >= line.quantity)
  })

/** A second order at the same table, on purpose. The guests stay counted with the first. */
const splitOrder: Decider<'order.split'> = (state, command, context): Decision => {
  const { args } = command
  const found = findOpenOrder(state, args.orderId)
  if (!found.ok) return found
  const from = found.value
  const checked = checkMoves(from, args.lines)
  if (!checked.ok) return checked
  if (goesWhole(from, args.lines)) return refuse(error('same-order', { orderId: from.id }))
  const opening = {
    type: from.type,
    tableId: from.tableId,
    name: from.name,
    promisedAt: from.promisedAt,
    covers: 0,
    apart: true,
  }
  const order = newOrder(state, entityId(command.id, 'o'), opening, context)
  if (!order.ok) return order
  const story = new Story(state, context)
  const service = from.service === undefined ? {} : { service: from.service }
  story.tell({ type: 'order.opened', order: openedOrder({ ...order.value, waiterId: from.waiterId, ...service }) })
  moveBetween(story, from.id, order.value.id, args.lines, command.id, 'move')
  return story.decision()
}

export const linesMoveDeciders: DeciderTable<'lines.move' | 'order.split'> = {
  'lines.move': moveLines,
  'order.split': splitOrder,
}
