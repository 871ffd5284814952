// What is asked around bills, guests' calls and the drawer in a random evening.
import type { PrinterId } from '../../model/ids.ts'
import type { Reason } from '../../model/text.ts'
import { billOf } from '../bill.ts'
import type { Ask } from './scene.ts'

const reason: Reason = 'regular'

const asks = {
  discount: (scene) => {
    const order = scene.order()
    if (order === undefined) return undefined
    const lineIds = scene.choose.some(order.lines).map((line) => line.id)
    return {
      who: 'mo',
      type: 'discount.apply',
      args: {
        orderId: order.id,
        ...(lineIds.length === 0 ? {} : { lineIds }),
        asked: scene.choose.rarely(2) ? { by: 'percent', rate: 1500 } : { by: 'amount', amount: 300 },
        reason,
      },
    }
  },
  comp: (scene) => {
    const order = scene.order()
    const line = order && scene.line(order)
    if (order === undefined || line === undefined) return undefined
    return { who: 'mo', type: 'comp.apply', args: { orderId: order.id, lineIds: [line.id], reason } }
  },
  removeAdjustment: (scene) => {
    const order = scene.order()
    const adjustment = order && scene.choose.of(order.adjustments ?? [])
    if (order === undefined || adjustment === undefined) return undefined
    return { who: 'mo', type: 'adjustment.remove', args: { orderId: order.id, adjustmentId: adjustment.id } }
  },
  addService: (scene) => {
    const order = scene.order()
    return order && { who: 'mo', type: 'service.add', args: { orderId: order.id, rate: 1000 } }
  },
  removeService: (scene) => {
    const order = scene.order()
    return order && { who: 'mo', type: 'service.remove', args: { orderId: order.id, reason } }
  },
  askBill: (scene) => {
    const order = scene.order()
    return order && { who: 'ana', type: 'bill.ask', args: { orderId: order.id } }
  },
  takeBill: (scene) => {
    const order = scene.order()
    const who = scene.choose.rarely(3) ? 'fay' : 'ana'
    return order && { who, type: 'bill.take', args: { orderId: order.id } }
  },
  printBill: (scene) => {
    const order = scene.order()
    if (order === undefined) return undefined
    const orderId = order.id
    if (order.billPrint?.fate === 'asked') {
      const { number } = order.billPrint
      const told = { fate: 'trouble' as const, problem: 'paper-out' as const }
      return { who: 'system', type: 'bill.report-print', args: { orderId, number, ...told } }
    }
    return { who: 'ana', type: 'bill.print', args: { orderId, printerId: 'p1' as PrinterId } }
  },
  payAll: (scene) => {
    const order = scene.order()
    if (order === undefined) return undefined
    const { balance } = billOf(order, scene.state.catalog)
    if (balance <= 0) return undefined
    const method = scene.choose.of(['cash', 'card', 'other'] as const) ?? 'cash'
    return { who: 'fay', type: 'payment.record', args: { orderId: order.id, part: { kind: 'rest' }, method } }
  },
  paySome: (scene) => {
    const order = scene.order()
    if (order === undefined) return undefined
    const amount = 100 + scene.choose.below(900)
    return {
      who: 'fay',
      type: 'payment.record',
      args: { orderId: order.id, part: { kind: 'amount' }, method: 'card', amount, tip: scene.choose.below(200) },
    }
  },
  refund: (scene) => {
    const order = scene.order()
    const payment = order && scene.choose.of(order.payments ?? [])
    if (order === undefined || payment === undefined) return undefined
    return {
      who: 'mo',
      type: 'payment.refund',
      args: { orderId: order.id, paymentId: payment.id, amount: 1 + scene.choose.below(payment.amount + 1), reason },
    }
  },
  correct: (scene) => {
    const order = scene.order()
    const payment = order && scene.choose.of(order.payments ?? [])
    if (order === undefined || payment === undefined) return undefined
    return {
      who: 'mo',
      type: 'payment.correct',
      args: { orderId: order.id, paymentId: payment.id, method: 'cash', tip: scene.choose.below(300) },
    }
  },
  close: (scene) => {
    const order = scene.order()
    return order && { who: 'fay', type: 'order.close', args: { orderId: order.id, unready: 'served' } }
  },
  reopen: (scene) => {
    const closed = scene.state.orders
      .sorted()
      .map(([, order]) => order)
      .filter(({ status }) => status === 'closed')
    const order = scene.choose.of(closed)
    return order && { who: 'mo', type: 'order.reopen', args: { orderId: order.id, reason } }
  },
  walkOut: (scene) => {
    const order = scene.order()
    if (order === undefined || !scene.choose.rarely(4)) return undefined
    return { who: 'mo', type: 'order.walk-out', args: { orderId: order.id } }
  },
  call: (scene) => ({ who: 'guest', type: 'call.raise', args: { tableId: scene.table(), kind: 'waiter' } }),
  takeCall: (scene) => {
    const call = scene.choose.of(scene.state.calls.sorted().map(([, one]) => one))
    return call && { who: 'ana', type: 'call.take', args: { callId: call.id } }
  },
  resolveCall: (scene) => {
    const call = scene.choose.of(scene.state.calls.sorted().map(([, one]) => one))
    return call && { who: 'ana', type: 'call.resolve', args: { callId: call.id } }
  },
  openDrawer: (scene) => ({ who: 'fay', type: 'cash.open', args: { float: 10_000 + scene.choose.below(100) } }),
  moveCash: (scene) => {
    const shift = scene.choose.of(scene.state.cashShifts.sorted().map(([, one]) => one))
    return (
      shift && {
        who: 'fay',
        type: 'cash.move',
        args: { shiftId: shift.id, direction: 'out', amount: 50 + scene.choose.below(50), reason },
      }
    )
  },
  closeDrawer: (scene) => {
    const shift = scene.choose.of(scene.state.cashShifts.sorted().map(([, one]) => one))
    if (shift === undefined || !scene.choose.rarely(3)) return undefined
    return { who: 'fay', type: 'cash.close', args: { shiftId: shift.id, counted: [{ value: 1000, count: 3 }] } }
  },
  dismissRound: (scene) => {
    const refused = scene.choose.of(scene.state.refusedRounds.sorted().map(([, one]) => one))
    return refused && { who: 'ana', type: 'round.dismiss', args: { roundId: refused.id } }
  },
  assign: (scene) => ({
    who: 'mo',
    type: 'section.assign',
    args: { tableIds: [scene.table()], staffId: 'boris' as never },
  }),
  newPrice: (scene) => {
    const item = scene.state.catalog.items[scene.item()]
    if (item === undefined || item.price?.kind !== 'fixed') return undefined
    const price = { kind: 'fixed' as const, amount: 100 + scene.choose.below(2000) }
    return { who: 'mo', type: 'catalog.publish', args: { changes: [{ kind: 'item', put: { ...item, price } }] } }
  },
} as const satisfies Record<string, Ask>

export const billAsks: { readonly [Name in keyof typeof asks]: Ask } = asks
