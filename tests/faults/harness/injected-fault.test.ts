import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { countSyncs } from './fsync-count.ts'
import { faultWrapper, injectFault, syncCalls, withInjectedFault, writeCalls } from './injected-fault.ts'
import { killLeftovers, type RunningProgram, startProgram } from './running-program.ts'
import { straceSupport } from './strace.ts'
import { describeWhere } from './support.ts'

const rowWriter = fileURLToPath(new URL('./programs/row-writer.ts', import.meta.url))
const support = await straceSupport()
let folder: string
let file: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'comanda-injected-'))
  file = join(folder, 'rows.sqlite')
})

afterEach(async () => {
  await killLeftovers()
  rmSync(folder, { recursive: true })
})

async function startWriter(env: Record<string, string> = {}, wrapper: string[] = []): Promise<RunningProgram> {
  return startProgram({ program: rowWriter, env: { FILE: file, ...env }, wrapper })
}

async function writeRows(writer: RunningProgram, from: number, to: number): Promise<void> {
  for (let number = from; number <= to; number++) {
    writer.say('write')
    await writer.line(new RegExp(`^row ${number}$`))
  }
}

function rowsOnDisk(): number[] {
  const database = new Database(file)
  try {
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
    return database.prepare('SELECT number FROM rows ORDER BY number').pluck().all().map(Number)
  } finally {
    database.close()
  }
}

describeWhere(support.attach, 'counting syncs of a running process', () => {
  test('FULL makes one sync a commit, on the write-ahead log', async () => {
    const writer = await startWriter()
    await writer.line(/^ready$/)
    const counter = await countSyncs(writer.pid)
    await writeRows(writer, 1, 1)
    // The first commit also writes the head of the log and its folder.
    const first = counter.soFar().total
    await writeRows(writer, 2, 11)
    const counts = await counter.stop()
    expect(counts.total - first).toBe(10)
    expect(counts.byPath.get(`${file}-wal`)).toBeGreaterThanOrEqual(10)
    await writeRows(writer, 12, 12)
  })

  test('NORMAL makes none, so the count tells the two apart', async () => {
    const writer = await startWriter({ SYNCHRONOUS: 'NORMAL' })
    await writeRows(writer, 1, 1)
    const counter = await countSyncs(writer.pid)
    await writeRows(writer, 2, 11)
    expect((await counter.stop()).total).toBe(0)
  })

  test('counting may be narrowed to one file', async () => {
    const writer = await startWriter()
    await writeRows(writer, 1, 1)
    const counter = await countSyncs(writer.pid, [file])
    await writeRows(writer, 2, 4)
    expect((await counter.stop()).total).toBe(0)
  })
})

describeWhere(support.attach, 'faults in a running process', () => {
  test('a failing sync reaches the program as EIO, and stops when lifted', async () => {
    const writer = await startWriter()
    await writeRows(writer, 1, 3)
    const { hits } = await withInjectedFault(writer.pid, { calls: syncCalls, error: 'EIO' }, async () => {
      writer.say('write')
      await writer.line(/^refused 4 SQLITE_IOERR_FSYNC$/)
    })
    expect(hits).toBeGreaterThanOrEqual(1)
    await writeRows(writer, 4, 5)
  })

  test('only the n-th call, and only on the named file', async () => {
    const writer = await startWriter()
    await writeRows(writer, 1, 1)
    const fault = { calls: ['pwrite64'], paths: [`${file}-wal`], error: 'EIO', from: 3, once: true } as const
    const { hits } = await withInjectedFault(writer.pid, fault, async () => {
      writer.say('write')
      writer.say('write')
      await writer.line(/^refused 3 SQLITE_IOERR_WRITE$/)
      await writeRows(writer, 3, 3)
    })
    expect(hits).toBe(1)
  })

  test('a disk without room says so', async () => {
    const writer = await startWriter()
    await writeRows(writer, 1, 1)
    await withInjectedFault(writer.pid, { calls: writeCalls, paths: [`${file}-wal`], error: 'ENOSPC' }, async () => {
      writer.say('write')
      await writer.line(/^refused 2 SQLITE_FULL$/)
    })
  })

  test('a fault that never struck fails the test that counted on it', async () => {
    const writer = await startWriter()
    await writer.line(/^ready$/)
    const fault = { calls: syncCalls, error: 'EIO', from: 1_000 } as const
    await expect(withInjectedFault(writer.pid, fault, () => writeRows(writer, 1, 2))).rejects.toThrow('no call was hit')
  })

  test('a process can be killed inside a write of its own', async () => {
    const writer = await startWriter()
    await writeRows(writer, 1, 2)
    const fault = await injectFault(writer.pid, { calls: ['pwrite64'], paths: [`${file}-wal`], kill: true, from: 2 })
    writer.say('write')
    expect(await writer.ended).toEqual({ code: null, signal: 'SIGKILL' })
    await fault.lift()
    expect(rowsOnDisk()).toEqual([1, 2])
  })
})

describeWhere(support.launch, 'kill points from the start of a program', () => {
  test('killed inside its n-th write or sync, it keeps every row it had acknowledged', async () => {
    const seen = new Set<number>()
    for (const from of [2, 9, 16, 23]) {
      for (const calls of [['pwrite64'], ['fsync', 'fdatasync']]) {
        file = join(folder, `${calls[0]}-${from}.sqlite`)
        const wrapper = faultWrapper({ calls, paths: [`${file}-wal`], kill: true, from })
        const writer = await startWriter({ ROWS: '40', CHECKPOINT_PAGES: '8' }, wrapper)
        expect(await writer.ended).toEqual({ code: null, signal: 'SIGKILL' })
        const acknowledged = writer.lines().filter((line) => line.startsWith('row ')).length
        seen.add(acknowledged)
        if (writer.lines().includes('ready')) expect(rowsOnDisk().length).toBeGreaterThanOrEqual(acknowledged)
      }
    }
    expect(seen.size).toBeGreaterThan(3)
  })
})
