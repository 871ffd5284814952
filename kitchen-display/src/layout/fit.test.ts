import fc from 'fast-check'
import { expect, test } from 'vitest'
import { partsOf, spanHeight } from './fit.ts'
import { gridOf } from './grid.ts'
import { textRows } from './text-rows.ts'

const grid = gridOf({ widthPx: 1920, heightPx: 1080 }, { diagonalInches: 22, distanceMm: 1000 })
const fixed = { head: 120, feet: 56, stub: 80, more: 40 }

test('[KDS-2] a ticket takes as few slots as hold it, and a huge one goes on in the next column', () => {
  for (const dishes of [1, 2, 5, 9]) {
    const [part, ...more] = partsOf(Array(dishes).fill(40), fixed, grid)
    const needed = fixed.head + dishes * 40 + fixed.feet + fixed.stub
    expect(more).toEqual([])
    expect(spanHeight(grid, part?.span ?? 0)).toBeGreaterThanOrEqual(needed)
    expect(spanHeight(grid, (part?.span ?? 0) - 1)).toBeLessThan(needed)
  }
  const huge = partsOf(Array(30).fill(40), fixed, grid)
  expect(huge).toHaveLength(2)
  expect(huge[0]?.span).toBe(grid.rows)
})

test('[KDS-2] no dish is lost or doubled by cutting, and no part is higher than its column', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 30, max: 200 }), { maxLength: 60 }), (blocks) => {
      const parts = partsOf(blocks, fixed, grid)
      let at = 0
      for (const [index, part] of parts.entries()) {
        expect(part.from).toBe(at)
        at = part.to
        const last = index === parts.length - 1
        const height = blocks.slice(part.from, part.to).reduce((total, block) => total + block, 0)
        const around = fixed.head + (last ? fixed.feet + fixed.stub : fixed.more)
        expect(height + around).toBeLessThanOrEqual(spanHeight(grid, part.span))
        if (!last) expect(part.to).toBeGreaterThan(part.from)
      }
      expect(at).toBe(blocks.length)
    }),
  )
})

const tenPerLetter = (text: string): number => text.length * 10

test('[KDS-16] words break as a browser breaks them', () => {
  expect(textRows('cut in four', 200, 16, false, tenPerLetter)).toBe(1)
  expect(textRows('cut in four for a child', 100, 16, false, tenPerLetter)).toBe(3)
  expect(textRows('unbreakable', 50, 16, false, tenPerLetter)).toBe(3)
  expect(textRows('', 50, 16, false, tenPerLetter)).toBe(1)
})
