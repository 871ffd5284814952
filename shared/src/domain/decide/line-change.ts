// A change after Send is a delta (ORD-11): the kitchen sees old -> new on the same ticket, in its old place.
import type { Line, Order } from '../../model/order.ts'
import type { LineBefore } from '../../model/ticket.ts'
import { billChangeOf } from '../bill-change.ts'
import { chosenModifiers } from '../chosen-modifiers.ts'
import type { CommandOf } from '../commands.ts'
import { CountTally } from '../counts.ts'
import { type Decider, ok, type Result, refuse } from '../decision.ts'
import { type DomainError, error } from '../errors.ts'
import type { EventOf } from '../events.ts'
import { findLine, personOf } from '../find.ts'
import { isLive } from '../line-steps.ts'
import { worthChanged } from '../line-worth.ts'
import { lineModifiersFor } from '../narrow/entities.ts'
import { openTicketsOfLine } from '../order-tickets.ts'
import type { State } from '../state.ts'
import type { DeciderTable } from './decider-table.ts'

type Args = CommandOf<'line.change'>['args']

const sumOf = (modifiers: Line['modifiers'], key: 'price' | 'prepSeconds'): number =>
  modifiers.reduce((sum, modifier) => sum + (modifier[key] ?? 0), 0)

/** The dish keeps the price and target it was sent with; only what its modifiers add to them is new. */
const withModifiers = (line: Line, modifiers: Line['modifiers']): Line => {
  const price = sumOf(modifiers, 'price') - sumOf(line.modifiers, 'price')
  const prep = sumOf(modifiers, 'prepSeconds') - sumOf(line.modifiers, 'prepSeconds')
  return {
    ...line,
    modifiers,
    prepSeconds: Math.max(0, line.prepSeconds + prep),
    ...(line.unitPrice === undefined ? {} : { unitPrice: Math.max(0, line.unitPrice + price) }),
  }
}

const withoutKey = (line: Line, key: 'note' | 'seat'): Line => {
  const { [key]: _gone, ...rest } = line
  return rest as Line
}

const changedLine = (state: State, line: Line, args: Args): Result<Line, DomainError> => {
  let changed = line
  if (args.quantity !== undefined) changed = { ...changed, quantity: args.quantity }
  if (args.note !== undefined)
    changed = args.note === null ? withoutKey(changed, 'note') : { ...changed, note: args.note }
  if (args.seat !== undefined)
    changed = args.seat === null ? withoutKey(changed, 'seat') : { ...changed, seat: args.seat }
  if (args.modifiers === undefined) return ok(changed)
  const item = state.catalog.items[line.itemId]
  if (item === undefined) return refuse(error('item-not-found', { itemId: line.itemId }))
  const modifiers = chosenModifiers(state.catalog, item, args.modifiers)
  return modifiers.ok ? ok(withModifiers(changed, modifiers.value)) : modifiers
}

const sameModifiers = (a: Line['modifiers'], b: Line['modifiers']): boolean =>
  a.length === b.length &&
  a.every((modifier, i) => modifier.modifierId === b[i]?.modifierId && modifier.prefix === b[i]?.prefix)

const beforeOf = (line: Line, changed: Line, at: number): LineBefore => ({
  at,
  ...(line.quantity === changed.quantity ? {} : { quantity: line.quantity }),
  ...(sameModifiers(line.modifiers, changed.modifiers)
    ? {}
    : { modifiers: lineModifiersFor(line.modifiers, 'kitchen') }),
  ...(line.note === changed.note ? {} : { note: line.note ?? null }),
})

const isForKitchen = (before: LineBefore): boolean => Object.keys(before).length > 1

const open = new Set<Line['status']>(['asking', 'held', 'fired', 'started'])

/** One of its stations is through with it already, and would not see what changes. */
export const isHalfDone = (state: State, line: Line): boolean =>
  line.ticketIds.some((ticketId) => state.tickets.get(ticketId)?.status === 'bumped')

/** What the kitchen has begun is not made less by a change; and what stands ready is not changed at all. */
const mayChange = (state: State, line: Line, changed: Line, before: LineBefore): DomainError | undefined => {
  if (!isLive(line.status)) return error('line-not-in-state', { lineId: line.id, status: line.status })
  if (!isForKitchen(before)) return undefined
  if (!open.has(line.status)) return error('line-not-in-state', { lineId: line.id, status: line.status })
  const fewer = line.status === 'started' && changed.quantity < line.quantity
  return fewer || isHalfDone(state, line) ? error('line-started', { lineId: line.id }) : undefined
}

const countsAfter = (state: State, line: Line, changed: Line, now: number): Result<CountTally, DomainError> => {
  const tally = new CountTally(state, now)
  const more = changed.quantity - line.quantity
  if (more < 0) tally.giveBack(line.itemId, -more)
  if (more > 0) {
    const lacking = tally.lacking(line.itemId, more)
    if (lacking !== undefined) return refuse(error(lacking, { itemId: line.itemId, name: line.name }))
    tally.take(line.itemId, more)
  }
  return ok(tally)
}

export const changeOf = (
  state: State,
  order: Order,
  line: Line,
  changed: Line,
): Pick<
  EventOf<'line.changed'>,
  'orderId' | 'lineId' | 'quantity' | 'modifiers' | 'note' | 'seat' | 'unitPrice' | 'prepSeconds' | 'ticketIds'
> => ({
  orderId: order.id,
  lineId: line.id,
  quantity: changed.quantity,
  modifiers: changed.modifiers,
  note: changed.note ?? null,
  seat: changed.seat ?? null,
  ...(changed.unitPrice === undefined ? {} : { unitPrice: changed.unitPrice }),
  prepSeconds: changed.prepSeconds,
  ticketIds: openTicketsOfLine(state, line),
})

const changeLine: Decider<'line.change'> = (state, command, context) => {
  const { args } = command
  const found = findLine(state, args.orderId, args.lineId)
  if (!found.ok) return found
  const { order, line } = found.value
  const changed = changedLine(state, line, args)
  if (!changed.ok) return changed
  const before = beforeOf(line, changed.value, context.now)
  if (!isForKitchen(before) && line.seat === changed.value.seat) return ok([])
  const forbidden = mayChange(state, line, changed.value, before)
  if (forbidden !== undefined) return refuse(forbidden)
  const worth = worthChanged(order, line, changed.value)
  const allowed = (worth.amount ?? 0) < 0 ? billChangeOf(state, order, context) : ok({})
  if (!allowed.ok) return allowed
  const tally = countsAfter(state, line, changed.value, context.now)
  if (!tally.ok) return tally
  return ok([
    {
      type: 'line.changed',
      ...changeOf(state, order, line, changed.value),
      by: personOf(context),
      before,
      counts: tally.value.changed(),
      ...worth,
      ...allowed.value,
    },
  ])
}

/** Seats that share a line's price (BILL-1). None: it is its own seat's again. */
const shareLine: Decider<'line.share'> = (state, command) => {
  const { orderId, lineId, seats } = command.args
  const found = findLine(state, orderId, lineId)
  if (!found.ok) return found
  const { order, line } = found.value
  if (!isLive(line.status)) return refuse(error('line-not-in-state', { lineId, status: line.status }))
  const distinct = [...new Set(seats)].sort((a, b) => a - b)
  const same = JSON.stringify(line.sharedBy ?? []) === JSON.stringify(distinct)
  return ok(same ? [] : [{ type: 'line.shared', orderId: order.id, lineId: line.id, seats: distinct }])
}

export const lineChangeDeciders: DeciderTable<'line.change' | 'line.share'> = {
  'line.change': changeLine,
  'line.share': shareLine,
}
