import { expect, test } from 'vitest'
import { oldnessOf } from './oldness.ts'

test('[KDS-14] data is stale when the connection says so, and not live after two minutes', () => {
  expect(oldnessOf({ stale: false, link: 'live' }, 9e9)).toBe('fresh')
  expect(oldnessOf({ stale: true, link: 'offline', freshAt: 1000 }, 121_000)).toBe('stale')
  expect(oldnessOf({ stale: true, link: 'offline', freshAt: 1000 }, 121_001)).toBe('not-live')
})
