// Facts of given events in a database of their own, without the log around them: for tests of what reports make of them.
import type { Recorded } from '@comanda/shared/domain/events'
import type { CommandId } from '@comanda/shared/model/ids'
import BetterSqlite3, { type Database } from 'better-sqlite3'
import { facts } from '../facts.ts'
import { prepareFactInserts } from '../sqlite/append.ts'
import { migrate, readMigrations } from '../sqlite/migrations.ts'

export const factsOf = (restaurantId: string, log: readonly Recorded[]): Database => {
  const database = new BetterSqlite3(':memory:')
  migrate(database, readMigrations())
  database
    .prepare('INSERT INTO heads (restaurant_id, log_id, life_digest, head, chain_head) VALUES (?, ?, ?, ?, ?)')
    .run(restaurantId, 'life', 'digest', log.at(-1)?.seq ?? 0, 'chain')
  const write = prepareFactInserts(database, facts.tables)
  const origin = { commandId: 'c' as CommandId, commandType: 'order.note' }
  database.transaction(() => {
    for (const recorded of log) write(restaurantId as never, recorded.seq, facts.project(recorded, origin))
  })()
  return database
}
