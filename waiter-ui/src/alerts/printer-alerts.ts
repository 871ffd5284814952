// Printers that cannot print, and bills that did not come out of one (KDS-21, BILL-4): a printer's trouble is everybody's, a
// bill's is told to who asked for it.
import { type PrinterTrouble, printersInTrouble } from '@comanda/shared/domain/printer-troubles'
import type { State } from '@comanda/shared/domain/state'
import type { OrderId, StaffId, StationId, TableId } from '@comanda/shared/model/ids'
import type { BillPrint, Order } from '@comanda/shared/model/order'
import type { Millis } from '@comanda/shared/ports/time'

export type PrinterAlert = PrinterTrouble & {
  readonly kind: 'printer'
  readonly key: string
  readonly takenBy?: undefined
  readonly tableId?: undefined
  readonly orderId?: undefined
}

export type BillPrintAlert = {
  readonly kind: 'bill-print'
  readonly key: string
  readonly since: Millis
  readonly takenBy?: undefined
  readonly tableId?: TableId
  readonly orderId: OrderId
  readonly order: Order
  readonly print: BillPrint
}

export const printerAlerts = (state: State): PrinterAlert[] =>
  printersInTrouble(state).map(
    (trouble): PrinterAlert => ({ kind: 'printer', key: `printer ${trouble.printerId} ${trouble.since}`, ...trouble }),
  )

/** Why a station that has only paper sees nothing. */
export const troublesOf = (state: State, stationIds: readonly StationId[]): PrinterTrouble[] =>
  printersInTrouble(state).filter(({ printerId }) =>
    stationIds.some((id) => {
      const station = state.catalog.stations[id]
      return station?.output === 'printer' && station.printerId === printerId
    }),
  )

export function billNotPrinted(me: StaffId, order: Order): BillPrintAlert[] {
  const { billPrint: print, tableId } = order
  if (print?.by !== me || order.status !== 'open') return []
  if (print.fate !== 'trouble' && print.fate !== 'waited') return []
  const at = tableId === undefined ? {} : { tableId }
  const key = `bill-print ${order.id} ${print.number} ${print.fate}`
  return [{ kind: 'bill-print', key, since: print.at, orderId: order.id, ...at, order, print }]
}
