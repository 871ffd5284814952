// How long a dish and a ticket may take (KDS-3): the dish's own time, else its kind's, with its modifiers; stretched at peak.
import type { Category, CategoryKind, Item } from '../model/menu.ts'
import type { LineModifier, Order } from '../model/order.ts'
import type { Thresholds } from '../model/settings.ts'
import type { Ticket } from '../model/ticket.ts'
import { lineOf } from './find.ts'
import { isLive } from './line-steps.ts'
import type { State } from './state.ts'

const ofKind: { readonly [Kind in CategoryKind]: (thresholds: Thresholds) => number } = {
  drink: (thresholds) => thresholds.prepBar,
  cold: (thresholds) => thresholds.prepCold,
  'hot-starter': (thresholds) => thresholds.prepHotStarter,
  main: (thresholds) => thresholds.prepMain,
  dessert: (thresholds) => thresholds.prepDessert,
  other: (thresholds) => thresholds.prepHotStarter,
}

const shortest = 30

export const prepSecondsOf = (
  item: Item,
  category: Category,
  modifiers: readonly LineModifier[],
  thresholds: Thresholds,
): number => {
  let seconds = item.prepSeconds ?? ofKind[category.kind](thresholds)
  for (const modifier of modifiers) seconds += modifier.prepSeconds
  return Math.max(shortest, seconds)
}

/** The longest dish on the ticket, in seconds: of those not done, or of all of them when every one is. */
export const ticketTarget = (state: State, order: Order, ticket: Ticket): number => {
  let undone = 0
  let any = 0
  for (const entry of ticket.entries) {
    const line = lineOf(order, entry.lineId)
    if (line === undefined || !isLive(line.status)) continue
    any = Math.max(any, line.prepSeconds)
    if (!entry.done) undone = Math.max(undone, line.prepSeconds)
  }
  return Math.round((undone || any) * (state.peak ? state.catalog.settings.peakFactor : 1))
}

export type Pace = 'on-time' | 'warn' | 'late'

/** When it is late: after its target, or, for a takeaway with a promise, when that is broken (ORD-15). */
export const lateAt = (state: State, order: Order, ticket: Ticket): number =>
  order.type === 'takeaway' && order.promisedAt !== undefined
    ? order.promisedAt
    : ticket.firedAt + ticketTarget(state, order, ticket) * 1000

/** Warn when three quarters of the time are over, late when all of it is. */
export const paceOf = (state: State, order: Order, ticket: Ticket, now: number): Pace => {
  const late = lateAt(state, order, ticket)
  if (now >= late) return 'late'
  return now >= ticket.firedAt + (late - ticket.firedAt) * 0.75 ? 'warn' : 'on-time'
}
