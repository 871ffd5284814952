// A cook at one station: reads allergies first, starts what is next, ticks dishes off when they are done, bumps.
import type { State } from '@comanda/shared/domain/state'
import type { Item } from '@comanda/shared/model/menu'
import type { Line } from '@comanda/shared/model/order'
import type { Ticket } from '@comanda/shared/model/ticket'
import { chanceFrom, trait } from './chance.ts'
import { allAsks, dishes, lineOn, readOnce, ticketsOn } from './reading.ts'
import { type Habit, type Intention, isUnlucky, minutes, type Scene, seconds, since } from './scene.ts'

/** Pans and hands at one station. */
const atOnce = 7

export const readAllergies: Habit = function* (scene) {
  for (const ticket of ticketsOn(scene, 'open')) {
    const unread = ticket.allergyVersion > ticket.allergyAcknowledged
    if (unread && since(scene, ticket.changedAt) > seconds(6))
      yield { type: 'ticket.acknowledge-allergy', args: { ticketId: ticket.id, role: 'station' } }
  }
}

export const judgeVoids: Habit = function* (scene) {
  for (const ticket of ticketsOn(scene, 'open')) {
    for (const { lineId } of ticket.entries) {
      const line = lineOn(scene.state, ticket, lineId)
      if (line?.voided === undefined || line.voided.verdict !== undefined) continue
      if (since(scene, line.voided.at) < seconds(12) || trait(lineId, 'forgotten') < 0.1) continue
      const verdict = line.startedAt === undefined ? 'not-started' : 'made'
      yield { type: 'void.judge', args: { orderId: ticket.orderId, lineId, verdict } }
    }
  }
}

/** Good days and bad ones: from well before its target to late. */
const minutesFor = (scene: Scene, line: Line): number => {
  const rush = scene.evening.seed
  return line.prepSeconds * 1_000 * (0.45 + 0.75 * trait(line.id, rush))
}

const isDone = (scene: Scene, line: Line): boolean =>
  line.status === 'started' && since(scene, line.startedAt) > minutesFor(scene, line)

const undone = (scene: Scene, ticket: Ticket): Line[] =>
  ticket.entries.flatMap(({ lineId, done }) => {
    const line = done ? undefined : lineOn(scene.state, ticket, lineId)
    return line === undefined || line.voided !== undefined || line.status === 'taken-back' ? [] : [line]
  })

function finish(scene: Scene, ticket: Ticket): Intention[] {
  const left = undone(scene, ticket)
  const done = left.filter((line) => isDone(scene, line) || line.status === 'ready' || line.status === 'served')
  const [first] = done
  if (left.length === 0) {
    const waits = ticket.entries.some(({ lineId }) => {
      const line = lineOn(scene.state, ticket, lineId)
      return line?.voided !== undefined && line.voided.verdict === undefined
    })
    return waits ? [] : [{ type: 'ticket.bump', args: { ticketId: ticket.id } }]
  }
  if (done.length === left.length && trait(ticket.id, 'one press') < 0.6)
    return [{ type: 'ticket.bump', args: { ticketId: ticket.id } }]
  return first === undefined
    ? []
    : [{ type: 'ticket.line-done', args: { ticketId: ticket.id, lineId: first.id, done: true } }]
}

export const cookTickets: Habit = function* (scene) {
  const open = ticketsOn(scene, 'open')
  for (const ticket of open) yield* finish(scene, ticket)
  let cooking = open.filter((ticket) => ticket.startedAt !== undefined).length
  for (const ticket of open) {
    if (cooking >= atOnce) return
    const waits = undone(scene, ticket).some((line) => line.status === 'fired')
    if (!waits || since(scene, ticket.firedAt) < seconds(10)) continue
    cooking += 1
    yield { type: 'ticket.start', args: { ticketId: ticket.id } }
  }
}

/** "That one was not done yet." */
export const recallTickets: Habit = function* (scene) {
  for (const ticket of ticketsOn(scene, 'bumped')) {
    const ago = since(scene, ticket.bumpedAt)
    if (ago < seconds(20) || ago > minutes(2)) continue
    const regrets = isUnlucky(scene, 0.008, ticket.id, ticket.bumpedAt ?? 0, 'too early')
    if (regrets && ticket.entries.some(({ lineId }) => isReady(scene, ticket, lineId)))
      yield { type: 'ticket.recall', args: { ticketId: ticket.id } }
  }
}

const isReady = (scene: Scene, ticket: Ticket, lineId: Line['id']): boolean =>
  lineOn(scene.state, ticket, lineId)?.status === 'ready'

/** "No salmon, trout?" */
export const askForAnother: Habit = function* (scene) {
  const { state } = scene
  for (const ticket of ticketsOn(scene, 'open')) {
    for (const line of undone(scene, ticket)) {
      const substitutes = state.catalog.items[line.itemId]?.substitutes ?? []
      if (substitutes.length === 0 || line.status !== 'fired' || !isUnlucky(scene, 0.06, line.id, 'none left')) continue
      if (allAsks(state).some((ask) => ask.lineId === line.id)) continue
      const args = { orderId: ticket.orderId, lineId: line.id, message: 'none left', substitutes: [...substitutes] }
      yield { type: 'ask.raise', args }
    }
  }
}

/** A dish of several stations is minded by the first. */
const minds = ({ stations }: Scene, { stations: [first] }: Item): boolean =>
  first !== undefined && stations.includes(first)

/** Which dishes of this station run out on an evening, and at which part of it. */
function* shortages(scene: Scene) {
  const { state, evening } = scene
  for (const item of dishes(state.catalog)) {
    if (!minds(scene, item)) continue
    if (trait(evening.seed, item.id, 'shortage') < 0.06) yield { item, part: trait(evening.seed, item.id, 'when') }
  }
}

/** 86 when the last one is gone, and back on sale when more has come. */
export const strikeOut: Habit = function* (scene) {
  const { state, evening, now } = scene
  for (const { item, part } of shortages(scene)) {
    const count = state.counts.get(item.id)
    const from = evening.opensAt + (evening.doorsCloseAt - evening.opensAt) * part
    const isGone =
      now > from && since(scene, from) < minutes(10) && count?.soldOut !== true && count?.left === undefined
    if (isGone) yield { type: 'item.sold-out', args: { itemId: item.id, soldOut: true } }
    const back = count?.soldOut === true && count.left === undefined && since(scene, count.at) > minutes(35)
    if (back) yield { type: 'item.sold-out', args: { itemId: item.id, soldOut: false } }
  }
}

const fewDishes = readOnce((catalog: State['catalog']) =>
  dishes(catalog).filter((item) => item.price?.kind === 'open' || trait(item.id, 'few of them') < 0.06),
)

/** What there is only so much of today is counted from the start. */
export const countPortions: Habit = function* (scene) {
  const { state, evening } = scene
  for (const item of fewDishes(state.catalog)) {
    if (!minds(scene, item) || state.counts.get(item.id) !== undefined) continue
    const left = Math.ceil(chanceFrom(`${evening.seed} ${item.id}`).integer(3, 9) / evening.trouble)
    yield { type: 'item.count', args: { itemId: item.id, left } }
  }
}
