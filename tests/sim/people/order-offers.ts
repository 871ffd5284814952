// What waiters do with orders as a whole.
import type { Opening } from '@comanda/shared/domain/commands/draft'
import type { StaffId, TableId } from '@comanda/shared/model/ids'
import type { Line } from '@comanda/shared/model/order'
import { draftLines } from './drafts.ts'
import { type Offers, openOrders, pickAnyOrder, pickLine, pickOf, pickOpen, type Scene, some } from './offer.ts'

const tablesOf = ({ view }: Scene): TableId[] => Object.keys(view.catalog.tables) as TableId[]
const peopleOf = ({ view }: Scene): StaffId[] => Object.keys(view.catalog.people) as StaffId[]

const opening = (scene: Scene): Opening | undefined => {
  const { random, now } = scene
  const kind = random.fraction()
  if (kind < 0.12) return { type: 'takeaway', name: 'Kim', ...(random.chance(0.3) ? { promisedAt: now + 60_000 } : {}) }
  if (kind < 0.18) return { type: 'bar-tab', name: 'Sam' }
  const tableId = pickOf(scene, tablesOf(scene))
  if (tableId === undefined) return undefined
  return {
    type: 'dine-in',
    tableId,
    ...(random.chance(0.4) ? { covers: random.integer(1, 9) } : {}),
    ...(random.chance(0.1) ? { apart: true } : {}),
  }
}

const allergy = ({ random }: Scene) => ({
  ...(random.chance(0.5) ? { seat: random.integer(1, 4) } : {}),
  allergens: [random.pick(['nuts', 'milk', 'gluten'] as const)],
})

const pieces = (scene: Scene, lines: readonly Line[]) =>
  some(scene, lines, 3).map(({ id, quantity }) => ({
    lineId: id,
    ...(quantity > 1 && scene.random.chance(0.4) ? { quantity: scene.random.integer(1, quantity) } : {}),
  }))

const alive = (lines: readonly Line[]): Line[] =>
  lines.filter(({ status }) => status !== 'voided' && status !== 'taken-back')

type OrderCommand =
  | 'round.send'
  | 'order.open'
  | 'order.set-covers'
  | 'order.note'
  | 'order.promise'
  | 'order.move'
  | 'order.merge'
  | 'order.unmerge'
  | 'order.split'
  | 'order.hand-over'
  | 'order.close'
  | 'order.reopen'
  | 'order.walk-out'
  | 'lines.move'
  | 'table.clear'
  | 'allergy.declare'
  | 'allergy.withdraw'

export const orderOffers: Offers<OrderCommand> = {
  'round.send': (scene) => {
    const { random, now } = scene
    const lines = draftLines(scene)
    const known = random.chance(0.5) ? pickOpen(scene) : undefined
    const open = known === undefined ? opening(scene) : undefined
    if (lines.length === 0 || (known === undefined && open === undefined)) return undefined
    return {
      order: known === undefined ? { open: open ?? { type: 'bar-tab' } } : { orderId: known.id },
      lines,
      ...(random.chance(0.1) ? { allergies: [allergy(scene)] } : {}),
      ...(random.chance(0.04) ? { alreadyTold: true } : {}),
      ...(random.chance(0.03) ? { recordOnly: true } : {}),
      ...(random.chance(0.08) ? { queuedSince: Math.max(0, now - random.integer(0, 900_000)) } : {}),
    }
  },
  'order.open': (scene) => {
    const open = opening(scene)
    return open === undefined ? undefined : { open }
  },
  'order.set-covers': (scene) => {
    const order = pickAnyOrder(scene)
    return order && { orderId: order.id, covers: scene.random.integer(0, 12) }
  },
  'order.note': (scene) => {
    const order = pickAnyOrder(scene)
    return order && { orderId: order.id, note: scene.random.chance(0.3) ? null : 'birthday' }
  },
  'order.promise': (scene) => {
    const order = pickAnyOrder(scene)
    const promisedAt = scene.random.chance(0.3) ? null : scene.now + scene.random.integer(0, 300_000)
    return order && { orderId: order.id, promisedAt }
  },
  'order.move': (scene) => {
    const order = pickAnyOrder(scene)
    const tableId = pickOf(scene, tablesOf(scene))
    const joining = scene.random.pick([undefined, 'join', 'apart'] as const)
    return order && tableId && { orderId: order.id, tableId, ...(joining === undefined ? {} : { joining }) }
  },
  'order.merge': (scene) => {
    const [order, into] = scene.random.shuffled(openOrders(scene))
    return order && into && { orderId: order.id, into: into.id }
  },
  'order.unmerge': (scene) => {
    const order = pickOf(
      scene,
      openOrders(scene).filter(({ merges }) => merges.length > 0),
    )
    const mark = order === undefined ? undefined : pickOf(scene, order.merges)
    return order && mark && { orderId: order.id, from: mark.fromOrderId }
  },
  'order.split': (scene) => {
    const order = pickOf(
      scene,
      openOrders(scene).filter(({ lines }) => alive(lines).length > 1),
    )
    return order && { orderId: order.id, lines: pieces(scene, alive(order.lines)) }
  },
  'order.hand-over': (scene) => {
    const orders = openOrders(scene)
    const to = pickOf(scene, peopleOf(scene))
    if (orders.length === 0 || to === undefined) return undefined
    return { orderIds: some(scene, orders, 2).map(({ id }) => id), to }
  },
  'order.close': (scene) => {
    const order = pickAnyOrder(scene)
    const unready = scene.random.pick([undefined, 'served', 'void'] as const)
    return order && { orderId: order.id, ...(unready === undefined ? {} : { unready }) }
  },
  'order.reopen': (scene) => {
    const closed = [...scene.view.orders.values()].filter(({ status }) => status === 'closed')
    const order = pickOf(scene, closed)
    return order && { orderId: order.id, reason: 'forgot-a-dish' }
  },
  'order.walk-out': (scene) => {
    const order = pickAnyOrder(scene)
    return order && { orderId: order.id }
  },
  'lines.move': (scene) => {
    const order = pickOf(
      scene,
      openOrders(scene).filter(({ lines }) => alive(lines).length > 0),
    )
    const other = pickOpen(scene)
    const tableId = pickOf(scene, tablesOf(scene))
    if (order === undefined || tableId === undefined) return undefined
    const to = other !== undefined && scene.random.chance(0.6) ? { orderId: other.id } : { tableId }
    return { orderId: order.id, lines: pieces(scene, alive(order.lines)), to }
  },
  'table.clear': (scene) => {
    const toClear = [...scene.view.tables.entries()].filter(([, use]) => use.toClear).map(([id]) => id)
    const tableId = pickOf(scene, scene.random.chance(0.2) ? tablesOf(scene) : toClear)
    return tableId && { tableId }
  },
  'allergy.declare': (scene) => {
    const order = pickAnyOrder(scene)
    return order && { orderId: order.id, ...allergy(scene) }
  },
  'allergy.withdraw': (scene) => {
    const order = pickOf(
      scene,
      openOrders(scene).filter(({ allergies }) => allergies.length > 0),
    )
    const declared = order === undefined ? undefined : pickOf(scene, order.allergies)
    const line = pickLine(scene, () => false)
    return order && declared && { orderId: line?.order.id ?? order.id, allergyId: declared.id }
  },
}
