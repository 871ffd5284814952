// What a person reads when something was refused: what happened, what was kept, what to do. Every code has all three in
// every language, or this does not compile. No schemas here: devices use it as it is.

import type { ErrorCode } from '../domain/errors.ts'

/** What became of the work. */
export type Kept = 'unchanged' | 'draft' | 'queued' | 'saved' | 'nothing-sent'

/** What a person does next. */
export type Next =
  | 'none'
  | 'look'
  | 'correct'
  | 'sign-in'
  | 'ask-manager'
  | 'wait'
  | 'again'
  | 'update'
  | 'reload'
  | 'pair'
  | 'technician'

export type ErrorTexts = {
  readonly what: Readonly<Record<ErrorCode, string>>
  readonly kept: Readonly<Record<Kept, string>>
  readonly next: Readonly<Record<Next, string>>
}

type Aftermath = readonly [kept: Kept, next: Next]

const gone: Aftermath = ['unchanged', 'look']
const moment: Aftermath = ['unchanged', 'look']
const wrong: Aftermath = ['draft', 'correct']

export const aftermath: Readonly<Record<ErrorCode, Aftermath>> = {
  'not-signed-in': ['draft', 'sign-in'],
  'not-permitted': ['unchanged', 'ask-manager'],
  'needs-approval': ['draft', 'ask-manager'],
  'approval-invalid': ['draft', 'ask-manager'],
  'access-revoked': ['nothing-sent', 'ask-manager'],
  'order-not-found': gone,
  'line-not-found': gone,
  'ticket-not-found': gone,
  'table-not-found': gone,
  'item-not-found': ['draft', 'correct'],
  'station-not-found': gone,
  'person-not-found': gone,
  'call-not-found': gone,
  'ask-not-found': gone,
  'payment-not-found': gone,
  'adjustment-not-found': gone,
  'allergy-not-found': gone,
  'round-not-found': gone,
  'shift-not-found': gone,
  'publication-not-found': gone,
  'printer-not-found': gone,
  'modifier-not-found': ['draft', 'correct'],
  'course-not-found': gone,
  'order-closed': ['draft', 'look'],
  'order-open': moment,
  'line-not-in-state': moment,
  'ticket-not-open': moment,
  'ticket-not-bumped': moment,
  'recall-too-late': moment,
  'nothing-to-recall': moment,
  'allergy-not-acknowledged': ['unchanged', 'correct'],
  'take-back-too-late': moment,
  'line-started': moment,
  'unmerge-too-late': moment,
  'same-order': moment,
  'table-occupied': moment,
  'table-has-open-orders': moment,
  'already-taken': ['unchanged', 'none'],
  'already-answered': ['unchanged', 'none'],
  'no-live-station': ['draft', 'ask-manager'],
  'sold-out': ['draft', 'correct'],
  'count-too-low': ['draft', 'correct'],
  'call-cooling-down': ['unchanged', 'wait'],
  'call-already-open': ['saved', 'wait'],
  'part-already-paid': moment,
  'amount-changed': ['unchanged', 'again'],
  'amount-too-large': wrong,
  'tendered-too-little': wrong,
  'nothing-to-pay': ['unchanged', 'none'],
  'balance-open': moment,
  'unready-lines': moment,
  'day-closed': moment,
  'day-has-blockers': moment,
  'clock-doubted': ['unchanged', 'ask-manager'],
  'shift-open': moment,
  'shift-closed': moment,
  'open-tables': moment,
  'unsent-orders': ['unchanged', 'wait'],
  'switch-loop': wrong,
  'not-approved-publication': ['unchanged', 'ask-manager'],
  'modifier-choice': wrong,
  'price-missing': wrong,
  'weight-missing': wrong,
  'price-not-open': wrong,
  'seat-unknown': wrong,
  'card-number': wrong,
  'course-wrong': wrong,
  'catalog-invalid': wrong,
  'nothing-asked': wrong,
  'command-invalid': ['unchanged', 'technician'],
  'bad-request': ['unchanged', 'correct'],
  'not-found': ['unchanged', 'none'],
  'foreign-origin': ['unchanged', 'technician'],
  'unknown-host': ['unchanged', 'technician'],
  'wrong-pin': ['unchanged', 'again'],
  'too-many-tries': ['unchanged', 'wait'],
  'too-many-requests': ['queued', 'wait'],
  'pairing-unknown': ['unchanged', 'pair'],
  'pairing-expired': ['unchanged', 'pair'],
  'frame-invalid': ['queued', 'technician'],
  'frame-too-large': ['draft', 'correct'],
  'wrong-room': ['unchanged', 'ask-manager'],
  'wrong-protocol': ['queued', 'update'],
  'newer-hello': ['queued', 'reload'],
  'too-slow': ['queued', 'wait'],
  'hello-expected': ['queued', 'reload'],
  forked: ['queued', 'wait'],
  gap: ['queued', 'wait'],
  draining: ['queued', 'update'],
  'server-stopping': ['queued', 'wait'],
  'log-unavailable': ['queued', 'wait'],
  'server-busy': ['queued', 'wait'],
  internal: ['queued', 'technician'],
}
