// Send, and what may still be asked of a line that was sent.
import { z } from 'zod'
import { Seat } from '../../model/floor.ts'
import { LineId, OrderId, RoundId } from '../../model/ids.ts'
import { Instant } from '../../model/instant.ts'
import { Allergen, Course } from '../../model/menu.ts'
import { Quantity, Verdict } from '../../model/order.ts'
import { Note, Reason } from '../../model/text.ts'
import { command } from './command.ts'
import { ChosenModifier, DraftLine, largestRound, OrderTarget } from './draft.ts'

const line = { orderId: OrderId, lineId: LineId }
const lines = { orderId: OrderId, lineIds: z.array(LineId).min(1).max(largestRound) }

export const lineCommands = [
  command('round.send', {
    order: OrderTarget,
    lines: z.array(DraftLine).min(1).max(largestRound),
    /** Allergies declared together with the round, so that no ticket is ever without them. */
    allergies: z
      .array(z.strictObject({ seat: Seat.optional(), allergens: z.array(Allergen).max(14), text: Note.optional() }))
      .max(30)
      .optional(),
    note: Note.optional(),
    /** The kitchen was told by voice while this waited. */
    alreadyTold: z.boolean().optional(),
    recordOnly: z.boolean().optional(),
    /** When it began to wait on the tablet. */
    queuedSince: Instant.optional(),
  }),
  command('round.answer', { orderId: OrderId, roundId: RoundId, fire: z.boolean() }),
  command('round.dismiss', { roundId: RoundId }),
  command('line.take-back', line),
  command('line.change', {
    ...line,
    quantity: Quantity.optional(),
    modifiers: z.array(ChosenModifier).max(40).optional(),
    note: Note.nullable().optional(),
    seat: Seat.nullable().optional(),
  }),
  command('line.void', { ...line, quantity: Quantity.optional(), reason: Reason }),
  command('void.judge', { ...line, verdict: Verdict }),
  command('line.send-back', { ...line, quantity: Quantity.optional(), reason: Reason }),
  command('line.share', { ...line, seats: z.array(Seat).max(60) }),
  command('lines.recourse', { ...lines, course: Course }),
  command('lines.serve', lines),
  command('course.fire', { orderId: OrderId, course: Course }),
  command('course.hold', { orderId: OrderId, course: Course }),
  command('order.rush', { orderId: OrderId, course: Course.optional(), on: z.boolean() }),
] as const
