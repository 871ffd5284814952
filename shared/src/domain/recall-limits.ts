// How far back a recall reaches, and what it brings back (KDS-5): dishes that nobody has yet. A ticket whose dishes are all
// served or struck would come back with nothing to do, and nobody could finish it.
import type { Line, Order } from '../model/order.ts'
import type { Ticket } from '../model/ticket.ts'
import { lineOf } from './find.ts'
import { isLive } from './line-steps.ts'

export const recallLimits = { tickets: 100, seconds: 90 * 60 } as const

export const linesToRecall = (order: Order, ticket: Ticket): Line[] =>
  ticket.entries
    .flatMap((entry) => lineOf(order, entry.lineId) ?? [])
    .filter(({ status }) => isLive(status) && status !== 'served')
