import { expect, test } from 'vitest'
import { gridOf, mostTickets } from './grid.ts'
import { itemSize, pixelsPerMm } from './type-size.ts'

const fullHd = { widthPx: 1920, heightPx: 1080 }

test.each([
  [22, 1000, 32, 5, true],
  [24, 2000, 59, 3, false],
  [32, 2000, 44, 4, false],
] as const)(
  '[KDS-16] %s inches read from %s mm are set in %s px, in %s columns',
  (diagonalInches, distanceMm, px, columns, panel) => {
    const viewing = { diagonalInches, distanceMm }
    expect(itemSize(fullHd, viewing)).toBe(px)
    expect(gridOf(fullHd, viewing)).toMatchObject({ columns, panel })
  },
)

test('[KDS-16] twice the distance is twice the size, and twice the screen half of it', () => {
  const near = itemSize(fullHd, { diagonalInches: 27, distanceMm: 1000 })
  expect(itemSize(fullHd, { diagonalInches: 27, distanceMm: 2000 })).toBeCloseTo(2 * near, -1)
  expect(itemSize(fullHd, { diagonalInches: 54, distanceMm: 2000 })).toBeCloseTo(near, -1)
})

test('[KDS-4] what a thumb presses is 20 mm high on every screen', () => {
  for (const diagonalInches of [10, 15.6, 22, 32, 55]) {
    for (const distanceMm of [500, 1000, 2000, 3000]) {
      const viewing = { diagonalInches, distanceMm }
      expect(gridOf(fullHd, viewing).measures.touch).toBeGreaterThanOrEqual(20 * pixelsPerMm(fullHd, viewing))
    }
  }
})

test('[KDS-2] a page never has more than 24 tickets, and its slots fill the glass without leaving it', () => {
  for (const [widthPx, heightPx] of [
    [1920, 1080],
    [1366, 768],
    [1024, 768],
    [3840, 2160],
    [1080, 1920],
    [800, 600],
  ] as const) {
    for (const diagonalInches of [10, 15.6, 22, 32, 55]) {
      for (const distanceMm of [400, 1000, 2000, 3000]) {
        const grid = gridOf({ widthPx, heightPx }, { diagonalInches, distanceMm })
        expect(grid.columns * Math.floor(grid.rows / 4)).toBeLessThanOrEqual(mostTickets)
        expect(grid.columns * grid.rows).toBeGreaterThan(0)
        const tracks = grid.columns + (grid.panel ? 1 : 0)
        expect(tracks * grid.columnPx + (tracks - 1) * grid.columnGap).toBeLessThanOrEqual(widthPx - 2 * grid.margin)
        expect(
          grid.bar + grid.rows * grid.slotPx + (grid.rows - 1) * grid.rowGap + grid.margin + grid.strip,
        ).toBeLessThanOrEqual(heightPx)
      }
    }
  }
})
