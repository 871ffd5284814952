// What the server asks of itself: due timers and receipts. Never accepted from a device.
import { z } from 'zod'
import { PrinterProblem } from '../../model/floor.ts'
import { CallId, DeviceId, LineId, OrderId, PrinterId, TicketId } from '../../model/ids.ts'
import { Instant } from '../../model/instant.ts'
import { Course } from '../../model/menu.ts'
import { command } from './command.ts'

export const systemCommands = [
  command('tickets.confirm', {
    deviceId: DeviceId,
    tickets: z
      .array(z.strictObject({ ticketId: TicketId, version: z.int() }))
      .min(1)
      .max(2000),
  }),
  command('ticket.alarm', { ticketId: TicketId, version: z.int() }),
  command('ticket.print', { ticketId: TicketId, version: z.int() }),
  command('ticket.print-backup', { ticketId: TicketId, version: z.int() }),
  command('ticket.mark-printed', { ticketId: TicketId, printerId: PrinterId, version: z.int(), backup: z.boolean() }),
  /** A printer's trouble, or without a problem its end. */
  command('printer.report', { printerId: PrinterId, problem: PrinterProblem.optional() }),
  command('bill.report-print', {
    orderId: OrderId,
    number: z.int(),
    fate: z.enum(['printed', 'unconfirmed', 'trouble', 'waited']),
    problem: PrinterProblem.optional(),
  }),
  command('ticket.auto-start', { ticketId: TicketId }),
  command('course.remind', { orderId: OrderId, course: Course }),
  command('order.fire-promised', { orderId: OrderId }),
  command('void.assume', { orderId: OrderId, lineId: LineId }),
  command('pickup.escalate', { orderId: OrderId, course: Course, readyAt: Instant, reach: z.int() }),
  command('call.escalate', { callId: CallId, reach: z.int() }),
  command('day.roll', {}),
  command('clock.doubt', { before: Instant, now: Instant }),
] as const
