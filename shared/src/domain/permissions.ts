// Who may do what (ADM-3): one table of role x action. A person with several roles has the widest grant of them; the owner
// of the restaurant may change any cell but the owner's own. What needs an approval (ADM-6) needs one person whose own
// roles allow it.
import type { StaffId } from '../model/ids.ts'
import type { Grant, Settings } from '../model/settings.ts'
import type { Role } from '../model/staff.ts'
import type { CommandType } from './commands.ts'
import { type Asker, type Context, ok, type Result, refuse } from './decision.ts'
import { type DomainError, error } from './errors.ts'
import type { State } from './state.ts'

/**
 * Actions that are more than their command says: a void after the cook began, a change after the bill was printed,
 * somebody else's check-out, what gives or takes an owner's powers.
 */
export type SpecialAction =
  | 'line.void-started'
  | 'bill.change-after-print'
  | 'staff.check-out-other'
  | 'access.make-owner'
export type Action = CommandType | SpecialAction

const columns = ['waiter', 'cook', 'expediter', 'cashier', 'manager', 'owner'] as const satisfies readonly Role[]
const marks: Readonly<Record<string, Grant>> = { Y: 'allowed', p: 'approval', '-': 'denied' }

// Columns: waiter, cook, expediter, cashier, manager, owner. Y may, p may with an approval, - may not.
const table = {
  'order.open': 'Y--YYY',
  'order.set-covers': 'Y--YYY',
  'order.note': 'Y--YYY',
  'order.promise': 'Y-YYYY',
  'order.move': 'Y--YYY',
  'order.merge': 'Y--YYY',
  'order.unmerge': 'Y--YYY',
  'order.split': 'Y--YYY',
  'order.hand-over': 'Y--YYY',
  'order.close': 'Y--YYY',
  'order.reopen': 'p--pYY',
  'order.walk-out': 'p--pYY',
  'lines.move': 'Y--YYY',
  'table.clear': 'Y--YYY',
  'allergy.declare': 'Y--YYY',
  'allergy.withdraw': 'Y--YYY',
  'round.send': 'Y--YYY',
  'round.answer': 'Y--YYY',
  'round.dismiss': 'Y--YYY',
  'line.take-back': 'Y--YYY',
  'line.change': 'Y--YYY',
  'line.void': 'Y--YYY',
  'line.void-started': 'p--pYY',
  'void.judge': '-YY-YY',
  'line.send-back': 'Y-YYYY',
  'line.share': 'Y--YYY',
  'lines.recourse': 'Y--YYY',
  'lines.serve': 'Y-YYYY',
  'course.fire': 'Y-YYYY',
  'course.hold': 'Y-YYYY',
  'order.rush': 'Y-YYYY',
  'ticket.start': '-YY-YY',
  'ticket.line-done': '-YY-YY',
  'ticket.bump': '-YY-YY',
  'course.force-ready': '--Y-YY',
  'course.call': '--Y-YY',
  'ticket.recall': '-YY-YY',
  'ticket.rush': 'YYYYYY',
  'ticket.acknowledge-allergy': '-YY-YY',
  'ticket.see': '-YY-YY',
  'ticket.claim': '-YY-YY',
  'station.switch': '-YY-YY',
  'peak.set': '-YY-YY',
  'pickup.take': 'Y-YYYY',
  'item.sold-out': 'YYYYYY',
  'item.count': '-YYYYY',
  'ask.raise': '-YY-YY',
  'ask.answer': 'Y--YYY',
  'call.raise': 'Y--YYY',
  'call.take': 'Y-YYYY',
  'call.resolve': 'Y-YYYY',
  'call.cancel': 'Y--YYY',
  'discount.apply': 'p--pYY',
  'comp.apply': 'p--pYY',
  'adjustment.remove': 'p--YYY',
  'bill.change-after-print': 'p--pYY',
  'service.add': 'p--YYY',
  'service.remove': 'p--pYY',
  'bill.ask': 'Y--YYY',
  'bill.take': 'Y--YYY',
  'bill.print': 'Y--YYY',
  'payment.record': 'Y--YYY',
  'payment.correct': 'p--YYY',
  'payment.refund': 'p--pYY',
  'cash.open': '---YYY',
  'cash.move': '---YYY',
  'cash.close': '---YYY',
  'staff.check-out': 'Y--YYY',
  'staff.check-out-other': '---YYY',
  'day.close': '----YY',
  'clock.confirm': '----YY',
  'catalog.publish': '----YY',
  'catalog.take-back': '----YY',
  'section.assign': '---YYY',
  'device.register': '----YY',
  'access.revoke': '----YY',
  'access.restore': '----YY',
  'access.make-owner': '-----Y',
  // the server's own
  'tickets.confirm': '------',
  'ticket.alarm': '------',
  'ticket.print': '------',
  'ticket.print-backup': '------',
  'ticket.mark-printed': '------',
  'printer.report': '------',
  'bill.report-print': '------',
  'ticket.auto-start': '------',
  'course.remind': '------',
  'order.fire-promised': '------',
  'void.assume': '------',
  'pickup.escalate': '------',
  'call.escalate': '------',
  'day.roll': '------',
  'clock.doubt': '------',
} as const satisfies Record<Action, string>

