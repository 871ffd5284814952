// Tickets on their stations, the pass, and what the kitchen says about dishes.
import { z } from 'zod'
import { AskId, ItemId, LineId, OrderId, StationId, TicketId } from '../../model/ids.ts'
import { Instant } from '../../model/instant.ts'
import { Course } from '../../model/menu.ts'
import { Note } from '../../model/text.ts'
import { command } from './command.ts'

export const kitchenCommands = [
  command('ticket.start', { ticketId: TicketId }),
  command('ticket.line-done', { ticketId: TicketId, lineId: LineId, done: z.boolean() }),
  command('ticket.bump', { ticketId: TicketId }),
  /** Expo hands a course out before every station is done: second press. */
  command('course.force-ready', { orderId: OrderId, course: Course }),
  /** Expo calls the waiter for a course that is ready (KDS-20). */
  command('course.call', { orderId: OrderId, course: Course }),
  command('ticket.recall', { ticketId: TicketId }),
  command('ticket.rush', { ticketId: TicketId, on: z.boolean() }),
  command('ticket.acknowledge-allergy', { ticketId: TicketId, role: z.enum(['station', 'expo']).optional() }),
  command('ticket.see', { ticketId: TicketId }),
  command('ticket.claim', { ticketId: TicketId, stationId: StationId }),
  command('station.switch', { stationId: StationId, to: StationId.nullable() }),
  command('peak.set', { on: z.boolean() }),
  command('pickup.take', { orderId: OrderId, course: Course, readyAt: Instant }),
  command('item.sold-out', { itemId: ItemId, soldOut: z.boolean(), pinned: z.boolean().optional() }),
  command('item.count', { itemId: ItemId, left: z.int().min(0).max(9999).nullable(), pinned: z.boolean().optional() }),
  command('ask.raise', { orderId: OrderId, lineId: LineId, message: Note, substitutes: z.array(ItemId).max(8) }),
  command('ask.answer', { askId: AskId, accept: z.boolean(), substitute: ItemId.optional() }),
] as const
