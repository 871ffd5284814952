import { randomBytes } from 'node:crypto'
import { CommandId } from '@comanda/shared/model/ids'
import { expect, test } from 'vitest'
import { newClientId, newCommandId } from './random-id.ts'

test('ids of commands sort as the moments in which they were made', () => {
  const moments = [
    0, 1, 63, 64, 4_095, 4_096, 1_700_000_000_000, 1_700_000_000_001, 1_800_000_000_000, 4_102_444_800_000,
  ]
  const ids = moments.map((now) => newCommandId(randomBytes, now))
  expect(ids.toSorted()).toEqual(ids)
  for (const id of ids) expect(CommandId.parse(id)).toHaveLength(22)
})

test('two ids of the same moment differ, and so do two of clients', () => {
  const make = () => newCommandId(randomBytes, 1_700_000_000_000)
  expect(new Set(Array.from({ length: 1_000 }, make)).size).toBe(1_000)
  expect(newClientId(randomBytes)).not.toBe(newClientId(randomBytes))
})
