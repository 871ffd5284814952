// What is done with a whole order (ORD-12): people, tables and names change, and nothing is fired again.
import type { OrderId, StaffId, TableId } from '@comanda/shared/model/ids'
import type { Order } from '@comanda/shared/model/order'
import { deed } from '../asking/deed.ts'

export type OrderInput = { readonly order: Order }

export const askBill = deed<OrderInput>({
  name: 'ask-bill',
  label: ({ order }) => order.askBill,
  icon: 'receipt',
  key: 'KeyB',
  command: ({ order }) => (order.billAsked ? undefined : { type: 'bill.ask', args: { orderId: order.id } }),
})

export const moveOrder = deed<OrderInput & { readonly tableId: TableId; readonly joining?: 'join' | 'apart' }>({
  name: 'move-order',
  label: ({ order }) => order.moveTable,
  icon: 'move',
  command: ({ order, tableId, joining }) => ({
    type: 'order.move',
    args: { orderId: order.id, tableId, ...(joining === undefined ? {} : { joining }) },
  }),
})

export const mergeOrder = deed<OrderInput & { readonly into: OrderId }>({
  name: 'merge-order',
  label: ({ order }) => order.merge,
  icon: 'table',
  command: ({ order, into }) => ({ type: 'order.merge', args: { orderId: order.id, into } }),
})

export const unmergeOrder = deed<OrderInput & { readonly from: OrderId; readonly table: string }>({
  name: 'unmerge-order',
  label: ({ order }, { table }) => order.unmerge(table),
  icon: 'split',
  command: ({ order, from }) => ({ type: 'order.unmerge', args: { orderId: order.id, from } }),
})

/** null: as soon as possible. */
export const promiseOrder = deed<OrderInput & { readonly promisedAt: number | null }>({
  name: 'promise-order',
  label: ({ order }) => order.promise,
  icon: 'clock',
  command: ({ order, promisedAt }) =>
    order.type === 'takeaway' ? { type: 'order.promise', args: { orderId: order.id, promisedAt } } : undefined,
})

export const rushOrder = deed<OrderInput>({
  name: 'rush-order',
  label: ({ order }) => order.rushAll,
  icon: 'rush',
  says: ({ order }) => order.rushAllSays,
  command: ({ order }) =>
    order.lines.some(({ status }) => status === 'fired' || status === 'started')
      ? { type: 'order.rush', args: { orderId: order.id, on: true } }
      : undefined,
})

export const handOver = deed<{ readonly orders: readonly Order[]; readonly to: StaffId; readonly name: string }>({
  name: 'hand-over',
  label: ({ order }) => order.handOver,
  icon: 'person',
  done: ({ home }, { name }) => home.handedOver(name),
  command: ({ orders, to }) =>
    orders.length === 0 ? undefined : { type: 'order.hand-over', args: { orderIds: orders.map(({ id }) => id), to } },
})

export const setCovers = deed<OrderInput & { readonly covers: number }>({
  name: 'set-covers',
  label: ({ order }) => order.covers,
  icon: 'people',
  command: ({ order, covers }) => ({ type: 'order.set-covers', args: { orderId: order.id, covers } }),
})

export const clearTable = deed<{ readonly tableId: TableId }>({
  name: 'clear-table',
  label: ({ order }) => order.clearTable,
  icon: 'check',
  tone: 'primary',
  command: ({ tableId }) => ({ type: 'table.clear', args: { tableId } }),
})
