// Discounts and comps lie on lines, in shares that were decided when they were applied (BILL-2). When a line's worth
// changes later, its shares change in proportion, so no line ever has more taken off than it comes to.

import type { Adjustment } from '../model/bill.ts'
import type { LineId } from '../model/ids.ts'
import type { Order } from '../model/order.ts'
import { grossOf, isCharged, sharesByLine } from './bill.ts'
import type { Adjusted } from './events/worth.ts'
import { allocate } from './largest-remainder.ts'

/** What each charged line still comes to after what was taken off before. */
export function remainingByLine(
  order: Order,
  lineIds: readonly LineId[] | undefined,
): { lineId: LineId; remaining: number }[] {
  const shares = sharesByLine(order)
  const chosen = lineIds === undefined ? undefined : new Set(lineIds)
  return order.lines
    .filter((line) => isCharged(line) && (chosen === undefined || chosen.has(line.id)))
    .map((line) => {
      const taken = shares.get(line.id)
      return { lineId: line.id, remaining: grossOf(line) - (taken?.discounts ?? 0) - (taken?.comps ?? 0) }
    })
}

/** An amount laid on lines in proportion to what they come to. */
export function shareOut(
  amount: number,
  lines: readonly { lineId: LineId; remaining: number }[],
): Adjustment['shares'] {
  const parts = allocate(
    amount,
    lines.map((line) => line.remaining),
  )
  return lines
    .map((line, index) => ({ lineId: line.lineId, amount: parts[index] ?? 0 }))
    .filter((share) => share.amount !== 0)
}

/** Floor of amount x after / before: never more than in proportion. */
const scaled = (amount: number, before: number, after: number): number => {
  if (before <= 0 || after <= 0) return 0
  return Number((BigInt(amount) * BigInt(after)) / BigInt(before))
}

/** A discount of so much stays what it was when its line comes to more; a percentage and a comp grow with it. */
function shareAfter(adjustment: Adjustment, amount: number, before: number, after: number): number {
  const grows = adjustment.kind === 'comp' || adjustment.asked.by === 'percent'
  return after > before && !grows ? amount : scaled(amount, before, after)
}

/**
 * How the adjustments stand after a line that came to `before` comes to `after` (0: voided), and how much less is taken
 * off by it. undefined: nothing lay on this line.
 */
export function adjustedAfter(
  order: Pick<Order, 'adjustments'>,
  lineId: LineId,
  before: number,
  after: number,
): Adjusted | undefined {
  const { adjustments } = order
  if (adjustments === undefined) return undefined
  if (!adjustments.some(({ shares }) => shares.some((share) => share.lineId === lineId))) return undefined
  const adjusted: Adjusted = { discounts: 0, comps: 0, adjustments: [] }
  for (const adjustment of adjustments) {
    const shares: Adjustment['shares'] = []
    for (const share of adjustment.shares) {
      const amount = share.lineId === lineId ? shareAfter(adjustment, share.amount, before, after) : share.amount
      adjusted[adjustment.kind === 'comp' ? 'comps' : 'discounts'] += share.amount - amount
      if (amount !== 0) shares.push({ ...share, amount })
    }
    adjusted.adjustments.push({ ...adjustment, shares })
  }
  return adjusted
}

export type LineMove = {
  readonly lineId: LineId
  /** Its id in the order it goes to: its own, or the piece's. */
  readonly movedId: LineId
  readonly quantity: number
  /** How many there were before. */
  readonly of: number
}

/** Shares follow their lines to another order: what stays, and what arrives there as adjustments of the same kind and reason. */
export function adjustmentsMoved(
  from: Pick<Order, 'adjustments'>,
  to: Pick<Order, 'adjustments'>,
  moves: readonly LineMove[],
): { from: Adjustment[]; to: Adjustment[] } | undefined {
  const own = from.adjustments ?? []
  const byLine = new Map(moves.map((move) => [move.lineId, move]))
  if (!own.some(({ shares }) => shares.some((share) => byLine.has(share.lineId)))) return undefined
  const movedOf = movedShares(moves)
  const stay: Adjustment[] = []
  const arrive: Adjustment[] = []
  for (const adjustment of own) {
    const staying: Adjustment['shares'] = []
    const arriving: Adjustment['shares'] = []
    for (const share of adjustment.shares) {
      const move = byLine.get(share.lineId)
      const moved = move === undefined ? 0 : movedOf(move, share.amount)
      if (share.amount - moved !== 0) staying.push({ ...share, amount: share.amount - moved })
      if (move !== undefined && moved !== 0) arriving.push({ lineId: move.movedId, amount: moved })
    }
    if (staying.length > 0) stay.push({ ...adjustment, shares: staying })
    if (arriving.length > 0) arrive.push({ ...adjustment, wholeOrder: false, shares: arriving })
  }
  return { from: stay, to: joined(to.adjustments ?? [], arrive) }
}

/** The part of a line's shares that goes with it, each rounded so that all of the line's together are rounded down once. */
function movedShares(moves: readonly LineMove[]): (move: LineMove, amount: number) => number {
  const soFar = new Map(moves.map((move) => [move.lineId, 0]))
  return (move, amount) => {
    const before = soFar.get(move.lineId) ?? 0
    soFar.set(move.lineId, before + amount)
    return scaled(before + amount, move.of, move.quantity) - scaled(before, move.of, move.quantity)
  }
}

/** Adjustments of two orders as one: what came from one adjustment and meets again is one again. */
export function joined(own: readonly Adjustment[], arriving: readonly Adjustment[]): Adjustment[] {
  const all = own.map((adjustment) => ({ ...adjustment }))
  for (const adjustment of arriving) {
    const same = all.find((known) => known.id === adjustment.id)
    if (same === undefined) all.push(adjustment)
    else same.shares = [...same.shares, ...adjustment.shares]
  }
  return all
}
