import type { order as English } from '../en/order.ts'

export const order: typeof English = {}
