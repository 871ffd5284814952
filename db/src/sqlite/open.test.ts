import { statSync } from 'node:fs'
import { LogId } from '@comanda/shared/model/ids'
import BetterSqlite3 from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { batchAfter, noted, roundSent } from '../testing/entries.ts'
import { casa } from '../testing/restaurants.ts'
import { createSqliteFile, type SqliteFile } from '../testing/sqlite-file.ts'
import { openReader } from './open.ts'

let file: SqliteFile
beforeEach(() => {
  file = createSqliteFile()
})
afterEach(() => file.remove())

const walBytes = () => statSync(`${file.file}-wal`, { throwIfNoEntry: false })?.size ?? 0

describe('opening a file', () => {
  test('[P-1] every commit is flushed: WAL, synchronous FULL, still so after tables were read', async () => {
    const { database, log } = file.open()
    await log.create(casa, LogId.parse('log-1'))
    await log.append(casa, batchAfter(0, [{ command: 'c1', events: [noted('o1', 'a')] }]), 0)
    expect(database.pragma('journal_mode', { simple: true })).toBe('wal')
    expect(database.pragma('synchronous', { simple: true })).toBe(2)
    expect(database.pragma('foreign_keys', { simple: true })).toBe(1)
    await log.close()
    const again = file.open()
    await again.log.readAfter(casa, 0, 10)
    expect(again.database.pragma('synchronous', { simple: true })).toBe(2)
  })

  test('[P-1] this build of SQLite does lower the level by itself, which is why it is said twice', async () => {
    await file.open().log.close()
    const careless = new BetterSqlite3(file.file)
    careless.prepare('SELECT count(*) FROM heads').get()
    expect(careless.pragma('synchronous', { simple: true })).toBe(1)
    careless.close()
  })

  test('[P-1] what an earlier life left in the write-ahead log is brought down before the first answer', async () => {
    const { log } = file.open()
    await log.create(casa, LogId.parse('log-1'))
    await log.append(casa, batchAfter(0, [{ command: 'c1', events: [noted('o1', 'a')] }]), 0)
    expect(walBytes()).toBeGreaterThan(0)
    const next = file.open()
    expect(walBytes()).toBe(0)
    expect((await next.log.load(casa))?.head).toBe(1)
  })

  test('[P-16] the write-ahead log stays small however long the service', async () => {
    const { database, log } = file.open()
    database.pragma('synchronous = OFF')
    await log.create(casa, LogId.parse('log-1'))
    let highest = 0
    for (let head = 0; head < 3000; head += 20) {
      const said = Array.from({ length: 20 }, (_, index) => ({
        command: `c${head + index}`,
        events: [roundSent(`o${head + index}`, `r${head + index}`)],
      }))
      await log.append(casa, batchAfter(head, said), head)
      // With a turn of the event loop in the first half, without one in the second.
      if (head < 1500) await new Promise((resolve) => setImmediate(resolve))
      if (head < 1500) highest = Math.max(highest, walBytes())
    }
    expect(Number(database.pragma('page_count', { simple: true })) * 4096).toBeGreaterThan(10_000_000)
    expect(highest).toBeLessThan(6_000_000)
    expect(walBytes()).toBeLessThan(20_000_000)
  })

  test('[P-14] the file is its owner’s alone, and so is what lies beside it', async () => {
    const { log } = file.open()
    await log.create(casa, LogId.parse('log-1'))
    for (const path of [file.file, `${file.file}-wal`, `${file.file}-shm`]) {
      expect(statSync(path).mode & 0o777).toBe(0o600)
    }
  })

  test('[REP-9] a reader sees every commit, can write nothing, and holds nobody up', async () => {
    const { log } = file.open()
    await log.create(casa, LogId.parse('log-1'))
    const reader = openReader({ file: file.file })
    const count = reader.prepare<[], number>('SELECT count(*) FROM events').pluck()
    reader.exec('BEGIN')
    expect(count.get()).toBe(0)
    expect((await log.append(casa, batchAfter(0, [{ command: 'c1', events: [noted('o1', 'a')] }]), 0)).kind).toBe(
      'committed',
    )
    expect(count.get()).toBe(0)
    reader.exec('COMMIT')
    expect(count.get()).toBe(1)
    expect(() => reader.exec('DELETE FROM texts')).toThrow(/readonly/)
    reader.close()
  })
})
