// Every way in which anything here says no: one registry for the domain, the socket, HTTP and the texts people read.
// `retry` tells a client what to do: never - show it to a person; retry - the same again later;
// resync - say hello again first; upgrade - the program is too old.

export type RetryClass = 'never' | 'retry' | 'resync' | 'upgrade'
type Entry = { readonly http: number; readonly retry: RetryClass; readonly close?: number }

const never = (http: number): Entry => ({ http, retry: 'never' })

export const errors = {
  // who may
  'not-signed-in': { http: 401, retry: 'never', close: 4401 },
  'not-permitted': never(403),
  'needs-approval': never(403),
  'approval-invalid': never(403),
  'access-revoked': { http: 403, retry: 'never', close: 4403 },
  // what is not there (any more)
  'order-not-found': never(404),
  'line-not-found': never(404),
  'ticket-not-found': never(404),
  'table-not-found': never(404),
  'item-not-found': never(404),
  'station-not-found': never(404),
  'person-not-found': never(404),
  'call-not-found': never(404),
  'ask-not-found': never(404),
  'payment-not-found': never(404),
  'adjustment-not-found': never(404),
  'allergy-not-found': never(404),
  'round-not-found': never(404),
  'shift-not-found': never(404),
  'publication-not-found': never(404),
  'printer-not-found': never(404),
  'modifier-not-found': never(404),
  'course-not-found': never(404),
  // what the moment forbids
  'order-closed': never(409),
  'order-open': never(409),
  'line-not-in-state': never(409),
  'ticket-not-open': never(409),
  'ticket-not-bumped': never(409),
  'recall-too-late': never(409),
  'nothing-to-recall': never(409),
  'allergy-not-acknowledged': never(409),
  'take-back-too-late': never(409),
  'line-started': never(409),
  'unmerge-too-late': never(409),
  'same-order': never(409),
  'table-occupied': never(409),
  'table-has-open-orders': never(409),
  'already-taken': never(409),
  'already-answered': never(409),
  'no-live-station': never(409),
  'sold-out': never(409),
  'count-too-low': never(409),
  'call-cooling-down': never(409),
  'call-already-open': never(409),
  'part-already-paid': never(409),
  'amount-changed': never(409),
  'amount-too-large': never(409),
  'tendered-too-little': never(409),
  'nothing-to-pay': never(409),
  'balance-open': never(409),
  'unready-lines': never(409),
  'day-closed': never(409),
  'day-has-blockers': never(409),
  'clock-doubted': never(409),
  'shift-open': never(409),
  'shift-closed': never(409),
  'open-tables': never(409),
  'unsent-orders': never(409),
  'switch-loop': never(409),
  'not-approved-publication': never(409),
  // what cannot be right
  'modifier-choice': never(422),
  'price-missing': never(422),
  'weight-missing': never(422),
  'price-not-open': never(422),
  'seat-unknown': never(422),
  'card-number': never(422),
  'course-wrong': never(422),
  'catalog-invalid': never(422),
  'nothing-asked': never(422),
  'command-invalid': never(422),
  // the edges
  'bad-request': never(400),
  'not-found': never(404),
  'foreign-origin': never(403),
  'unknown-host': never(421),
  'wrong-pin': never(401),
  'too-many-tries': { http: 429, retry: 'retry' },
  'too-many-requests': { http: 429, retry: 'retry', close: 4429 },
  'pairing-unknown': never(404),
  'pairing-expired': never(410),
  'frame-invalid': { http: 400, retry: 'never', close: 4400 },
  'frame-too-large': { http: 413, retry: 'never', close: 1009 },
  'wrong-room': { http: 403, retry: 'never', close: 4403 },
  'wrong-protocol': { http: 426, retry: 'upgrade', close: 4426 },
  'newer-hello': { http: 409, retry: 'never', close: 4409 },
  'too-slow': { http: 408, retry: 'resync', close: 4408 },
  'hello-expected': { http: 400, retry: 'resync', close: 4400 },
  forked: { http: 409, retry: 'resync' },
  gap: { http: 409, retry: 'resync' },
  draining: { http: 409, retry: 'upgrade' },
  'server-stopping': { http: 503, retry: 'retry', close: 1012 },
  'log-unavailable': { http: 503, retry: 'retry', close: 1013 },
  'server-busy': { http: 503, retry: 'retry', close: 1013 },
  internal: { http: 500, retry: 'retry', close: 1011 },
} as const satisfies Record<string, Entry>

export type ErrorCode = keyof typeof errors

export const isErrorCode = (code: string | undefined): code is ErrorCode =>
  code !== undefined && Object.hasOwn(errors, code)

/** A refusal is a value. `details` name what it is about, for the text and for the next step. */
export type DomainError = { readonly code: ErrorCode; readonly details?: Readonly<Record<string, unknown>> }

export const error = (code: ErrorCode, details?: Readonly<Record<string, unknown>>): DomainError =>
  details === undefined ? { code } : { code, details }
