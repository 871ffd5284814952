// A round as it was sent. What its lines have in common stands once beside them, and what goes without saying is left out:
// sent-round.ts says what an absent field means. Prices, costs and taxes are absent where the room has none.
import { z } from 'zod'
import { Seat } from '../../model/floor.ts'
import { AreaId, ItemId, ModifierGroupId, ModifierId, OrderId, StationId, TaxId, TicketId } from '../../model/ids.ts'
import { Instant } from '../../model/instant.ts'
import { Allergen, Category, Course } from '../../model/menu.ts'
import { Amount, BasisPoints, Money } from '../../model/money.ts'
import { LineStatus, ModifierPrefix, Quantity, Round } from '../../model/order.ts'
import { ItemCount } from '../../model/service.ts'
import { LocalText, Note } from '../../model/text.ts'
import { event } from './event.ts'

/** A modifier as it was when the line was sent. */
export const SentModifier = z.object({
  groupId: ModifierGroupId,
  modifierId: ModifierId,
  name: LocalText,
  kitchenName: z.string(),
  prefix: ModifierPrefix.optional(),
  price: Money.optional(),
  /** Absent: 0. */
  prepSeconds: z.int().optional(),
  /** Absent: none. */
  allergens: z.array(Allergen).min(1).optional(),
})
export type SentModifier = z.infer<typeof SentModifier>

/** Its id is that of its command and its position: X.0. */
export const SentLine = z.object({
  /** Absent: its place in this list. Others come when a line before it ran out. */
  position: z.int().min(0).optional(),
  itemId: ItemId,
  name: LocalText,
  kitchenName: z.string(),
  /** One of the event's categories. */
  categoryId: Category.shape.id,
  /** Of one, modifiers included. */
  unitPrice: Money.optional(),
  cost: Amount.optional(),
  /** One of the event's taxes. */
  taxId: TaxId.optional(),
  /** Absent: those of its tickets; none without a ticket. */
  stations: z.array(StationId).optional(),
  /** Absent: that of its tickets. */
  course: Course.optional(),
  prepSeconds: z.int(),
  /** Absent: none. null: nobody recorded them. */
  allergens: z.array(Allergen).min(1).nullable().optional(),
  /** Absent: 1. */
  quantity: Quantity.optional(),
  grams: z.int().min(1).max(100_000).optional(),
  seat: Seat.optional(),
  /** Absent: none. */
  modifiers: z.array(SentModifier).min(1).optional(),
  note: Note.optional(),
  /** Absent: fired with a ticket, held without one. */
  status: LineStatus.extract(['asking', 'held', 'fired', 'started', 'served']).optional(),
})
export type SentLine = z.infer<typeof SentLine>

/** A ticket that the round opened, or that was running and took some of its lines. */
export const SentTicket = z.object({
  ticketId: TicketId,
  course: Course,
  stationId: StationId,
  firedFor: StationId.optional(),
  /** It was running: these lines stand under an ADD-ON rule. */
  added: z.literal(true).optional(),
  /** Already cooked when it came: told by voice. */
  quiet: z.literal(true).optional(),
  /** Places in the event's `lines`, from 0. */
  lines: z.array(z.int().min(0)),
})
export type SentTicket = z.infer<typeof SentTicket>

/** How a course stands after the round. */
export const SentCourse = z.object({
  course: Course,
  /** Absent: fired. */
  status: z.literal('held').optional(),
  /** Absent in a fired course: with this round. */
  firedAt: Instant.optional(),
})
export type SentCourse = z.infer<typeof SentCourse>

export const roundSent = event('round.sent', {
  orderId: OrderId,
  round: Round,
  areaId: AreaId.optional(),
  /** Those of its lines, each once. */
  categories: z.array(Category.pick({ id: true, name: true, kind: true })),
  /** Those of its lines, each once. Absent where the room has no money. */
  taxes: z.array(z.object({ id: TaxId, rate: BasisPoints, included: z.boolean() })).optional(),
  lines: z.array(SentLine),
  tickets: z.array(SentTicket),
  /** How the courses stand that the round touched. */
  courses: z.array(SentCourse),
  /** Dishes whose count it changed. Absent: none. */
  counts: z.array(ItemCount).min(1).optional(),
  /** Lines that ran out on the way: they go back to the draft, and count as refused demand. Absent: none. */
  returned: z
    .array(z.object({ position: z.int(), itemId: ItemId, quantity: Quantity, code: z.string() }))
    .min(1)
    .optional(),
})
export type RoundSent = z.infer<typeof roundSent>
