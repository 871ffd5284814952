// What the file itself holds when nobody serves from it: no program of ours answers for it.
import type { CommandId } from '@comanda/shared/model/ids'
import Database from 'better-sqlite3'
import { expect } from 'vitest'

export type StoredHead = { readonly head: number }

/** Each command has one answer and one round of events, events are 1, 2, 3... without a hole, the file is sound. */
export function expectEachOnce(file: string, ids: readonly CommandId[]): StoredHead {
  const database = new Database(file, { readonly: true })
  try {
    const count = database.prepare(
      "SELECT count(*) AS n FROM results WHERE command_id = ? AND restaurant_id = 'casa-lola'",
    )
    for (const id of ids) expect(count.get(id), id).toEqual({ n: 1 })
    const [row] = database
      .prepare<[], { n: number; head: number }>('SELECT count(*) AS n, max(seq) AS head FROM events')
      .all()
    expect(row?.n).toBe(row?.head)
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
    return { head: row?.head ?? 0 }
  } finally {
    database.close()
  }
}

export const logFileIn = (data: string): string => `${data}/comanda.db`
