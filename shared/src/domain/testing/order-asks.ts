// What waiters may ask in a random evening.
import type { OrderId, StaffId } from '../../model/ids.ts'
import { part, waiter } from './people.ts'
import type { Ask, Scene } from './scene.ts'

const moves = (scene: Scene) => {
  const order = scene.order()
  const lines = order === undefined ? [] : scene.choose.some(order.lines)
  if (order === undefined || lines.length === 0) return undefined
  return { order, lines: lines.map((line) => ({ lineId: line.id, ...part(scene, line.quantity) })) }
}

const asks = {
  open: (scene) => ({
    who: waiter(scene),
    type: 'order.open',
    args: { open: { type: 'dine-in', tableId: scene.table(), ...(scene.choose.rarely(3) ? { apart: true } : {}) } },
  }),
  send: (scene) => ({
    who: waiter(scene),
    type: 'round.send',
    args: {
      order: { open: { type: 'dine-in', tableId: scene.table(), ...(scene.choose.rarely(6) ? { apart: true } : {}) } },
      lines: scene.drafts(),
      ...(scene.choose.rarely(5)
        ? { allergies: [{ allergens: ['nuts'], ...(scene.choose.rarely(2) ? { seat: 2 } : {}) }] }
        : {}),
    },
  }),
  sendTakeaway: (scene) => ({
    who: 'fay',
    type: 'round.send',
    args: {
      order: {
        open: {
          type: 'takeaway',
          name: 'Kim',
          ...(scene.choose.rarely(2) ? { promisedAt: scene.now + scene.choose.below(60) * 60_000 } : {}),
        },
      },
      lines: scene.drafts(),
    },
  }),
  sendMore: (scene) => {
    const order = scene.order()
    if (order === undefined) return undefined
    return {
      who: waiter(scene),
      type: 'round.send',
      args: { order: { orderId: order.id }, lines: scene.drafts() },
    }
  },
  sendLate: (scene) => ({
    who: waiter(scene),
    type: 'round.send',
    args: {
      order: { open: { type: 'dine-in', tableId: scene.table() } },
      lines: scene.drafts(),
      queuedSince: scene.now - scene.choose.below(1200) * 1000,
      ...(scene.choose.rarely(3) ? { alreadyTold: true } : {}),
      ...(scene.choose.rarely(4) ? { recordOnly: true } : {}),
    },
  }),
  answerRound: (scene) => {
    const order = scene.order()
    const asking = order?.lines.find((line) => line.status === 'asking') ?? order?.lines[0]
    if (order === undefined || asking === undefined) return undefined
    return {
      who: waiter(scene),
      type: 'round.answer',
      args: { orderId: order.id, roundId: asking.roundId, fire: !scene.choose.rarely(3) },
    }
  },
  covers: (scene) => {
    const order = scene.order()
    if (order === undefined) return undefined
    return { who: waiter(scene), type: 'order.set-covers', args: { orderId: order.id, covers: scene.choose.below(9) } }
  },
  note: (scene) => {
    const order = scene.order()
    if (order === undefined) return undefined
    const note = scene.choose.rarely(3) ? null : 'birthday'
    return { who: waiter(scene), type: 'order.note', args: { orderId: order.id, note } }
  },
  promise: (scene) => {
    const order = scene.order()
    if (order === undefined) return undefined
    const promisedAt = scene.choose.rarely(3) ? null : scene.now + scene.choose.below(90) * 60_000
    return { who: 'fay', type: 'order.promise', args: { orderId: order.id, promisedAt } }
  },
  move: (scene) => {
    const order = scene.order()
    if (order === undefined) return undefined
    const joining = scene.choose.of(['join', 'apart', undefined] as const)
    return {
      who: waiter(scene),
      type: 'order.move',
      args: { orderId: order.id, tableId: scene.table(), ...(joining === undefined ? {} : { joining }) },
    }
  },
  merge: (scene) => {
    const order = scene.order()
    const into = scene.order()
    if (order === undefined || into === undefined) return undefined
    return { who: waiter(scene), type: 'order.merge', args: { orderId: order.id, into: into.id } }
  },
  unmerge: (scene) => {
    const merged = scene.state.orders
      .sorted()
      .map(([, order]) => order)
      .filter((order) => order.merges.length > 0)
    const order = scene.choose.of(merged)
    const mark = order && scene.choose.of(order.merges)
    if (order === undefined || mark === undefined) return undefined
    return { who: waiter(scene), type: 'order.unmerge', args: { orderId: order.id, from: mark.fromOrderId } }
  },
  split: (scene) => {
    const chosen = moves(scene)
    if (chosen === undefined) return undefined
    return { who: waiter(scene), type: 'order.split', args: { orderId: chosen.order.id, lines: chosen.lines } }
  },
  moveLines: (scene) => {
    const chosen = moves(scene)
    const other = scene.order()
    if (chosen === undefined || other === undefined) return undefined
    const to = scene.choose.rarely(2) ? { orderId: other.id } : { tableId: scene.table() }
    const lines = chosen.lines.map((line) => ({ ...line, ...(scene.choose.rarely(4) ? { seat: 3 } : {}) }))
    return { who: waiter(scene), type: 'lines.move', args: { orderId: chosen.order.id, lines, to } }
  },
  handOver: (scene) => {
    const order = scene.order()
    if (order === undefined) return undefined
    const to = (scene.choose.of(['ana', 'boris', 'nobody']) ?? 'ana') as StaffId
    return { who: waiter(scene), type: 'order.hand-over', args: { orderIds: [order.id], to } }
  },
  declare: (scene) => {
    const order = scene.order()
    if (order === undefined) return undefined
    const seat = scene.choose.rarely(2) ? { seat: 1 + scene.choose.below(4) } : {}
    return { who: waiter(scene), type: 'allergy.declare', args: { orderId: order.id, allergens: ['milk'], ...seat } }
  },
  withdraw: (scene) => {
    const order = scene.order()
    const allergy = order && scene.choose.of(order.allergies)
    if (order === undefined || allergy === undefined) return undefined
    return { who: waiter(scene), type: 'allergy.withdraw', args: { orderId: order.id, allergyId: allergy.id } }
  },
  clear: (scene) => ({ who: waiter(scene), type: 'table.clear', args: { tableId: scene.table() } }),
  useless: (scene) => ({
    who: waiter(scene),
    type: 'order.note',
    args: { orderId: 'gone.o' as OrderId, note: scene.choose.rarely(2) ? 'hello' : null },
  }),
} as const satisfies Record<string, Ask>

export const orderAsks: { readonly [Name in keyof typeof asks]: Ask } = asks
