import type { bill as English } from '../en/bill.ts'

export const bill: typeof English = {}
