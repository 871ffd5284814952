// What an order comes to. Nothing here is kept: the bill is worked out from the lines, the adjustments with their shares
// and the payments, the same on every device that sees the money.

import type { Closing, TaxSum } from '../model/bill.ts'
import type { Seat } from '../model/floor.ts'
import type { LineId, TaxId } from '../model/ids.ts'
import type { Line, Order } from '../model/order.ts'
import type { Settings, Tax } from '../model/settings.ts'
import { allocate } from './largest-remainder.ts'
import { isLive } from './line-steps.ts'
import { rateOf, sumTaxes, taxOf } from './taxes.ts'

export type BillLine = {
  readonly lineId: LineId
  readonly quantity: number
  /** Whose it is: one seat, several that share it, or nobody's in particular. */
  readonly seats: readonly Seat[]
  readonly gross: number
  readonly discounts: number
  readonly comps: number
  readonly net: number
  readonly taxRate: number
  readonly taxIncluded: boolean
  readonly tax: number
  readonly service: number
  readonly serviceTax: number
  /** What the guest pays for it, with everything. */
  readonly total: number
}

export type Bill = {
  readonly lines: readonly BillLine[]
  readonly gross: number
  readonly discounts: number
  readonly comps: number
  readonly net: number
  readonly serviceRate: number
  readonly service: number
  /** All taxes, the service charge's with them, and those alone. */
  readonly taxes: readonly TaxSum[]
  readonly serviceTaxes: readonly TaxSum[]
  readonly total: number
  readonly paid: number
  readonly tips: number
  /** What remains to be paid; below zero: to be given back. */
  readonly balance: number
}

/** What bills need to know of the published catalog. */
export type BillTerms = {
  readonly settings: Pick<Settings, 'serviceCharge'>
  readonly taxes: Readonly<Partial<Record<TaxId, Tax>>>
}

/** A line that the guest is charged for. */
export const isCharged = (line: Line): boolean => isLive(line.status)

/** What a line comes to before discounts. */
export const grossOf = (line: Pick<Line, 'unitPrice' | 'quantity'>): number => (line.unitPrice ?? 0) * line.quantity

/** What discounts and comps have taken off each line. */
export function sharesByLine(order: Pick<Order, 'adjustments'>): Map<LineId, { discounts: number; comps: number }> {
  const byLine = new Map<LineId, { discounts: number; comps: number }>()
  for (const adjustment of order.adjustments ?? []) {
    for (const { lineId, amount } of adjustment.shares) {
      const sum = byLine.get(lineId) ?? { discounts: 0, comps: 0 }
      if (adjustment.kind === 'comp') sum.comps += amount
      else sum.discounts += amount
      byLine.set(lineId, sum)
    }
  }
  return byLine
}

/** The service charge's rate: as a person set it, else automatic from so many covers (BILL-10). */
export function serviceRateOf(order: Pick<Order, 'service'>, terms: BillTerms): number {
  const { serviceCharge } = terms.settings
  const override = order.service?.override
  if (override !== undefined) return override.kind === 'added' ? override.rate : 0
  const covers = order.service?.covers ?? 0
  return serviceCharge.automatic && covers >= serviceCharge.fromCovers ? serviceCharge.rate : 0
}

function seatsOf(line: Line): readonly Seat[] {
  if (line.sharedBy !== undefined && line.sharedBy.length > 0) return [...new Set(line.sharedBy)].sort((a, b) => a - b)
  return line.seat === undefined ? [] : [line.seat]
}

export function billOf(order: Order, terms: BillTerms): Bill {
  const shares = sharesByLine(order)
  const charged = order.lines.filter(isCharged)
  const nets = charged.map((line) => {
    const taken = shares.get(line.id)
    return grossOf(line) - (taken?.discounts ?? 0) - (taken?.comps ?? 0)
  })
  const net = sum(nets)
  const serviceRate = serviceRateOf(order, terms)
  const service = rateOf(net, serviceRate)
  const services = allocate(service, nets)
  const serviceTaxTerms = serviceTaxOf(terms)
  const serviceTaxes = allocate(
    serviceTaxTerms === undefined ? 0 : taxOf(service, serviceTaxTerms.rate, serviceTaxTerms.included),
    services,
  )
  const lines = charged.map((line, index): BillLine => {
    const taken = shares.get(line.id) ?? { discounts: 0, comps: 0 }
    const own = nets[index] ?? 0
    const taxRate = line.taxRate ?? 0
    const taxIncluded = line.taxIncluded ?? true
    const tax = taxOf(own, taxRate, taxIncluded)
    const lineService = services[index] ?? 0
    const serviceTax = serviceTaxes[index] ?? 0
    const addedServiceTax = serviceTaxTerms?.included === false ? serviceTax : 0
    return {
      lineId: line.id,
      quantity: line.quantity,
      seats: seatsOf(line),
      gross: grossOf(line),
      discounts: taken.discounts,
      comps: taken.comps,
      net: own,
      taxRate,
      taxIncluded,
      tax,
      service: lineService,
      serviceTax,
      total: own + (taxIncluded ? 0 : tax) + lineService + addedServiceTax,
    }
  })
  const total = sum(lines.map((line) => line.total))
  const { paid, tips } = paidOf(order)
  return {
    lines,
    gross: sum(lines.map((line) => line.gross)),
    discounts: sum(lines.map((line) => line.discounts)),
    comps: sum(lines.map((line) => line.comps)),
    net,
    serviceRate,
    service,
    taxes: sumTaxes([...lineTaxes(lines), ...serviceTaxParts(lines, serviceTaxTerms)]),
    serviceTaxes: sumTaxes(serviceTaxParts(lines, serviceTaxTerms)),
    total,
    paid,
    tips,
    balance: total - paid,
  }
}

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0)

function serviceTaxOf(terms: BillTerms): Tax | undefined {
  const { taxId } = terms.settings.serviceCharge
  return taxId === undefined ? undefined : terms.taxes[taxId]
}

const lineTaxes = (lines: readonly BillLine[]) =>
  lines.map(({ net, taxRate, taxIncluded, tax }) => ({ amount: net, rate: taxRate, included: taxIncluded, tax }))

const serviceTaxParts = (lines: readonly BillLine[], tax: Tax | undefined) =>
  tax === undefined
    ? []
    : lines
        .filter((line) => line.service !== 0)
        .map((line) => ({
          amount: line.service,
          rate: tax.rate,
          included: tax.included,
          tax: line.serviceTax,
        }))

/** What was paid and tipped, less what was given back. */
export function paidOf(order: Pick<Order, 'payments'>): { paid: number; tips: number } {
  let paid = 0
  let tips = 0
  for (const payment of order.payments ?? []) {
    paid += payment.amount - sum(payment.refunds.map((refund) => refund.amount))
    tips += payment.tip - sum(payment.refunds.map((refund) => refund.tip))
  }
  return { paid, tips }
}

/** The bill as it stands, to be fixed in the event that closes the order. */
export function closingOf(bill: Bill): Closing {
  return {
    gross: bill.gross,
    discounts: bill.discounts,
    comps: bill.comps,
    net: bill.net,
    service: {
      amount: bill.service,
      shares: bill.lines
        .filter((line) => line.service !== 0)
        .map((line) => ({ lineId: line.lineId, amount: line.service })),
      taxes: bill.serviceTaxes.map((tax) => ({ ...tax })),
    },
    taxes: bill.taxes.map((tax) => ({ ...tax })),
    total: bill.total,
    paid: bill.paid,
    tips: bill.tips,
  }
}
