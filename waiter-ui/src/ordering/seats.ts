// How many seats are offered: those of the guests, and any other that something was ordered or declared for.
import { largestSeat } from '@comanda/shared/domain/seats'
import type { Order } from '@comanda/shared/model/order'
import type { Draft } from '../draft/draft.ts'

const mostSeats = 24

export function seatsShown(covers: number, order: Order | undefined, draft: Draft | undefined): number {
  const ordered = order === undefined ? 0 : largestSeat(order)
  const drafted = draft?.entries.reduce((largest, { line }) => Math.max(largest, line.seat ?? 0), 0) ?? 0
  const declared = draft?.allergies.reduce((largest, { seat }) => Math.max(largest, seat ?? 0), 0) ?? 0
  return Math.min(mostSeats, Math.max(covers, ordered, drafted, declared, draft?.seat ?? 0))
}
