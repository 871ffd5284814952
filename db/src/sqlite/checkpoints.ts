// Bringing the write-ahead log down into the file. SQLite would do it inside a commit and keep its errors to itself; here it
// happens once the answers are out, and an error in it is as serious as one in a commit: pages may be lost for good.
import type { Database } from 'better-sqlite3'
import { classifyFailure } from './failures.ts'

/** `bytes`: about how much the commit wrote, where that is known. */
export type Checkpoints = { afterCommit(bytes?: number): void }

type WalRow = { log: number; checkpointed: number }

const pagesBetween = 1000
/** Looking costs as much as a row does, so it is left out after commits that cannot have filled so many. */
const bytesBetweenLooks = 256 * 1024
/** Appends that leave the event loop no turn are not let run on for longer than this. */
const pagesAtMost = 4000

export const createCheckpoints = (database: Database, onFailure: (cause: unknown) => void): Checkpoints => {
  database.pragma('wal_autocheckpoint = 0')
  const look = database.prepare<[], WalRow>('PRAGMA wal_checkpoint(NOOP)')
  const bringDown = database.prepare<[], WalRow>('PRAGMA wal_checkpoint(PASSIVE)')
  let due = false
  let unseen = 0

  const run = (): void => {
    due = false
    if (!database.open) return
    try {
      bringDown.get()
    } catch (error) {
      // A full disk or somebody else's turn leaves the log as it is, whole; the next commit tries again.
      if (['bug', 'unknown'].includes(classifyFailure(error))) onFailure(error)
    }
  }

  return {
    afterCommit: (bytes = bytesBetweenLooks) => {
      unseen += bytes
      if (unseen < bytesBetweenLooks) return
      unseen = 0
      const row = look.get()
      const pages = row === undefined ? 0 : row.log - row.checkpointed
      if (pages >= pagesAtMost) run()
      else if (pages >= pagesBetween && !due) {
        due = true
        setImmediate(run)
      }
    },
  }
}
