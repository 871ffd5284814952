// A day's figures worked out from the state alone, by the rules of bills and not by facts: what reports are held against.
import { billOf, grossOf } from '@comanda/shared/domain/bill'
import type { State } from '@comanda/shared/domain/state'
import { sumTaxes, taxOf } from '@comanda/shared/domain/taxes'
import type { DayFigures } from '@comanda/shared/model/service'

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0)

/** Of a state that has not shed anything yet. */
export function reckon(state: State): DayFigures {
  const orders = state.orders.sorted().map(([, order]) => order)
  const lines = orders.flatMap((order) => order.lines).filter((line) => line.status !== 'taken-back')
  const bills = orders.map((order) => billOf(order, state.catalog))
  const closings = orders.filter((order) => order.status === 'closed').flatMap((order) => order.closing ?? [])
  const counted = orders.filter((order) => order.status === 'closed' && (order.closing?.gross ?? 0) > 0)
  const payments = orders.flatMap((order) => order.payments ?? [])
  const refunds = payments.flatMap((payment) => payment.refunds)
  const sold = bills.flatMap((bill) => bill.lines)
  const lineTaxes = sold.map(({ net, taxRate, taxIncluded }) => ({
    amount: net,
    rate: taxRate,
    included: taxIncluded,
    tax: taxOf(net, taxRate, taxIncluded),
  }))
  const serviceTaxes = closings.flatMap((closing) =>
    closing.service.taxes.map(({ rate, included, net, tax }) => ({
      amount: included ? net + tax : net,
      rate,
      included,
      tax,
    })),
  )
  return {
    gross: sum(lines.map(grossOf)),
    discounts: sum(sold.map((line) => line.discounts)),
    comps: sum(sold.map((line) => line.comps)),
    voids: sum(lines.filter((line) => line.status === 'voided').map(grossOf)),
    net: sum(bills.map((bill) => bill.net)),
    tax: sumTaxes([...lineTaxes, ...serviceTaxes]).filter((tax) => tax.net !== 0 || tax.tax !== 0),
    service: sum(closings.map((closing) => closing.service.amount)),
    tips: sum(payments.map((payment) => payment.tip)) - sum(refunds.map((refund) => refund.tip)),
    payments: (['card', 'cash', 'other'] as const)
      .map((method) => ({
        method,
        amount: sum(payments.filter((one) => one.method === method).map((one) => one.amount)),
      }))
      .filter(({ amount }) => amount !== 0),
    refunds: sum(refunds.map((refund) => refund.amount)),
    walkOuts: sum(
      orders.filter((order) => order.walkOut).map((order) => (order.closing?.total ?? 0) - (order.closing?.paid ?? 0)),
    ),
    orders: counted.length,
    covers: sum(counted.map((order) => order.covers)),
  }
}
