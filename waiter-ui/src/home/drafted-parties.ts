// The drafts on this device, as the lists of tables read them: each has a row that leads to it.
import { resolveOrderId } from '@comanda/shared/domain/aliases'
import type { State } from '@comanda/shared/domain/state'
import { type Draft, dishCount, isBlank } from '../draft/draft.ts'
import type { DraftedParty, MyTable } from './my-table.ts'

/** One that is to open an order, from its name on; any other from its first dish on. */
const counts = (draft: Draft): boolean => (draft.target.kind === 'new' ? !isBlank(draft) : draft.entries.length > 0)

function draftedParty(state: State, draft: Draft): DraftedParty {
  const { target, changedAt: since, id: draftId } = draft
  const dishes = dishCount(draft)
  if (target.kind === 'table') return { tableId: target.tableId, dishes, since }
  if (target.kind === 'new') {
    const { opening } = target
    return { draftId, opening, ...(opening.tableId && { tableId: opening.tableId }), dishes, since }
  }
  const order = state.orders.get(resolveOrderId(state, target.orderId))
  if (order === undefined) return { orderId: target.orderId, dishes, since }
  const tableId = order.status === 'open' ? order.tableId : undefined
  return { orderId: order.id, ...(tableId && { tableId }), dishes, since }
}

export const draftedParties = (state: State, drafts: Iterable<Draft>): DraftedParty[] =>
  [...drafts].filter(counts).map((draft) => draftedParty(state, draft))

/** Rows of those that no table's row and no tab's leads to. */
export function draftRows(drafts: readonly DraftedParty[], rows: readonly MyTable[]): MyTable[] {
  const shown = new Set(rows.map(({ tableId, orderId }) => tableId ?? orderId))
  return drafts.flatMap((draft): MyTable[] => {
    const { draftId, opening, orderId, tableId, dishes, since } = draft
    const place = tableId ?? orderId
    if (opening === undefined && shown.has(place)) return []
    const key = draftId ?? orderId
    if (key === undefined) return []
    return [
      {
        key: `draft ${key}`,
        ...(draftId === undefined || opening === undefined ? {} : { begun: { draftId, opening } }),
        ...(draftId === undefined && orderId !== undefined ? { orderId } : {}),
        staged: { stage: 'seated' },
        covers: 0,
        coversAssumed: true,
        need: { kind: 'draft', dishes, since },
        readyCourses: [],
        heldCourses: [],
      },
    ]
  })
}
