// One server to a file. Two would each answer their own devices and tell the others nothing. The mark is a lock that the
// system holds for the process and lets go with it, so a killed server leaves no trace that somebody must clear away.
import type { Database } from 'better-sqlite3'
import BetterSqlite3 from 'better-sqlite3'
import { sqliteCode } from './failures.ts'
import { createOwnFileIfMissing } from './files.ts'
import { FileRefused } from './migrations.ts'
import { refusalOf } from './open.ts'

export const serveAlone = (file: string): { release: () => void } => {
  const mark = `${file}-served`
  let lock: Database | undefined
  try {
    createOwnFileIfMissing(mark)
    lock = new BetterSqlite3(mark, { timeout: 0 })
    lock.pragma('journal_mode = MEMORY')
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock?.close()
    if (sqliteCode(error) !== 'SQLITE_BUSY') throw refusalOf(mark, error)
    throw new FileRefused(
      'in-use',
      `${file} is served by another Comanda already: stop that one, or give this one a folder of its own with COMANDA_DATA`,
      error,
    )
  }
  const held = lock
  return { release: () => held.close() }
}
