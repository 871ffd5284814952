import { DemoNeedsLoopback } from '@comanda/server/start-server'
import { expect, test } from 'vitest'
import { endWithOneLine } from './one-line.ts'
import { OptionError, readOptions } from './options.ts'

test('what is not said has a sensible value', () => {
  expect(readOptions([], 'fresh')).toEqual({ speed: 10, tables: 60, minutes: 300, seed: 'fresh' })
  const said = ['--speed', '60', '--tables', '5', '--minutes', '30', '--seed', 'a-1']
  expect(readOptions(said, 'fresh')).toEqual({ speed: 60, tables: 5, minutes: 30, seed: 'a-1' })
})

test.each([
  [['--speed', '0']],
  [['--speed', 'fast']],
  [['--tables', '-3']],
  [['--minutes', '9999999']],
  [['--seed', 'no spaces']],
  [['--slow']],
  [['five']],
])('%j is refused in one line', (args) => {
  expect(() => readOptions(args, 'fresh')).toThrow(OptionError)
})

test('a mistake is one line and exit code 1, a bug is thrown', async () => {
  const lines: string[] = []
  const complain = (line: string): void => {
    lines.push(line)
  }
  const taken = Object.assign(new Error('listen EADDRINUSE'), { code: 'EADDRINUSE' })
  for (const mistake of [new DemoNeedsLoopback('0.0.0.0'), taken]) {
    expect(await endWithOneLine(() => Promise.reject(mistake), complain)).toBe(1)
  }
  expect(lines).toHaveLength(2)
  for (const line of lines) expect(line).not.toContain('\n')
  await expect(endWithOneLine(() => Promise.reject(new TypeError('a bug')), complain)).rejects.toThrow('a bug')
})
