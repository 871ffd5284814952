import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { seededRandom } from '../../harness/seeded-random.ts'
import { killLeftovers, startProgram } from './running-program.ts'
import { straceSupport } from './strace.ts'
import { describeWhere } from './support.ts'
import { type RecordedDisk, recordDisk } from './unsynced-writes.ts'

const program = (name: string) => fileURLToPath(new URL(`./programs/${name}`, import.meta.url))
const support = await straceSupport()
let base: string
let folder: string
let cutFolder: string

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'comanda-power-cut-'))
  folder = join(base, 'data')
  cutFolder = join(base, 'after-the-cut')
  mkdirSync(folder)
})

afterEach(async () => {
  await killLeftovers()
  rmSync(base, { recursive: true })
})

async function record(file: string, env: Record<string, string>): Promise<RecordedDisk> {
  const recording = recordDisk(folder)
  const running = await startProgram({ program: program(file), env, wrapper: recording.wrapper })
  expect(await running.ended).toEqual({ code: 0, signal: null })
  return recording.finish(running.pid)
}

const recordRows = (synchronous: string) =>
  record('row-writer.ts', {
    FILE: join(folder, 'rows.sqlite'),
    SYNCHRONOUS: synchronous,
    ROWS: '40',
    CHECKPOINT_PAGES: '12',
  })

const acknowledged = (disk: RecordedDisk, at: number) =>
  [...disk.saidBy(at).matchAll(/^row (\d+)$/gm)].map((match) => Number(match[1]))

function rowsAfterCut(): number[] {
  const file = join(cutFolder, 'rows.sqlite')
  if (!existsSync(file)) return []
  const database = new Database(file)
  try {
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
    const exists = database.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'rows'").pluck().get()
    return exists ? database.prepare('SELECT number FROM rows ORDER BY number').pluck().all().map(Number) : []
  } finally {
    database.close()
  }
}

/** How many acknowledged rows each cut lost, worst first. */
function losses(disk: RecordedDisk, seed: string, cuts: number): number[] {
  const random = seededRandom(seed)
  const lost: number[] = []
  for (let cut = 0; cut < cuts; cut++) {
    const at = Math.round((disk.length * cut) / (cuts - 1))
    disk.layDown(at, random.pick(['none', random.branch(`cut ${cut}`)]), cutFolder)
    const kept = new Set(rowsAfterCut())
    lost.push(acknowledged(disk, at).filter((number) => !kept.has(number)).length)
  }
  return lost.sort((left, right) => right - left)
}

describeWhere(support.launch, 'a power cut', () => {
  test('with FULL, no acknowledged row is lost at any moment', async () => {
    const disk = await recordRows('FULL')
    expect(acknowledged(disk, disk.length).length).toBe(40)
    expect(losses(disk, 'full', 120)[0]).toBe(0)
  })

  test('with NORMAL, acknowledged rows are lost and the file stays sound: the cut is a real one', async () => {
    const disk = await recordRows('NORMAL')
    expect(losses(disk, 'normal', 60)[0]).toBeGreaterThan(3)
  })

  test('with OFF, a cut can break the file itself: chance really tears what no sync covered', async () => {
    const disk = await recordRows('OFF')
    expect(() => losses(disk, 'off', 120)).toThrow(/in database main|malformed|not a database/)
  })

  test('when everything survives, the folder is what a killed process leaves', async () => {
    const disk = await recordRows('NORMAL')
    disk.layDown(disk.length, 'all', cutFolder)
    for (const name of ['rows.sqlite', 'rows.sqlite-wal']) {
      expect(existsSync(join(cutFolder, name))).toBe(existsSync(join(folder, name)))
    }
    expect(readFileSync(join(cutFolder, 'rows.sqlite')).equals(readFileSync(join(folder, 'rows.sqlite')))).toBe(true)
    expect(rowsAfterCut().length).toBe(40)
  })

  test('plain files: appended, replaced and removed ones come back as far as they were synced', async () => {
    const disk = await record('file-writer.ts', { FOLDER: folder })
    const after = (words: string) => {
      const at = disk.said.find(({ bytes }) => bytes.toString().includes(words))?.after
      if (at === undefined) throw new Error(`never said: ${words}`)
      disk.layDown(at, 'none', cutFolder)
      return (name: string) =>
        existsSync(join(cutFolder, name)) ? readFileSync(join(cutFolder, name), 'utf8') : 'no file'
    }
    expect(after('made without its folder')('list')).toBe('no file')
    expect(after('folder synced')('list')).toBe('one;')
    expect(after('appended')('list')).toBe('one;')
    expect(after('append synced')('list')).toBe('one;two;')
    expect(after('replaced')('list')).toBe('one;two;')
    expect(after('replacement synced')('list')).toBe('three;')
    expect(after('removed')('list')).toBe('three;')
    expect(after('removal synced')('list')).toBe('no file')
  })

  test('a change it cannot follow is refused, not passed over', async () => {
    await expect(record('file-writer.ts', { FOLDER: folder, COPY: '1' })).rejects.toThrow('is not accounted for')
  })
})
