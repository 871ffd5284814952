// How many of each dish are fired and not done, and how many are held beside them (KDS-6): same modifiers together, dishes that
// an allergy concerns apart.
import type { StationId } from '../model/ids.ts'
import type { Line, LineModifier, Order } from '../model/order.ts'
import { allergenMark } from './allergen-marks.ts'
import { isCooking } from './line-steps.ts'
import { switchedTo } from './routing.ts'
import type { State } from './state.ts'

/** How a dish is wanted; the screen has the words for the prefix. */
export type AllDayModifier = Pick<LineModifier, 'prefix' | 'kitchenName'>

export type AllDayRow = {
  readonly key: string
  readonly kitchenName: string
  readonly modifiers: readonly AllDayModifier[]
  readonly allergic: boolean
  readonly fired: number
  readonly held: number
}

const sortName = ({ prefix, kitchenName }: AllDayModifier): string => `${prefix ?? ''} ${kitchenName}`

const waysOf = (line: Line): AllDayModifier[] =>
  line.modifiers
    .map(({ prefix, kitchenName }) => ({ ...(prefix === undefined ? {} : { prefix }), kitchenName }))
    .sort((a, b) => (sortName(a) < sortName(b) ? -1 : 1))

const undoneAt = (state: State, line: Line, stationIds: readonly StationId[]): boolean =>
  isCooking(line.status) &&
  line.ticketIds.some((ticketId) => {
    const ticket = state.tickets.get(ticketId)
    if (ticket?.status !== 'open' || !stationIds.includes(ticket.stationId)) return false
    return ticket.entries.some((entry) => entry.lineId === line.id && !entry.done)
  })

const heldFor = (state: State, line: Line, stationIds: readonly StationId[]): boolean =>
  line.status === 'held' && line.stations.some((stationId) => stationIds.includes(switchedTo(state, stationId)))

const rowOf = (order: Order, line: Line): Omit<AllDayRow, 'fired' | 'held'> => {
  const modifiers = waysOf(line)
  const allergic = allergenMark(order, line).kind !== 'clear'
  const key = JSON.stringify([line.itemId, modifiers.map(sortName), allergic])
  return { key, kitchenName: line.kitchenName, modifiers, allergic }
}

export const allDay = (state: State, stationIds: readonly StationId[]): AllDayRow[] => {
  const rows = new Map<string, AllDayRow>()
  for (const order of state.orders.values()) {
    for (const line of order.lines) {
      const fired = undoneAt(state, line, stationIds) ? line.quantity : 0
      const held = heldFor(state, line, stationIds) ? line.quantity : 0
      if (fired + held === 0) continue
      const row = rowOf(order, line)
      const before = rows.get(row.key)
      rows.set(row.key, { ...row, fired: fired + (before?.fired ?? 0), held: held + (before?.held ?? 0) })
    }
  }
  return [...rows.values()].sort((a, b) => b.fired - a.fired || b.held - a.held || (a.key < b.key ? -1 : 1))
}
