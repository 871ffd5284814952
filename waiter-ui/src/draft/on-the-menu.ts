// What can be had again: dishes of today's menu, at the price of now. What is not there any more cannot.
import type { DraftLine } from '@comanda/shared/domain/commands/draft'
import type { State } from '@comanda/shared/domain/state'
import { stamped } from '../ordering/tap-dish.ts'

export const onTheMenu = (state: State, lines: readonly DraftLine[], now: number): DraftLine[] =>
  lines.flatMap((line) => {
    const item = state.catalog.items[line.itemId]
    return item === undefined ? [] : [stamped(item, line, now)]
  })
