// What a waiter wrote before Send: lines, and the order they are for.
import { z } from 'zod'
import { Seat } from '../../model/floor.ts'
import { ItemId, ModifierGroupId, ModifierId, OrderId, TableId } from '../../model/ids.ts'
import { Instant } from '../../model/instant.ts'
import { Course } from '../../model/menu.ts'
import { Amount } from '../../model/money.ts'
import { ModifierPrefix, OrderType, Quantity } from '../../model/order.ts'
import { Note, PersonName } from '../../model/text.ts'

export const largestRound = 200

/** A new order: at a table, or with a name. `apart`: another order on purpose at a table that has one. */
export const Opening = z.strictObject({
  type: OrderType,
  tableId: TableId.optional(),
  name: PersonName.optional(),
  covers: z.int().min(0).max(200).optional(),
  promisedAt: Instant.optional(),
  apart: z.boolean().optional(),
})
export type Opening = z.infer<typeof Opening>

export const ChosenModifier = z.strictObject({
  groupId: ModifierGroupId,
  modifierId: ModifierId,
  prefix: ModifierPrefix.optional(),
})
export type ChosenModifier = z.infer<typeof ChosenModifier>

/** A line as the waiter wrote it. */
export const DraftLine = z.strictObject({
  itemId: ItemId,
  quantity: Quantity,
  modifiers: z.array(ChosenModifier).max(40),
  note: Note.optional(),
  seat: Seat.optional(),
  course: Course.optional(),
  /** For open-price dishes. */
  price: Amount.optional(),
  /** For dishes sold by weight. */
  grams: z.int().min(1).max(100_000).optional(),
  /** When it was drafted: a scheduled price is the one of that moment. */
  draftedAt: Instant.optional(),
  /** The bartender pours it here and now: no ticket. */
  ownBar: z.boolean().optional(),
})
export type DraftLine = z.infer<typeof DraftLine>

/** An order that is there, or one to be opened by the same command; its id is then the command's id and 'o'. */
export const OrderTarget = z.union([z.strictObject({ orderId: OrderId }), z.strictObject({ open: Opening })])
export type OrderTarget = z.infer<typeof OrderTarget>
