// A dozen dishes that differ in every way a rule names: by the hour, by weight, open, of two stations, without a ticket, with
// modifiers that ask for more, without recorded allergens, and one whose station is closed.
import type { Category, Item, ModifierGroup } from '../../model/menu.ts'

export const brand = <Id>(text: string): Id => text as Id
export const text = (en: string, ru = en) => ({ en, ru })

const category = (id: string, kind: Category['kind'], course: number): Category => ({
  id: brand(id),
  name: text(id),
  kind,
  course,
  position: 0,
})

export const smallCategories: Category[] = [
  category('drinks', 'drink', 0),
  category('starters', 'hot-starter', 1),
  category('mains', 'main', 2),
  category('desserts', 'dessert', 3),
]

type Dish = Omit<Partial<Item>, 'stations' | 'modifierGroups'> & { stations: string[]; modifierGroups?: string[] }

let number = 0
const item = (id: string, categoryId: string, amount: number, { stations, modifierGroups, ...more }: Dish): Item => ({
  id: brand(id),
  number: ++number,
  categoryId: brand(categoryId),
  name: text(id),
  kitchenName: id.slice(0, 14),
  price: { kind: 'fixed', amount },
  cost: Math.round(amount / 3),
  taxId: brand(categoryId === 'drinks' ? 'drink' : 'food'),
  stations: stations.map((stationId) => brand(stationId)),
  needsTicket: true,
  allergens: [],
  modifierGroups: (modifierGroups ?? []).map((groupId) => brand(groupId)),
  ...more,
})

const everyDay = [1, 2, 3, 4, 5, 6, 7]

export const smallItems: Item[] = [
  item('cola', 'drinks', 350, { stations: ['bar'] }),
  item('beer', 'drinks', 500, {
    stations: ['bar'],
    allergens: ['gluten'],
    price: {
      kind: 'fixed',
      amount: 500,
      scheduled: [{ weekdays: everyDay, from: 17 * 60, until: 18 * 60, price: 400 }],
    },
  }),
  item('soup', 'starters', 650, { stations: ['grill'], allergens: ['celery', 'milk'], prepSeconds: 480 }),
  item('salad', 'starters', 800, { stations: ['cold'], allergens: ['nuts'], substitutes: [brand('soup')] }),
  item('steak', 'mains', 2400, { stations: ['grill'], modifierGroups: ['doneness', 'sides'], prepSeconds: 1100 }),
  item('burger', 'mains', 1500, {
    stations: ['grill', 'cold'],
    allergens: ['gluten', 'eggs'],
    modifierGroups: ['extras'],
  }),
  item('trout', 'mains', 1900, { stations: ['grill'], allergens: null, substitutes: [brand('steak')] }),
  item('ham', 'mains', 0, { stations: ['cold'], price: { kind: 'by-weight', perKilogram: 3990 } }),
  item('special', 'mains', 0, { stations: ['grill'], price: { kind: 'open' } }),
  item('cake', 'desserts', 600, { stations: ['dessert'], allergens: ['eggs', 'milk'] }),
  item('bread', 'starters', 300, { stations: [], needsTicket: false, allergens: ['gluten'] }),
  item('waffle', 'desserts', 700, { stations: ['closed-station'] }),
]

export const smallModifierGroups: ModifierGroup[] = [
  {
    id: brand('doneness'),
    name: text('Doneness'),
    min: 1,
    max: 1,
    defaults: [brand('medium')],
    modifiers: ['rare', 'medium', 'well'].map((id) => ({
      id: brand(id),
      name: text(id),
      kitchenName: id,
      price: 0,
      prepSeconds: id === 'well' ? 240 : 0,
      allergens: [],
    })),
  },
  {
    id: brand('sides'),
    name: text('Sides'),
    min: 0,
    max: 2,
    defaults: [],
    modifiers: [
      {
        id: brand('fries'),
        name: text('Fries'),
        kitchenName: 'fries',
        price: 400,
        prepSeconds: 60,
        allergens: [],
        nested: brand('sauce'),
      },
      { id: brand('greens'), name: text('Greens'), kitchenName: 'greens', price: 300, prepSeconds: 0, allergens: [] },
    ],
  },
  {
    id: brand('sauce'),
    name: text('Sauce'),
    min: 1,
    max: 1,
    defaults: [],
    modifiers: [
      { id: brand('ketchup'), name: text('Ketchup'), kitchenName: 'ketchup', price: 0, prepSeconds: 0, allergens: [] },
      {
        id: brand('satay'),
        name: text('Satay'),
        kitchenName: 'satay',
        price: 100,
        prepSeconds: 0,
        allergens: ['peanuts'],
      },
    ],
  },
  {
    id: brand('extras'),
    name: text('Extras'),
    min: 0,
    max: 3,
    defaults: [],
    modifiers: [
      {
        id: brand('cheese'),
        name: text('Cheese'),
        kitchenName: 'cheese',
        price: 150,
        prepSeconds: 30,
        allergens: ['milk'],
      },
      { id: brand('onion'), name: text('Onion'), kitchenName: 'onion', price: 0, prepSeconds: 0, allergens: [] },
    ],
  },
]
