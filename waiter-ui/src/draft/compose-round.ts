// A draft as the one command that sends it.
import { resolveOrderId } from '@comanda/shared/domain/aliases'
import type { CommandOf } from '@comanda/shared/domain/commands'
import type { DraftLine, OrderTarget } from '@comanda/shared/domain/commands/draft'
import type { State } from '@comanda/shared/domain/state'
import type { Order } from '@comanda/shared/model/order'
import type { Draft, DraftTarget } from './draft.ts'
import { ordersAt } from './orders-at.ts'
import { placed } from './placed.ts'

export type RoundArgs = CommandOf<'round.send'>['args']

/** The order that a draft is for, where there is one. Several at one table: none until somebody chose (ORD-8). */
export function orderOf(state: State, target: DraftTarget): Order | undefined {
  switch (target.kind) {
    case 'order':
      return state.orders.get(resolveOrderId(state, target.orderId))
    case 'table': {
      const [first, ...others] = ordersAt(state, target.tableId)
      return others.length === 0 ? first : undefined
    }
    case 'new':
      return undefined
  }
}

export const mustChoose = (state: State, target: DraftTarget): boolean =>
  target.kind === 'table' && ordersAt(state, target.tableId).length > 1

function orderTarget(state: State, draft: Draft): OrderTarget {
  const { covers } = draft
  const target = placed(state, draft.target)
  const counted = covers === undefined ? {} : { covers }
  if (target.kind === 'new') return { open: { ...target.opening, ...counted } }
  const order = orderOf(state, target)
  if (order !== undefined) return { orderId: order.id }
  if (target.kind === 'order') return { orderId: target.orderId }
  return { open: { type: 'dine-in', tableId: target.tableId, ...counted } }
}

export function composeRound(state: State, draft: Draft): RoundArgs {
  const lines = draft.entries.map(({ line }): DraftLine => ({ ...line, modifiers: [...line.modifiers] }))
  return {
    order: orderTarget(state, draft),
    lines,
    ...(draft.allergies.length === 0
      ? {}
      : { allergies: draft.allergies.map((one) => ({ ...one, allergens: [...one.allergens] })) }),
    ...(draft.note === undefined ? {} : { note: draft.note }),
    ...(draft.recordOnly === true ? { recordOnly: true } : {}),
  }
}
