// The drafts on this device, as the lists of tables read them: each has a row that leads to it.
import { resolveOrderId } from '@comanda/shared/domain/aliases'
import type { State } from '@comanda/shared/domain/state'
import type { StaffId } from '@comanda/shared/model/ids'
import { type Draft, dishCount, isBlank } from '../draft/draft.ts'
import type { DraftedParty, MyTable } from './my-table.ts'

/** One that is to open an order, from its name on; any other from its first dish on. */
const counts = (draft: Draft): boolean => (draft.target.kind === 'new' ? !isBlank(draft) : draft.entries.length > 0)

function draftedParty(state: State, draft: Draft): DraftedParty {
  const { target, changedAt: since, id: draftId } = draft
  const written = { dishes: dishCount(draft), since, ...(draft.by && { by: draft.by }) }
  if (target.kind === 'table') return { tableId: target.tableId, ...written }
  if (target.kind === 'new') {
    const { opening } = target
    return { draftId, opening, ...(opening.tableId && { tableId: opening.tableId }), ...written }
  }
  const order = state.orders.get(resolveOrderId(state, target.orderId))
  if (order === undefined) return { orderId: target.orderId, ...written }
  const tableId = order.status === 'open' ? order.tableId : undefined
  return { orderId: order.id, ...(tableId && { tableId }), ...written }
}

export const draftedParties = (state: State, drafts: Iterable<Draft>): DraftedParty[] =>
  [...drafts].filter(counts).map((draft) => draftedParty(state, draft))

/** A draft is whose hand wrote it; one that nobody signed is everybody's. */
export const isOwnDraft = ({ by }: Pick<Draft, 'by'>, me: StaffId): boolean => by === undefined || by === me

const needOf = ({ dishes, since, by }: DraftedParty) =>
  ({ kind: 'draft', dishes, since, ...(by === undefined ? {} : { by }) }) as const

/** What others wrote on this tablet and left here, apart from the tables that have a row of their own (ORD-2). */
export function othersDrafts(drafts: readonly DraftedParty[], me: StaffId, rows: readonly MyTable[]): MyTable[] {
  const shown = new Set(rows.map(({ tableId, orderId }) => tableId ?? orderId))
  const others = drafts.filter((draft) => !isOwnDraft(draft, me))
  const atTables = others.flatMap((draft): MyTable[] => {
    const { opening, tableId } = draft
    if (opening !== undefined || tableId === undefined || shown.has(tableId)) return []
    return [{ ...emptyRow, key: `draft ${tableId}`, tableId, need: needOf(draft) }]
  })
  return [...atTables, ...draftRows(others, [...rows, ...atTables])].sort(
    (a, b) => (a.need?.since ?? 0) - (b.need?.since ?? 0),
  )
}

const emptyRow = {
  staged: { stage: 'seated' },
  covers: 0,
  coversAssumed: true,
  readyCourses: [],
  heldCourses: [],
} as const

/** Rows of those that no table's row and no tab's leads to. */
export function draftRows(drafts: readonly DraftedParty[], rows: readonly MyTable[]): MyTable[] {
  const shown = new Set(rows.map(({ tableId, orderId }) => tableId ?? orderId))
  return drafts.flatMap((draft): MyTable[] => {
    const { draftId, opening, orderId, tableId } = draft
    const place = tableId ?? orderId
    if (opening === undefined && shown.has(place)) return []
    const key = draftId ?? orderId
    if (key === undefined) return []
    return [
      {
        ...emptyRow,
        key: `draft ${key}`,
        ...(draftId === undefined || opening === undefined ? {} : { begun: { draftId, opening } }),
        ...(draftId === undefined && orderId !== undefined ? { orderId } : {}),
        need: needOf(draft),
      },
    ]
  })
}
