// Which dishes on a ticket an allergy concerns (ORD-5): the dish's own allergens and those of its modifiers count, and a dish whose
// allergens nobody recorded says so. A seat's allergy concerns its own dishes, and those that belong to no seat.
import type { Allergen } from '../model/menu.ts'
import type { Allergy, Line, Order } from '../model/order.ts'

export type AllergenMark =
  | { readonly kind: 'clear' }
  | { readonly kind: 'not-recorded' }
  | { readonly kind: 'contains'; readonly allergens: readonly Allergen[] }

const concerns = (allergy: Allergy, line: Line): boolean =>
  allergy.seat === undefined ||
  line.seat === undefined ||
  allergy.seat === line.seat ||
  line.sharedBy?.includes(allergy.seat) === true

const clear: AllergenMark = { kind: 'clear' }

export const allergenMark = (order: Pick<Order, 'allergies'>, line: Line): AllergenMark => {
  const declared = order.allergies.filter((allergy) => concerns(allergy, line))
  if (declared.length === 0) return clear
  const inside = new Set([...(line.allergens ?? []), ...line.modifiers.flatMap((modifier) => modifier.allergens)])
  const found = new Set(declared.flatMap((allergy) => allergy.allergens.filter((allergen) => inside.has(allergen))))
  if (found.size > 0) return { kind: 'contains', allergens: [...found] }
  return line.allergens === null ? { kind: 'not-recorded' } : clear
}
