import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { currentUpcast } from '@comanda/shared/domain/upcast'
import { LogId } from '@comanda/shared/model/ids'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { batchAfter, noted, roundSent } from '../testing/entries.ts'
import { casa, other } from '../testing/restaurants.ts'
import { sample } from '../testing/sample-facts.ts'
import { createSqliteFile, type SqliteFile } from '../testing/sqlite-file.ts'
import { backUp } from './backup.ts'
import { backUpInThread } from './backup-thread.ts'
import { readMigrations } from './migrations.ts'
import { openDatabase } from './open.ts'
import { BackupDamaged, restore } from './restore.ts'
import type { SqliteStore } from './store.ts'
import { verifyFile } from './verify.ts'

let file: SqliteFile
let store: SqliteStore
let target: string
let restored: string

const verifying = { ...sample, upcast: currentUpcast }
const round = (head: number) => batchAfter(head, [{ command: `c${head}`, events: [roundSent(`o${head}`, `r${head}`)] }])

beforeEach(async () => {
  file = createSqliteFile()
  store = file.open()
  target = join(file.directory, 'backup.sqlite')
  restored = join(file.directory, 'restored.sqlite')
  await store.log.create(casa, LogId.parse('log-1'))
  await store.log.create(other, LogId.parse('log-2'))
  for (let head = 0; head < 20; head++) await store.log.append(casa, round(head), head)
})
afterEach(() => file.remove())

describe('backup', () => {
  test('[P-13] a copy that is whole, one file, the owner’s alone; the live file knows how far it reaches', async () => {
    expect(await backUp({ file: file.file, target })).toEqual([
      { restaurantId: casa, seq: 20 },
      { restaurantId: other, seq: 0 },
    ])
    expect(statSync(target).mode & 0o777).toBe(0o600)
    expect(readdirSync(file.directory).filter((name) => name.startsWith('backup'))).toEqual(['backup.sqlite'])
    expect(await store.log.backedUpSeq(casa)).toBe(20)
    await store.log.append(casa, round(20), 20)
    expect(await store.log.backedUpSeq(casa)).toBe(20)
    const { logs, findings } = verifyFile({ ...verifying, file: target })
    expect(findings).toEqual([])
    expect(logs.map(({ head }) => head)).toEqual([20, 0])
    expect(verifyFile({ ...verifying, file: file.file }).findings).toEqual([])
  })

  test('[P-13] taken while orders go on, it is some whole moment of the log', async () => {
    let head = 20
    let done = false
    const backup = backUp({ file: file.file, target }).finally(() => {
      done = true
    })
    while (!done) {
      await store.log.append(casa, round(head), head)
      head += 1
      await new Promise((resolve) => setImmediate(resolve))
    }
    const [reached] = await backup
    expect(head).toBeGreaterThan(20)
    const { logs, findings } = verifyFile({ ...verifying, file: target })
    expect(findings).toEqual([])
    expect(logs[0]?.head).toBe(reached?.seq)
    expect(await store.log.backedUpSeq(casa)).toBe(reached?.seq)
  })

  test('[P-13] it never overwrites another, and leaves nothing when it fails', async () => {
    writeFileSync(target, 'last week')
    await expect(backUp({ file: file.file, target })).rejects.toThrow(/exists/)
    expect(readFileSync(target, 'utf8')).toBe('last week')
    const nowhere = join(file.directory, 'missing', 'backup.sqlite')
    await expect(backUp({ file: file.file, target: nowhere })).rejects.toThrow()
    expect(existsSync(nowhere)).toBe(false)
  })

  test('[REP-9] it can run on a thread of its own', async () => {
    expect((await backUpInThread({ file: file.file, target }))[0]?.seq).toBe(20)
    await expect(backUpInThread({ file: file.file, target })).rejects.toThrow(/exists/)
  })
})

describe('restore', () => {
  const restoreIt = () => {
    let lives = 0
    const nextLogId = () => {
      lives += 1
      return LogId.parse(`restored-${lives}`)
    }
    return restore({ ...verifying, backup: target, file: restored, nextLogId })
  }

  test('[P-13] gives each log a new life with the same history, and nothing beside the file', async () => {
    await backUp({ file: file.file, target })
    const before = await store.log.load(casa)
    expect(restoreIt()).toEqual([
      { restaurantId: casa, logId: 'restored-1', head: 20 },
      { restaurantId: other, logId: 'restored-2', head: 0 },
    ])
    expect(statSync(restored).mode & 0o777).toBe(0o600)
    expect(readdirSync(file.directory).filter((name) => name.startsWith('restored'))).toEqual(['restored.sqlite'])
    const { logs, findings } = verifyFile({ ...verifying, file: restored })
    expect(findings).toEqual([])
    expect(logs[0]).toEqual({ restaurantId: casa, logId: 'restored-1', head: 20, chainHead: before?.chainHead })
    expect(verifyFile({ ...verifying, file: target }).logs[0]?.logId).toBe('log-1')
  })

  test('[P-13] a damaged backup is refused, and the place stays empty', async () => {
    await store.log.append(casa, batchAfter(20, [{ command: 'c20', events: [noted('o1', 'x')] }]), 20)
    await backUp({ file: file.file, target })
    const bytes = readFileSync(target)
    const place = bytes.indexOf('"unitPrice":1650', bytes.length / 2)
    bytes.write('"unitPrice":1649', place)
    writeFileSync(target, bytes)
    expect(restoreIt).toThrow(BackupDamaged)
    expect(readdirSync(file.directory).filter((name) => name.startsWith('restored'))).toEqual([])
  })

  test('[P-13] it never overwrites a file that is there', async () => {
    await backUp({ file: file.file, target })
    writeFileSync(restored, 'this evening')
    expect(restoreIt).toThrow(/exists/)
    expect(readFileSync(restored, 'utf8')).toBe('this evening')
  })

  test.each(['-wal', '-shm'])(
    '[P-13] what the live file left in its %s is not taken for the backup’s',
    async (rest) => {
      await backUp({ file: file.file, target })
      writeFileSync(`${restored}${rest}`, 'this evening')
      expect(restoreIt).toThrow(/exists: move it away/)
      expect(existsSync(restored)).toBe(false)
      expect(readFileSync(`${restored}${rest}`, 'utf8')).toBe('this evening')
    },
  )

  test('[P-12] an older backup is brought up to date on the way', async () => {
    await backUp({ file: file.file, target })
    const later = [
      ...readMigrations(),
      { number: 10_000, name: 'later', checksum: 'x', sql: 'CREATE TABLE later (a INTEGER) STRICT' },
    ]
    restore({ ...verifying, migrations: later, backup: target, file: restored, nextLogId: () => LogId.parse('r') })
    const database = openDatabase({ file: restored, migrations: later })
    expect(database.prepare('SELECT count(*) FROM later').pluck().get()).toBe(0)
    database.close()
  })
})
