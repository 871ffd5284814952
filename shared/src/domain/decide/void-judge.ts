// The kitchen's verdict on a voided line (ORD-13): not started gives its portions back, made books the waste.
import type { LineId } from '../../model/ids.ts'
import type { Line, Order, Verdict } from '../../model/order.ts'
import { bumpWhatIsThrough } from '../aftermath.ts'
import { CountTally } from '../counts.ts'
import { type Context, type Decider, refuse } from '../decision.ts'
import { error } from '../errors.ts'
import type { EventOf } from '../events.ts'
import { findOrder, lineOf } from '../find.ts'
import { wasteOf } from '../line-worth.ts'
import { openTicketsOfLine } from '../order-tickets.ts'
import type { State } from '../state.ts'
import { Story } from '../story.ts'
import type { DeciderTable } from './decider-table.ts'

const judged = (state: State, order: Order, line: Line, verdict: Verdict, context: Context): EventOf<'void.judged'> => {
  const tally = new CountTally(state, context.now)
  if (verdict === 'not-started') tally.giveBack(line.itemId, line.quantity)
  return {
    type: 'void.judged',
    orderId: order.id,
    lineId: line.id,
    at: context.now,
    verdict,
    assumed: context.asker.kind === 'system',
    ...(context.asker.kind === 'staff' ? { by: context.asker.staffId } : {}),
    counts: tally.changed(),
    ...(verdict === 'made' ? wasteOf(line, line.quantity) : {}),
  }
}

const judge = (
  state: State,
  { orderId, lineId }: { orderId: Order['id']; lineId: LineId },
  verdict: Verdict,
  context: Context,
) => {
  // a bill that is paid and closed still wants its verdict
  const home = findOrder(state, state.lineHomes.get(lineId) ?? orderId)
  if (!home.ok) return home
  const order = home.value
  const line = lineOf(order, lineId)
  if (line === undefined) return refuse(error('line-not-found', { lineId }))
  if (line.voided === undefined) return refuse(error('line-not-in-state', { lineId, status: line.status }))
  if (line.voided.verdict !== undefined) return refuse(error('already-answered', { lineId }))
  const story = new Story(state, context)
  const ticketIds = openTicketsOfLine(state, line)
  story.tell(judged(state, order, line, verdict, context))
  bumpWhatIsThrough(story, ticketIds)
  return story.decision()
}

const judgeVoid: Decider<'void.judge'> = (state, command, context) =>
  judge(state, command.args, command.args.verdict, context)

/** No cook answered in time: counted as made, and flagged. */
const assumeVoid: Decider<'void.assume'> = (state, command, context) => judge(state, command.args, 'made', context)

export const voidJudgeDeciders: DeciderTable<'void.judge' | 'void.assume'> = {
  'void.judge': judgeVoid,
  'void.assume': assumeVoid,
}
