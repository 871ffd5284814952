// The menu as a waiter taps it: categories, their dishes, and what each button must say (ORD-5, ORD-9, ORD-10).
import { isSoldOut } from '@comanda/shared/domain/counts'
import { liveStations } from '@comanda/shared/domain/routing'
import type { Catalog, State } from '@comanda/shared/domain/state'
import type { CategoryId } from '@comanda/shared/model/ids'
import type { Allergen, Category, Item } from '@comanda/shared/model/menu'
import type { Allergy } from '@comanda/shared/model/order'
import type { ItemCount } from '@comanda/shared/model/service'
import { mustChoose } from './choices.ts'

const values = <Entity>(table: Readonly<Record<string, Entity | undefined>>): Entity[] =>
  Object.values(table).filter((entity): entity is Entity => entity !== undefined)

export const categoriesOf = (catalog: Catalog): Category[] =>
  values<Category>(catalog.categories).sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))

export const dishesIn = (catalog: Catalog, categoryId: CategoryId): Item[] =>
  values<Item>(catalog.items)
    .filter((item) => item.categoryId === categoryId)
    .sort((a, b) => a.number - b.number)

export const allDishes = (catalog: Catalog): Item[] => values<Item>(catalog.items)

/** What a tap on the dish asks before it can be drafted. */
export type Question = 'choices' | 'price' | 'weight'

export function questionOf(catalog: Catalog, item: Item): Question | undefined {
  if (mustChoose(catalog, item)) return 'choices'
  if (item.price?.kind === 'open') return 'price'
  return item.price?.kind === 'by-weight' ? 'weight' : undefined
}

export type Supply = 'plenty' | 'counted' | 'few' | 'out'

/** Few: five or fewer. */
export function supplyOf(count: ItemCount | undefined): Supply {
  if (count === undefined) return 'plenty'
  if (isSoldOut(count)) return 'out'
  if (count.left === undefined) return 'plenty'
  return count.left <= 5 ? 'few' : 'counted'
}

/** No station that is in use would get it (ORD-9). */
export const hasNoStation = (state: Pick<State, 'catalog' | 'switches'>, item: Item): boolean =>
  item.needsTicket && liveStations(state as State, item.stations).length === 0

export type DishMark =
  | { readonly kind: 'clear' }
  | { readonly kind: 'not-recorded' }
  | { readonly kind: 'contains'; readonly allergens: readonly Allergen[] }

const clear: DishMark = { kind: 'clear' }
const notRecorded: DishMark = { kind: 'not-recorded' }

/** What concerns the seat that the next dish is for; for the whole table, what concerns anybody. */
const concerning = (allergies: readonly Allergy[], seat: number | undefined): Allergy[] =>
  allergies.filter((allergy) => allergy.seat === undefined || seat === undefined || allergy.seat === seat)

/** The dish as its menu describes it; what is chosen of it is marked in the draft. */
export function dishMark(
  catalog: Catalog,
  item: Item,
  allergies: readonly Allergy[],
  seat: number | undefined,
): DishMark {
  const declared = concerning(allergies, seat)
  if (declared.length === 0) return clear
  const usual = item.modifierGroups.flatMap((groupId) => {
    const group = catalog.modifierGroups[groupId]
    return group?.modifiers.filter(({ id }) => group.defaults.includes(id)).flatMap(({ allergens }) => allergens) ?? []
  })
  const inside = new Set([...(item.allergens ?? []), ...usual])
  const found = new Set(declared.flatMap(({ allergens }) => allergens.filter((allergen) => inside.has(allergen))))
  if (found.size > 0) return { kind: 'contains', allergens: [...found] }
  return item.allergens === null ? notRecorded : clear
}

/** What can be offered in the place of a dish that is sold out: what the menu names, else its neighbours. */
export function substitutesFor(state: Pick<State, 'catalog' | 'counts' | 'switches'>, item: Item): Item[] {
  const canBeHad = (other: Item) =>
    other.id !== item.id && supplyOf(state.counts.get(other.id)) !== 'out' && !hasNoStation(state, other)
  const named = (item.substitutes ?? []).flatMap((id) => {
    const other = state.catalog.items[id]
    return other !== undefined && canBeHad(other) ? [other] : []
  })
  if (named.length > 0) return named
  return dishesIn(state.catalog, item.categoryId).filter(canBeHad).slice(0, 6)
}
