// What a party is called on the screen: its table, or the name of a takeaway or a tab.
import type { State } from '@comanda/shared/domain/state'
import type { Order } from '@comanda/shared/model/order'
import { orderOf } from '../draft/compose-round.ts'
import type { Draft, DraftTarget } from '../draft/draft.ts'
import type { Texts } from '../texts/texts.ts'
import type { Party } from './party.ts'

type Words = Texts['ordering']

const kindName = (type: Order['type'], texts: Words): string => {
  if (type === 'takeaway') return texts.takeaway
  return type === 'bar-tab' ? texts.barTab : texts.dineIn
}

const named = (type: Order['type'], name: string | undefined, texts: Words): string =>
  name === undefined ? kindName(type, texts) : `${kindName(type, texts)} ${name}`

export function orderName(state: State | undefined, order: Order, texts: Words): string {
  const table = order.tableId === undefined ? undefined : state?.catalog.tables[order.tableId]
  if (table !== undefined) return texts.table(table.name)
  return named(order.type, order.name ?? String(order.number), texts)
}

export function targetName(state: State | undefined, target: DraftTarget, texts: Words): string {
  if (target.kind === 'new') {
    const { type, name, tableId } = target.opening
    const table = tableId === undefined ? undefined : state?.catalog.tables[tableId]
    return table === undefined ? named(type, name, texts) : texts.table(table.name)
  }
  const order = state === undefined ? undefined : orderOf(state, target)
  if (order !== undefined) return orderName(state, order, texts)
  const table = target.kind === 'table' ? state?.catalog.tables[target.tableId] : undefined
  return table === undefined ? texts.newOrder : texts.table(table.name)
}

export const draftName = (state: State | undefined, draft: Draft, texts: Words): string =>
  targetName(state, draft.target, texts)

export function partyName(party: Party, texts: Words): string {
  const draft = party.draft.value
  return draft === undefined ? texts.newOrder : draftName(party.state.value, draft, texts)
}
