import { describe, expect, test } from 'vitest'
import { numbersAfterStrings, strings, systemCalls, tracedFile } from './strace-lines.ts'

const hex = (text: string) => [...Buffer.from(text)].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('')

describe('a call', () => {
  test('is read with its file, its bytes, its place and its result', () => {
    const [call] = systemCalls([`7  pwrite64(22<${hex('/data/a)b')}>, "${hex('x"\\,y')}", 5, 4096) = 5`])
    expect(call).toMatchObject({ thread: 7, name: 'pwrite64', result: 5, error: null, injected: false })
    expect(tracedFile(call?.text ?? '')).toEqual({ descriptor: 22, path: '/data/a)b', deleted: false })
    expect(strings(call?.text ?? '').map(String)).toEqual(['x"\\,y'])
    expect(numbersAfterStrings(call?.text ?? '')).toEqual([5, 4096])
  })

  test('tells the file that it opened', () => {
    const line = `7 openat(AT_FDCWD<${hex('/data')}>, "${hex('a')}", O_RDWR|O_CREAT, 0644) = 21<${hex('/data/a')}>`
    expect(systemCalls([line])[0]?.resultFile).toEqual({ descriptor: 21, path: '/data/a', deleted: false })
  })

  test('tells its error, and whether it was injected', () => {
    const calls = systemCalls([
      `7 fsync(3<${hex('/a')}>) = -1 EIO (Input/output error) (INJECTED)`,
      `7 fsync(3<${hex('/a')}>) = -1 EIO (Input/output error)`,
    ])
    expect(calls.map(({ error, injected }) => ({ error, injected }))).toEqual([
      { error: 'EIO', injected: true },
      { error: 'EIO', injected: false },
    ])
  })

  test('that never returned did not happen as far as anybody knows', () => {
    expect(systemCalls([`7 fsync(3<${hex('/a')}>) = ?`, '7 +++ killed by SIGKILL +++'])).toEqual([])
    expect(systemCalls([`7 fsync(3<${hex('/a')}> <unfinished ...>`])).toEqual([])
  })

  test('on a file without a name says so', () => {
    expect(tracedFile(`5<${hex('/tmp/gone')}>(deleted), 0`)).toMatchObject({ path: '/tmp/gone', deleted: true })
  })
})

test('calls of two threads come in the order of their return, and know what was over when they began', () => {
  const calls = systemCalls([
    `1 pwrite64(3<${hex('/a')}>, "${hex('1')}", 1, 0) = 1`,
    `1 fsync(3<${hex('/a')}> <unfinished ...>`,
    `2 pwrite64(3<${hex('/a')}>, "${hex('2')}", 1, 1) = 1`,
    `1 <... fsync resumed>) = 0`,
    `2 fsync(3<${hex('/a')}>) = 0`,
  ])
  expect(calls.map(({ thread, name, startedAfter }) => [thread, name, startedAfter])).toEqual([
    [1, 'pwrite64', 0],
    [2, 'pwrite64', 1],
    [1, 'fsync', 1],
    [2, 'fsync', 3],
  ])
})
