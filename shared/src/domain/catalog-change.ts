// Putting changes into the catalog, and finding what undoes them.
import type { CatalogChange } from '../model/catalog.ts'
import type { Catalog } from './state.ts'

export type CatalogTable = Exclude<keyof Catalog, 'settings'>
export type EntityKind = Exclude<CatalogChange['kind'], 'remove'>

const tables = {
  category: 'categories',
  item: 'items',
  modifierGroup: 'modifierGroups',
  area: 'areas',
  table: 'tables',
  station: 'stations',
  printer: 'printers',
  person: 'people',
  tax: 'taxes',
} as const satisfies Record<Exclude<EntityKind, 'settings'>, CatalogTable>

/** Which entity a change is about: the same text for its being put and its being removed. */
export const subjectOf = (change: CatalogChange): string => {
  if (change.kind === 'settings') return 'settings'
  return change.kind === 'remove' ? `${change.of} ${change.remove.id}` : `${change.kind} ${change.put.id}`
}

/** All of them, each table copied once. */
export function applyChanges(catalog: Catalog, changes: readonly CatalogChange[]): Catalog {
  const next: { -readonly [Part in keyof Catalog]: unknown } = { ...catalog }
  const copies = new Map<CatalogTable, Record<string, unknown>>()
  const copyOf = (table: CatalogTable): Record<string, unknown> => {
    const copy = copies.get(table) ?? { ...catalog[table] }
    copies.set(table, copy)
    next[table] = copy
    return copy
  }
  for (const change of changes) {
    if (change.kind === 'settings') next.settings = change.put
    else if (change.kind === 'remove') delete copyOf(tables[change.of])[change.remove.id]
    else copyOf(tables[change.kind])[change.put.id] = change.put
  }
  return next as Catalog
}

/** The entity as the catalog has it. */
export function currentOf(catalog: Catalog, change: CatalogChange): unknown {
  if (change.kind === 'settings') return catalog.settings
  const [kind, id] = change.kind === 'remove' ? [change.of, change.remove.id] : [change.kind, change.put.id]
  return (catalog[tables[kind]] as Readonly<Record<string, unknown>>)[id]
}

/** What brings an entity back to how it is now. A person is never removed: the reports name everybody who worked here. */
export function undoOf(catalog: Catalog, change: CatalogChange): CatalogChange | undefined {
  const current = currentOf(catalog, change)
  const kind = change.kind === 'remove' ? change.of : change.kind
  if (current !== undefined) return { kind, put: current } as CatalogChange
  if (change.kind === 'remove' || change.kind === 'settings') return undefined
  if (change.kind === 'person') return { kind: 'person', put: { ...change.put, active: false } }
  return { kind: 'remove', of: change.kind, remove: { id: change.put.id } }
}

/** Equal in content, whatever the order of the fields. */
export function sameEntity(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const keys = (value: object) => Object.keys(value).filter((key) => value[key as keyof typeof value] !== undefined)
  const own = keys(a)
  return (
    own.length === keys(b).length && own.every((key) => sameEntity(a[key as keyof typeof a], b[key as keyof typeof b]))
  )
}

/** Whether putting this leaves everything as it is. */
export const changesNothing = (catalog: Catalog, change: CatalogChange): boolean => {
  const current = currentOf(catalog, change)
  return change.kind === 'remove' ? current === undefined : sameEntity(current, change.put)
}
