// The one restaurant of a run, as it lies on the disk: what the invariants read, past every program.

import type { Facts } from '@comanda/db/facts-port'
import type { Entry } from '@comanda/db/log'
import { createMemoryDisk, type MemoryDisk, type StoredRestaurant } from '@comanda/db/memory/disk'
import { openMemoryLog } from '@comanda/db/memory/log'
import type { DomainEvent, Recorded } from '@comanda/shared/domain/events'
import { evolve } from '@comanda/shared/domain/evolve'
import { emptyState, type State } from '@comanda/shared/domain/state'
import { smallCatalog, smallSettings } from '@comanda/shared/domain/testing/small-restaurant'
import { currentUpcast } from '@comanda/shared/domain/upcast'
import type { CatalogChange } from '@comanda/shared/model/catalog'
import type { CommandId, LogId, PublicationId, RestaurantId } from '@comanda/shared/model/ids'
import type { BusinessDate } from '@comanda/shared/model/instant'
import type { Millis } from '@comanda/shared/ports/time'
import type { SeededRandom } from '../../harness/seeded-random.ts'

export const restaurantId = 'small' as RestaurantId
export const settings = smallSettings

const changesOf = (kind: string, entities: object): CatalogChange[] =>
  Object.values(entities).map((put) => ({ kind, put }) as CatalogChange)

const { settings: published, ...entities } = smallCatalog
const kinds: { readonly [Field in keyof typeof entities]: string } = {
  areas: 'area',
  tables: 'table',
  stations: 'station',
  printers: 'printer',
  taxes: 'tax',
  categories: 'category',
  items: 'item',
  modifierGroups: 'modifierGroup',
  people: 'person',
}

const catalogEvents = (): DomainEvent[] => {
  const publicationId = 'opening.pub' as PublicationId
  const changes: CatalogChange[] = [
    { kind: 'settings', put: published },
    ...Object.entries(kinds).flatMap(([field, kind]) => changesOf(kind, entities[field as keyof typeof entities])),
  ]
  return [
    ...changes.map((change): DomainEvent => ({ type: 'catalog.staged', publicationId, change })),
    { type: 'catalog.published', publicationId },
  ]
}

const opening = (at: Millis): Entry => {
  const recorded = catalogEvents().map(
    (event, index): Recorded => ({ seq: index + 1, at, businessDate: '2026-05-08' as BusinessDate, event }),
  )
  return {
    origin: { commandId: 'opening' as CommandId, commandType: 'catalog.publish' },
    recorded,
    answer: { ok: true, seq: recorded.length },
  }
}

export class Stored {
  readonly disk: MemoryDisk
  readonly facts: Facts
  readonly #events: Recorded[] = []
  #replayed: State = emptyState(settings)

  private constructor(disk: MemoryDisk, facts: Facts) {
    this.disk = disk
    this.facts = facts
  }

  /** A disk with a menu, tables and people on it, and nothing else. */
  static async create(facts: Facts, random: SeededRandom, at: Millis): Promise<Stored> {
    const disk = createMemoryDisk()
    const log = openMemoryLog({
      disk,
      project: facts.project,
      random: (length) => random.bytes(length),
      upcast: currentUpcast,
    })
    await log.create(restaurantId, `log-${random.seed.replace(/[^A-Za-z0-9]/g, '-').slice(0, 30)}` as LogId)
    const entry = opening(at)
    await log.append(restaurantId, [entry], 0)
    await log.close()
    const stored = new Stored(disk, facts)
    return stored
  }

  get rows(): StoredRestaurant {
    const rows = this.disk.restaurants.get(restaurantId)
    if (rows === undefined) throw new Error('the restaurant is not on the disk')
    return rows
  }

  get head(): number {
    return this.rows.head
  }

  /** As any reader of the log gets it. */
  async catchUp(): Promise<readonly Recorded[]> {
    const log = openMemoryLog({
      disk: this.disk,
      project: this.facts.project,
      random: () => new Uint8Array(32),
      upcast: currentUpcast,
    })
    const more = await log.readAfter(restaurantId, this.#events.length, Number.POSITIVE_INFINITY)
    await log.close()
    for (const one of more) {
      this.#events.push(one)
      this.#replayed = evolve(this.#replayed, one)
    }
    return this.#events
  }

  get events(): readonly Recorded[] {
    return this.#events
  }

  /** Replayed from the first event up to where catchUp() came. */
  get replayed(): State {
    return this.#replayed
  }
}
