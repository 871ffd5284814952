// The waiter answers what a cook asked (KDS-17): one tap accepts, and the line changes everywhere.
import type { CommandId, TicketId } from '../../model/ids.ts'
import type { Line, Order } from '../../model/order.ts'
import { billChangeOf } from '../bill-change.ts'
import { defaultModifiers } from '../chosen-modifiers.ts'
import type { DraftLine } from '../commands/draft.ts'
import { CountTally } from '../counts.ts'
import { type Context, type Decider, ok, type Result, refuse } from '../decision.ts'
import { type DomainError, error } from '../errors.ts'
import type { EventOf } from '../events.ts'
import { findLine, personOf } from '../find.ts'
import { FiringPlan, firedStatus } from '../firing.ts'
import { worthChanged } from '../line-worth.ts'
import { lineModifiersFor } from '../narrow/entities.ts'
import { openTicketsOfLine } from '../order-tickets.ts'
import { ticketStations } from '../routing.ts'
import type { State } from '../state.ts'
import { Story } from '../story.ts'
import { isUnserved } from './ask-raise.ts'
import type { DeciderTable } from './decider-table.ts'
import { changeOf, isHalfDone } from './line-change.ts'
import { draftedLine } from './line-draft.ts'
import { free } from './line-send-back.ts'

/** The dish that takes the line's place: a snapshot of its own, where the old one stood. */
const substituteFor = (
  state: State,
  order: Order,
  line: Line,
  itemId: Line['itemId'],
  context: Context,
): Result<Line, DomainError> => {
  const item = state.catalog.items[itemId]
  if (item === undefined) return refuse(error('item-not-found', { itemId }))
  const draft: DraftLine = {
    itemId,
    quantity: line.quantity,
    modifiers: defaultModifiers(state.catalog, item),
    course: line.course,
    ...(line.seat === undefined ? {} : { seat: line.seat }),
    ...(line.note === undefined ? {} : { note: line.note }),
    ...(line.grams === undefined ? {} : { grams: line.grams }),
  }
  const place = { id: line.id, roundId: line.roundId, sellerId: line.sellerId }
  const made = draftedLine(state, order, draft, place, context)
  if (!made.ok) return made
  const again = line.remakeOf === undefined ? {} : { ...free(made.value), remakeOf: line.remakeOf }
  return ok({ ...made.value, ...again, sentAt: line.sentAt })
}

/** Stations that make the new dish too keep it on their ticket; the others lose it, and those that are new to it get one. */
const rerouted = (
  story: Story,
  order: Order,
  line: Line,
  substitute: Line,
  commandId: CommandId,
): EventOf<'lines.recoursed'> | undefined => {
  const { state, now } = story
  const wanted = ticketStations(state, substitute.stations)
  const stationOf = (ticketId: TicketId) => state.tickets.get(ticketId)?.stationId
  const open = openTicketsOfLine(state, line)
  const staying = open.filter((ticketId) => wanted.some(({ stationId }) => stationId === stationOf(ticketId)))
  const leaving = open.filter((ticketId) => !staying.includes(ticketId))
  const missing = wanted.filter(({ stationId }) => !staying.some((ticketId) => stationOf(ticketId) === stationId))
  if (leaving.length === 0 && missing.length === 0) return undefined
  const plan = new FiringPlan(state, order, commandId, now)
  const added = plan.add({ ...substitute, stations: missing.map(({ meantFor }) => meantFor) })
  const status = staying.length > 0 ? line.status : firedStatus(substitute, false)
  return {
    type: 'lines.recoursed',
    orderId: order.id,
    lineIds: [line.id],
    course: line.course,
    ticketIds: leaving,
    held: [],
    firing: plan.firing([{ lineId: line.id, status, ticketIds: [...staying, ...added] }], []),
    courses: [],
  }
}

const tallyOf = (state: State, line: Line, substitute: Line, now: number): Result<CountTally, DomainError> => {
  const tally = new CountTally(state, now)
  const lacking = tally.lacking(substitute.itemId, line.quantity)
  if (lacking !== undefined) return refuse(error(lacking, { itemId: substitute.itemId, name: substitute.name }))
  tally.giveBack(line.itemId, line.quantity)
  tally.take(substitute.itemId, line.quantity)
  return ok(tally)
}

const exchange = (
  story: Story,
  { order, line }: { order: Order; line: Line },
  itemId: Line['itemId'],
  command: { id: CommandId },
  context: Context,
): DomainError | undefined => {
  const substitute = substituteFor(story.state, order, line, itemId, context)
  if (!substitute.ok) return substitute.error
  const tally = tallyOf(story.state, line, substitute.value, context.now)
  if (!tally.ok) return tally.error
  const worth = worthChanged(order, line, substitute.value)
  const allowed = (worth.amount ?? 0) < 0 ? billChangeOf(story.state, order, context) : ok({})
  if (!allowed.ok) return allowed.error
  story.tell({
    type: 'line.changed',
    ...changeOf(story.state, order, line, substitute.value),
    by: personOf(context),
    before: {
      at: context.now,
      kitchenName: line.kitchenName,
      ...(line.modifiers.length === 0 ? {} : { modifiers: lineModifiersFor(line.modifiers, 'kitchen') }),
    },
    counts: tally.value.changed(),
    ...worth,
    ...allowed.value,
    substitute: substitute.value,
  })
  if (line.status === 'held' || line.status === 'asking') return undefined
  const elsewhere = rerouted(story, order, line, substitute.value, command.id)
  if (elsewhere !== undefined) story.tell(elsewhere)
  return undefined
}

const answer: Decider<'ask.answer'> = (state, command, context) => {
  const { askId, accept, substitute } = command.args
  const ask = state.asks.get(askId)
  if (ask === undefined) return refuse(error('ask-not-found', { askId }))
  if (ask.answer !== undefined) return refuse(error('already-answered', { askId }))
  // a yes to several dishes says nothing until one is named
  if (accept && substitute === undefined && ask.substitutes.length > 1)
    return refuse(error('nothing-asked', { askId, substitutes: ask.substitutes }))
  const story = new Story(state, context)
  const chosen = accept ? (substitute ?? (ask.substitutes.length === 1 ? ask.substitutes[0] : undefined)) : undefined
  story.tell({
    type: 'ask.answered',
    askId,
    at: context.now,
    by: personOf(context),
    accepted: accept,
    ...(chosen === undefined ? {} : { substitute: chosen }),
  })
  if (chosen === undefined) return story.decision()
  if (!ask.substitutes.includes(chosen)) return refuse(error('item-not-found', { itemId: chosen }))
  const found = findLine(state, ask.orderId, ask.lineId)
  if (!found.ok) return found
  const { line } = found.value
  if (!isUnserved(line.status)) return refuse(error('line-not-in-state', { lineId: line.id, status: line.status }))
  if (isHalfDone(state, line)) return refuse(error('line-started', { lineId: line.id }))
  const failed = exchange(story, found.value, chosen, command, context)
  return failed === undefined ? story.decision() : refuse(failed)
}

export const askAnswerDeciders: DeciderTable<'ask.answer'> = { 'ask.answer': answer }
