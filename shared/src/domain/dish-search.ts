// Finding a dish by a part of its name or by its number (ORD-16). Accents and case do not count.
import type { Item } from '../model/menu.ts'
import type { Catalog } from './state.ts'

const marks = /\p{M}/gu

/** As somebody types it: no accents, no capitals. */
export const plain = (text: string): string => text.normalize('NFD').replace(marks, '').toLowerCase().trim()

/** What begins with the words typed comes before what only has them inside. */
const rank = (item: Item, wanted: string): number | undefined => {
  const names = [item.name.en, item.name.ru, item.kitchenName].map(plain)
  if (String(item.number) === wanted) return 0
  if (names.some((name) => name.startsWith(wanted))) return 1
  if (names.some((name) => name.split(/[\s-]+/).some((word) => word.startsWith(wanted)))) return 2
  return names.some((name) => name.includes(wanted)) ? 3 : undefined
}

export const findDishes = (catalog: Catalog, typed: string): Item[] => {
  const wanted = plain(typed)
  if (wanted === '') return []
  const found: { item: Item; rank: number }[] = []
  for (const item of Object.values<Item | undefined>(catalog.items)) {
    const at = item && rank(item, wanted)
    if (item !== undefined && at !== undefined) found.push({ item, rank: at })
  }
  return found.sort((a, b) => a.rank - b.rank || a.item.number - b.item.number).map(({ item }) => item)
}
