// A dish comes back (ORD-19): a linked remake at no charge goes to the same stations at once, rushed and with its own timer;
// the first one is waste, and it stays sold once.
import type { LineId } from '../../model/ids.ts'
import type { Line, Order } from '../../model/order.ts'
import { adjustmentsMoved, joined } from '../adjustments.ts'
import { CountTally } from '../counts.ts'
import { firedCourse } from '../courses.ts'
import { type Decider, ok, refuse } from '../decision.ts'
import { entityId } from '../entity-id.ts'
import { error } from '../errors.ts'
import type { EventOf } from '../events.ts'
import { findLine, personOf } from '../find.ts'
import { FiringPlan, firedStatus } from '../firing.ts'
import { pieceWorth, wasteOf } from '../line-worth.ts'
import type { DeciderTable } from './decider-table.ts'

/** What is made again was paid for once. */
export const free = (line: Line): Pick<Line, 'unitPrice' | 'modifiers'> =>
  line.unitPrice === undefined
    ? { modifiers: line.modifiers }
    : { unitPrice: 0, modifiers: line.modifiers.map((modifier) => ({ ...modifier, price: 0 })) }

const remakeOf = (line: Line, id: LineId, quantity: number, now: number): Line => {
  const { startedAt, readyAt, servedAt, sentBack, sharedBy, ...kept } = line
  return { ...kept, id, quantity, ...free(line), sentAt: now, firedAt: now, remakeOf: line.id, ticketIds: [] }
}

/** Its shares of discounts go with it, so that neither part has more taken off than it comes to. */
const cutPiece = (
  order: Order,
  line: Line,
  lineId: LineId,
  quantity: number,
): Pick<EventOf<'line.sent-back'>, 'piece' | 'adjustments'> => {
  const move = { lineId: line.id, movedId: lineId, quantity, of: line.quantity }
  const moved = adjustmentsMoved(order, { adjustments: [] }, [move])
  const adjustments = moved === undefined ? undefined : joined(moved.from, moved.to)
  const worth = pieceWorth(line, lineId, quantity, adjustments ?? [])
  return {
    piece: { lineId, quantity, ...(worth === undefined ? {} : { worth }) },
    ...(adjustments === undefined ? {} : { adjustments }),
  }
}

const sendBack: Decider<'line.send-back'> = (state, command, context) => {
  const { args } = command
  const found = findLine(state, args.orderId, args.lineId)
  if (!found.ok) return found
  const { order, line } = found.value
  const back = line.status === 'ready' || line.status === 'served'
  if (!back || line.sentBack !== undefined)
    return refuse(error('line-not-in-state', { lineId: line.id, status: line.status }))
  const quantity = args.quantity ?? line.quantity
  if (quantity > line.quantity) return refuse(error('command-invalid', { lineId: line.id, quantity: line.quantity }))
  const tally = new CountTally(state, context.now)
  const lacking = tally.lacking(line.itemId, quantity)
  if (lacking !== undefined) return refuse(error(lacking, { itemId: line.itemId, name: line.name }))
  tally.take(line.itemId, quantity)
  const { now } = context
  const plan = new FiringPlan(state, order, command.id, now, 'remake')
  const planned = remakeOf(line, entityId<LineId>(command.id, 'k'), quantity, now)
  const remake: Line = { ...planned, status: firedStatus(planned, false), ticketIds: plan.add(planned) }
  return ok([
    {
      type: 'line.sent-back',
      orderId: order.id,
      lineId: line.id,
      ...(quantity === line.quantity ? {} : cutPiece(order, line, entityId<LineId>(command.id, 'b'), quantity)),
      at: now,
      by: personOf(context),
      reason: args.reason,
      remake,
      firing: plan.firing([], line.stations.length === 0 ? [] : [firedCourse(order, line.course, now)]),
      counts: tally.changed(),
      ...wasteOf(line, quantity),
    },
  ])
}

export const lineSendBackDeciders: DeciderTable<'line.send-back'> = { 'line.send-back': sendBack }
