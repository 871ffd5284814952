// An order's life: open, move, join, close; and the allergies declared on it.
import { z } from 'zod'
import { Seat } from '../../model/floor.ts'
import { AllergyId, LineId, OrderId, StaffId, TableId } from '../../model/ids.ts'
import { Instant } from '../../model/instant.ts'
import { Allergen } from '../../model/menu.ts'
import { Quantity } from '../../model/order.ts'
import { Note, Reason } from '../../model/text.ts'
import { command } from './command.ts'
import { largestRound, Opening } from './draft.ts'

export const orderCommands = [
  command('order.open', { open: Opening }),
  command('order.set-covers', { orderId: OrderId, covers: z.int().min(0).max(200) }),
  command('order.note', { orderId: OrderId, note: Note.nullable() }),
  command('order.promise', { orderId: OrderId, promisedAt: Instant.nullable() }),
  command('order.move', { orderId: OrderId, tableId: TableId, joining: z.enum(['join', 'apart']).optional() }),
  command('order.merge', { orderId: OrderId, into: OrderId }),
  command('order.unmerge', { orderId: OrderId, from: OrderId }),
  command('order.split', {
    orderId: OrderId,
    lines: z
      .array(z.strictObject({ lineId: LineId, quantity: Quantity.optional() }))
      .min(1)
      .max(largestRound),
  }),
  command('order.hand-over', { orderIds: z.array(OrderId).min(1).max(200), to: StaffId }),
  command('order.close', {
    orderId: OrderId,
    unready: z.enum(['served', 'void']).optional(),
    approvalReason: Reason.optional(),
  }),
  command('order.reopen', { orderId: OrderId, reason: Reason }),
  command('order.walk-out', { orderId: OrderId }),
  command('lines.move', {
    orderId: OrderId,
    lines: z
      .array(z.strictObject({ lineId: LineId, quantity: Quantity.optional(), seat: Seat.optional() }))
      .min(1)
      .max(largestRound),
    to: z.union([z.strictObject({ orderId: OrderId }), z.strictObject({ tableId: TableId })]),
  }),
  command('table.clear', { tableId: TableId }),
  command('allergy.declare', {
    orderId: OrderId,
    seat: Seat.optional(),
    allergens: z.array(Allergen).max(14),
    text: Note.optional(),
  }),
  command('allergy.withdraw', { orderId: OrderId, allergyId: AllergyId }),
] as const
