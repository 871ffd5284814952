// What an alert says: for whom, what, and what else is to be known.
import type { State } from '@comanda/shared/domain/state'
import type { PrinterId } from '@comanda/shared/model/ids'
import type { LocalText } from '@comanda/shared/model/text'
import { printerName } from '../bill/print-view.ts'
import { owes } from '../ordering/owes.ts'
import { orderName } from '../ordering/party-name.ts'
import type { Texts } from '../texts/texts.ts'
import type { Alert } from './alert-list.ts'
import { askKindOf } from './ask-kind.ts'

type Words = { readonly title: string; readonly details: readonly string[] }

export type Speaking = { readonly texts: Texts; readonly state: State; pick(text: LocalText): string }

/** Whose: a table's name, a tab's, or a daily number. */
export function leadOf(alert: Alert, state: State): string {
  const table = alert.tableId === undefined ? undefined : state.catalog.tables[alert.tableId]
  if (table !== undefined) return table.name
  const order = alert.orderId === undefined ? undefined : state.orders.get(alert.orderId)
  return order === undefined ? '' : (order.name ?? `#${order.number}`)
}

/** The same where no column says that it is a table: no number is to be read for a count. */
export function spokenLeadOf(alert: Alert, state: State, texts: Texts): string {
  const lead = leadOf(alert, state)
  const isTable = alert.tableId !== undefined && state.catalog.tables[alert.tableId] !== undefined
  return isTable ? texts.home.table(lead) : lead
}

export function alertWords(alert: Alert, { texts, state, pick }: Speaking): Words {
  const { alerts, order } = texts
  const printer = (id: PrinterId) => printerName(state.catalog.printers, id)
  switch (alert.kind) {
    case 'ready': {
      const owed = owes(state.orders.get(alert.orderId), texts)
      return {
        title: order.course(alert.course),
        details: [
          ...alert.lines.map(({ quantity, name }) => `${quantity} ${pick(name)}`),
          ...(owed === undefined ? [] : [owed]),
        ],
      }
    }
    case 'uncalled':
      return {
        title: order.course(alert.course),
        details: [
          ...alert.lines.map(({ quantity, name }) => `${quantity} ${pick(name)}`),
          ...(alert.loud ? [alerts.uncalledWhat] : []),
        ],
      }
    case 'call': {
      const { kind, payBy } = alert.call
      const bill = payBy === undefined ? alerts.bill : alerts.billBy[payBy]
      const title = kind === 'water' ? alerts.water : kind === 'bill' ? bill : alerts.calls
      const reached = alert.call.reach > 0 && alert.takenBy === undefined ? [alerts.forAll] : []
      return { title, details: [...(alert.seated ? [] : [alerts.notSeated]), ...reached] }
    }
    case 'kitchen-asks': {
      const dish = alert.line === undefined ? '' : `${alert.line.quantity} ${pick(alert.line.name)}`
      const kind = askKindOf(alert.ask.message)
      if (kind === undefined) return { title: alerts.asksAbout(dish), details: [alert.ask.message] }
      return { title: alerts.asks[kind](dish), details: [alerts.asksWhat[kind]] }
    }
    case 'unconfirmed': {
      const names = alert.stationIds.flatMap((id) => {
        const station = state.catalog.stations[id]
        return station === undefined ? [] : [pick(station.name)]
      })
      return {
        title: alerts.unconfirmed(names.join(', ')),
        details: [
          ...alert.troubles.map(({ printerId, problem }) => `${printer(printerId)}: ${alerts.problems[problem]}`),
          alerts.unconfirmedWhat,
        ],
      }
    }
    case 'bill':
      return { title: alerts.bill, details: [] }
    case 'printer':
      return {
        title: `${printer(alert.printerId)}: ${alerts.problems[alert.problem]}`,
        details: [alerts.printerWaits(alert.waiting)],
      }
    case 'bill-print': {
      const { printerId, fate, problem } = alert.print
      const name = printer(printerId)
      if (fate === 'waited') return { title: alerts.billWaited(name), details: [texts.bill.printing.waited] }
      const what = problem ?? 'unreachable'
      return {
        title: alerts.billNotPrinted(name, alerts.problems[what]),
        details: [texts.bill.printing.byItself[what]],
      }
    }
    case 'sold-out': {
      const item = state.catalog.items[alert.itemId]
      const places = alert.waiting.map(({ order: one, quantity }) =>
        alerts.waitsFor(orderName(state, one, texts.ordering), quantity),
      )
      return { title: alerts.soldOut(item === undefined ? alert.itemId : pick(item.name)), details: places }
    }
    case 'held':
      return { title: alerts.held(order.course(alert.course)), details: [alerts.heldWhat] }
    case 'refused-round':
      return { title: alerts.refusedRound, details: [alerts.refusedRoundWhat(alert.refused.lineCount)] }
  }
}
