// Opening a file so that what it says is on the disk: WAL with a flush at every commit, read back to be sure, and all
// that an earlier life may have left unflushed brought down before the first answer.
import { existsSync } from 'node:fs'
import type { Database } from 'better-sqlite3'
import BetterSqlite3 from 'better-sqlite3'
import { sqliteCode } from './failures.ts'
import { createOwnFileIfMissing, flushPath, refusalToWrite, systemCode } from './files.ts'
import { checkMigrations, FileRefused, type Migration, migrate, readMigrations } from './migrations.ts'
import { addRowDigest } from './row-digest.ts'

export type OpenOptions = {
  file: string
  /** The event loop stands still while one writer waits for another, so it is short. */
  busyTimeoutMs?: number
  migrations?: readonly Migration[]
}

const fullSync = 2
const journalSizeLimit = 64 * 1024 * 1024
/** A commit seen after a crash may not be on the disk yet: it is put there, or at least flushed where it lies. */
const settle = (database: Database, file: string): void => {
  let settled = false
  try {
    const [row] = database.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[]
    settled = row?.busy === 0
  } catch (error) {
    const code = sqliteCode(error)
    if (code !== 'SQLITE_FULL' && code !== 'SQLITE_BUSY' && code?.startsWith('SQLITE_READONLY') !== true) throw error
  }
  if (!settled && existsSync(`${file}-wal`)) flushPath(`${file}-wal`)
}

const setDurability = (database: Database): void => {
  database.pragma('synchronous = FULL')
}

const assertDurability = (database: Database): void => {
  const mode = database.pragma('journal_mode', { simple: true })
  const synchronous = database.pragma('synchronous', { simple: true })
  if (mode !== 'wal' || synchronous !== fullSync) {
    throw new Error(`the file is not durable: journal_mode ${String(mode)}, synchronous ${String(synchronous)}`)
  }
}

const configure = (database: Database, { file, migrations = readMigrations() }: OpenOptions): void => {
  checkMigrations(database, migrations)
  database.pragma('journal_mode = WAL')
  setDurability(database)
  database.pragma('foreign_keys = ON')
  database.pragma(`journal_size_limit = ${journalSizeLimit}`)
  settle(database, file)
  migrate(database, migrations)
  // This build of SQLite lowers the level to NORMAL once a WAL file's first table has been read: say it again, then look.
  database.prepare('SELECT count(*) FROM heads').get()
  setDurability(database)
  assertDurability(database)
}

const troubleOfTheFile = /^SQLITE_(CANTOPEN|IOERR|FULL|READONLY|BUSY|NOTADB|CORRUPT)/

/** Trouble of the disk or the file on it, told in one line that names it; anything else is what it was. */
export const refusalOf = (file: string, error: unknown): unknown => {
  if (systemCode(error) === undefined && !troubleOfTheFile.test(sqliteCode(error) ?? '')) return error
  const told = error instanceof Error ? error.message : String(error)
  const why = refusalToWrite(file) === 'EROFS' ? `its disk is read-only (${told})` : told
  return new FileRefused('unusable', `${file} cannot be opened: ${why}`, error)
}

/** The connection that writes. One per file and process. */
export const openDatabase = (options: OpenOptions): Database => {
  let database: Database | undefined
  try {
    createOwnFileIfMissing(options.file)
    database = new BetterSqlite3(options.file, { timeout: options.busyTimeoutMs ?? 200 })
    addRowDigest(database)
    configure(database, options)
    return database
  } catch (error) {
    database?.close()
    throw refusalOf(options.file, error)
  }
}

/** A connection for readers on other threads: sees every commit, can write nothing, never holds up the writer. */
export const openReader = ({ file, busyTimeoutMs, migrations = readMigrations() }: OpenOptions): Database => {
  const database = new BetterSqlite3(file, { readonly: true, fileMustExist: true, timeout: busyTimeoutMs ?? 200 })
  try {
    checkMigrations(database, migrations)
    addRowDigest(database)
    database.pragma('query_only = ON')
    return database
  } catch (error) {
    database.close()
    throw error
  }
}
