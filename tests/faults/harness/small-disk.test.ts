import { appendFileSync, closeSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, expect, test } from 'vitest'
import { killLeftovers, type RunningProgram, startProgram } from './running-program.ts'
import { failingDiskSupport, mountFailingDisk, mountSmallDisk, type SmallDisk, smallDiskSupport } from './small-disk.ts'
import { describeWhere } from './support.ts'

const rowWriter = fileURLToPath(new URL('./programs/row-writer.ts', import.meta.url))
const megabyte = 1024 * 1024
let disk: SmallDisk | null = null

afterEach(async () => {
  await killLeftovers()
  disk?.unmount()
  disk = null
})

async function startWriter(path: string): Promise<RunningProgram> {
  const writer = await startProgram({
    program: rowWriter,
    env: { FILE: join(path, 'rows.sqlite'), CHECKPOINT_PAGES: '0' },
  })
  writer.say('write')
  await writer.line(/^row 1$/)
  return writer
}

describeWhere(smallDiskSupport(), 'a small disk in memory', () => {
  test('fills to the last byte, refuses more, and has room again', () => {
    const small = mountSmallDisk({ bytes: 2 * megabyte })
    disk = small
    expect(small.freeBytes()).toBeLessThanOrEqual(2 * megabyte)
    expect(small.fill()).toBeGreaterThan(1.9 * megabyte)
    expect(small.freeBytes()).toBe(0)
    expect(() => writeFileSync(join(small.path, 'more'), 'x')).toThrow('ENOSPC')
    small.free()
    writeFileSync(join(small.path, 'more'), 'x')
    expect(small.fill(100_000)).toBeGreaterThan(megabyte)
    expect(small.freeBytes()).toBeGreaterThanOrEqual(100_000 - 4096)
  })

  test('a database on it is refused when full, stays alive, and goes on by itself', async () => {
    const small = mountSmallDisk({ bytes: 4 * megabyte })
    disk = small
    const writer = await startWriter(small.path)
    small.fill()
    for (let count = 0; count < 8; count++) writer.say('write')
    const refused = await writer.line(/^refused (\d+) SQLITE_FULL$/)
    small.free()
    writer.say('write')
    await writer.line(new RegExp(`^row ${refused[1]}$`))
  })

  test('read-only: possible before a program opens it, refused while one writes', async () => {
    const small = mountSmallDisk({ bytes: 2 * megabyte })
    disk = small
    small.remount('ro')
    expect(() => writeFileSync(join(small.path, 'more'), 'x')).toThrow('EROFS')
    small.remount('rw')
    writeFileSync(join(small.path, 'more'), 'x')
    await startWriter(small.path)
    expect(() => small.remount('ro')).toThrow('busy')
  })
})

describeWhere(failingDiskSupport(), 'a disk that breaks down', () => {
  test('turns read-only under open files, which can still be read', () => {
    const failing = mountFailingDisk({ bytes: 8 * megabyte })
    disk = failing
    const path = join(failing.path, 'notes')
    writeFileSync(path, 'kept')
    const file = openSync(path, 'a')
    writeSync(file, ' and more')
    failing.breakDown()
    expect(() => writeSync(file, ' but no further')).toThrow(/EROFS|EIO/)
    expect(() => appendFileSync(join(failing.path, 'another'), 'x')).toThrow(/EROFS|EIO/)
    expect(readFileSync(path, 'utf8')).toBe('kept and more')
    closeSync(file)
  })

  test('a database on it is refused by name and not told that it committed', async () => {
    const failing = mountFailingDisk({ bytes: 8 * megabyte })
    disk = failing
    const writer = await startWriter(failing.path)
    failing.breakDown()
    writer.say('write')
    const [line] = await writer.line(/^(refused|row) 2\b.*$/)
    expect(line).toMatch(/^refused 2 SQLITE_(IOERR_\w+|READONLY\w*|CANTOPEN|FULL)$/)
    expect(writer.isRunning()).toBe(true)
  })
})
