// A restaurant small enough to think about: two areas, four stations, a dozen dishes that differ in every way a rule names.
import type { Area, Printer, Station, Table } from '../../model/floor.ts'
import type { Category, Item, ModifierGroup } from '../../model/menu.ts'
import type { Settings, Tax } from '../../model/settings.ts'
import type { Person, Role } from '../../model/staff.ts'
import type { Catalog, State } from '../state.ts'
import { emptyState } from '../state.ts'

const brand = <Id>(text: string): Id => text as Id
const text = (en: string, ru = en) => ({ en, ru })

const byId = <Entity extends { id: string }>(entities: readonly Entity[]): Record<Entity['id'], Entity> =>
  Object.fromEntries(entities.map((entity) => [entity.id, entity])) as Record<Entity['id'], Entity>

export const smallSettings: Settings = {
  name: 'Small',
  zone: 'Europe/Berlin',
  cutoffHour: 4,
  locale: 'en-GB',
  currency: 'EUR',
  minorDigits: 2,
  language: 'en',
  thresholds: {
    takeBack: 60,
    courseReminderAfterServed: 600,
    courseReminderAfterReady: 900,
    verdict: 300,
    unmerge: 600,
    queuedMark: 120,
    queuedAsk: 600,
    startAfterConfirmed: 120,
    startAfterConfirmedBar: 30,
    unconfirmedAlert: 10,
    backupPrint: 25,
    readyToArea: 60,
    readyToFront: 120,
    callToArea: 120,
    callToFront: 240,
    callCoolDown: 120,
    takeawayPrep: 1200,
    tabletSilent: 20,
    prepBar: 360,
    prepCold: 600,
    prepHotStarter: 720,
    prepMain: 1200,
    prepDessert: 600,
  },
  peakFactor: 1.3,
  serviceCharge: { automatic: false, fromCovers: 8, rate: 1000 },
  hasExpo: false,
  reasons: { void: ['wrong-dish'], sendBack: ['cold'], discount: ['regular'], comp: ['waited'] },
  grants: {},
}

const areas: Area[] = [
  { id: brand('main'), name: text('Main room', 'Зал'), position: 0 },
  { id: brand('patio'), name: text('Patio', 'Терраса'), position: 1 },
]

const table = (name: string, areaId: string, seats: number): Table => ({
  id: brand(`t${name}`),
  areaId: brand(areaId),
  name,
  seats,
  shape: 'square',
  x: 0,
  y: 0,
  width: 80,
  height: 80,
})

const station = (id: string, kind: Station['kind'], more: Partial<Station> = {}): Station => ({
  id: brand(id),
  name: text(id),
  kind,
  enabled: true,
  output: 'screen',
  position: 0,
  ...more,
})

const printers: Printer[] = [{ id: brand('p1'), name: 'Pass', host: '127.0.0.1', port: 9100 }]

const taxes: Tax[] = [
  { id: brand('food'), name: text('Food 7 %'), rate: 700, included: true },
  { id: brand('drink'), name: text('Drinks 19 %'), rate: 1900, included: true },
]

const category = (id: string, kind: Category['kind'], course: number): Category => ({
  id: brand(id),
  name: text(id),
  kind,
  course,
  position: 0,
})

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

const items: Item[] = [
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

const modifierGroups: ModifierGroup[] = [
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

const person = (id: string, ...roles: Role[]): Person => ({
  id: brand(id),
  name: id,
  roles,
  active: true,
  language: 'en',
})

export const smallCatalog: Catalog = {
  settings: smallSettings,
  areas: byId(areas),
  tables: byId([table('1', 'main', 4), table('2', 'main', 2), table('3', 'main', 6), table('4', 'patio', 4)]),
  stations: byId([
    station('grill', 'hot', { backupPrinterId: brand('p1') }),
    station('cold', 'cold'),
    station('bar', 'bar'),
    station('dessert', 'dessert', { output: 'printer', printerId: brand('p1') }),
    station('closed-station', 'dessert', { enabled: false }),
  ]),
  printers: byId(printers),
  taxes: byId(taxes),
  categories: byId([
    category('drinks', 'drink', 0),
    category('starters', 'hot-starter', 1),
    category('mains', 'main', 2),
    category('desserts', 'dessert', 3),
  ]),
  items: byId(items),
  modifierGroups: byId(modifierGroups),
  people: byId([
    person('ana', 'waiter'),
    person('boris', 'waiter'),
    person('carla', 'cook'),
    person('erik', 'expediter'),
    person('fay', 'cashier'),
    person('mo', 'manager'),
    person('olga', 'owner'),
  ]),
}

/** An evening in Berlin, 18:30 by the wall clock. */
export const openingTime = Date.UTC(2026, 4, 8, 16, 30)
export const openingDate = '2026-05-08'

export const smallRestaurant = (settings: Partial<Settings> = {}): State => {
  const merged = { ...smallSettings, ...settings }
  const empty = emptyState(merged)
  return { ...empty, catalog: { ...smallCatalog, settings: merged }, day: { ...empty.day, date: openingDate } }
}
