// Facts made anew from the log, in one transaction. The same projector gives the same rows to the byte; that of another
// program gives the rows that it should have given all along.
import { hash } from 'node:crypto'
import type { Upcast } from '@comanda/shared/domain/upcast'
import { RestaurantId } from '@comanda/shared/model/ids'
import type { Database } from 'better-sqlite3'
import type { FactTable } from '../../facts-port.ts'
import { type Migration, readMigrations } from '../migrations.ts'
import { openReader } from '../open.ts'
import { beginAnew, type FactsOptions, openFacts } from './open.ts'
import { createProjection } from './projection.ts'
import { readFacts } from './read.ts'

export type Rebuilding = FactsOptions & { upcast: Upcast; migrations?: readonly Migration[] }

export type Rebuilt = { table: string; rows: number; same: boolean }

const eventsAtOnce = 1000

const fingerprint = (database: Database, restaurants: readonly RestaurantId[], table: FactTable) => {
  const select = readFacts(database, table)
  let rows = 0
  let chain = ''
  for (const restaurantId of restaurants) {
    for (const cells of select.iterate(restaurantId)) {
      rows += 1
      chain = hash('sha256', `${chain}\n${JSON.stringify([restaurantId, ...cells])}`, 'hex')
    }
  }
  return { rows, chain }
}

const restaurantsIn = (log: Database): readonly RestaurantId[] =>
  log
    .prepare<[], string>('SELECT restaurant_id FROM heads ORDER BY restaurant_id')
    .pluck()
    .all()
    .map((id) => RestaurantId.parse(id))

type Opened = { database: Database; log: Database }

const project = ({ database, log }: Opened, { upcast, ...options }: Rebuilding): void => {
  const projection = createProjection({ database, log, options, upcast })
  for (const restaurantId of restaurantsIn(log)) {
    for (;;) {
      const { seq, head } = projection.catchUp(restaurantId, eventsAtOnce)
      if (seq >= head) break
    }
  }
}

const rebuild = (opened: Opened, rebuilding: Rebuilding): readonly Rebuilt[] => {
  const { database, log } = opened
  const { tables } = rebuilding.facts
  const prints = () => new Map(tables.map((table) => [table, fingerprint(database, restaurantsIn(log), table)]))
  project(opened, rebuilding)
  const before = prints()
  beginAnew(database, rebuilding)
  project(opened, rebuilding)
  const after = prints()
  return tables.map((table) => {
    const { rows = 0, chain } = after.get(table) ?? {}
    return { table: table.name, rows, same: chain === before.get(table)?.chain }
  })
}

const withFiles = <Value>(rebuilding: Rebuilding, work: (opened: Opened) => Value): Value => {
  const log = openReader({ file: rebuilding.file, migrations: rebuilding.migrations ?? readMigrations() })
  try {
    const database = openFacts(rebuilding)
    try {
      return work({ database, log })
    } finally {
      database.close()
    }
  } finally {
    log.close()
  }
}

export const rebuildFacts = (rebuilding: Rebuilding): readonly Rebuilt[] =>
  withFiles(rebuilding, (opened) => opened.database.transaction(() => rebuild(opened, rebuilding)).immediate())

/** Brings the facts up to the log. */
export const projectFacts = (rebuilding: Rebuilding): void =>
  withFiles(rebuilding, (opened) => project(opened, rebuilding))
