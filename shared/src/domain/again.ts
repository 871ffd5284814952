// The same once more (ORD-7): a line that was sent, drafted again as it was asked for; today's price, today's menu.

import type { Line, Order } from '../model/order.ts'
import type { DraftLine } from './commands/draft.ts'
import { drinks } from './courses.ts'
import { isLive } from './line-steps.ts'

export const draftedAgain = (line: Line): DraftLine => ({
  itemId: line.itemId,
  quantity: line.quantity,
  modifiers: line.modifiers.map(({ groupId, modifierId, prefix }) => ({
    groupId,
    modifierId,
    ...(prefix === undefined ? {} : { prefix }),
  })),
  ...(line.note === undefined ? {} : { note: line.note }),
  ...(line.seat === undefined ? {} : { seat: line.seat }),
  ...(line.course === drinks ? {} : { course: line.course }),
  ...(line.grams === undefined ? {} : { grams: line.grams }),
})

const ordered = (line: Line): boolean => isLive(line.status) && line.remakeOf === undefined

/** A whole round, or its drinks alone. */
export const roundAgain = (order: Order, roundId: Line['roundId']): DraftLine[] =>
  order.lines.filter((line) => line.roundId === roundId && ordered(line)).map(draftedAgain)

/** The drinks of the last round that had any. */
export const lastDrinksAgain = (order: Order): DraftLine[] => {
  const poured = order.lines.filter((line) => line.course === drinks && ordered(line))
  const last = poured.at(-1)?.roundId
  return poured.filter((line) => line.roundId === last).map(draftedAgain)
}
