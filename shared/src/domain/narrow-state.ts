// The state as a room may hold it: what its narrowed events would have made of it.
import type { CatalogChange } from '../model/catalog.ts'
import type { Item, ModifierGroup } from '../model/menu.ts'
import {
  catalogChangeFor,
  itemFor,
  modifierGroupFor,
  orderFor,
  seesCosts,
  seesDrawer,
  seesPrices,
} from './narrow/entities.ts'
import { PersistentTable } from './persistent-table.ts'
import type { ReplicaRoom } from './rooms.ts'
import type { Catalog, Day, Publication, State } from './state.ts'

type ById<Id extends string, Entity> = Readonly<Partial<Record<Id, Entity>>>

const mapped = <Id extends string, Entity>(
  entities: ById<Id, Entity>,
  change: (entity: Entity) => Entity,
): ById<Id, Entity> =>
  Object.fromEntries(
    Object.entries<Entity | undefined>(entities).map(([id, entity]) => [id, entity && change(entity)]),
  ) as ById<Id, Entity>

const catalogFor = (catalog: Catalog, room: ReplicaRoom): Catalog => ({
  ...catalog,
  items: mapped(catalog.items, (item: Item) => itemFor(item, room)),
  modifierGroups: mapped(catalog.modifierGroups, (group: ModifierGroup) => modifierGroupFor(group, room)),
})

const changesFor = (changes: readonly CatalogChange[], room: ReplicaRoom): CatalogChange[] =>
  changes.map((change) => catalogChangeFor(change, room))

const publicationFor = (publication: Publication, room: ReplicaRoom): Publication => ({
  id: publication.id,
  changes: changesFor(publication.changes, room),
  before: changesFor(publication.before, room),
})

/** Below the front nobody hears of Z reports, so nothing of them is known there. */
const dayFor = (day: Day, room: ReplicaRoom): Day =>
  seesDrawer(room)
    ? day
    : {
        ...{ date: day.date, lastOrderNumber: day.lastOrderNumber, lastZ: 0, closedDates: [], unclosed: [] },
        ...(day.carriedNumbers === undefined ? {} : { carriedNumbers: day.carriedNumbers }),
        ...(day.refunded !== undefined && seesPrices(room) ? { refunded: day.refunded } : {}),
      }

const ordersFor = (orders: State['orders'], room: ReplicaRoom): State['orders'] => {
  let table = orders
  for (const [id, order] of orders.entries()) table = table.set(id, orderFor(order, room))
  return table
}

export const narrowState = (state: State, room: ReplicaRoom): State => {
  if (seesCosts(room)) return state
  return {
    ...state,
    catalog: catalogFor(state.catalog, room),
    staged: mapped(state.staged, (changes: readonly CatalogChange[]) => changesFor(changes, room)),
    publications: state.publications.map((publication) => publicationFor(publication, room)),
    orders: ordersFor(state.orders, room),
    calls: seesPrices(room) ? state.calls : PersistentTable.empty(),
    refusedRounds: seesPrices(room) ? state.refusedRounds : PersistentTable.empty(),
    cashShifts: seesDrawer(room) ? state.cashShifts : PersistentTable.empty(),
    day: dayFor(state.day, room),
  }
}
