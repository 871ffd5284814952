// Whether a file's tables, indexes and triggers are those that the migrations make: a trigger taken away would let
// history be edited unseen.
import type { Database } from 'better-sqlite3'
import BetterSqlite3 from 'better-sqlite3'
import { appliedMigrations, type Migration, migrate } from './migrations.ts'

type SchemaRow = { type: string; name: string; sql: string | null }

const schemaOf = (database: Database): readonly SchemaRow[] =>
  database
    .prepare<[], SchemaRow>(
      `SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name`,
    )
    .all()

export type SchemaFinding = { row: string; says: string }

/** How one schema differs from what it should be, by the first row that does. */
const compareSchemas = (database: Database, fresh: Database): SchemaFinding | undefined => {
  const wanted = new Map(schemaOf(fresh).map((row) => [row.name, row]))
  for (const { type, name, sql } of schemaOf(database)) {
    const known = wanted.get(name)
    wanted.delete(name)
    if (known === undefined) return { row: `${type} ${name}`, says: 'is not part of the program' }
    if (known.sql !== sql) return { row: `${type} ${name}`, says: 'is not as the program made it' }
  }
  const [missing] = wanted.values()
  return missing === undefined ? undefined : { row: `${missing.type} ${missing.name}`, says: 'is missing' }
}

const checkAgainst = (database: Database, make: (fresh: Database) => void): SchemaFinding | undefined => {
  const fresh = new BetterSqlite3(':memory:')
  try {
    make(fresh)
    return compareSchemas(database, fresh)
  } finally {
    fresh.close()
  }
}

/** A file of an earlier program is as far as that one brought it. */
export const checkSchema = (database: Database, migrations: readonly Migration[]): SchemaFinding | undefined =>
  checkAgainst(database, (fresh) => migrate(fresh, migrations.slice(0, appliedMigrations(database).length)))

export const checkFactsSchema = (database: Database, schema: string): SchemaFinding | undefined =>
  checkAgainst(database, (fresh) => void fresh.exec(schema))
