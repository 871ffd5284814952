// Casa Lola, the demo restaurant, as the changes that publish it.
import type { CatalogChange } from '@comanda/shared/model/catalog'
import { RestaurantId } from '@comanda/shared/model/ids'
import type { Section } from './dish.ts'
import { areas, stations, tables } from './floor.ts'
import { fish, grill, ricePasta, sides } from './menu-mains.ts'
import { coldTapas, hotTapas, soupsSalads } from './menu-starters.ts'
import { desserts, softDrinks, wineBeer } from './menu-sweet-and-drinks.ts'
import { modifierGroups } from './modifiers.ts'
import { settings, taxes } from './settings.ts'
import { people, pins } from './staff.ts'

const sections: readonly Section[] = [
  coldTapas,
  hotTapas,
  soupsSalads,
  grill,
  fish,
  ricePasta,
  sides,
  desserts,
  wineBeer,
  softDrinks,
]

const changes: readonly CatalogChange[] = [
  { kind: 'settings', put: settings },
  ...taxes.map((put) => ({ kind: 'tax' as const, put })),
  ...areas.map((put) => ({ kind: 'area' as const, put })),
  ...tables.map((put) => ({ kind: 'table' as const, put })),
  ...stations.map((put) => ({ kind: 'station' as const, put })),
  ...people.map((put) => ({ kind: 'person' as const, put })),
  ...modifierGroups.map((put) => ({ kind: 'modifierGroup' as const, put })),
  ...sections.map(({ category }) => ({ kind: 'category' as const, put: category })),
  ...sections.flatMap(({ items }) => items.map((put) => ({ kind: 'item' as const, put }))),
]

export const casaLola = { restaurantId: RestaurantId.parse('casa-lola'), changes, pins }
