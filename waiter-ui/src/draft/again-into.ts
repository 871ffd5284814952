// A line or a whole round once more, from its card (ORD-7): drafted where the waiter is, at today's price, from today's menu.
import { draftedAgain, roundAgain } from '@comanda/shared/domain/again'
import type { Line, Order } from '@comanda/shared/model/order'
import { toast } from '@comanda/ui-kit/toasts'
import type { Route } from '../route.ts'
import { texts as allTexts } from '../texts/texts.ts'
import type { Waiter } from '../waiter.ts'
import type { DraftTarget } from './draft.ts'
import { addLines } from './draft-edit.ts'
import { onTheMenu } from './on-the-menu.ts'

/** The draft that stands on the screen beside this order. */
const targetFor = (route: Route, order: Order): DraftTarget =>
  route.at === 'table' && route.tableId === order.tableId
    ? { kind: 'table', tableId: route.tableId }
    : { kind: 'order', orderId: order.id }

export function againInto(waiter: Waiter, order: Order, what: { line: Line } | { roundOf: Line }): void {
  const { session, drafts, route } = waiter
  const state = session.signals.state.peek()
  if (state === undefined) return
  const sent = 'line' in what ? [draftedAgain(what.line)] : roundAgain(order, what.roundOf.roundId)
  const lines = onTheMenu(state, sent, session.client.serverNow())
  drafts.change(drafts.at(targetFor(route.peek(), order)), (draft, now) => addLines(draft, lines, now))
  const count = lines.reduce((sum, { quantity }) => sum + quantity, 0)
  toast(session.t(allTexts).draft.againAdded(count))
}
