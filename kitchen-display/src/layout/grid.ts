// The fixed places on the glass: equal columns of equal slots, and the measures of a slip's parts, all from one size. A slip
// takes as many slots as it needs. The same numbers go to the style sheet, so that what is reckoned here is what is drawn.
import { type Glass, itemSize, pixelsPerMm, type Viewing } from './type-size.ts'

export type Measures = {
  readonly item: number
  readonly modifier: number
  readonly note: number
  readonly small: number
  readonly pad: number
  readonly quantity: number
  readonly itemRow: number
  readonly modifierRow: number
  readonly noteRow: number
  readonly linePad: number
  readonly rule: number
  readonly flag: number
  readonly head: number
  readonly marks: number
  readonly foot: number
  readonly stub: number
  readonly touch: number
}

export type Grid = {
  readonly columns: number
  readonly rows: number
  /** Whether a column is left for what is cooked all day. */
  readonly panel: boolean
  readonly columnPx: number
  readonly slotPx: number
  readonly columnGap: number
  readonly rowGap: number
  readonly margin: number
  readonly bar: number
  readonly strip: number
  readonly measures: Measures
}

/** No page draws more: beyond that nobody reads, and the screen slows down. */
export const mostTickets = 24
/** A head, a stub and a dish between them take four slots at least. */
const smallestTicket = 4
const touchMm = 20
/** A dish's name has 14 characters and never breaks. */
const columnEm = 9.4
const slotEm = 2.5
const panelFrom = 6
const frameShare = 0.66

export const measuresOf = (item: number, touch: number): Measures => {
  const em = (size: number): number => Math.round(item * size)
  return {
    item,
    modifier: em(0.85),
    note: em(0.8),
    small: em(0.69),
    pad: em(0.42),
    quantity: em(1.22),
    itemRow: em(1.14),
    modifierRow: em(1),
    noteRow: em(0.96),
    linePad: em(0.16),
    rule: em(1.25),
    flag: em(1.1),
    head: em(3.74),
    marks: em(0.9),
    foot: em(0.86),
    stub: touch,
    touch,
  }
}

export const gridOf = (glass: Glass, viewing: Viewing): Grid => {
  const item = itemSize(glass, viewing)
  const touch = Math.ceil(touchMm * pixelsPerMm(glass, viewing))
  const margin = Math.round(Math.min(24, glass.widthPx * 0.0125))
  const columnGap = 12
  const rowGap = 8
  const inner = glass.widthPx - 2 * margin
  const tracks = Math.max(1, Math.floor((inner + columnGap) / (item * columnEm + columnGap)))
  const panel = tracks >= panelFrom
  // over the bar lies the upper edge of the frame that says when the data is old
  const bar = Math.round(Math.max(64, Math.min(item * 2.1, glass.heightPx * 0.12)) + margin * frameShare)
  const strip = panel ? 0 : touch + rowGap
  const height = glass.heightPx - bar - margin - strip
  const columns = panel ? tracks - 1 : tracks
  const byHeight = Math.round((height + rowGap) / (item * slotEm + rowGap / 2))
  const byCount = Math.floor(mostTickets / columns) * smallestTicket + smallestTicket - 1
  const rows = Math.max(1, Math.min(byHeight, byCount))
  return {
    columns,
    rows,
    panel,
    columnPx: Math.floor((inner - (tracks - 1) * columnGap) / tracks),
    slotPx: Math.floor((height - (rows - 1) * rowGap) / rows),
    columnGap,
    rowGap,
    margin,
    bar,
    strip,
    measures: measuresOf(item, touch),
  }
}

/** As custom properties, for the style sheet. */
export const gridStyle = (grid: Grid): Record<string, string> => {
  const style: Record<string, string> = {
    '--columns': String(grid.columns),
    '--tracks': String(grid.columns + (grid.panel ? 1 : 0)),
    '--rows': String(grid.rows),
    '--column': `${grid.columnPx}px`,
    '--slot': `${grid.slotPx}px`,
    '--column-gap': `${grid.columnGap}px`,
    '--row-gap': `${grid.rowGap}px`,
    '--margin': `${grid.margin}px`,
    '--bar': `${grid.bar}px`,
    '--strip': `${grid.strip}px`,
  }
  for (const [name, value] of Object.entries(grid.measures))
    style[`--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`] = `${value}px`
  return style
}
