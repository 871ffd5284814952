// How many slots a ticket takes. What does not fit one slot takes the ones below it; what does not fit a whole column goes
// on in the next one, cut between dishes and never inside one. Every block is in exactly one part.
import type { Grid } from './grid.ts'

export type Fixed = {
  /** Head and marks, on every part. */
  readonly head: number
  /** What stands under the last dish: other stations, held courses. */
  readonly feet: number
  /** BUMP, under the last part. */
  readonly stub: number
  /** "goes on", under every other part. */
  readonly more: number
}

export type Part = { readonly from: number; readonly to: number; readonly span: number }
export type Shape = readonly number[]

export const spanHeight = (grid: Pick<Grid, 'slotPx' | 'rowGap'>, span: number): number =>
  span * grid.slotPx + (span - 1) * grid.rowGap

const sum = (heights: readonly number[], from: number, to: number): number => {
  let total = 0
  for (const height of heights.slice(from, to)) total += height
  return total
}

const smallestSpan = (grid: Grid, needed: number): number => {
  for (let span = 1; span < grid.rows; span++) if (spanHeight(grid, span) >= needed) return span
  return grid.rows
}

export const partsOf = (blocks: readonly number[], fixed: Fixed, grid: Grid): Part[] => {
  const column = spanHeight(grid, grid.rows)
  const parts: Part[] = []
  let from = 0
  for (;;) {
    const last = fixed.head + sum(blocks, from, blocks.length) + fixed.feet + fixed.stub
    if (last <= column || blocks.length - from <= 1)
      return [...parts, { from, to: blocks.length, span: smallestSpan(grid, last) }]
    let to = from + 1
    // the last block stays for the part that carries BUMP
    while (to < blocks.length - 1 && fixed.head + sum(blocks, from, to + 1) + fixed.more <= column) to++
    parts.push({ from, to, span: grid.rows })
    from = to
  }
}

export const shapeOf = (parts: readonly Part[]): Shape => parts.map(({ span }) => span)
