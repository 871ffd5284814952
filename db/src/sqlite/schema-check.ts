// Whether a file's tables, indexes and triggers are those that the migrations make: a trigger taken away would let
// history be edited unseen.
import type { Database } from 'better-sqlite3'
import BetterSqlite3 from 'better-sqlite3'
import { type Migration, migrate } from './migrations.ts'

type SchemaRow = { type: string; name: string; sql: string | null }

const schemaOf = (database: Database): readonly SchemaRow[] =>
  database
    .prepare<[], SchemaRow>(
      `SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name`,
    )
    .all()

export type SchemaFinding = { row: string; says: string }

export const checkSchema = (database: Database, migrations: readonly Migration[]): SchemaFinding | undefined => {
  const fresh = new BetterSqlite3(':memory:')
  try {
    migrate(fresh, migrations)
    const wanted = new Map(schemaOf(fresh).map((row) => [row.name, row]))
    for (const { type, name, sql } of schemaOf(database)) {
      const known = wanted.get(name)
      wanted.delete(name)
      if (known === undefined) return { row: `${type} ${name}`, says: 'is not part of the program' }
      if (known.sql !== sql) return { row: `${type} ${name}`, says: 'is not as the migrations made it' }
    }
    const [missing] = wanted.values()
    return missing === undefined ? undefined : { row: `${missing.type} ${missing.name}`, says: 'is missing' }
  } finally {
    fresh.close()
  }
}
