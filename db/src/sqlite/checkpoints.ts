// Bringing the write-ahead log down into the file. SQLite would do it inside a commit and keep its errors to itself; here it
// happens once the answers are out, and an error in it is as serious as one in a commit: pages may be lost for good.
import type { Database } from 'better-sqlite3'
import { classifyFailure } from './failures.ts'

export type Checkpoints = { afterCommit(): void }

type WalRow = { log: number; checkpointed: number }

const pagesBetween = 1000
/** Appends that leave the event loop no turn are not let run on for longer than this. */
const pagesAtMost = 4000

export const createCheckpoints = (database: Database, onFailure: (cause: unknown) => void): Checkpoints => {
  database.pragma('wal_autocheckpoint = 0')
  const look = database.prepare<[], WalRow>('PRAGMA wal_checkpoint(NOOP)')
  const bringDown = database.prepare<[], WalRow>('PRAGMA wal_checkpoint(PASSIVE)')
  let due = false

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
    afterCommit: () => {
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
