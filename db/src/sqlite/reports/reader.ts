// Every report from one connection, each read in one transaction: all its figures are of one moment, named by its seq.
import type { DayFigures } from '@comanda/shared/model/service'
import type { Database } from 'better-sqlite3'
import type {
  ClosingEntry,
  DailyReport,
  EntryFilter,
  PaymentEntry,
  ReportRange,
  ReportTerms,
  SalesEntry,
} from '../../reports.ts'
import { createFindDish } from './dishes.ts'
import { createLossReader } from './losses.ts'
import { createMoneyReader } from './money.ts'
import { createSalesReader } from './sales.ts'
import { createServiceReader } from './service.ts'
import { createTaxReader } from './taxes.ts'

export type Figures = { figures: DayFigures; asOf: number; chainHead: string }

export type ReportReader = {
  daily(restaurantId: string, terms: ReportTerms): DailyReport
  entries(restaurantId: string, terms: ReportTerms, filter: EntryFilter): SalesEntry[]
  payments(restaurantId: string, range: ReportRange): PaymentEntry[]
  closings(restaurantId: string, range: ReportRange): ClosingEntry[]
  figures(restaurantId: string, date: string): Figures
}

type Head = { asOf: number; chainHead: string }

/** Half a cent upwards. */
const mean = (amount: number, count: number): number | null => (count <= 0 ? null : Math.round(amount / count))

const total = <Row>(rows: readonly Row[], amountOf: (row: Row) => number): number =>
  rows.reduce((sum, row) => sum + amountOf(row), 0)

export function createReportReader(database: Database): ReportReader {
  const findDish = createFindDish(database)
  const sales = createSalesReader(database, findDish)
  const taxes = createTaxReader(database, findDish)
  const money = createMoneyReader(database)
  const service = createServiceReader(database)
  const losses = createLossReader(database, findDish)
  const heads = database.prepare<[string], Head>(
    'SELECT seq AS asOf, hash AS chainHead FROM reached WHERE restaurant_id = ?',
  )
  const headOf = (restaurantId: string): Head => heads.get(restaurantId) ?? { asOf: 0, chainHead: '' }

  const daily = (restaurantId: string, terms: ReportTerms): DailyReport => {
    const { asOf } = headOf(restaurantId)
    const closings = money.closings(restaurantId, terms)
    const payments = money.payments(restaurantId, terms)
    const wasted = losses.wasted(restaurantId, terms)
    return {
      ...terms,
      asOf,
      ...sales.cuts(restaurantId, terms),
      remakes: losses.remakes(restaurantId, terms),
      waste: total(wasted, (line) => line.cost),
      tax: taxes(restaurantId, terms),
      service: closings.service,
      tips: total(payments, (sum) => sum.tips - sum.refundedTips),
      payments,
      refunds: total(payments, (sum) => sum.refunds),
      walkOuts: { count: closings.walkOuts, amount: closings.unpaid },
      orders: closings.orders,
      covers: closings.covers,
      averageCheck: mean(closings.net, closings.orders),
      averagePerCover: mean(closings.net, closings.covers),
      stations: service.stations(restaurantId, terms),
      voids: losses.voids(restaurantId, terms),
      wasted,
      afterBill: losses.afterBill(restaurantId, terms),
      calls: service.calls(restaurantId, terms),
      turn: service.turn(restaurantId, terms),
      refusedDemand: service.refused(restaurantId, terms),
    }
  }

  const figures = (restaurantId: string, date: string): Figures => {
    const range = { from: date, to: date, zone: 'UTC' }
    const { sales: sums } = sales.cuts(restaurantId, range)
    const closings = money.closings(restaurantId, range)
    const payments = money.payments(restaurantId, range)
    return {
      ...headOf(restaurantId),
      figures: {
        gross: sums.gross,
        discounts: sums.discounts,
        comps: sums.comps,
        voids: sums.voids,
        net: sums.net,
        tax: taxes(restaurantId, range),
        service: closings.service,
        tips: total(payments, (sum) => sum.tips - sum.refundedTips),
        payments: payments.map(({ method, amount }) => ({ method, amount })).filter(({ amount }) => amount !== 0),
        refunds: total(payments, (sum) => sum.refunds),
        walkOuts: closings.unpaid,
        orders: closings.orders,
        covers: closings.covers,
      },
    }
  }

  const atOneMoment = <Args extends unknown[], Value>(read: (...args: Args) => Value) => database.transaction(read)
  return {
    daily: atOneMoment(daily),
    entries: atOneMoment((restaurantId: string, terms: ReportTerms, filter: EntryFilter) =>
      sales.entries(restaurantId, terms, filter),
    ),
    payments: atOneMoment(money.paymentEntries),
    closings: atOneMoment(money.closingEntries),
    figures: atOneMoment(figures),
  }
}
