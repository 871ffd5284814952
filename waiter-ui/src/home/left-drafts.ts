// The drafts on this device that lie at a party, as the table list reads them.
import { type Draft, dishCount } from '../draft/draft.ts'
import type { LeftDraft } from './my-tables.ts'

export const leftDrafts = (drafts: Iterable<Draft>): LeftDraft[] =>
  [...drafts].flatMap((draft): LeftDraft[] => {
    const { target, changedAt: since } = draft
    const dishes = dishCount(draft)
    if (dishes === 0) return []
    if (target.kind === 'table') return [{ tableId: target.tableId, dishes, since }]
    if (target.kind === 'order') return [{ orderId: target.orderId, dishes, since }]
    const { tableId } = target.opening
    return tableId === undefined ? [] : [{ tableId, dishes, since }]
  })
