// Taking a line off: back within a minute while nobody cooks it (ORD-21), or voided with a reason (ORD-13).
import type { LineId } from '../../model/ids.ts'
import type { Line, LineStatus, LineVoid, Order, Verdict } from '../../model/order.ts'
import { bumpWhatIsThrough, callWhatIsReady } from '../aftermath.ts'
import { authoriseBillChange, billChangeOf, isBillPrinted } from '../bill-change.ts'
import { CountTally } from '../counts.ts'
import { type Context, type Decider, ok, type Result, refuse } from '../decision.ts'
import { entityId } from '../entity-id.ts'
import { type DomainError, error } from '../errors.ts'
import { findLine, personOf } from '../find.ts'
import { lineAfter } from '../line-steps.ts'
import { wasteOf, worthLost } from '../line-worth.ts'
import { openTicketsOfLine } from '../order-tickets.ts'
import { authorise, type Permission } from '../permissions.ts'
import type { State } from '../state.ts'
import { Story } from '../story.ts'
import type { DeciderTable } from './decider-table.ts'

/** A line that needs no ticket is with the guests at once, yet nobody had to make it. */
const kitchenStatus = (line: Line): LineStatus =>
  line.stations.length === 0 && line.status === 'served' ? 'held' : line.status

const wrongState = (line: Line): DomainError => error('line-not-in-state', { lineId: line.id, status: line.status })

const takeBack: Decider<'line.take-back'> = (state, command, context) => {
  const found = findLine(state, command.args.orderId, command.args.lineId)
  if (!found.ok) return found
  const { order, line } = found.value
  if (line.status === 'started') return refuse(error('line-started', { lineId: line.id }))
  if (lineAfter(kitchenStatus(line), 'take-back') === undefined) return refuse(wrongState(line))
  const limit = state.catalog.settings.thresholds.takeBack
  if (context.now - line.sentAt > limit * 1000) return refuse(error('take-back-too-late', { lineId: line.id, limit }))
  const allowed = billChangeOf(state, order, context)
  if (!allowed.ok) return allowed
  const tally = new CountTally(state, context.now)
  tally.giveBack(line.itemId, line.quantity)
  const story = new Story(state, context)
  const ticketIds = openTicketsOfLine(state, line)
  story.tell({
    type: 'line.taken-back',
    orderId: order.id,
    lineId: line.id,
    by: personOf(context),
    quantity: line.quantity,
    ...worthLost(order, line, line.quantity),
    ...allowed.value,
    ticketIds,
    counts: tally.changed(),
  })
  bumpWhatIsThrough(story, ticketIds)
  callWhatIsReady(story, order.id, line.course)
  return story.decision()
}

/** What the kitchen need not be asked: nobody was told to make it, or it stands made. */
const verdictKnown = (line: Line): Verdict | undefined => {
  switch (kitchenStatus(line)) {
    case 'asking':
    case 'held':
      return 'not-started'
    case 'ready':
    case 'served':
      return 'made'
    default:
      return undefined
  }
}

const begun = new Set<LineStatus>(['started', 'ready', 'served'])

/** Once started it needs an approval (ADM-6), and so does whatever makes a printed bill smaller (BILL-9). */
const authoriseVoid = (state: State, order: Order, line: Line, context: Context): Result<Permission, DomainError> => {
  const bill = authoriseBillChange(state, order, context)
  if (!bill.ok || !begun.has(kitchenStatus(line))) return bill
  const started = authorise(state, 'line.void-started', context)
  return started.ok ? ok({ ...bill.value, ...started.value }) : started
}

type Piece = { piece?: { lineId: LineId; quantity: number } }

const voidLine: Decider<'line.void'> = (state, command, context) => {
  const { args } = command
  const found = findLine(state, args.orderId, args.lineId)
  if (!found.ok) return found
  const { order, line } = found.value
  if (lineAfter(line.status, 'void') === undefined) return refuse(wrongState(line))
  const quantity = args.quantity ?? line.quantity
  if (quantity > line.quantity) return refuse(error('command-invalid', { lineId: line.id, quantity: line.quantity }))
  const allowed = authoriseVoid(state, order, line, context)
  if (!allowed.ok) return allowed
  const verdict = verdictKnown(line)
  const mark: LineVoid = {
    at: context.now,
    by: personOf(context),
    reason: args.reason,
    ...allowed.value,
    from: line.status,
    ...(verdict === undefined ? {} : { verdict, judgedAt: context.now }),
  }
  const tally = new CountTally(state, context.now)
  if (verdict === 'not-started') tally.giveBack(line.itemId, quantity)
  const piece: Piece =
    quantity === line.quantity ? {} : { piece: { lineId: entityId<LineId>(command.id, 'v'), quantity } }
  const story = new Story(state, context)
  const ticketIds = openTicketsOfLine(state, line)
  story.tell({
    type: 'line.voided',
    orderId: order.id,
    lineId: line.id,
    ...piece,
    void: mark,
    quantity,
    ticketIds,
    counts: tally.changed(),
    afterBill: isBillPrinted(order),
    ...worthLost(order, line, quantity),
    ...(verdict === 'made' ? wasteOf(line, quantity) : {}),
  })
  bumpWhatIsThrough(story, ticketIds)
  callWhatIsReady(story, order.id, line.course)
  return story.decision()
}

export const lineRemoveDeciders: DeciderTable<'line.take-back' | 'line.void'> = {
  'line.take-back': takeBack,
  'line.void': voidLine,
}
