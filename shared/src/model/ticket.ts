// A ticket is one firing of one course of one order, as one station sees it. Its id is never computed again:
// whatever moves or merges later, the cook keeps the same piece of paper.
import { z } from 'zod'
import { DeviceId, LineId, OrderId, StationId, TicketId } from './ids.ts'
import { Instant } from './instant.ts'
import { Course } from './menu.ts'
import { LineModifier, Quantity } from './order.ts'
import { Note } from './text.ts'

/** What a line was before it changed on the ticket, shown as old -> new. For cooks: never with prices. */
export const LineBefore = z.object({
  at: Instant,
  quantity: Quantity.optional(),
  modifiers: z.array(LineModifier).optional(),
  note: Note.nullable().optional(),
  /** A substitute took the dish's place. */
  kitchenName: z.string().optional(),
})
export type LineBefore = z.infer<typeof LineBefore>

export const TicketEntry = z.object({
  lineId: LineId,
  /** Came after the ticket fired: stands under an ADD-ON rule. */
  addedAt: Instant.optional(),
  done: z.boolean(),
  before: LineBefore.optional(),
})
export type TicketEntry = z.infer<typeof TicketEntry>

export const Ticket = z.object({
  id: TicketId,
  orderId: OrderId,
  course: Course,
  stationId: StationId,
  /** The station it fired at, when a switch or a claim moved it. */
  firedFor: StationId.optional(),
  firedAt: Instant,
  status: z.enum(['open', 'bumped', 'withdrawn']),
  bumpedAt: Instant.optional(),
  rush: z.boolean(),
  remake: z.boolean(),
  entries: z.array(TicketEntry),
  /** The seq of the last change that a cook must see (KDS-13). */
  version: z.int(),
  changedAt: Instant,
  /** The highest version that a screen of the station has had on its glass, or that was printed. */
  confirmed: z.int(),
  confirmedAt: Instant.optional(),
  /** The version people were alarmed about, so that each is told once. */
  alarmed: z.int(),
  backupPrinted: z.int(),
  /** The version last sent to the station's own printer (KDS-21). */
  printAsked: z.int(),
  /** The highest version that a printer has said is on paper. */
  printed: z.int(),
  /** The version in which each present allergy was acknowledged; 0: not yet. */
  allergyAcknowledged: z.int(),
  expoAcknowledged: z.int(),
  /** The last version that concerns an allergy: above allergyAcknowledged, done is refused until a cook has seen it. */
  allergyVersion: z.int(),
  startedAt: Instant.optional(),
  /** First touch by a cook. */
  seenAt: Instant.optional(),
  confirmedBy: DeviceId.optional(),
})
export type Ticket = z.infer<typeof Ticket>
