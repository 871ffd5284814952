// What is done with a bill. A payment can be cancelled for three seconds; after that only a manager gives it back.

import type { Wish } from '@comanda/app-shell/wish'
import type { BillPart, PaymentMethod } from '@comanda/shared/model/bill'
import type { AdjustmentId, LineId, PrinterId } from '@comanda/shared/model/ids'
import type { Order } from '@comanda/shared/model/order'
import { deed } from '../asking/deed.ts'
import { partWords } from './bill-words.ts'

export type BillInput = { readonly order: Order }

export type PayInput = BillInput & {
  readonly part: BillPart
  readonly amount: number
  readonly method: PaymentMethod
  readonly tip: number
  readonly tendered?: number
  readonly reference?: string
  /** As people write it: for the words beside Cancel. */
  readonly said: string
}

export const pay = deed<PayInput>({
  name: 'bill.pay',
  label: ({ bill }, { method }) => bill.methods[method],
  tone: 'primary',
  says: ({ bill }, { method, said }) => bill.recording(bill.methods[method], said),
  command: ({ order, part, amount, method, tip, tendered, reference }) => ({
    type: 'payment.record',
    args: {
      orderId: order.id,
      part,
      method,
      amount,
      ...(tip === 0 ? {} : { tip }),
      ...(tendered === undefined ? {} : { tendered }),
      ...(reference === undefined || reference.trim() === '' ? {} : { reference: reference.trim() }),
    },
  }),
})

/** `part`: of the whole bill only this. `printerId`: not where bills usually go. */
export type PrintInput = BillInput & {
  readonly part?: BillPart
  readonly printerId?: PrinterId
  /** Where the number already stands beside it. */
  readonly short?: boolean
}

export const printWish = ({ order, part, printerId }: PrintInput): Wish => ({
  type: 'bill.print',
  args: {
    orderId: order.id,
    ...(part === undefined ? {} : { part }),
    ...(printerId === undefined ? {} : { printerId }),
  },
})

export const printBill = deed<PrintInput>({
  name: 'bill.print',
  label: (texts, { order, part, short }) => {
    const { bill } = texts
    if (short) return bill.printing.again
    if (part !== undefined) return bill.printPart(partWords(part, texts))
    return (order.billPrints ?? 0) > 0 ? bill.printAgain((order.billPrints ?? 0) + 1) : bill.print
  },
  icon: 'printer',
  key: 'KeyP',
  command: printWish,
})

export const printBillAt = deed<PrintInput & { readonly name: string }>({
  name: 'bill.print-at',
  label: ({ bill }, { name }) => bill.printing.to(name),
  icon: 'printer',
  command: printWish,
})

export const takeBill = deed<BillInput>({
  name: 'bill.take',
  label: ({ bill }) => bill.take,
  icon: 'receipt',
  command: ({ order }) =>
    order.billTakenBy === undefined ? { type: 'bill.take', args: { orderId: order.id } } : undefined,
})

type OffInput = BillInput & { readonly lineIds: readonly LineId[]; readonly reason: string }
export type Asked =
  | { readonly by: 'percent'; readonly rate: number }
  | { readonly by: 'amount'; readonly amount: number }

const saidOf = (asked: Asked): string => (asked.by === 'percent' ? `${asked.rate / 100} %` : String(asked.amount / 100))

const onLines = (lineIds: readonly LineId[]): { lineIds?: LineId[] } =>
  lineIds.length === 0 ? {} : { lineIds: [...lineIds] }

export const discount = deed<OffInput & { readonly asked: Asked }>({
  name: 'bill.discount',
  label: ({ bill }) => bill.discount,
  icon: 'minus',
  note: ({ texts }, { order, reason, asked }) => `${texts.bill.order(order.number)}, ${saidOf(asked)}, ${reason}`,
  command: ({ order, lineIds, reason, asked }) => ({
    type: 'discount.apply',
    args: { orderId: order.id, ...onLines(lineIds), asked, reason },
  }),
})

export const comp = deed<OffInput>({
  name: 'bill.comp',
  label: ({ bill }) => bill.comp,
  icon: 'star',
  note: ({ texts }, { order, reason }) => `${texts.bill.order(order.number)}, ${reason}`,
  command: ({ order, lineIds, reason }) => ({
    type: 'comp.apply',
    args: { orderId: order.id, ...onLines(lineIds), reason },
  }),
})

export const takeOffAdjustment = deed<BillInput & { readonly adjustmentId: AdjustmentId; readonly what: string }>({
  name: 'bill.take-off',
  label: ({ bill }, { what }) => bill.takeOff(what),
  icon: 'undo',
  command: ({ order, adjustmentId }) => ({ type: 'adjustment.remove', args: { orderId: order.id, adjustmentId } }),
})

export const removeService = deed<BillInput & { readonly reason: string }>({
  name: 'bill.remove-service',
  label: ({ bill }) => bill.removeService,
  icon: 'minus',
  command: ({ order, reason }) => ({ type: 'service.remove', args: { orderId: order.id, reason } }),
})

export const closeOrder = deed<BillInput & { readonly unready?: 'served' | 'void'; readonly reason?: string }>({
  name: 'bill.close',
  label: ({ bill }) => bill.close,
  icon: 'check',
  tone: 'primary',
  command: ({ order, unready, reason }) => ({
    type: 'order.close',
    args: {
      orderId: order.id,
      ...(unready === undefined ? {} : { unready }),
      ...(reason === undefined ? {} : { approvalReason: reason }),
    },
  }),
})
