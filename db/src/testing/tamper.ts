// Somebody with the file and a tool edits a row, and covers the tracks: the triggers that forbid it are put back after.
import type { Database } from 'better-sqlite3'

export const tamper = (database: Database, edit: string): void => {
  const triggers = database
    .prepare<[], { name: string; sql: string }>(`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'`)
    .all()
  database.pragma('foreign_keys = OFF')
  for (const { name } of triggers) database.exec(`DROP TRIGGER ${name}`)
  const { changes } = database.prepare(edit).run()
  for (const { sql } of triggers) database.exec(sql)
  if (changes !== 1) throw new Error(`${edit} changed ${changes} rows, not one`)
}
