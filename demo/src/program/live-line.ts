// One line that says how the evening goes.
import { billOf } from '@comanda/shared/domain/bill'
import type { State } from '@comanda/shared/domain/state'
import type { Ticket } from '@comanda/shared/model/ticket'
import type { Millis } from '@comanda/shared/ports/time'
import { allTickets, openOrders } from '../bots/reading.ts'
import type { Tally } from './tally.ts'

const two = (number: number): string => String(number).padStart(2, '0')

function isLate(state: State, ticket: Ticket, now: Millis, speed: number): boolean {
  const lines = state.orders.get(ticket.orderId)?.lines ?? []
  const entries = ticket.entries.filter(({ done }) => !done).map(({ lineId }) => lineId)
  const target = Math.max(0, ...lines.filter(({ id }) => entries.includes(id)).map(({ prepSeconds }) => prepSeconds))
  return (now - ticket.firedAt) * speed > target * 1_000 * (state.peak ? state.catalog.settings.peakFactor : 1)
}

export type Moment = {
  readonly state: State
  readonly now: Millis
  /** How long it has gone on, in the restaurant's time. */
  readonly elapsed: Millis
  readonly speed: number
  readonly tally: Tally
  readonly money: (amount: number) => string
}

export function liveLine({ state, now, elapsed, speed, tally, money }: Moment): string {
  const minutes = Math.floor(elapsed / 60_000)
  const orders = openOrders(state)
  const open = allTickets(state).filter((ticket) => ticket.status === 'open')
  const late = open.filter((ticket) => isLate(state, ticket, now, speed)).length
  const owed = orders.reduce((sum, order) => sum + Math.max(0, billOf(order, state.catalog).balance), 0)
  return [
    `${Math.floor(minutes / 60)}:${two(minutes % 60)}`,
    `orders ${orders.length} open, ${tally.closed + tally.walkedOut} done`,
    `tickets ${open.length} open, ${late} late`,
    `served ${tally.served}`,
    `owed ${money(owed)}`,
    `paid ${money(tally.paid)}`,
  ].join('  ·  ')
}
