import { expect, it } from 'vitest'
import { add, closingLine, type Report, tallyOf } from './tally.ts'

const clean: Report = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] }

it('sums what ran', () => {
  const ran = tallyOf({ ...clean, numPendingTests: 1, numTodoTests: 1 }, 0)
  expect(add(ran, { passed: 4, failed: 1, skipped: 0 })).toEqual({ passed: 7, failed: 1, skipped: 2 })
})

it('mentions skipped tests only when there are any', () => {
  expect(closingLine({ passed: 7, failed: 0, skipped: 0 })).toBe('7 passed, 0 failed')
  expect(closingLine({ passed: 7, failed: 1, skipped: 2 })).toBe('7 passed, 1 failed, 2 skipped')
})

it('counts a file that could not be loaded', () => {
  const broken = { name: 'a.test.ts', status: 'failed', assertionResults: [] }
  expect(tallyOf({ ...clean, testResults: [broken] }, 1).failed).toBe(1)
})

it('does not count the file of a failed test once more', () => {
  const file = { name: 'a.test.ts', status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] }
  expect(tallyOf({ ...clean, numFailedTests: 1, testResults: [file] }, 1).failed).toBe(1)
})

it('counts a runner that ended badly with every test passed, or left no report', () => {
  expect(tallyOf(clean, 1)).toEqual({ passed: 3, failed: 1, skipped: 0 })
  expect(tallyOf(undefined, 137)).toEqual({ passed: 0, failed: 1, skipped: 0 })
})
