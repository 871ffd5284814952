import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { currentUpcast } from '@comanda/shared/domain/upcast'
import { LogId, StaffId } from '@comanda/shared/model/ids'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { LogOutcomeUnknown, LogUnavailable } from '../log.ts'
import { batchAfter, commandId, roundSent } from '../testing/entries.ts'
import { casa } from '../testing/restaurants.ts'
import { sample } from '../testing/sample-facts.ts'
import { createSqliteFile, type SqliteFile } from '../testing/sqlite-file.ts'
import { classifyFailure } from './failures.ts'
import type { SqliteStore } from './store.ts'
import { verifyFile } from './verify.ts'
import { createWriting } from './writing.ts'

let file: SqliteFile
let store: SqliteStore
beforeEach(async () => {
  file = createSqliteFile()
  store = file.open()
  await store.log.create(casa, LogId.parse('log-1'))
})
afterEach(() => file.remove())

const sqliteError = (code: string) => Object.assign(new Error(code), { name: 'SqliteError', code })

const rounds = (head: number, count: number) =>
  batchAfter(
    head,
    Array.from({ length: count }, (_, index) => ({
      command: `c${head}-${index}`,
      events: [roundSent(`o${head}-${index}`, `r${head}-${index}`)],
    })),
  )

/** Appends until the disk is full; how far it came. */
const fill = async (): Promise<number> => {
  const pages = Number(store.database.pragma('page_count', { simple: true }))
  store.database.pragma(`max_page_count = ${pages + 40}`)
  for (let head = 0; ; head += 5) {
    try {
      await store.log.append(casa, rounds(head, 5), head)
    } catch (error) {
      expect(error).toBeInstanceOf(LogUnavailable)
      expect(error).toMatchObject({ reason: 'full' })
      return head
    }
  }
}

describe('a disk that takes no more', () => {
  test('[P-9] full: nothing of the batch is written, reads work, and it goes on by itself when there is room', async () => {
    const head = await fill()
    expect(head).toBeGreaterThan(0)
    expect((await store.log.load(casa))?.head).toBe(head)
    expect(await store.log.readAfter(casa, 0, 1000)).toHaveLength(head)
    expect(await store.log.readAnswer(casa, { commandId: commandId(`c${head}-0`) })).toBeUndefined()
    await expect(store.log.append(casa, rounds(head, 5), head)).rejects.toBeInstanceOf(LogUnavailable)
    store.database.pragma('max_page_count = 1000000')
    expect(await store.log.append(casa, rounds(head, 5), head)).toEqual({ kind: 'committed', head: head + 5 })
  })

  test('[P-9] full: the probe says so while it lasts, and no longer', async () => {
    await store.log.probe()
    await fill()
    await expect(store.log.probe()).rejects.toMatchObject({ name: 'LogUnavailable', reason: 'full' })
    store.database.pragma('max_page_count = 1000000')
    await store.log.probe()
  })

  test('[P-9] read-only: commands wait, reads work, and it goes on when writing is allowed again', async () => {
    await store.log.append(casa, rounds(0, 2), 0)
    store.database.pragma('query_only = ON')
    await expect(store.log.append(casa, rounds(2, 1), 2)).rejects.toMatchObject({ reason: 'readonly' })
    await expect(store.log.probe()).rejects.toMatchObject({ reason: 'readonly' })
    await expect(store.access.setPinHash(casa, StaffId.parse('ana'), 'h')).rejects.toBeInstanceOf(LogUnavailable)
    expect(await store.log.readAfter(casa, 0, 10)).toHaveLength(2)
    store.database.pragma('query_only = OFF')
    expect((await store.log.append(casa, rounds(2, 1), 2)).kind).toBe('committed')
  })

  test('[P-9] somebody else who writes for too long makes it busy, not broken', async () => {
    const second = file.open()
    second.database.exec('BEGIN IMMEDIATE')
    await expect(store.log.append(casa, rounds(0, 1), 0)).rejects.toMatchObject({ reason: 'busy' })
    second.database.exec('ROLLBACK')
    expect((await store.log.append(casa, rounds(0, 1), 0)).kind).toBe('committed')
  })
})

