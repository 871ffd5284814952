// Facts of given events in a database of their own, without the log around them: for tests of what reports make of them.
import type { Recorded } from '@comanda/shared/domain/events'
import BetterSqlite3, { type Database } from 'better-sqlite3'
import { facts } from '../facts.ts'
import type { FactRow, FactTable, FactValue } from '../facts-port.ts'
import { schemaOfFacts } from '../sqlite/facts/open.ts'

type Write = (seq: number, rows: readonly FactRow[]) => void

const writer = (database: Database, restaurantId: string): Write => {
  const inserts = new Map(
    facts.tables.map((table) => {
      const columns = ['restaurant_id', 'seq', 'position', ...table.columns]
      const places = columns.map(() => '?').join(', ')
      return [
        table,
        database.prepare<FactValue[]>(`INSERT INTO ${table.name} (${columns.join(', ')}) VALUES (${places})`),
      ]
    }),
  )
  return (seq, rows) => {
    const positions = new Map<FactTable, number>()
    for (const { table, values } of rows) {
      const position = positions.get(table) ?? 0
      positions.set(table, position + 1)
      inserts.get(table)?.run(restaurantId, seq, position, ...values)
    }
  }
}

export const factsOf = (restaurantId: string, log: readonly Recorded[]): Database => {
  const database = new BetterSqlite3(':memory:')
  database.exec(schemaOfFacts({}))
  database
    .prepare('INSERT INTO reached (restaurant_id, seq, hash) VALUES (?, ?, ?)')
    .run(restaurantId, log.at(-1)?.seq ?? 0, 'chain')
  const write = writer(database, restaurantId)
  database.transaction(() => {
    for (const recorded of log) write(recorded.seq, facts.project(recorded))
  })()
  return database
}
