// A cook asks about a line (KDS-17): "no salmon, trout?" What the waiter's answer does is decided in ask.ts.
import type { AskId } from '../../model/ids.ts'
import type { Line } from '../../model/order.ts'
import { type Decider, ok, refuse } from '../decision.ts'
import { entityId } from '../entity-id.ts'
import { error } from '../errors.ts'
import { findLine, personOf } from '../find.ts'
import type { DeciderTable } from './decider-table.ts'

/** Only of a dish that is still to come can another one take the place. */
export const isUnserved = (status: Line['status']): boolean =>
  status === 'asking' || status === 'held' || status === 'fired' || status === 'started'

const raise: Decider<'ask.raise'> = (state, command, context) => {
  const { orderId, lineId, message, substitutes } = command.args
  const found = findLine(state, orderId, lineId)
  if (!found.ok) return found
  const { order, line } = found.value
  if (!isUnserved(line.status)) return refuse(error('line-not-in-state', { lineId, status: line.status }))
  const unknown = substitutes.find((itemId) => state.catalog.items[itemId] === undefined)
  if (unknown !== undefined) return refuse(error('item-not-found', { itemId: unknown }))
  const ask = {
    id: entityId<AskId>(command.id, 'q'),
    orderId: order.id,
    lineId: line.id,
    message,
    substitutes: [...new Set(substitutes)],
    at: context.now,
    by: personOf(context),
  }
  return ok([{ type: 'ask.raised', ask }])
}

export const askRaiseDeciders: DeciderTable<'ask.raise'> = { 'ask.raise': raise }