export const actions = Object.keys(table) as readonly Action[]

/** What a guest's phone may do, for its own table. */
const guestActions: readonly Action[] = ['call.raise', 'call.cancel']

/** What the server does by itself besides its timers: it sets up a new restaurant and cuts devices off. */
const serverActions: readonly Action[] = ['catalog.publish', 'device.register', 'access.revoke', 'access.make-owner']

const isServersOwn = (action: Action): boolean => table[action] === '------'

/** The table as it came, before the owner changed anything. */
export const defaultGrant = (role: Role, action: Action): Grant =>
  marks[table[action].charAt(columns.indexOf(role))] ?? 'denied'

/** One cell of the table, the owner's changes included. */
export function grantOf(settings: Settings, role: Role, action: Action): Grant {
  if (role === 'owner' || isServersOwn(action)) return defaultGrant(role, action)
  return settings.grants[role]?.[action] ?? defaultGrant(role, action)
}

const width: Readonly<Record<Grant, number>> = { denied: 0, approval: 1, allowed: 2 }

function widest(settings: Settings, roles: readonly Role[], action: Action): Grant {
  let best: Grant = 'denied'
  for (const role of roles) {
    const grant = grantOf(settings, role, action)
    if (width[grant] > width[best]) best = grant
  }
  return best
}

export function permit(settings: Settings, asker: Asker, action: Action): Grant {
  if (asker.kind === 'staff') return widest(settings, asker.roles, action)
  const allowed =
    asker.kind === 'system' ? isServersOwn(action) || serverActions.includes(action) : guestActions.includes(action)
  return allowed ? 'allowed' : 'denied'
}

/** Whether a person, device or session was cut off: it then acts on nothing (P-15). */
export function isRevoked(state: State, asker: Asker): boolean {
  if (asker.kind !== 'staff') return false
  const { devices, staff, sessions } = state.revoked
  if (devices.includes(asker.deviceId) || staff.includes(asker.staffId)) return true
  if (asker.sid !== undefined && sessions.includes(asker.sid)) return true
  return state.catalog.people[asker.staffId]?.active !== true
}

/** Whether this person could do the action alone, and so may say yes to somebody else's. */
export function mayApprove(state: State, staffId: StaffId, action: Action): boolean {
  const person = state.catalog.people[staffId]
  if (person === undefined || !person.active || state.revoked.staff.includes(staffId)) return false
  return widest(state.catalog.settings, person.roles, action) === 'allowed'
}

export type Permission = {
  /** Who said yes, when the asker's own role was not enough. */
  approvedBy?: StaffId
}

/** Asked once for every command, and again for what turns out to be more than its command says. */
export function authorise(state: State, action: Action, context: Context): Result<Permission, DomainError> {
  if (isRevoked(state, context.asker)) return refuse(error('access-revoked'))
  const grant = permit(state.catalog.settings, context.asker, action)
  if (grant === 'allowed') return ok({})
  if (grant === 'denied') return refuse(error('not-permitted', { action }))
  const { approvedBy } = context
  if (approvedBy === undefined) return refuse(error('needs-approval', { action }))
  return mayApprove(state, approvedBy, action) ? ok({ approvedBy }) : refuse(error('approval-invalid', { action }))
}
