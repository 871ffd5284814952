// The host at the front: lets parties in, moves and joins tables, hears guests call, clears up, takes takeaways by phone.
import type { State } from '@comanda/shared/domain/state'
import type { Table } from '@comanda/shared/model/floor'
import type { TableId } from '@comanda/shared/model/ids'
import type { Order } from '@comanda/shared/model/order'
import { trait } from './chance.ts'
import { shared } from './drafting.ts'
import { attemptsOf, isKnown, type Party } from './guests.ts'
import { allCalls, openOrders, present } from './reading.ts'
import { type Habit, isUnlucky, minutes, type Scene, since } from './scene.ts'

const isFree = (state: State, tableId: TableId): boolean => {
  const use = state.tables.get(tableId)
  return use === undefined || (use.orderIds.length === 0 && !use.toClear)
}

/** The smallest that fits them, so that the large ones stay free; the bar's stools are for those who drink. */
export function tableFor(state: State, covers: number, taste: number, areaId?: string): Table | undefined {
  const isWanted = (table: Table): boolean => (areaId === undefined ? table.areaId !== 'bar' : table.areaId === areaId)
  const fits = present(state.catalog.tables)
    .filter((table) => table.seats >= covers && isWanted(table) && isFree(state, table.id))
    .sort((a, b) => a.seats - b.seats || (a.id < b.id ? -1 : 1))
  const smallest = fits.filter((table) => table.seats === fits[0]?.seats)
  return smallest[Math.floor(taste * smallest.length)]
}

const hasCome = (scene: Scene, party: Party): boolean => {
  const waited = since(scene, party.at)
  return waited >= 0 && waited < minutes(30) && !isKnown(scene.state, party)
}

export const seatParties: Habit = function* (scene) {
  for (const party of scene.evening.parties) {
    if (party.kind !== 'dine-in' || !hasCome(scene, party)) continue
    const table = tableFor(scene.state, party.covers, trait(party.id, 'place'))
    if (table === undefined) continue
    const counted = trait(party.id, 'counted') < 0.85 ? { covers: party.covers } : {}
    const open = { type: 'dine-in' as const, tableId: table.id, ...counted }
    for (const id of attemptsOf(party)) yield { type: 'order.open', id, args: { open } }
  }
}

export const takeTakeaways: Habit = function* (scene) {
  const { evening, chance, now, speed } = scene
  for (const party of evening.parties) {
    if (party.kind !== 'takeaway' || !hasCome(scene, party)) continue
    const lines = [
      ...shared(scene, Math.min(3, party.covers), 'rice-pasta', 'grill', 'hot-tapas'),
      ...shared(scene, chance.integer(0, 2), 'soft-drinks', 'sides'),
    ]
    const promised = chance.integer(25, 60)
    const promise = chance.happens(0.8) ? { promisedAt: Math.round(now + minutes(promised) / speed) } : {}
    if (lines.length === 0) continue
    const open = { type: 'takeaway' as const, name: party.name, ...promise }
    for (const id of attemptsOf(party)) yield { type: 'round.send', id, args: { order: { open }, lines } }
  }
}

/** "Could we sit outside?" Nobody asks to come in again. */
export const moveTables: Habit = function* (scene) {
  for (const order of openOrders(scene.state)) {
    const sat = since(scene, order.openedAt)
    if (order.type !== 'dine-in' || order.areaId !== 'main' || sat < minutes(3) || sat > minutes(20)) continue
    if (!isUnlucky(scene, 0.05, order.id, 'stuffy')) continue
    const table = tableFor(scene.state, order.covers, trait(order.id, 'place'), 'patio')
    if (table !== undefined) yield { type: 'order.move', args: { orderId: order.id, tableId: table.id } }
  }
}

const mayJoin = (scene: Scene, order: Order): boolean => {
  const sat = since(scene, order.openedAt)
  const isPlain = order.type === 'dine-in' && !order.billAsked && order.merges.length === 0
  return isPlain && order.payments?.length === 0 && sat > minutes(4) && sat < minutes(40)
}

/** They turn out to be friends. */
export const joinTables: Habit = function* (scene) {
  const joining = openOrders(scene.state).filter((order) => mayJoin(scene, order))
  for (const [index, order] of joining.entries()) {
    for (const other of joining.slice(index + 1)) {
      if (order.areaId === other.areaId && isUnlucky(scene, 0.004, order.id, other.id, 'friends'))
        yield { type: 'order.merge', args: { orderId: other.id, into: order.id } }
    }
  }
}

/** They have just called: by our own reckoning, and by the server's. */
const isRecent = (scene: Scene, at: number): boolean =>
  since(scene, at) < minutes(10) || scene.now - at < scene.state.catalog.settings.thresholds.callCoolDown * 1_000

export const hearGuests: Habit = function* (scene) {
  const { state, chance } = scene
  for (const order of openOrders(state)) {
    if (order.tableId === undefined || order.billAsked || !chance.happens(0.0015)) continue
    const kind = chance.happens(0.6) ? 'waiter' : 'water'
    const open = allCalls(state).some(
      (call) => call.tableId === order.tableId && call.kind === kind && isRecent(scene, call.at),
    )
    if (!open) yield { type: 'call.raise', args: { tableId: order.tableId, kind } }
  }
}

/** What nobody took for too long comes up at the front. */
export const stepIn: Habit = function* (scene) {
  const { state, me } = scene
  for (const call of allCalls(state)) {
    if (call.resolvedAt !== undefined) continue
    if (call.takenBy === undefined && since(scene, call.at) > minutes(5))
      yield { type: 'call.take', args: { callId: call.id } }
    if (call.takenBy === me && since(scene, call.takenAt) > minutes(1))
      yield { type: 'call.resolve', args: { callId: call.id } }
  }
  for (const order of openOrders(state)) {
    const waits = order.lines.filter((line) => line.status === 'ready' && since(scene, line.readyAt) > minutes(9))
    if (order.type !== 'takeaway' && waits.length > 0)
      yield { type: 'lines.serve', args: { orderId: order.id, lineIds: waits.map((line) => line.id) } }
  }
}

export const clearTables: Habit = function* ({ state, chance }) {
  for (const [tableId, use] of state.tables.entries()) {
    if (use.toClear && use.orderIds.length === 0 && chance.happens(0.15))
      yield { type: 'table.clear', args: { tableId } }
  }
}

/** Nothing is sold from an order that never began. */
export const letGo: Habit = function* (scene) {
  for (const order of openOrders(scene.state)) {
    const empty = order.lines.every((line) => line.status === 'voided' || line.status === 'taken-back')
    const waited = order.lines.length > 0 && since(scene, order.openedAt) > minutes(30)
    if (empty && waited && (order.payments ?? []).length === 0)
      yield { type: 'order.close', args: { orderId: order.id } }
  }
}
