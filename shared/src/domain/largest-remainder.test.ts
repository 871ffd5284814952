import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allocate, splitEqually } from './largest-remainder.ts'

const amounts = fc.integer({ min: 0, max: 100_000_000_00 })
const weights = fc.array(amounts, { minLength: 1, maxLength: 30 })

test('[BILL-1] parts are whole, sum to the amount to the cent, and none is a cent away from what is due', () => {
  fc.assert(
    fc.property(amounts, weights, (amount, shares) => {
      const parts = allocate(amount, shares)
      const sum = shares.reduce((total, share) => total + BigInt(share), 0n)
      expect(parts.reduce((total, part) => total + part, 0)).toBe(amount)
      parts.forEach((part, index) => {
        expect(Number.isInteger(part)).toBe(true)
        if (sum === 0n) return
        const exact = (BigInt(amount) * BigInt(shares[index] ?? 0)) / sum
        expect(BigInt(part) - exact).toBeGreaterThanOrEqual(0n)
        expect(BigInt(part) - exact).toBeLessThanOrEqual(1n)
      })
    }),
  )
})

test('[BILL-1] what is divided never gives a part more than its weight when there is enough for all', () => {
  fc.assert(
    fc.property(weights, fc.nat(), (shares, part) => {
      const sum = shares.reduce((total, share) => total + share, 0)
      const amount = sum === 0 ? 0 : part % (sum + 1)
      allocate(amount, shares).forEach((given, index) => {
        expect(given).toBeLessThanOrEqual(shares[index] ?? 0)
      })
    }),
  )
})

test('the cents left over go to the largest remainders, then to the first', () => {
  expect(allocate(100, [1, 1, 1])).toEqual([34, 33, 33])
  expect(allocate(10, [5, 3, 2])).toEqual([5, 3, 2])
  expect(allocate(100, [1, 2, 4])).toEqual([14, 29, 57])
  expect(allocate(-100, [1, 1, 1])).toEqual([-34, -33, -33])
  expect(allocate(5, [])).toEqual([])
  expect(splitEqually(1001, 4)).toEqual([251, 250, 250, 250])
})
