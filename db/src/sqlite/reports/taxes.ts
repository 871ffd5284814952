// Tax of a range. A line's tax is a function of what the line comes to, so what a range adds to it is the tax after the
// range less the tax before it: ranges that follow each other sum to the cent, whenever a line changed.
import { sumTaxes, taxOf } from '@comanda/shared/domain/taxes'
import type { TaxSum } from '@comanda/shared/model/bill'
import type { Database } from 'better-sqlite3'
import type { ReportRange } from '../../reports.ts'
import { dishColumns, type FindDish, joinDish, type MaybeDish } from './dishes.ts'

const net = `fact.gross - fact.discounts - fact.comps - fact.voids`

const linesQuery = `
SELECT fact.line_id AS lineId, ${dishColumns},
  sum(CASE WHEN fact.business_date < ? THEN ${net} ELSE 0 END) AS before, sum(${net}) AS after
FROM fact_sales fact INDEXED BY fact_sales_by_line ${joinDish(`fact.kind = 'substitute-out'`)}
WHERE fact.restaurant_id = ? AND fact.business_date <= ? AND fact.line_id IN (
  SELECT line_id FROM fact_sales NOT INDEXED WHERE restaurant_id = ? AND business_date BETWEEN ? AND ?)
GROUP BY fact.line_id, dish.seq`

const serviceQuery = `
SELECT rate, included, sum(net) AS net, sum(tax) AS tax FROM fact_service_taxes NOT INDEXED
WHERE restaurant_id = ? AND business_date BETWEEN ? AND ? GROUP BY rate, included`

type LineRow = { lineId: string; before: number; after: number } & MaybeDish
type ServiceRow = { rate: number; included: number; net: number; tax: number }

export type TaxReader = (restaurantId: string, range: ReportRange) => TaxSum[]

export function createTaxReader(database: Database, findDish: FindDish): TaxReader {
  const lines = database.prepare<[string, string, string, string, string, string], LineRow>(linesQuery)
  const services = database.prepare<[string, string, string], ServiceRow>(serviceQuery)
  return (restaurantId, { from, to }) => {
    const ofLines = lines.all(from, restaurantId, to, restaurantId, from, to).map((row) => {
      const dish = findDish(restaurantId, row.lineId, row)
      const included = dish.taxIncluded === 1
      const tax = taxOf(row.after, dish.taxRate, included) - taxOf(row.before, dish.taxRate, included)
      return { amount: row.after - row.before, rate: dish.taxRate, included, tax }
    })
    const ofService = services.all(restaurantId, from, to).map(({ rate, included, net: base, tax }) => ({
      amount: included === 1 ? base + tax : base,
      rate,
      included: included === 1,
      tax,
    }))
    return sumTaxes([...ofLines, ...ofService]).filter((sum) => sum.net !== 0 || sum.tax !== 0)
  }
}
