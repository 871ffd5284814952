// One file, opened once by the process that writes it: the log and who may sign in share its connection and its fail-stop.
import type { Upcast } from '@comanda/shared/domain/upcast'
import type { RandomBytes } from '@comanda/shared/ports/random'
import type { Database } from 'better-sqlite3'
import type { Access } from '../access.ts'
import type { Facts } from '../facts-port.ts'
import type { Log } from '../log.ts'
import { createSqliteAccess } from './access.ts'
import { createSqliteLog } from './log.ts'
import { type OpenOptions, openDatabase } from './open.ts'
import { createWriting } from './writing.ts'

export type SqliteStoreOptions = OpenOptions & { facts: Facts; random: RandomBytes; upcast: Upcast }

/** Closing the log closes the file. */
export type SqliteStore = { database: Database; log: Log; access: Access }

export const openSqliteStore = ({ facts, random, upcast, ...open }: SqliteStoreOptions): SqliteStore => {
  const database = openDatabase(open)
  const writing = createWriting(database)
  return {
    database,
    log: createSqliteLog({ database, writing, facts, random, upcast }),
    access: createSqliteAccess({ database, writing }),
  }
}
