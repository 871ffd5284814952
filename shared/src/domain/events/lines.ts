// What was sent, and what became of each line until it was served or taken off.
import { z } from 'zod'
import { Adjustment } from '../../model/bill.ts'
import { Seat } from '../../model/floor.ts'
import { ItemId, LineId, OrderId, RoundId, StaffId, TicketId } from '../../model/ids.ts'
import { Instant } from '../../model/instant.ts'
import { Course } from '../../model/menu.ts'
import { Money } from '../../model/money.ts'
import { CourseState, Line, LineModifier, LineVoid, Quantity, Verdict } from '../../model/order.ts'
import { ItemCount, RefusedRound } from '../../model/service.ts'
import { Note, Reason } from '../../model/text.ts'
import { LineBefore } from '../../model/ticket.ts'
import { event } from './event.ts'
import { Firing } from './firing.ts'
import { roundSent } from './round.ts'
import { Adjusted, BillChange, PieceWorth } from './worth.ts'

export const lineEvents = [
  roundSent,
  event('round.refused', { refused: RefusedRound, itemIds: z.array(ItemId) }),
  event('round.dismissed', { roundId: RoundId, by: StaffId }),
  /** A round that waited too long on a tablet: its waiter said fire, or drop. */
  event('round.answered', {
    orderId: OrderId,
    roundId: RoundId,
    fire: z.boolean(),
    firing: Firing,
    dropped: z.array(LineId),
    /** What the dropped lines had come to. */
    amounts: z.array(z.object({ lineId: LineId, quantity: Quantity, ...PieceWorth.shape })).optional(),
    adjusted: Adjusted.optional(),
    counts: z.array(ItemCount),
    billChange: BillChange.optional(),
  }),
  event('lines.fired', { orderId: OrderId, cause: z.enum(['course', 'promise', 'addition']), firing: Firing }),
  event('lines.held', {
    orderId: OrderId,
    lineIds: z.array(LineId),
    courses: z.array(CourseState),
    ticketIds: z.array(TicketId),
  }),
  event('lines.recoursed', {
    orderId: OrderId,
    lineIds: z.array(LineId),
    course: Course,
    /** Tickets that lose them. */
    ticketIds: z.array(TicketId),
    held: z.array(LineId),
    firing: Firing,
    courses: z.array(CourseState),
  }),
  event('line.taken-back', {
    orderId: OrderId,
    lineId: LineId,
    by: StaffId,
    quantity: Quantity,
    ticketIds: z.array(TicketId),
    counts: z.array(ItemCount),
    amount: Money.optional(),
    adjusted: Adjusted.optional(),
    billChange: BillChange.optional(),
  }),
  event('line.changed', {
    orderId: OrderId,
    lineId: LineId,
    by: StaffId,
    before: LineBefore,
    quantity: Quantity,
    modifiers: z.array(LineModifier),
    note: Note.nullable(),
    seat: Seat.nullable(),
    unitPrice: Money.optional(),
    prepSeconds: z.int(),
    ticketIds: z.array(TicketId),
    counts: z.array(ItemCount),
    /** What it comes to now, less what it came to before. */
    amount: Money.optional(),
    adjusted: Adjusted.optional(),
    billChange: BillChange.optional(),
    /** The dish that took its place when an ask was answered (KDS-17). */
    substitute: Line.optional(),
  }),
  event('line.voided', {
    orderId: OrderId,
    lineId: LineId,
    /** Part of the quantity: the voided part becomes this line, the rest stays. */
    piece: z.object({ lineId: LineId, quantity: Quantity }).optional(),
    void: LineVoid,
    /** How many of it: of the piece, or of the whole line. */
    quantity: Quantity,
    ticketIds: z.array(TicketId),
    counts: z.array(ItemCount),
    afterBill: z.boolean(),
    amount: Money.optional(),
    cost: Money.optional(),
    adjusted: Adjusted.optional(),
  }),
  event('void.judged', {
    orderId: OrderId,
    lineId: LineId,
    at: Instant,
    verdict: Verdict,
    assumed: z.boolean(),
    by: StaffId.optional(),
    counts: z.array(ItemCount),
    cost: Money.optional(),
  }),
  event('line.sent-back', {
    orderId: OrderId,
    lineId: LineId,
    piece: z.object({ lineId: LineId, quantity: Quantity, worth: PieceWorth.optional() }).optional(),
    /** How they stand after the piece took its shares along. */
    adjustments: z.array(Adjustment).optional(),
    at: Instant,
    by: StaffId,
    reason: Reason,
    remake: Line,
    firing: Firing,
    counts: z.array(ItemCount),
    cost: Money.optional(),
  }),
  event('lines.served', {
    orderId: OrderId,
    lineIds: z.array(LineId),
    at: Instant,
    by: StaffId.optional(),
    courses: z.array(CourseState),
  }),
  event('line.shared', { orderId: OrderId, lineId: LineId, seats: z.array(Seat) }),
  event('course.reminded', { orderId: OrderId, course: Course, at: Instant }),
] as const