describe('an outcome that is not known', () => {
  test('[P-3] every other error of the disk stops the log for good', () => {
    const meanings = [
      ['SQLITE_FULL', 'full'],
      ['SQLITE_READONLY', 'readonly'],
      ['SQLITE_READONLY_ROLLBACK', 'readonly'],
      ['SQLITE_BUSY_SNAPSHOT', 'busy'],
      ['SQLITE_CONSTRAINT_UNIQUE', 'constraint'],
      ['SQLITE_IOERR_FSYNC', 'unknown'],
      ['SQLITE_IOERR_WRITE', 'unknown'],
      ['SQLITE_CORRUPT', 'unknown'],
      ['SQLITE_READONLY_DBMOVED', 'unknown'],
    ]
    for (const [code = '', meaning] of meanings) expect(classifyFailure(sqliteError(code))).toBe(meaning)
    expect(classifyFailure(new TypeError('x'))).toBe('bug')
  })

  test('[P-3] after it nothing is written or said any more', () => {
    const { transact, assertUsable } = createWriting(store.database)
    const broken = () => {
      throw sqliteError('SQLITE_IOERR_FSYNC')
    }
    expect(() => transact(broken)).toThrow(LogOutcomeUnknown)
    expect(store.database.inTransaction).toBe(false)
    expect(() => transact(() => 1)).toThrow(LogOutcomeUnknown)
    expect(assertUsable).toThrow(LogOutcomeUnknown)
  })

  test('[P-3] a bug in the work is rolled back and thrown as it is', () => {
    const { transact, assertUsable } = createWriting(store.database)
    expect(() =>
      transact(() => {
        store.database.exec("INSERT INTO probes (filler) VALUES (x'00')")
        throw new TypeError('a bug')
      }),
    ).toThrow('a bug')
    expect(store.database.prepare('SELECT count(*) FROM probes').pluck().get()).toBe(0)
    expect(assertUsable).not.toThrow()
  })

  /** Appends under a limit on file size until the kernel breaks a write off: what the process met, and what is left. */
  const breakOff = async (kilobytes: number) => {
    await store.log.close()
    const script = fileURLToPath(new URL('../testing/append-until-broken.ts', import.meta.url))
    const limited = `ulimit -f ${kilobytes}; exec "${process.execPath}" "${script}" "${file.file}"`
    const met: { acknowledged: number; met: string[]; cause: string; walBytes: number } = JSON.parse(
      execFileSync('bash', ['-c', limited], { encoding: 'utf8' }),
    )
    const next = file.open()
    const events = await next.log.readAfter(casa, 0, 100_000)
    const verifying = { file: file.file, ...sample, upcast: currentUpcast }
    expect(verifyFile(verifying).findings).toEqual([])
    expect((await next.log.append(casa, rounds(events.length, 1), events.length)).kind).toBe('committed')
    return { ...met, found: events.length }
  }

  test('[P-3] a commit that the kernel breaks off ends the log; all that was acknowledged is found', async () => {
    const { acknowledged, met, cause, found } = await breakOff(700)
    expect(acknowledged).toBeGreaterThan(5)
    expect(met).toEqual(Array(4).fill('LogOutcomeUnknown'))
    expect(cause).toMatch(/^SQLITE_IOERR/)
    expect([acknowledged, acknowledged + 1]).toContain(found)
  })

  test('[P-3] so does an error while the write-ahead log is brought down, which SQLite itself would not tell', async () => {
    const { acknowledged, met, cause, walBytes, found } = await breakOff(6000)
    expect(acknowledged).toBeGreaterThan(200)
    expect(met).toEqual(Array(4).fill('LogOutcomeUnknown'))
    expect(cause).toMatch(/^SQLITE_IOERR/)
    // The write-ahead log had room left: it was the file itself that could not grow.
    expect(walBytes).toBeLessThan(5_500_000)
    expect([acknowledged, acknowledged + 1]).toContain(found)
  })
})
