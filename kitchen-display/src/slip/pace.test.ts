import { expect, test } from 'vitest'
import { burnt, paceAt } from './pace.ts'

test('[KDS-3] it warns at 75 % of the target and is late at 100 %', () => {
  expect(paceAt(0, 1000, 749)).toBe('on-time')
  expect(paceAt(0, 1000, 750)).toBe('warn')
  expect(paceAt(0, 1000, 999)).toBe('warn')
  expect(paceAt(0, 1000, 1000)).toBe('late')
  expect([burnt(0, 1000, -5), burnt(0, 1000, 505), burnt(0, 1000, 9000)]).toEqual([0, 50, 100])
})
