// What a firing does to the kitchen: new tickets, additions to open ones, and where each line stands after it.
import { z } from 'zod'
import { LineId, StationId, TicketId } from '../../model/ids.ts'
import { Instant } from '../../model/instant.ts'
import { Course } from '../../model/menu.ts'
import { CourseState, LineStatus } from '../../model/order.ts'

/** A new ticket. Its entries are the lines named. */
export const TicketOpening = z.object({
  ticketId: TicketId,
  course: Course,
  stationId: StationId,
  firedFor: StationId.optional(),
  firedAt: Instant,
  rush: z.boolean(),
  remake: z.boolean(),
  lineIds: z.array(LineId),
  /** Cut from this ticket by a move: keeps its done marks, makes no new-ticket sound. */
  cutFrom: TicketId.optional(),
  /** Already cooked when it came: told by voice, or recorded only. */
  quiet: z.boolean().optional(),
})
export type TicketOpening = z.infer<typeof TicketOpening>

/** What a firing does to the kitchen: new tickets, additions to open ones, and each line's tickets. */
export const Firing = z.object({
  at: Instant,
  lines: z.array(z.object({ lineId: LineId, status: LineStatus, ticketIds: z.array(TicketId) })),
  opened: z.array(TicketOpening),
  addedTo: z.array(z.object({ ticketId: TicketId, lineIds: z.array(LineId) })),
  courses: z.array(CourseState),
})
export type Firing = z.infer<typeof Firing>
