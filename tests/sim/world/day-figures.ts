// The day's figures for a Z, worked out from the events alone: another way to them than the facts go, so that the two can
// be held against each other.
import type { Recorded } from '@comanda/shared/domain/events'
import type { Closing } from '@comanda/shared/model/bill'
import type { DayFigures } from '@comanda/shared/model/service'

type Tax = DayFigures['tax'][number]

const addTaxes = (taxes: Map<string, Tax>, closing: Closing, sign: 1 | -1): void => {
  for (const { rate, included, net, tax } of closing.taxes) {
    const key = `${rate} ${included}`
    const sum = taxes.get(key) ?? { rate, included, net: 0, tax: 0 }
    taxes.set(key, { rate, included, net: sum.net + sign * net, tax: sum.tax + sign * tax })
  }
}

/** What was closed, paid and paid back on a date, by what the closings themselves fixed. */
export function dayFigures(events: readonly Recorded[], date: string): DayFigures {
  const taxes = new Map<string, Tax>()
  const payments = new Map<DayFigures['payments'][number]['method'], number>()
  const sum = {
    gross: 0,
    discounts: 0,
    comps: 0,
    net: 0,
    service: 0,
    tips: 0,
    refunds: 0,
    walkOuts: 0,
    orders: 0,
    covers: 0,
  }
  const close = (closing: Closing | undefined, covers: number, sign: 1 | -1): void => {
    sum.orders += sign
    sum.covers += sign * covers
    if (closing === undefined) return
    sum.gross += sign * closing.gross
    sum.discounts += sign * closing.discounts
    sum.comps += sign * closing.comps
    sum.net += sign * closing.net
    sum.service += sign * closing.service.amount
    addTaxes(taxes, closing, sign)
  }
  const pay = (method: DayFigures['payments'][number]['method'], amount: number): void =>
    void payments.set(method, (payments.get(method) ?? 0) + amount)
  for (const { event, businessDate } of events) {
    if (businessDate !== date) continue
    if (event.type === 'order.closed') close(event.closing, event.covers, 1)
    if (event.type === 'order.walked-out') {
      close(event.closing, event.covers, 1)
      sum.walkOuts += (event.closing?.total ?? 0) - (event.closing?.paid ?? 0)
    }
    if (event.type === 'order.reopened') close(event.closing, event.covers, -1)
    if (event.type === 'payment.recorded' && event.payment !== undefined) {
      pay(event.payment.method, event.payment.amount)
      sum.tips += event.payment.tip
    }
    if (event.type === 'payment.refunded') {
      pay(event.method, -event.amount)
      sum.refunds += event.amount
      sum.tips -= event.tip
    }
    if (event.type === 'payment.corrected') {
      pay(event.before.method, -event.amount)
      pay(event.after.method, event.amount)
      sum.tips += event.after.tip - event.before.tip
    }
  }
  return {
    ...sum,
    voids: 0,
    tax: [...taxes.values()].sort((one, other) => one.rate - other.rate),
    payments: [...payments].map(([method, amount]) => ({ method, amount })),
  }
}
