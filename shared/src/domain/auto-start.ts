// When a line starts by itself (KDS-18): so long after it fired and the ticket, as it is now, was on a glass or on paper.
import type { LineId } from '../model/ids.ts'
import type { Order } from '../model/order.ts'
import type { Ticket } from '../model/ticket.ts'
import { lineOf } from './find.ts'
import type { State } from './state.ts'

type Startable = { readonly lineId: LineId; readonly at: number }

const none: readonly Startable[] = []

export const startableLines = (state: State, order: Order, ticket: Ticket): readonly Startable[] => {
  const { confirmedAt } = ticket
  if (ticket.status !== 'open' || confirmedAt === undefined || ticket.confirmed < ticket.version) return none
  const { startAfterConfirmed, startAfterConfirmedBar } = state.catalog.settings.thresholds
  const isBar = state.catalog.stations[ticket.stationId]?.kind === 'bar'
  const wait = (isBar ? startAfterConfirmedBar : startAfterConfirmed) * 1000
  const startable: Startable[] = []
  for (const { lineId } of ticket.entries) {
    const line = lineOf(order, lineId)
    if (line?.status === 'fired')
      startable.push({ lineId, at: Math.max(line.firedAt ?? confirmedAt, confirmedAt) + wait })
  }
  return startable
}
