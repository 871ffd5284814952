// The projector: a pure function of one event in its place to the rows that reports read. It knows no state and keeps
// none, so facts that followed the log and facts rebuilt from it are the same to the byte.
import type { Recorded } from '@comanda/shared/domain/events'
import { appliedRows, removedRows, serviceSetRows } from './facts/adjustments.ts'
import { closedRows, correctedRows, paidRows, refundedRows, reopenedRows, walkedOutRows } from './facts/money.ts'
import { placeOf } from './facts/place.ts'
import { answeredRows, changedRows, refusedRows, sentRows, takenBackRows, voidedRows } from './facts/sales.ts'
import {
  bumpedRows,
  calledRows,
  judgedRows,
  movedRows,
  openedRows,
  resolvedRows,
  sentBackRows,
  takenRows,
  voidVerdictRows,
} from './facts/service.ts'
import { factTables } from './facts/tables.ts'
import { projectorVersion } from './facts/version.ts'
import type { FactRow, Facts } from './facts-port.ts'

const none: readonly FactRow[] = []

function project(recorded: Recorded): readonly FactRow[] {
  const { event } = recorded
  const place = placeOf(recorded)
  switch (event.type) {
    case 'order.opened':
      return openedRows(place, event)
    case 'round.sent':
      return sentRows(place, event)
    case 'round.refused':
      return refusedRows(place, event)
    case 'round.answered':
      return answeredRows(place, event)
    case 'line.taken-back':
      return takenBackRows(place, event)
    case 'line.changed':
      return changedRows(place, event)
    case 'line.voided':
      return [...voidedRows(place, event), ...voidVerdictRows(place, event)]
    case 'void.judged':
      return judgedRows(place, event)
    case 'line.sent-back':
      return sentBackRows(place, event)
    case 'lines.moved':
      return movedRows(place, event)
    case 'adjustment.applied':
      return appliedRows(place, event)
    case 'adjustment.removed':
      return removedRows(place, event)
    case 'service.set':
      return serviceSetRows(place, event)
    case 'payment.recorded':
      return paidRows(place, event)
    case 'payment.corrected':
      return correctedRows(place, event)
    case 'payment.refunded':
      return refundedRows(place, event)
    case 'order.closed':
      return closedRows(place, event)
    case 'order.walked-out':
      return walkedOutRows(place, event)
    case 'order.reopened':
      return reopenedRows(place, event)
    case 'ticket.bumped':
      return bumpedRows(place, event)
    case 'call.raised':
      return calledRows(place, event)
    case 'call.taken':
      return takenRows(place, event)
    case 'call.resolved':
      return resolvedRows(place, event)
    default:
      return none
  }
}

let version: string | undefined

export const facts: Facts = {
  /** Read when the facts are first touched: no start waits for some dozen files. */
  get version() {
    version ??= projectorVersion()
    return version
  },
  tables: factTables,
  project,
}
