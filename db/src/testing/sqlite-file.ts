// A database file in a folder of its own, with the sample facts in it.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { currentUpcast } from '@comanda/shared/domain/upcast'
import type { RandomBytes } from '@comanda/shared/ports/random'
import type { Database } from 'better-sqlite3'
import { type Migration, parseMigration, readMigrations } from '../sqlite/migrations.ts'
import { openSqliteStore, type SqliteStore } from '../sqlite/store.ts'
import { sampleFacts, sampleFactsSql } from './sample-facts.ts'
import { seededRandom } from './seeded-random.ts'

/** The program's own migrations and one that makes the sample facts' tables. */
export const sampleMigrations = (): readonly Migration[] => [
  ...readMigrations(),
  parseMigration('9999-sample-facts.sql', sampleFactsSql),
]

export type SqliteFile = {
  directory: string
  file: string
  open(random?: RandomBytes): SqliteStore
  remove(): void
}

export const createSqliteFile = (): SqliteFile => {
  const directory = mkdtempSync(join(tmpdir(), 'comanda-db-'))
  const file = join(directory, 'comanda.sqlite')
  const open = new Set<Database>()
  return {
    directory,
    file,
    open: (random = seededRandom(1)) => {
      const store = openSqliteStore({
        file,
        migrations: sampleMigrations(),
        facts: sampleFacts,
        random,
        upcast: currentUpcast,
      })
      open.add(store.database)
      return store
    },
    remove: () => {
      for (const database of open) database.close()
      rmSync(directory, { recursive: true })
    },
  }
}
