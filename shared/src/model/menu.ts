// What the restaurant sells.
import { z } from 'zod'
import { CategoryId, ItemId, ModifierGroupId, ModifierId, StationId, TaxId } from './ids.ts'
import { MinuteOfDay, Weekday } from './instant.ts'
import { Amount, Money } from './money.ts'
import { LocalText } from './text.ts'

export const Allergen = z.enum([
  'gluten',
  'crustaceans',
  'eggs',
  'fish',
  'peanuts',
  'soy',
  'milk',
  'nuts',
  'celery',
  'mustard',
  'sesame',
  'sulphites',
  'lupin',
  'molluscs',
])
export type Allergen = z.infer<typeof Allergen>

/** 0 is drinks: they fire at once and belong to no course. 1 to 9 are served in that order. */
export const Course = z.int().min(0).max(9)
export type Course = z.infer<typeof Course>

/** Gives a line its default prep target when the dish has none of its own. */
export const CategoryKind = z.enum(['drink', 'cold', 'hot-starter', 'main', 'dessert', 'other'])
export type CategoryKind = z.infer<typeof CategoryKind>

export const Category = z.object({
  id: CategoryId,
  name: LocalText,
  kind: CategoryKind,
  course: Course,
  position: z.int().min(0).max(999),
})
export type Category = z.infer<typeof Category>

/** A price that holds at certain hours of certain weekdays. `until` at or before `from` runs past midnight. */
export const ScheduledPrice = z.object({
  weekdays: z.array(Weekday).min(1).max(7),
  from: MinuteOfDay,
  until: MinuteOfDay,
  price: Amount,
})
export type ScheduledPrice = z.infer<typeof ScheduledPrice>

export const ItemPrice = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('fixed'), amount: Amount, scheduled: z.array(ScheduledPrice).max(20).optional() }),
  /** The waiter enters it. */
  z.object({ kind: z.literal('open') }),
  z.object({ kind: z.literal('by-weight'), perKilogram: Amount }),
])
export type ItemPrice = z.infer<typeof ItemPrice>

export const Item = z.object({
  id: ItemId,
  /** The number a waiter may type instead of the name. */
  number: z.int().min(1).max(9999),
  categoryId: CategoryId,
  name: LocalText,
  kitchenName: z.string().min(1).max(14),
  /** Left out in rooms that see no money. */
  price: ItemPrice.optional(),
  /** What one costs the restaurant. Left out below the office. */
  cost: Amount.optional(),
  taxId: TaxId,
  /** Empty with needsTicket false: bread, a cover charge. */
  stations: z.array(StationId).max(6),
  needsTicket: z.boolean(),
  /** Overrides the category's. */
  course: Course.optional(),
  prepSeconds: z
    .int()
    .min(30)
    .max(4 * 3600)
    .optional(),
  /** null: nobody recorded them, and every ticket says so when an allergy is declared. */
  allergens: z.array(Allergen).max(14).nullable(),
  modifierGroups: z.array(ModifierGroupId).max(12),
  substitutes: z.array(ItemId).max(8).optional(),
})
export type Item = z.infer<typeof Item>

export const Modifier = z.object({
  id: ModifierId,
  name: LocalText,
  kitchenName: z.string().min(1).max(14),
  price: Money.optional(),
  prepSeconds: z.int().min(-3600).max(3600),
  allergens: z.array(Allergen).max(14),
  /** One level of nesting: choosing this asks that group. */
  nested: ModifierGroupId.optional(),
})
export type Modifier = z.infer<typeof Modifier>

export const ModifierGroup = z.object({
  id: ModifierGroupId,
  name: LocalText,
  min: z.int().min(0).max(20),
  max: z.int().min(1).max(20),
  defaults: z.array(ModifierId).max(20),
  modifiers: z.array(Modifier).min(1).max(40),
})
export type ModifierGroup = z.infer<typeof ModifierGroup>
