// An order's life: opened, moved, joined, closed; and the allergies declared on it.
import { z } from 'zod'
import { Adjustment, Closing } from '../../model/bill.ts'
import { Seat } from '../../model/floor.ts'
import { AllergyId, AreaId, LineId, OrderId, StaffId, TableId, TicketId } from '../../model/ids.ts'
import { Instant } from '../../model/instant.ts'
import { Allergy, CourseState, Order, Quantity } from '../../model/order.ts'
import { Note, Reason } from '../../model/text.ts'
import { event } from './event.ts'
import { TicketOpening } from './firing.ts'
import { PieceWorth } from './worth.ts'

/** What is its own of a new order; opened-order.ts says how every new one begins. `service` is absent without money. */
export const OpenedOrder = z.object({
  ...Order.pick({
    id: true,
    number: true,
    type: true,
    tableId: true,
    areaId: true,
    name: true,
    waiterId: true,
    covers: true,
    promisedAt: true,
    service: true,
  }).shape,
  coversAssumed: z.literal(true).optional(),
})
export type OpenedOrder = z.infer<typeof OpenedOrder>

export const orderEvents = [
  /** At the event's time, on its business date. */
  event('order.opened', { order: OpenedOrder }),
  /** Somebody opened an order where one already was: it becomes another name of that one. */
  event('order.joined', { orderId: OrderId, alias: OrderId, by: StaffId }),
  event('order.covers-set', { orderId: OrderId, covers: z.int(), serviceCovers: z.int() }),
  event('order.noted', { orderId: OrderId, note: Note.nullable(), ticketIds: z.array(TicketId) }),
  event('order.promised', { orderId: OrderId, promisedAt: Instant.nullable() }),
  event('order.moved', {
    orderId: OrderId,
    tableId: TableId.nullable(),
    areaId: AreaId.nullable(),
    ticketIds: z.array(TicketId),
  }),
  event('order.merged', {
    orderId: OrderId,
    into: OrderId,
    at: Instant,
    lineIds: z.array(LineId),
    allergyIds: z.array(AllergyId),
    seatShift: z.int(),
    covers: z.int(),
    ticketIds: z.array(TicketId),
    /** Running tickets that were there before and now stand under an allergy that came. */
    warned: z.array(TicketId),
  }),
  /** The merged order stands again. Its lines come back by the lines.moved that follows. */
  event('order.unmerged', { orderId: OrderId, from: OrderId, by: StaffId }),
  event('lines.moved', {
    orderId: OrderId,
    to: OrderId,
    /** `pieceId`: only part of the line's quantity moves, as a new line. */
    moves: z.array(
      z.object({
        lineId: LineId,
        pieceId: LineId.optional(),
        quantity: Quantity,
        seat: Seat.nullable(),
        worth: PieceWorth.optional(),
      }),
    ),
    /** Allergies that follow their seats. */
    allergies: z.array(Allergy),
    opened: z.array(TicketOpening),
    /** Tickets whose every line goes: they go along as they are. */
    rehomed: z.array(TicketId),
    /** Tickets that lose some of their lines. */
    ticketIds: z.array(TicketId),
    /** Running tickets of the other order that now stand under an allergy that came. */
    warned: z.array(TicketId),
    origin: z.object({ tableId: TableId.optional() }),
    courses: z.array(CourseState),
    /** How the adjustments of both orders stand after it: shares follow their lines. */
    adjustments: z.object({ from: z.array(Adjustment), to: z.array(Adjustment) }).optional(),
  }),
  event('order.handed-over', { orderId: OrderId, to: StaffId, from: StaffId }),
  event('order.closed', {
    orderId: OrderId,
    at: Instant,
    served: z.array(LineId),
    by: StaffId,
    covers: z.int(),
    closing: Closing.optional(),
  }),
  event('order.reopened', {
    orderId: OrderId,
    by: StaffId,
    approvedBy: StaffId.optional(),
    reason: Reason,
    covers: z.int(),
    /** Tickets that were taken off the screens when its guests walked out: they are to be cooked again. */
    ticketIds: z.array(TicketId),
    walkedOut: z.boolean(),
    /** What its closing had fixed and is now open again. */
    closing: Closing.optional(),
  }),
  event('order.walked-out', {
    orderId: OrderId,
    at: Instant,
    by: StaffId,
    approvedBy: StaffId.optional(),
    covers: z.int(),
    closing: Closing.optional(),
  }),
  event('table.cleared', { tableId: TableId, by: StaffId }),
  event('allergy.declared', { orderId: OrderId, allergy: Allergy, ticketIds: z.array(TicketId) }),
  event('allergy.withdrawn', { orderId: OrderId, allergyId: AllergyId, ticketIds: z.array(TicketId) }),
] as const
