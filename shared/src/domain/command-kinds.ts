// What must be known about commands without their schemas.
import type { SystemCommand } from './commands.ts'

type SystemCommandType = SystemCommand['type']

const system: { readonly [Type in SystemCommandType]: true } = {
  'tickets.confirm': true,
  'ticket.alarm': true,
  'ticket.print': true,
  'ticket.print-backup': true,
  'ticket.mark-printed': true,
  'printer.report': true,
  'bill.report-print': true,
  'ticket.auto-start': true,
  'course.remind': true,
  'order.fire-promised': true,
  'void.assume': true,
  'pickup.escalate': true,
  'call.escalate': true,
  'day.roll': true,
  'clock.doubt': true,
}

/** What the server asks of itself, and no device may. */
export const systemCommandTypes = Object.keys(system) as readonly SystemCommandType[]
