// What a failed write means. Full, read-only and busy were rolled back and may pass; a broken constraint was rolled back
// and is a mistake of the program; everything else leaves the outcome unknown.
import { LogUnavailable } from '../log.ts'

/** SqliteError by its shape: the class is not the same one in every copy of the module. */
export const sqliteCode = (error: unknown): string | undefined =>
  error instanceof Error && error.name === 'SqliteError' && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined

export type Failure = 'full' | 'readonly' | 'busy' | 'constraint' | 'unknown' | 'bug'

/** The file was moved or replaced under us: nothing comes right again by waiting. */
const beyondWaiting = 'SQLITE_READONLY_DBMOVED'

export const classifyFailure = (error: unknown): Failure => {
  const code = sqliteCode(error)
  if (code === undefined) return 'bug'
  if (code === 'SQLITE_FULL') return 'full'
  if (code.startsWith('SQLITE_READONLY') && code !== beyondWaiting) return 'readonly'
  if (code.startsWith('SQLITE_BUSY')) return 'busy'
  if (code.startsWith('SQLITE_CONSTRAINT')) return 'constraint'
  return 'unknown'
}

export const unavailableFrom = (error: unknown): LogUnavailable | undefined => {
  const failure = classifyFailure(error)
  return failure === 'full' || failure === 'readonly' || failure === 'busy'
    ? new LogUnavailable(failure, error)
    : undefined
}
