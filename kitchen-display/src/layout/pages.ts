// Where each ticket hangs. Down a column, then the next one: a long slip takes the slots under it, so the order of time is
// kept without leaving more than the rest of a column empty. Where a ticket hangs depends only on those before it.
import type { Shape } from './fit.ts'
import type { Grid } from './grid.ts'

export type Hung<Id> = {
  readonly id: Id
  /** Which part of the ticket, from 0. */
  readonly part: number
  readonly parts: number
  readonly page: number
  readonly column: number
  readonly row: number
  readonly span: number
}

export const hang = <Id>(
  slips: readonly { readonly id: Id; readonly shape: Shape }[],
  grid: Pick<Grid, 'columns' | 'rows'>,
): Hung<Id>[] => {
  const hung: Hung<Id>[] = []
  let page = 0
  let column = 0
  let row = 0
  for (const { id, shape } of slips) {
    for (const [part, wanted] of shape.entries()) {
      const span = Math.min(wanted, grid.rows)
      if (row + span > grid.rows) {
        row = 0
        column++
      }
      if (column >= grid.columns) {
        column = 0
        page++
      }
      hung.push({ id, part, parts: shape.length, page, column, row, span })
      row += span
    }
  }
  return hung
}

export const pageCount = (hung: readonly { readonly page: number }[]): number => (hung.at(-1)?.page ?? 0) + 1
