// The guests have gone and the table is laid again: it is free, and their calls are over (CALL-3).
import { type Decider, ok, refuse } from '../decision.ts'
import { error } from '../errors.ts'
import type { DomainEvent } from '../events.ts'
import { personOf } from '../find.ts'
import type { DeciderTable } from './decider-table.ts'

const clearTable: Decider<'table.clear'> = (state, command, context) => {
  const { tableId } = command.args
  if (state.catalog.tables[tableId] === undefined) return refuse(error('table-not-found', { tableId }))
  const use = state.tables.get(tableId)
  if (use !== undefined && use.orderIds.length > 0)
    return refuse(error('table-has-open-orders', { tableId, orderIds: [...use.orderIds] }))
  const by = personOf(context)
  const calls = state.calls
    .sorted()
    .map(([, call]) => call)
    .filter((call) => call.tableId === tableId && call.resolvedAt === undefined)
  if (use === undefined && calls.length === 0) return ok([])
  const resolved = calls.map(
    (call): DomainEvent => ({
      type: 'call.resolved',
      callId: call.id,
      by,
      at: context.now,
      cancelled: true,
      raisedAt: call.at,
    }),
  )
  return ok([...resolved, { type: 'table.cleared', tableId, by }])
}

export const tableClearDeciders: DeciderTable<'table.clear'> = { 'table.clear': clearTable }
