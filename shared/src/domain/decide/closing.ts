// How an order ends: paid and closed, or walked away from; and how it is opened again (BILL-5, REP-6).
import type { OrderId, TicketId } from '../../model/ids.ts'
import type { Line, Order } from '../../model/order.ts'
import { billOf, closingOf, isCharged } from '../bill.ts'
import type { Numbered } from '../commands.ts'
import { type Context, type Decider, ok, refuse } from '../decision.ts'
import { type DomainError, error } from '../errors.ts'
import { findOpenOrder, findOrder, personOf } from '../find.ts'
import { isCooking } from '../line-steps.ts'
import { ticketsOf } from '../order-tickets.ts'
import { authorise } from '../permissions.ts'
import type { State } from '../state.ts'
import { Story } from '../story.ts'
import { ticketAfter } from '../ticket-steps.ts'
import type { DeciderTable } from './decider-table.ts'
import { lineRemoveDeciders } from './line-remove.ts'
import { servingEvents } from './lines-serve.ts'

const isUnready = (line: Line): boolean => isCharged(line) && line.status !== 'ready' && line.status !== 'served'

const listed = (lines: readonly Line[]) =>
  lines.map(({ id, name, quantity, status }) => ({ lineId: id, name, quantity, status }))

/** What the kitchen has not made yet goes off the bill, each line by the rules of a void. */
function voidUnready(
  story: Story,
  orderId: OrderId,
  command: Numbered<'order.close'>,
  context: Context,
): DomainError | undefined {
  const reason = command.args.approvalReason
  const lines = (story.state.orders.get(orderId)?.lines ?? []).filter(isUnready)
  if (lines.length === 0) return undefined
  if (reason === undefined) return error('nothing-asked', { field: 'approvalReason' })
  const permitted = authorise(story.state, 'line.void', context)
  if (!permitted.ok) return permitted.error
  for (const { id: lineId } of lines) {
    const voiding: Numbered<'line.void'> = { type: 'line.void', id: command.id, args: { orderId, lineId, reason } }
    const decided = lineRemoveDeciders['line.void'](story.state, voiding, context)
    if (!decided.ok) return decided.error
    story.tell(...decided.value)
  }
  return undefined
}

const close: Decider<'order.close'> = (state, command, context) => {
  const { args } = command
  const found = findOpenOrder(state, args.orderId)
  if (!found.ok) return found
  const orderId = found.value.id
  const story = new Story(state, context)
  if (args.unready === 'void') {
    const refused = voidUnready(story, orderId, command, context)
    if (refused !== undefined) return refuse(refused)
  }
  const order = story.state.orders.get(orderId) ?? found.value
  const unready = order.lines.filter(isUnready)
  // what was never fired cannot have been eaten
  const unclear = args.unready === 'served' ? unready.filter((line) => !isCooking(line.status)) : unready
  if (unclear.length > 0) return refuse(error('unready-lines', { lines: listed(unclear) }))
  const bill = billOf(order, state.catalog)
  if (bill.balance !== 0) return refuse(error('balance-open', { balance: bill.balance }))
  const by = personOf(context)
  const serving = order.lines.filter((line) => line.status === 'ready' || isUnready(line))
  if (serving.length > 0) story.tell(...servingEvents(story.state, order, serving, context.now, { by }))
  story.tell({
    type: 'order.closed',
    orderId,
    at: context.now,
    served: serving.map((line) => line.id),
    by,
    covers: order.covers,
    closing: closingOf(bill),
  })
  return story.decision()
}

const reopen: Decider<'order.reopen'> = (state, command, context) => {
  const { args } = command
  const permitted = authorise(state, 'order.reopen', context)
  if (!permitted.ok) return permitted
  const found = findOrder(state, args.orderId)
  if (!found.ok) return context.archived === undefined ? found : refuse(error('day-closed'))
  const order = found.value
  if (order.status !== 'closed') return refuse(error('order-open', { orderId: order.id }))
  return ok([
    {
      type: 'order.reopened',
      orderId: order.id,
      by: personOf(context),
      ...permitted.value,
      reason: args.reason,
      covers: order.covers,
      ticketIds: unfinishedTickets(state, order),
      walkedOut: order.walkOut === true,
      ...closingLeft(order),
    },
  ])
}

/** Withdrawn with their lines on them: by a walk-out, not by their lines leaving them. */
const unfinishedTickets = (state: State, order: Order): TicketId[] =>
  ticketsOf(state, order)
    .filter((ticket) => ticketAfter(ticket.status, 'reopen') !== undefined && ticket.entries.length > 0)
    .map((ticket) => ticket.id)

const closingLeft = (order: Order): Pick<Order, 'closing'> =>
  order.closing === undefined ? {} : { closing: order.closing }

const walkOut: Decider<'order.walk-out'> = (state, command, context) => {
  const permitted = authorise(state, 'order.walk-out', context)
  if (!permitted.ok) return permitted
  const found = findOpenOrder(state, command.args.orderId)
  if (!found.ok) return found
  const order = found.value
  const bill = billOf(order, state.catalog)
  if (bill.balance <= 0) return refuse(error('nothing-to-pay'))
  return ok([
    {
      type: 'order.walked-out',
      orderId: order.id,
      at: context.now,
      by: personOf(context),
      ...permitted.value,
      covers: order.covers,
      closing: closingOf(bill),
    },
  ])
}

export const closingDeciders: DeciderTable<'order.close' | 'order.reopen' | 'order.walk-out'> = {
  'order.close': close,
  'order.reopen': reopen,
  'order.walk-out': walkOut,
}
