import { expect, test } from 'vitest'
import { atTable, written } from '../testing/written.ts'
import { readRecords } from './read-records.ts'

const whole = { draft: written(atTable('t1'), 5, 'soup', 'cola') }

test('[ORD-2] what was kept is read back as it was', () => {
  const kept: unknown[] = JSON.parse(JSON.stringify([whole]))
  expect(readRecords(kept)).toEqual([whole])
})

test.each([
  undefined,
  'draft',
  {},
  { ...whole, draft: { ...whole.draft, id: 7 } },
  { ...whole, draft: { ...whole.draft, target: { kind: 'table' } } },
  { ...whole, draft: { ...whole.draft, entries: [{ key: 1, line: { itemId: 'soup' } }] } },
])('[ORD-2] what no draft can be made of counts as none, and the others stay: %j', (odd) => {
  expect(readRecords([odd, whole])).toEqual([whole])
})
