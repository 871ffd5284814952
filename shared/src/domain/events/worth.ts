// What a change of lines does to money. Amounts of a line are named one by one, so a room without money drops them whole.
import { z } from 'zod'
import { Adjustment } from '../../model/bill.ts'
import { StaffId } from '../../model/ids.ts'
import { Money } from '../../model/money.ts'

/** What a change of a line's worth does to the discounts and comps on it: how much of each goes, and how all of them stand after it. */
export const Adjusted = z.object({ discounts: Money, comps: Money, adjustments: z.array(Adjustment) })
export type Adjusted = z.infer<typeof Adjusted>

/** What a piece comes to, taken from the line that it was cut from. */
export const PieceWorth = z.object({ gross: Money, discounts: Money, comps: Money })
export type PieceWorth = z.infer<typeof PieceWorth>

/** It made a bill smaller that was printed already: who did it, and who agreed (BILL-9). */
export const BillChange = z.object({ by: StaffId, approvedBy: StaffId.optional() })
export type BillChange = z.infer<typeof BillChange>
