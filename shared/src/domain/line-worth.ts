// What a change of a line does to the money on it, for the event that tells of it. Where the room has no money, nothing.
import type { Line, Order } from '../model/order.ts'
import { adjustedAfter } from './adjustments.ts'
import { grossOf, sharesByLine } from './bill.ts'
import type { Adjusted, PieceWorth } from './events/worth.ts'

export type Worth = { amount?: number; adjusted?: Adjusted }

const adjustedOf = (order: Order, line: Line, before: number, after: number): Pick<Worth, 'adjusted'> => {
  const adjusted = adjustedAfter(order, line.id, before, after)
  return adjusted === undefined ? {} : { adjusted }
}

/** A line, or part of its quantity, goes away: `amount` is what went. */
export const worthLost = (order: Order, line: Line, quantity: number): Worth => {
  if (line.unitPrice === undefined) return {}
  const before = grossOf(line)
  const after = grossOf({ ...line, quantity: line.quantity - quantity })
  return { amount: before - after, ...adjustedOf(order, line, before, after) }
}

/**
 * A line changes: `amount` is what it comes to more than before. When another dish takes its place the event says what
 * lies on it even if that is as before: it now lies on another dish.
 */
export const worthChanged = (order: Order, line: Line, changed: Line): Worth => {
  if (line.unitPrice === undefined || changed.unitPrice === undefined) return {}
  const before = grossOf(line)
  const after = grossOf(changed)
  const stays = before === after && line.itemId === changed.itemId
  return { amount: after - before, ...(stays ? {} : adjustedOf(order, line, before, after)) }
}

/** What a piece takes along from its line. `adjustments`: as they stand once it has its shares. */
export const pieceWorth = (
  line: Line,
  pieceId: Line['id'],
  quantity: number,
  adjustments: NonNullable<Order['adjustments']>,
): PieceWorth | undefined => {
  if (line.unitPrice === undefined) return undefined
  const shares = sharesByLine({ adjustments }).get(pieceId) ?? { discounts: 0, comps: 0 }
  return { gross: grossOf({ ...line, quantity }), ...shares }
}

/** What the kitchen threw away. */
export const wasteOf = (line: Line, quantity: number): { cost?: number } =>
  line.cost === undefined ? {} : { cost: line.cost * quantity }
