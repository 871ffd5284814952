// Write transactions that end in one of three ways: committed, surely not written, or unknown. After unknown the file is
// not touched again by this process (P-3). The work is synchronous, so nothing can be awaited inside a transaction.
import type { Database } from 'better-sqlite3'
import { LogOutcomeUnknown } from '../log.ts'
import { createCheckpoints } from './checkpoints.ts'
import { classifyFailure, unavailableFrom } from './failures.ts'

export type Writing = {
  /**
   * Runs `work` in one transaction. Throws LogUnavailable or what `work` threw after a clean rollback. `bytes` is about
   * how much it writes, where that is known.
   */
  transact<Value>(work: () => Value, bytes?: number): Value
  /** Throws once an outcome is unknown. Reads ask it too: what they see may not last. */
  assertUsable(): void
}

export const createWriting = (database: Database, onReadonly: () => void = () => {}): Writing => {
  const begin = database.prepare('BEGIN IMMEDIATE')
  const commit = database.prepare('COMMIT')
  const rollback = database.prepare('ROLLBACK')
  let failed: LogOutcomeUnknown | undefined

  const fail = (cause: unknown): LogOutcomeUnknown => {
    failed = new LogOutcomeUnknown(cause)
    return failed
  }

  /** What to throw after `error` broke a transaction. */
  const undo = (error: unknown): unknown => {
    try {
      if (database.inTransaction) rollback.run()
    } catch (second) {
      return fail(new AggregateError([error, second], 'the rollback failed too'))
    }
    const failure = classifyFailure(error)
    if (failure === 'readonly') onReadonly()
    return failure === 'unknown' ? fail(error) : (unavailableFrom(error) ?? error)
  }

  const checkpoints = createCheckpoints(database, fail)

  const assertUsable = (): void => {
    if (failed !== undefined) throw failed
  }

  return {
    assertUsable,
    transact: (work, bytes) => {
      assertUsable()
      let committed: ReturnType<typeof work>
      try {
        begin.run()
        const value = work()
        commit.run()
        committed = value
      } catch (error) {
        throw undo(error)
      }
      checkpoints.afterCommit(bytes)
      return committed
    },
  }
}
