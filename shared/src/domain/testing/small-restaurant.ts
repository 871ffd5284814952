// A restaurant small enough to think about: two areas, four stations, a dozen dishes that differ in every way a rule names.
import { defaultThresholds } from '../../model/default-thresholds.ts'
import type { Area, Printer, Station, Table } from '../../model/floor.ts'
import type { Settings, Tax } from '../../model/settings.ts'
import type { Person, Role } from '../../model/staff.ts'
import type { Catalog, State } from '../state.ts'
import { emptyState } from '../state.ts'
import { brand, smallCategories, smallItems, smallModifierGroups, text } from './small-menu.ts'

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
  thresholds: defaultThresholds,
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
  categories: byId(smallCategories),
  items: byId(smallItems),
  modifierGroups: byId(smallModifierGroups),
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
