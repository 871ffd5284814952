import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../harness/seeded-random.ts'
import type { DiskOperation } from './disk-history.ts'
import { folderAfterPowerCut, type Survival } from './power-cut.ts'

const path = '/data/a'
const write = (offset: number | 'end', words: string): DiskOperation => {
  return { kind: 'write', path, offset, bytes: Buffer.from(words) }
}
const create: DiskOperation = { kind: 'create', path }
const syncFile = (covers: number): DiskOperation => ({ kind: 'sync', path, covers })
const syncFolder = (covers: number): DiskOperation => ({ kind: 'sync', path: '/data', covers })

const start: ReadonlyMap<string, Buffer> = new Map([[path, Buffer.from('old words')]])

function after(operations: readonly DiskOperation[], survival: Survival = 'none', from = start) {
  const image = folderAfterPowerCut(from, operations, operations.length, survival)
  return Object.fromEntries([...image].map(([name, bytes]) => [name, bytes.toString()]))
}

describe('content', () => {
  test('what was there at the start stays', () => {
    expect(after([])).toEqual({ [path]: 'old words' })
  })

  test('stays as the last sync left it', () => {
    expect(after([write(0, 'new'), syncFile(1), write(0, 'NEW')])).toEqual({ [path]: 'new words' })
  })

  test('a sync does not cover what another thread wrote while it ran', () => {
    expect(after([write(0, 'new'), write(4, 'WORDS'), syncFile(1)])).toEqual({ [path]: 'new words' })
  })

  test('appending, cutting and growing follow the file as the program saw it', () => {
    const operations: DiskOperation[] = [
      write('end', ', new'),
      { kind: 'truncate', path, size: 3 },
      write('end', 'er'),
      { kind: 'truncate', path, size: 6 },
      syncFile(4),
    ]
    expect(after(operations)).toEqual({ [path]: 'older\0' })
  })

  test('a cut takes only what was over by then', () => {
    const operations = [write(0, 'new'), syncFile(1), write(0, 'NEW'), syncFile(3)]
    const image = folderAfterPowerCut(start, operations, 3, 'none')
    expect(image.get(path)?.toString()).toBe('new words')
  })
})

describe('names', () => {
  const none: ReadonlyMap<string, Buffer> = new Map()

  test('a synced file without a synced folder may not be found again', () => {
    expect(after([create, write(0, 'x'), syncFile(2)], 'none', none)).toEqual({})
    expect(after([create, write(0, 'x'), syncFile(2), syncFolder(3)], 'none', none)).toEqual({ [path]: 'x' })
  })

  test('a synced folder does not make the content of its files durable', () => {
    expect(after([create, write(0, 'x'), syncFolder(2)], 'none', none)).toEqual({ [path]: '' })
  })

  test('a removed file is back until its folder is synced', () => {
    const remove: DiskOperation = { kind: 'remove', path }
    expect(after([remove])).toEqual({ [path]: 'old words' })
    expect(after([remove, syncFolder(1)])).toEqual({})
  })

  test('a file renamed over another: the old one until the folder is synced, never neither', () => {
    const from = new Map([...start, ['/data/b', Buffer.from('better')]])
    const rename: DiskOperation = { kind: 'rename', path: '/data/b', to: path }
    expect(after([rename], 'none', from)).toEqual({ [path]: 'old words', '/data/b': 'better' })
    expect(after([rename, syncFolder(1)], 'none', from)).toEqual({ [path]: 'better' })
  })
})

test('chance keeps all, nothing or some sectors of a write, and always what was synced', () => {
  const synced = [write(0, 'S'.repeat(4096)), syncFile(1)]
  const seen = new Set<string>()
  for (let seed = 0; seed < 60; seed++) {
    const operations = [...synced, write(1024, 'u'.repeat(2048))]
    const content = after(operations, seededRandom(seed))[path] ?? ''
    expect(content.length).toBe(4096)
    expect(content.slice(0, 1024)).toBe('S'.repeat(1024))
    expect(content.slice(3072)).toBe('S'.repeat(1024))
    const sectors = Array.from({ length: 4 }, (_, index) => content.slice(1024 + index * 512, 1536 + index * 512))
    for (const sector of sectors) expect(['S'.repeat(512), 'u'.repeat(512)]).toContain(sector)
    seen.add(sectors.map((sector) => sector[0]).join(''))
  }
  expect(seen).toContain('SSSS')
  expect(seen).toContain('uuuu')
  expect(seen.size).toBeGreaterThan(5)
})
