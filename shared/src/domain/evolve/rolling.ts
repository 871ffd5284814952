// A new business day: what is over leaves the state with everything that hangs on it. Open orders go on with all of theirs.
import type { OrderId } from '../../model/ids.ts'
import type { EventOf } from '../events.ts'
import { PersistentTable } from '../persistent-table.ts'
import type { State } from '../state.ts'

const keeping = <Key extends string, Value>(
  table: PersistentTable<Key, Value>,
  keeps: (value: Value, key: Key) => boolean,
): PersistentTable<Key, Value> => {
  const entries = [...table.entries()]
  const kept = entries.filter(([key, value]) => keeps(value, key))
  return kept.length === entries.length ? table : PersistentTable.from(kept)
}

/** Whether an order lives on, under this name or the one it was joined to. */
function survival(state: State): (orderId: OrderId) => boolean {
  const isOpen = (orderId: OrderId): boolean => state.orders.get(orderId)?.status === 'open'
  return (orderId) => {
    let current = orderId
    for (let next = state.aliases.get(current); next !== undefined; next = state.aliases.get(current)) current = next
    return isOpen(current)
  }
}

/** What was said of the day that is over. */
const dayWithout = ({ refunded: _refunded, carriedNumbers: _carried, ...day }: State['day']): State['day'] => day

export function rolled(state: State, event: EventOf<'day.rolled'>): State {
  const survives = survival(state)
  const orders = keeping(state.orders, (order) => order.status === 'open')
  const carriedNumbers = [...orders.values()].map((order) => order.number).sort((one, other) => one - other)
  const lines = new Set([...orders.values()].flatMap((order) => order.lines.map((line) => line.id)))
  return {
    ...state,
    orders,
    tickets: keeping(state.tickets, (ticket) => orders.has(ticket.orderId)),
    aliases: keeping(state.aliases, (_, alias) => survives(alias)),
    lineHomes: keeping(state.lineHomes, (_, lineId) => lines.has(lineId)),
    counts: keeping(state.counts, (count) => count.pinned),
    calls: keeping(state.calls, (call) => call.resolvedAt === undefined),
    asks: keeping(state.asks, (ask) => ask.answer === undefined && lines.has(ask.lineId)),
    cashShifts: keeping(state.cashShifts, (shift) => shift.closed === undefined),
    sections: {},
    day: {
      ...dayWithout(state.day),
      date: event.to,
      lastOrderNumber: 0,
      ...(carriedNumbers.length === 0 ? {} : { carriedNumbers }),
      unclosed: event.unclosed ?? state.day.unclosed,
    },
  }
}
