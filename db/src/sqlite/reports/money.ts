// Payments and closings of a range.
import type { PaymentMethod } from '@comanda/shared/model/bill'
import type { Database } from 'better-sqlite3'
import type { ClosingEntry, PaymentEntry, PaymentSums, ReportRange } from '../../reports.ts'

const paymentsQuery = `
SELECT method,
  sum(CASE WHEN kind = 'refund' THEN 0 ELSE amount END) AS amount,
  sum(CASE WHEN kind = 'refund' THEN 0 ELSE tip END) AS tips,
  sum(CASE WHEN kind = 'refund' THEN amount ELSE 0 END) AS refunds,
  sum(CASE WHEN kind = 'refund' THEN tip ELSE 0 END) AS refundedTips
FROM fact_payments NOT INDEXED WHERE restaurant_id = ? AND business_date BETWEEN ? AND ? GROUP BY method ORDER BY method`

const closingsQuery = `
SELECT coalesce(sum(orders), 0) AS orders, coalesce(sum(covers), 0) AS covers, coalesce(sum(net), 0) AS net,
  coalesce(sum(service), 0) AS service, coalesce(sum(walked_out), 0) AS walkOuts, coalesce(sum(unpaid), 0) AS unpaid
FROM fact_closings NOT INDEXED WHERE restaurant_id = ? AND business_date BETWEEN ? AND ?`

const paymentEntriesQuery = `
SELECT seq, at, business_date AS businessDate, order_id AS orderId, payment_id AS paymentId, kind, method, amount, tip,
  staff_id AS staffId, approved_by AS approvedBy, reason
FROM fact_payments NOT INDEXED
WHERE restaurant_id = ? AND business_date BETWEEN ? AND ? ORDER BY seq, position`

const closingEntriesQuery = `
SELECT seq, at, business_date AS businessDate, order_id AS orderId, kind, orders, covers, net, service, total, unpaid,
  staff_id AS staffId, approved_by AS approvedBy
FROM fact_closings NOT INDEXED
WHERE restaurant_id = ? AND business_date BETWEEN ? AND ? ORDER BY seq, position`

/** `net` is that of the closed orders, whenever their dishes were sold. */
export type ClosingSums = {
  orders: number
  covers: number
  net: number
  service: number
  walkOuts: number
  unpaid: number
}

export type MoneyReader = {
  payments(restaurantId: string, range: ReportRange): PaymentSums[]
  closings(restaurantId: string, range: ReportRange): ClosingSums
  paymentEntries(restaurantId: string, range: ReportRange): PaymentEntry[]
  closingEntries(restaurantId: string, range: ReportRange): ClosingEntry[]
}

/** Corrections may leave a method with nothing. */
const isAnything = ({ amount, tips, refunds, refundedTips }: PaymentSums): boolean =>
  amount !== 0 || tips !== 0 || refunds !== 0 || refundedTips !== 0

export function createMoneyReader(database: Database): MoneyReader {
  const payments = database.prepare<[string, string, string], PaymentSums & { method: PaymentMethod }>(paymentsQuery)
  const closings = database.prepare<[string, string, string], ClosingSums>(closingsQuery)
  const paymentEntries = database.prepare<[string, string, string], PaymentEntry>(paymentEntriesQuery)
  const closingEntries = database.prepare<[string, string, string], ClosingEntry>(closingEntriesQuery)
  return {
    paymentEntries: (restaurantId, { from, to }) => paymentEntries.all(restaurantId, from, to),
    closingEntries: (restaurantId, { from, to }) => closingEntries.all(restaurantId, from, to),
    payments: (restaurantId, { from, to }) => payments.all(restaurantId, from, to).filter(isAnything),
    closings: (restaurantId, { from, to }) => {
      const sums = closings.get(restaurantId, from, to)
      if (sums === undefined) throw new Error('a sum without groups has one row')
      return sums
    },
  }
}
