// The dishes that are asked for most at this hour of the day, in an order that does not change while somebody works:
// fingers learn places. What was sold is tallied by day and daypart on the device; the list is frozen when a shift begins.
import { localTime } from '@comanda/shared/domain/business-day'
import { isLive } from '@comanda/shared/domain/line-steps'
import type { Catalog, State } from '@comanda/shared/domain/state'
import type { ItemId } from '@comanda/shared/model/ids'
import type { Item } from '@comanda/shared/model/menu'
import { allDishes, categoriesOf, dishesIn } from './menu-view.ts'

export type Daypart = 'morning' | 'midday' | 'evening'

export type SoldTally = Readonly<Record<string, number>>

export type TopMemory = {
  /** '2026-05-08 evening' -> how often each dish was sold. */
  readonly sold: Readonly<Record<string, SoldTally>>
  /** The list of the shift that runs. */
  readonly frozen?: { readonly shift: string; readonly itemIds: readonly ItemId[] }
}

export const topSize = 24
const shiftsKept = 42

/** The night belongs to the evening before it. */
export function daypartOf(at: number, zone: string): Daypart {
  const { hour } = localTime(at, zone)
  if (hour >= 5 && hour < 12) return 'morning'
  return hour >= 12 && hour < 17 ? 'midday' : 'evening'
}

export const shiftOf = (date: string, at: number, zone: string): string => `${date} ${daypartOf(at, zone)}`

/** What the orders in sight come to, each line in the daypart in which it was sent. */
export function soldIn(state: State): Record<string, Record<string, number>> {
  const sold: Record<string, Record<string, number>> = {}
  const { zone } = state.catalog.settings
  for (const order of state.orders.values()) {
    for (const line of order.lines) {
      if (!isLive(line.status) || line.remakeOf !== undefined) continue
      const shift = shiftOf(order.businessDate, line.sentAt, zone)
      const tally = sold[shift] ?? {}
      tally[line.itemId] = (tally[line.itemId] ?? 0) + line.quantity
      sold[shift] = tally
    }
  }
  return sold
}

const larger = (one: SoldTally, other: SoldTally): SoldTally => {
  const merged: Record<string, number> = { ...one }
  for (const [item, count] of Object.entries(other)) merged[item] = Math.max(merged[item] ?? 0, count)
  return merged
}

/** With what is in sight now. Orders leave the sight when they close: what was seen once stays counted. */
export function remembered(memory: TopMemory, state: State): TopMemory {
  const sold: Record<string, SoldTally> = { ...memory.sold }
  for (const [shift, tally] of Object.entries(soldIn(state))) sold[shift] = larger(sold[shift] ?? {}, tally)
  const shifts = Object.keys(sold).sort().slice(-shiftsKept)
  return { ...memory, sold: Object.fromEntries(shifts.map((shift) => [shift, sold[shift] ?? {}])) }
}

function byDaypart(memory: TopMemory, daypart: Daypart): Map<string, number> {
  const sums = new Map<string, number>()
  for (const [shift, tally] of Object.entries(memory.sold)) {
    if (!shift.endsWith(daypart)) continue
    for (const [item, count] of Object.entries(tally)) sums.set(item, (sums.get(item) ?? 0) + count)
  }
  return sums
}

/** Before anything was sold: the first of every category in turn, drinks as often as all the rest of a meal. */
function inTurn(catalog: Catalog): Item[] {
  const rows = categoriesOf(catalog).map((category) => dishesIn(catalog, category.id))
  const found: Item[] = []
  const longest = Math.max(0, ...rows.map((row) => row.length))
  for (let place = 0; place < longest; place++) {
    for (const row of rows) {
      const item = row[place]
      if (item !== undefined) found.push(item)
    }
  }
  return found
}

/** In the order of the menu, so that what belongs together stands together. */
function inMenuOrder(catalog: Catalog, items: readonly Item[]): ItemId[] {
  const place = new Map(categoriesOf(catalog).map((category, at) => [category.id, at]))
  const at = (item: Item) => place.get(item.categoryId) ?? place.size
  return [...items].sort((a, b) => at(a) - at(b) || a.number - b.number).map(({ id }) => id)
}

export function mostSold(catalog: Catalog, memory: TopMemory, daypart: Daypart, size = topSize): ItemId[] {
  const sums = byDaypart(memory, daypart)
  const sold = allDishes(catalog)
    .filter((item) => (sums.get(item.id) ?? 0) > 0)
    .sort((a, b) => (sums.get(b.id) ?? 0) - (sums.get(a.id) ?? 0) || a.number - b.number)
  const others = inTurn(catalog).filter((item) => !sold.includes(item))
  return inMenuOrder(catalog, [...sold, ...others].slice(0, size))
}

/** The memory with a list for the shift that runs. One that is there already stays, whatever was sold since. */
export function frozenFor(memory: TopMemory, state: State, date: string, now: number): TopMemory {
  const shift = shiftOf(date, now, state.catalog.settings.zone)
  if (memory.frozen?.shift === shift) return memory
  const seen = remembered(memory, state)
  const itemIds = mostSold(state.catalog, seen, daypartOf(now, state.catalog.settings.zone))
  return { ...seen, frozen: { shift, itemIds } }
}
