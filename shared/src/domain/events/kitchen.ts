// Tickets on their stations, the pass, and what the kitchen says about dishes.
import { z } from 'zod'
import { PrinterProblem } from '../../model/floor.ts'
import { AskId, DeviceId, ItemId, LineId, OrderId, PrinterId, StaffId, StationId, TicketId } from '../../model/ids.ts'
import { Instant } from '../../model/instant.ts'
import { Course } from '../../model/menu.ts'
import { CourseState, LineStatus, Pickup } from '../../model/order.ts'
import { Ask, ItemCount } from '../../model/service.ts'
import { event } from './event.ts'

const LineStep = z.object({ lineId: LineId, status: LineStatus })

export const kitchenEvents = [
  event('ticket.started', { orderId: OrderId, ticketId: TicketId, lineIds: z.array(LineId), at: Instant }),
  event('ticket.line-done', {
    orderId: OrderId,
    ticketId: TicketId,
    lineId: LineId,
    done: z.boolean(),
    at: Instant,
    /** What became of lines by it: ready when every station of a line is done; started again when one takes it back. */
    steps: z.array(LineStep),
  }),
  event('ticket.bumped', {
    orderId: OrderId,
    ticketId: TicketId,
    at: Instant,
    by: StaffId.optional(),
    steps: z.array(LineStep),
    courses: z.array(CourseState),
    pickup: Pickup.optional(),
    /** For the station's speed: when it fired, its target, how many lines. Absent for tickets that were told or recorded only. */
    speed: z.object({ stationId: StationId, firedAt: Instant, targetSeconds: z.int(), lines: z.int() }).optional(),
    /** Cleared by expo before every station was done. */
    forced: z.boolean().optional(),
  }),
  event('ticket.recalled', {
    orderId: OrderId,
    ticketId: TicketId,
    at: Instant,
    steps: z.array(LineStep),
    courses: z.array(CourseState),
    lineIds: z.array(LineId),
  }),
  /** Expo calls the waiter: a whole course is ready (KDS-20). */
  event('course.called', { orderId: OrderId, course: Course, at: Instant, by: StaffId.optional(), pickup: Pickup }),
  event('tickets.rushed', { orderId: OrderId, ticketIds: z.array(TicketId), on: z.boolean(), by: StaffId }),
  event('ticket.allergy-acknowledged', {
    orderId: OrderId,
    ticketId: TicketId,
    version: z.int(),
    by: StaffId.optional(),
    /** Each station for its ticket, and expo for itself. */
    role: z.enum(['station', 'expo']),
  }),
  event('tickets.confirmed', {
    deviceId: DeviceId,
    at: Instant,
    tickets: z.array(z.object({ ticketId: TicketId, version: z.int() })),
  }),
  event('ticket.seen', { orderId: OrderId, ticketId: TicketId, at: Instant }),
  /** Nobody has had this version on a glass: people are told, naming the station. */
  event('ticket.unconfirmed', { orderId: OrderId, ticketId: TicketId, stationId: StationId, version: z.int() }),
  event('ticket.print-asked', {
    orderId: OrderId,
    ticketId: TicketId,
    stationId: StationId,
    printerId: PrinterId,
    version: z.int(),
    backup: z.boolean(),
  }),
  event('ticket.printed', {
    orderId: OrderId,
    ticketId: TicketId,
    printerId: PrinterId,
    version: z.int(),
    backup: z.boolean(),
    at: Instant,
  }),
  /** Without a problem: it prints again. */
  event('printer.reported', { printerId: PrinterId, problem: PrinterProblem.optional(), at: Instant }),
  event('ticket.claimed', { orderId: OrderId, ticketId: TicketId, from: StationId, to: StationId }),
  event('station.switched', {
    stationId: StationId,
    to: StationId.nullable(),
    ticketIds: z.array(TicketId),
    by: StaffId,
  }),
  event('peak.set', { on: z.boolean(), by: StaffId }),
  event('pickup.taken', { orderId: OrderId, course: Course, readyAt: Instant, by: StaffId, at: Instant }),
  event('pickup.escalated', { orderId: OrderId, course: Course, readyAt: Instant, reach: z.int() }),
  event('item.counted', {
    count: ItemCount,
    by: StaffId,
    unstarted: z.array(z.object({ orderId: OrderId, lineId: LineId })),
  }),
  event('ask.raised', { ask: Ask }),
  event('ask.answered', {
    askId: AskId,
    at: Instant,
    by: StaffId,
    accepted: z.boolean(),
    substitute: ItemId.optional(),
  }),
] as const
