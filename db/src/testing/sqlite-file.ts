// A database file in a folder of its own, and the sample facts beside it once they are projected.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { currentUpcast } from '@comanda/shared/domain/upcast'
import type { RandomBytes } from '@comanda/shared/ports/random'
import type { Database } from 'better-sqlite3'
import { projectFacts } from '../sqlite/facts/rebuild.ts'
import { openSqliteStore, type SqliteStore, type SqliteStoreOptions } from '../sqlite/store.ts'
import { sample } from './sample-facts.ts'
import { seededRandom } from './seeded-random.ts'

export type SqliteFile = {
  directory: string
  file: string
  open(random?: RandomBytes, more?: Pick<SqliteStoreOptions, 'filedTogether'>): SqliteStore
  /** Brings the sample facts up to the log. */
  project(): void
  remove(): void
}

export const createSqliteFile = (): SqliteFile => {
  const directory = mkdtempSync(join(tmpdir(), 'comanda-db-'))
  const file = join(directory, 'comanda.sqlite')
  const open = new Set<Database>()
  return {
    directory,
    file,
    open: (random = seededRandom(1), more = {}) => {
      const store = openSqliteStore({
        file,
        random,
        upcast: currentUpcast,
        ...more,
      })
      open.add(store.database)
      return store
    },
    project: () => projectFacts({ file, ...sample, upcast: currentUpcast }),
    remove: () => {
      for (const database of open) database.close()
      rmSync(directory, { recursive: true })
    },
  }
}
