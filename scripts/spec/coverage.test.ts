import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { specCoverage } from './coverage.ts'

function covered(spec: string, test: string) {
  const base = mkdtempSync(join(tmpdir(), 'comanda-spec-'))
  mkdirSync(join(base, 'docs'))
  mkdirSync(join(base, 'tests'))
  writeFileSync(join(base, 'docs/SPEC.md'), `## Orders\n\n| rule | status | |\n|---|---|---|\n${spec}\n`)
  writeFileSync(join(base, 'package.json'), JSON.stringify({ name: 'restaurant', workspaces: ['tests'] }))
  writeFileSync(join(base, 'tests/package.json'), JSON.stringify({ name: 'tests' }))
  writeFileSync(join(base, 'tests/orders.test.ts'), test)
  const { rules, complaints } = specCoverage(base)
  rmSync(base, { recursive: true })
  return { counts: Object.fromEntries(rules.map(({ id, tests }) => [id, tests])), complaints }
}

const two = '| ORD-1 | built | Tap. |\n| ORD-2 | later | Draft. |'

it('counts the tests of each rule', () => {
  const test = 'it("[ORD-1] taps", () => {}); test("[ORD-1] [ORD-2] both", () => {}); it("no rule", () => {})'
  expect(covered(two, test)).toEqual({ counts: { 'ORD-1': 2, 'ORD-2': 1 }, complaints: [] })
})

it('gives a test the rules of the groups around it, and reads tables and templates', () => {
  const test =
    'describe("[ORD-1] tapping", () => { it.each([1, 2])(`[ORD-2] number %i`, () => {}); it("plain", () => {}) })'
  expect(covered(two, test).counts).toEqual({ 'ORD-1': 2, 'ORD-2': 1 })
})

it('names a built rule without a test, and does not count skipped ones', () => {
  const test = 'it.skip("[ORD-1] taps", () => {}); describe.skip("g", () => { it("[ORD-1] taps", () => {}) })'
  expect(covered(two, test).complaints).toEqual([expect.stringContaining('ORD-1 is marked built')])
})

it('does not take words in comments or other calls for tests', () => {
  expect(covered(two, '// it("[ORD-1] taps")\nconsole.log("[ORD-1]")').counts).toEqual({ 'ORD-1': 0, 'ORD-2': 0 })
})

it('names a test of a rule that does not exist', () => {
  expect(covered(two, 'it("[ORD-1] taps", () => {}); it("[ORD-99] dreams", () => {})').complaints).toEqual([
    expect.stringContaining('ORD-99'),
  ])
})

it('names a decided rule without a test', () => {
  expect(covered('| ORD-1 | decided | Tap. |', '').complaints).toEqual([
    expect.stringContaining('ORD-1 is marked decided'),
  ])
})

it('names a rule that stands twice, has no words, or another status', () => {
  const spec = '| ORD-1 | later | Tap. |\n| ORD-1 | later | Tap. |\n| ORD-2 | soon | Draft. |\n| ORD-3 | later | |'
  expect(covered(spec, '').complaints).toHaveLength(3)
})
