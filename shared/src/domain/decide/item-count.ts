// 86 and countdown, from any screen (ORD-10, KDS-9). 86ing names the lines of the dish that were sent and not begun.
import type { ItemCount } from '../../model/service.ts'
import { isSoldOut } from '../counts.ts'
import { type Context, type Decider, type Decision, ok, refuse } from '../decision.ts'
import { error } from '../errors.ts'
import { personOf } from '../find.ts'
import type { State } from '../state.ts'
import { unstartedLines } from '../unstarted-lines.ts'
import type { DeciderTable } from './decider-table.ts'

const same = (a: ItemCount | undefined, b: ItemCount): boolean =>
  (a?.soldOut ?? false) === b.soldOut && a?.left === b.left && (a?.pinned ?? false) === b.pinned

const counted = (state: State, count: ItemCount, context: Context): Decision => {
  if (state.catalog.items[count.itemId] === undefined) return refuse(error('item-not-found', { itemId: count.itemId }))
  const before = state.counts.get(count.itemId)
  if (same(before, count)) return ok([])
  const ranOut = isSoldOut(count) && !isSoldOut(before)
  const lines = ranOut ? unstartedLines(state, count.itemId) : []
  const unstarted = lines.map(({ order, line }) => ({ orderId: order.id, lineId: line.id }))
  return ok([{ type: 'item.counted', count, by: personOf(context), unstarted }])
}

const soldOut: Decider<'item.sold-out'> = (state, command, context) => {
  const { itemId, soldOut: out, pinned } = command.args
  const before = state.counts.get(itemId)
  // back on sale with none left would be sold out still
  const left = out || before?.left !== 0 ? before?.left : undefined
  const count = {
    itemId,
    soldOut: out,
    ...(left === undefined ? {} : { left }),
    pinned: pinned ?? before?.pinned ?? false,
    at: context.now,
  }
  return counted(state, count, context)
}

const setCount: Decider<'item.count'> = (state, command, context) => {
  const { itemId, left, pinned } = command.args
  const before = state.counts.get(itemId)
  const count = {
    itemId,
    soldOut: left === null ? (before?.soldOut ?? false) : false,
    ...(left === null ? {} : { left }),
    pinned: pinned ?? before?.pinned ?? false,
    at: context.now,
  }
  return counted(state, count, context)
}

export const itemCountDeciders: DeciderTable<'item.sold-out' | 'item.count'> = {
  'item.sold-out': soldOut,
  'item.count': setCount,
}
