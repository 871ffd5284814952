// What is wrong with a catalog as a whole, every problem by entity and field. A catalog with problems is not published.

import type { ModifierGroup } from '../model/menu.ts'
import { isLocale } from './locale.ts'
import { actions } from './permissions.ts'
import type { Catalog, State } from './state.ts'

export type CatalogProblem = {
  readonly kind: string
  readonly id: string
  readonly field: string
  readonly problem:
    | 'unknown'
    | 'duplicate'
    | 'min-above-max'
    | 'min-above-choices'
    | 'nested-too-deep'
    | 'required'
    | 'in-use'
    | 'not-a-zone'
    | 'not-a-locale'
    | 'changed-since'
    | 'without-owner'
  /** What it collides with or points at. */
  readonly about?: string
}

type Found = CatalogProblem[]

const listOf = <Entity>(table: Readonly<Partial<Record<string, Entity>>>): Entity[] =>
  Object.values(table).filter((entity) => entity !== undefined)

function unknown(
  found: Found,
  kind: string,
  id: string,
  field: string,
  known: object,
  wanted: readonly string[],
): void {
  for (const about of wanted) if (!(about in known)) found.push({ kind, id, field, problem: 'unknown', about })
}

function duplicates<Entity extends { id: string }>(
  found: Found,
  kind: string,
  field: string,
  entities: readonly Entity[],
  textOf: (entity: Entity) => string,
): void {
  const first = new Map<string, string>()
  for (const entity of entities) {
    const value = textOf(entity)
    const about = first.get(value)
    if (about === undefined) first.set(value, entity.id)
    else found.push({ kind, id: entity.id, field, problem: 'duplicate', about })
  }
}

function itemProblems(catalog: Catalog, found: Found): void {
  const items = listOf(catalog.items)
  duplicates(found, 'item', 'number', items, (item) => String(item.number))
  for (const item of items) {
    const check = (field: string, known: object, wanted: readonly string[]) =>
      unknown(found, 'item', item.id, field, known, wanted)
    check('categoryId', catalog.categories, [item.categoryId])
    check('taxId', catalog.taxes, [item.taxId])
    check('stations', catalog.stations, item.stations)
    check('modifierGroups', catalog.modifierGroups, item.modifierGroups)
    check('substitutes', catalog.items, item.substitutes ?? [])
    const required = (field: string) => found.push({ kind: 'item', id: item.id, field, problem: 'required' })
    if (item.needsTicket && item.stations.length === 0) required('stations')
    if (item.kitchenName.trim() === '') required('kitchenName')
    if (item.price === undefined) required('price')
    for (const [field, values] of [
      ['stations', item.stations],
      ['modifierGroups', item.modifierGroups],
    ] as const) {
      if (new Set<string>(values).size < values.length) {
        found.push({ kind: 'item', id: item.id, field, problem: 'duplicate' })
      }
    }
  }
}

function groupProblems(catalog: Catalog, found: Found): void {
  for (const group of listOf(catalog.modifierGroups)) {
    const push = (field: string, problem: CatalogProblem['problem'], about?: string) =>
      found.push({ kind: 'modifierGroup', id: group.id, field, problem, ...(about === undefined ? {} : { about }) })
    if (group.min > group.max) push('min', 'min-above-max')
    if (group.min > group.modifiers.length) push('min', 'min-above-choices')
    if (group.defaults.length > group.max) push('defaults', 'min-above-max')
    const own = new Set<string>(group.modifiers.map((modifier) => modifier.id))
    if (own.size < group.modifiers.length) push('modifiers', 'duplicate')
    for (const id of group.defaults) if (!own.has(id)) push('defaults', 'unknown', id)
    for (const modifier of group.modifiers) {
      if (modifier.kitchenName.trim() === '') push('kitchenName', 'required', modifier.id)
      if (modifier.nested === undefined) continue
      const nested = catalog.modifierGroups[modifier.nested]
      if (nested === undefined) push('nested', 'unknown', modifier.nested)
      else if (nestsFurther(nested)) push('nested', 'nested-too-deep', modifier.nested)
    }
  }
}

const nestsFurther = (group: ModifierGroup): boolean =>
  group.modifiers.some((modifier) => modifier.nested !== undefined)

function placeProblems(catalog: Catalog, found: Found): void {
  const tables = listOf(catalog.tables)
  duplicates(found, 'table', 'name', tables, (table) => table.name.toLowerCase())
  for (const table of tables) unknown(found, 'table', table.id, 'areaId', catalog.areas, [table.areaId])
  for (const station of listOf(catalog.stations)) {
    const printers = [station.printerId, station.backupPrinterId].filter((id) => id !== undefined)
    unknown(found, 'station', station.id, 'printerId', catalog.printers, printers)
    if (station.output !== 'screen' && station.printerId === undefined) {
      found.push({ kind: 'station', id: station.id, field: 'printerId', problem: 'required' })
    }
  }
}

function settingsProblems(catalog: Catalog, found: Found): void {
  const { serviceCharge, zone, locale } = catalog.settings
  const push = (field: string, problem: CatalogProblem['problem']) =>
    found.push({ kind: 'settings', id: 'settings', field, problem })
  if (serviceCharge.taxId !== undefined && catalog.taxes[serviceCharge.taxId] === undefined) {
    push('serviceCharge.taxId', 'unknown')
  }
  const { billPrinterId } = catalog.settings
  if (billPrinterId !== undefined && catalog.printers[billPrinterId] === undefined) push('billPrinterId', 'unknown')
  if (!isZone(zone)) push('zone', 'not-a-zone')
  if (!isLocale(locale)) push('locale', 'not-a-locale')
  for (const [role, grants] of Object.entries(catalog.settings.grants)) {
    for (const action of Object.keys(grants ?? {})) {
      if (!(actions as readonly string[]).includes(action)) push(`grants.${role}.${action}`, 'unknown')
    }
  }
}

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }) !== undefined
  } catch {
    return false
  }
}

export function catalogProblems(catalog: Catalog): CatalogProblem[] {
  const found: Found = []
  itemProblems(catalog, found)
  groupProblems(catalog, found)
  placeProblems(catalog, found)
  settingsProblems(catalog, found)
  return found
}

/** What may not go while the service needs it: a table with its guests, a station with its tickets, the last owner. */
export function removalProblems(state: State, next: Catalog): CatalogProblem[] {
  const found: Found = []
  for (const [tableId, use] of state.tables.entries()) {
    if (use.orderIds.length > 0 && next.tables[tableId] === undefined && state.catalog.tables[tableId] !== undefined) {
      found.push({ kind: 'table', id: tableId, field: 'id', problem: 'in-use', about: use.orderIds.join(' ') })
    }
  }
  const busy = new Set<string>()
  for (const ticket of state.tickets.values()) if (ticket.status === 'open') busy.add(ticket.stationId)
  for (const order of state.orders.values()) {
    if (order.status !== 'open') continue
    for (const line of order.lines) {
      if (line.status === 'held' || line.status === 'asking') for (const station of line.stations) busy.add(station)
    }
  }
  for (const station of listOf(state.catalog.stations)) {
    if (next.stations[station.id] === undefined && busy.has(station.id)) {
      found.push({ kind: 'station', id: station.id, field: 'id', problem: 'in-use' })
    }
  }
  const owns = (catalog: Catalog) =>
    listOf(catalog.people).filter((person) => person.active && person.roles.includes('owner'))
  const [owner] = owns(state.catalog)
  if (owner !== undefined && owns(next).length === 0) {
    found.push({ kind: 'person', id: owner.id, field: 'roles', problem: 'without-owner' })
  }
  return found
}
