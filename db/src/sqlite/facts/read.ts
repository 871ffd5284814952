// Every fact of one restaurant in one table, in the order of its events.
import type { Database } from 'better-sqlite3'
import type { FactTable, FactValue } from '../../facts-port.ts'

export const readFacts = (database: Database, { name, columns }: FactTable) =>
  database
    .prepare<[restaurantId: string], FactValue[]>(
      `SELECT ${['seq', 'position', ...columns].join(', ')} FROM ${name} WHERE restaurant_id = ? ORDER BY seq, position`,
    )
    .raw()
