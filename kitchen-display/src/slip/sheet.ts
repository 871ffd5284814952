// A view cut to the paper of this screen: its blocks, the parts they fall into, and what each part of a held place shows.
import { type Fixed, type Part, partsOf, type Shape, shapeOf, spanHeight } from '../layout/fit.ts'
import type { Grid } from '../layout/grid.ts'
import { alsoAtText, type Block, blocksOf, feetPx, marksPx, marksText, type Paper } from './blocks.ts'
import type { SlipView } from './slip-view.ts'

export type Sheet = {
  readonly blocks: readonly Block[]
  readonly parts: readonly Part[]
  readonly shape: Shape
  readonly fixed: Fixed
  readonly marks: string
  readonly alsoAt: string
}

export const sheetCache = (): ((view: SlipView, paper: Paper, grid: Grid) => Sheet) => {
  const known = new WeakMap<SlipView, { paper: Paper; grid: Grid; sheet: Sheet }>()
  return (view, paper, grid) => {
    const kept = known.get(view)
    if (kept !== undefined && kept.paper === paper && kept.grid === grid) return kept.sheet
    const blocks = blocksOf(view, paper)
    const marks = marksText(view, paper)
    const alsoAt = alsoAtText(view, paper)
    const fixed: Fixed = {
      head: paper.measures.head + marksPx(marks, paper) + paper.measures.pad,
      feet: feetPx(alsoAt, view, paper),
      stub: paper.measures.stub,
      more: paper.measures.rule,
    }
    const parts = partsOf(
      blocks.map(({ px }) => px),
      fixed,
      grid,
    )
    const sheet = { blocks, parts, shape: shapeOf(parts), fixed, marks, alsoAt }
    known.set(view, { paper, grid, sheet })
    return sheet
  }
}

export type Piece = {
  readonly blocks: readonly Block[]
  /** The last part carries what stands under the dishes, and BUMP. */
  readonly isLast: boolean
  /** It grew while hands were on the glass: something is under its edge until they are off. */
  readonly isCut: boolean
}

/** What hangs in one part of the places that a ticket holds now, be they too few or too many for what it has become. */
export const pieceOf = (sheet: Sheet, part: number, parts: number, span: number, grid: Grid): Piece => {
  const isLast = part === parts - 1
  const own = sheet.parts[part]
  const from = own?.from ?? sheet.blocks.length
  const to = isLast ? sheet.blocks.length : (own?.to ?? sheet.blocks.length)
  const blocks = sheet.blocks.slice(from, to)
  let px = sheet.fixed.head + (isLast ? sheet.fixed.feet + sheet.fixed.stub : sheet.fixed.more)
  for (const block of blocks) px += block.px
  return { blocks, isLast, isCut: px > spanHeight(grid, span) }
}
