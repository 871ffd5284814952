// Bills as work for a printer (BILL-4). A guest waits for a bill and then no longer: one that could not print for two
// minutes is not sprung on anybody, its waiter is asked.

import { billOf } from '@comanda/shared/domain/bill'
import type { EventOf } from '@comanda/shared/domain/events'
import type { State } from '@comanda/shared/domain/state'
import { createFormats } from '@comanda/shared/i18n/formats'
import type { OrderId, PrinterId } from '@comanda/shared/model/ids'
import type { Millis } from '@comanda/shared/ports/time'
import { billSlip } from './bill-slip.ts'
import { encodeSlip } from './esc-pos.ts'
import type { Asked, BillWork, Compose, Report } from './print-work.ts'

const askAgainAfter: Millis = 2 * 60_000

const workFor = (printerId: PrinterId, orderId: OrderId, number: number, again: boolean): Asked => ({
  printerId,
  work: { kind: 'bill', key: `bill ${orderId} ${number}`, orderId, number, again },
})

export const billAskedIn = ({ printerId, orderId, number }: EventOf<'bill.printed'>): Asked | undefined =>
  printerId === undefined ? undefined : workFor(printerId, orderId, number, false)

export function billsLeft(state: State): Asked[] {
  return [...state.orders.values()].flatMap(({ id, billPrint }) =>
    billPrint?.fate === 'asked' || billPrint?.fate === 'trouble'
      ? [workFor(billPrint.printerId, id, billPrint.number, true)]
      : [],
  )
}

export const composeBill: Compose<BillWork> = (state, { orderId, number, again }, printerId, now) => {
  const order = state.orders.get(orderId)
  const print = order?.billPrint
  // Sent to another printer meanwhile, or gone with its order.
  if (order === undefined || print?.number !== number || print.printerId !== printerId) return { kind: 'unwanted' }
  const told = (
    report: Omit<Extract<Report, { type: 'bill.report-print' }>['args'], 'orderId' | 'number'>,
  ): Report => ({
    type: 'bill.report-print',
    args: { orderId, number, ...report },
  })
  if (now - print.at > askAgainAfter) return { kind: 'unwanted', report: told({ fate: 'waited' }) }
  const { settings } = state.catalog
  const slip = billSlip({
    ...{ order, settings, number, again },
    taxes: state.catalog.taxes,
    bill: billOf(order, state.catalog),
    table: order.tableId && state.catalog.tables[order.tableId]?.name,
    waiter: state.catalog.people[order.waiterId]?.name,
    part: print.part,
    formats: createFormats(settings, settings.language),
    printedAt: now,
  })
  return {
    kind: 'slip',
    slip: {
      bytes: encodeSlip(slip),
      insists: false,
      report: (outcome) =>
        told(outcome.kind === 'trouble' ? { fate: 'trouble', problem: outcome.problem } : { fate: outcome.kind }),
    },
  }
}
