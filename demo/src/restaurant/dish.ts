// One short line a dish: what the menu's files are written in. Everything is parsed as the real thing.
import type { Allergen, Course } from '@comanda/shared/model/menu'
import { Category, Item } from '@comanda/shared/model/menu'

type More = {
  minutes?: number
  course?: Course
  groups?: readonly string[]
  tax?: 'vat-10' | 'vat-21'
  substitutes?: readonly string[]
  price?: Item['price']
  noTicket?: boolean
}

export type Section = { category: Category; items: readonly Item[] }

type Dish = (
  number: number,
  names: readonly [en: string, ru: string, kitchen: string],
  price: number,
  cost: number,
  stations: string,
  allergens: string | null,
  more?: More,
) => Item

/** 'milk nuts' -> ['milk', 'nuts']; '' -> nothing in it; null -> nobody recorded it. */
const words = (text: string): string[] => (text === '' ? [] : text.split(' '))

const idOf = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

export function section(
  position: number,
  id: string,
  names: readonly [en: string, ru: string],
  kind: Category['kind'],
  course: Course,
  write: (dish: Dish) => readonly Item[],
): Section {
  const category = Category.parse({ id, name: { en: names[0], ru: names[1] }, kind, course, position })
  const dish: Dish = (number, [en, ru, kitchen], price, cost, stations, allergens, more = {}) =>
    Item.parse({
      id: idOf(en),
      number,
      categoryId: category.id,
      name: { en, ru },
      kitchenName: kitchen,
      price: more.price ?? { kind: 'fixed', amount: price },
      cost,
      taxId: more.tax ?? 'vat-10',
      stations: words(stations),
      needsTicket: more.noTicket !== true,
      ...(more.course === undefined ? {} : { course: more.course }),
      ...(more.minutes === undefined ? {} : { prepSeconds: more.minutes * 60 }),
      allergens: allergens === null ? null : (words(allergens) as Allergen[]),
      modifierGroups: more.groups ?? [],
      ...(more.substitutes === undefined ? {} : { substitutes: more.substitutes }),
    })
  return { category, items: write(dish) }
}
