// A guest's calls (CALL-1 to CALL-4): one open call per kind and table, then a while of quiet.
import type { CallId, TableId } from '../../model/ids.ts'
import type { Call } from '../../model/service.ts'
import { type Context, type Decider, type Decision, ok, type Result, refuse } from '../decision.ts'
import { entityId } from '../entity-id.ts'
import { type DomainError, error } from '../errors.ts'
import type { DomainEvent } from '../events.ts'
import { personIfAny, personOf } from '../find.ts'
import type { State } from '../state.ts'
import type { DeciderTable } from './decider-table.ts'

const isOpen = (call: Call): boolean => call.resolvedAt === undefined

function lastCall(state: State, tableId: TableId, kind: Call['kind']): Call | undefined {
  let last: Call | undefined
  for (const call of state.calls.values()) {
    if (call.tableId === tableId && call.kind === kind && (last === undefined || call.at > last.at)) last = call
  }
  return last
}

/** The party at the table; nobody: the call is shown as "seated?". */
const seatedOrder = (state: State, tableId: TableId) => {
  const orderId = state.tables.get(tableId)?.orderIds[0]
  return orderId === undefined ? undefined : state.orders.get(orderId)
}

const raise: Decider<'call.raise'> = (state, command, context) => {
  const { tableId, kind, payBy } = command.args
  if (state.catalog.tables[tableId] === undefined) return refuse(error('table-not-found', { tableId }))
  const last = lastCall(state, tableId, kind)
  if (last !== undefined && isOpen(last)) return refuse(error('call-already-open', { callId: last.id }))
  const order = seatedOrder(state, tableId)
  const until = last === undefined ? 0 : last.at + state.catalog.settings.thresholds.callCoolDown * 1000
  // who sat here before is no reason to keep a new party waiting
  if (context.now < until && last?.orderId === order?.id) return refuse(error('call-cooling-down', { until }))
  const call: Call = {
    id: entityId<CallId>(command.id, 'c'),
    tableId,
    ...(order === undefined ? {} : { orderId: order.id }),
    kind,
    ...(payBy === undefined ? {} : { payBy }),
    at: context.now,
    reach: 0,
  }
  const events: DomainEvent[] = [{ type: 'call.raised', call }]
  if (kind === 'bill' && order !== undefined && !order.billAsked) {
    events.push({ type: 'bill.asked', orderId: order.id, ...personIfAny(context) })
  }
  return ok(events)
}

function findCall(state: State, callId: CallId): Result<Call, DomainError> {
  const call = state.calls.get(callId)
  return call === undefined ? refuse(error('call-not-found', { callId })) : ok(call)
}

/** The first to take it owns it. */
const take: Decider<'call.take'> = (state, command, context) => {
  const found = findCall(state, command.args.callId)
  if (!found.ok) return found
  const call = found.value
  const by = personOf(context)
  if (!isOpen(call)) return refuse(error('already-answered', { callId: call.id }))
  if (call.takenBy === by) return ok([])
  if (call.takenBy !== undefined) return refuse(error('already-taken', { by: call.takenBy }))
  return ok([{ type: 'call.taken', callId: call.id, by, at: context.now }])
}

function end(state: State, callId: CallId, cancelled: boolean, context: Context): Decision {
  const found = findCall(state, callId)
  if (!found.ok) return found
  const call = found.value
  if (!isOpen(call)) return ok([])
  const by = personIfAny(context)
  return ok([{ type: 'call.resolved', callId, ...by, at: context.now, cancelled, raisedAt: call.at }])
}

/** To the area's waiters, then to the front terminal: only while nobody took it, and never back. */
const escalate: Decider<'call.escalate'> = (state, command) => {
  const { callId, reach } = command.args
  const call = state.calls.get(callId)
  if (call === undefined || !isOpen(call) || call.takenBy !== undefined || reach <= call.reach) return ok([])
  return ok([{ type: 'call.escalated', callId, reach: Math.min(reach, 2) }])
}

export const callDeciders: DeciderTable<'call.raise' | 'call.take' | 'call.resolve' | 'call.cancel' | 'call.escalate'> =
  {
    'call.raise': raise,
    'call.take': take,
    'call.resolve': (state, command, context) => end(state, command.args.callId, false, context),
    'call.cancel': (state, command, context) => end(state, command.args.callId, true, context),
    'call.escalate': escalate,
  }
