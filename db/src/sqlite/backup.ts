// A copy of a file that a server is writing to: whole, consistent, the owner's alone, and noted in the live file so that
// devices learn how far it reaches. Copies in one step, so it belongs on a thread or in a process of its own.
import { existsSync, rmSync } from 'node:fs'
import { RestaurantId } from '@comanda/shared/model/ids'
import BetterSqlite3 from 'better-sqlite3'
import { createOwnFile, putInPlace } from './files.ts'
import { checkMigrations, readMigrations } from './migrations.ts'
import type { OpenOptions } from './open.ts'

export type BackupOptions = Omit<OpenOptions, 'busyTimeoutMs'> & { target: string }

export type BackedUp = { restaurantId: RestaurantId; seq: number }

const wholeFile = 0x7fffffff
const waitForWriterMs = 5000

const headsIn = `SELECT restaurant_id AS restaurantId, head FROM heads ORDER BY restaurant_id`

const noteBackup = `UPDATE heads SET backed_up_seq = ? WHERE restaurant_id = ? AND backed_up_seq < ?`

/** The copy as one plain file, with no write-ahead log beside it. */
const finishCopy = (file: string): readonly BackedUp[] => {
  const copy = new BetterSqlite3(file)
  try {
    copy.pragma('journal_mode = DELETE')
    return copy
      .prepare<[], { restaurantId: string; head: number }>(headsIn)
      .all()
      .map(({ restaurantId, head }) => ({ restaurantId: RestaurantId.parse(restaurantId), seq: head }))
  } finally {
    copy.close()
  }
}

export const backUp = async (options: BackupOptions): Promise<readonly BackedUp[]> => {
  const { file, target, migrations = readMigrations() } = options
  if (existsSync(target)) throw new Error(`${target} exists: a backup never overwrites one`)
  const unfinished = `${target}.part`
  rmSync(unfinished, { force: true })
  const live = new BetterSqlite3(file, { fileMustExist: true, timeout: waitForWriterMs })
  try {
    checkMigrations(live, migrations)
    live.pragma('synchronous = FULL')
    createOwnFile(unfinished)
    await live.backup(unfinished, { progress: () => wholeFile })
    const reached = finishCopy(unfinished)
    putInPlace(unfinished, target)
    const note = live.prepare<[seq: number, restaurantId: string, sameSeq: number]>(noteBackup)
    live.transaction(() => {
      for (const { restaurantId, seq } of reached) note.run(seq, restaurantId, seq)
    })()
    return reached
  } finally {
    live.close()
    rmSync(unfinished, { force: true })
  }
}
