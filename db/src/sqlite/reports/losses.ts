// What was taken off: voids with their verdicts, food thrown away, and whatever changed after a bill was printed.
import type { Database } from 'better-sqlite3'
import type { AfterBillChange, ReportRange, VoidedLine, WastedLine } from '../../reports.ts'
import { dishColumns, type FindDish, joinDish, type MaybeDish } from './dishes.ts'

const voidsQuery = `
SELECT fact.at AS at, fact.order_id AS orderId, fact.line_id AS lineId, fact.quantity AS quantity,
  fact.amount AS amount, fact.reason AS reason, fact.staff_id AS staff, fact.approved_by AS approvedBy,
  fact.after_bill AS afterBill, judged.verdict AS verdict, coalesce(judged.assumed, 0) AS assumed, ${dishColumns}
FROM fact_changes fact NOT INDEXED ${joinDish()}
LEFT JOIN fact_waste judged INDEXED BY fact_waste_by_line ON judged.restaurant_id = fact.restaurant_id AND judged.line_id = fact.line_id
  AND judged.cause = 'void'
WHERE fact.restaurant_id = ? AND fact.business_date BETWEEN ? AND ? AND fact.kind = 'void'
ORDER BY fact.seq, fact.position`

const wasteQuery = `
SELECT fact.at AS at, fact.order_id AS orderId, fact.line_id AS lineId, fact.cause AS cause,
  coalesce(fact.quantity, void.quantity, 0) AS quantity, fact.cost AS cost,
  coalesce(fact.reason, void.reason, '') AS reason, coalesce(void.staff_id, fact.staff_id) AS staff,
  void.approved_by AS approvedBy, fact.assumed AS assumed, ${dishColumns}
FROM fact_waste fact NOT INDEXED ${joinDish()}
LEFT JOIN fact_changes void INDEXED BY fact_changes_by_line ON void.restaurant_id = fact.restaurant_id AND void.line_id = fact.line_id
  AND void.kind = 'void' AND fact.cause = 'void'
WHERE fact.restaurant_id = ? AND fact.business_date BETWEEN ? AND ? AND fact.verdict = 'made'
ORDER BY fact.seq, fact.position`

const afterBillQuery = `
SELECT at, order_id AS orderId, kind, amount, reason, staff_id AS "by", approved_by AS approvedBy
FROM fact_changes NOT INDEXED WHERE restaurant_id = ? AND business_date BETWEEN ? AND ? AND after_bill = 1
ORDER BY seq, position`

const remakesQuery = `
SELECT count(*) AS count, coalesce(sum(cost), 0) AS cost FROM fact_waste NOT INDEXED
WHERE restaurant_id = ? AND business_date BETWEEN ? AND ? AND cause = 'send-back'`

type VoidRow = Omit<VoidedLine, 'itemId' | 'name' | 'by' | 'afterBill' | 'assumed'> &
  MaybeDish & { staff: string; afterBill: number; assumed: number }
type WasteRow = Omit<WastedLine, 'itemId' | 'name' | 'by' | 'assumed'> &
  MaybeDish & { staff: string | null; assumed: number }

export type LossReader = {
  voids(restaurantId: string, range: ReportRange): VoidedLine[]
  wasted(restaurantId: string, range: ReportRange): WastedLine[]
  afterBill(restaurantId: string, range: ReportRange): AfterBillChange[]
  remakes(restaurantId: string, range: ReportRange): { count: number; cost: number }
}

export function createLossReader(database: Database, findDish: FindDish): LossReader {
  const voids = database.prepare<[string, string, string], VoidRow>(voidsQuery)
  const waste = database.prepare<[string, string, string], WasteRow>(wasteQuery)
  const afterBill = database.prepare<[string, string, string], AfterBillChange>(afterBillQuery)
  const remakes = database.prepare<[string, string, string], { count: number; cost: number }>(remakesQuery)
  const named = (restaurantId: string, row: MaybeDish & { lineId: string }) => {
    const dish = findDish(restaurantId, row.lineId, row)
    return { itemId: dish.itemId, name: { en: dish.nameEn, ru: dish.nameRu } }
  }
  return {
    voids: (restaurantId, { from, to }) =>
      voids.all(restaurantId, from, to).map((row) => ({
        at: row.at,
        orderId: row.orderId,
        lineId: row.lineId,
        ...named(restaurantId, row),
        quantity: row.quantity,
        amount: row.amount,
        reason: row.reason,
        by: row.staff,
        approvedBy: row.approvedBy,
        afterBill: row.afterBill === 1,
        verdict: row.verdict,
        assumed: row.assumed === 1,
      })),
    wasted: (restaurantId, { from, to }) =>
      waste.all(restaurantId, from, to).map((row) => ({
        at: row.at,
        orderId: row.orderId,
        lineId: row.lineId,
        ...named(restaurantId, row),
        cause: row.cause,
        quantity: row.quantity,
        cost: row.cost,
        reason: row.reason,
        by: row.staff,
        approvedBy: row.approvedBy,
        assumed: row.assumed === 1,
      })),
    afterBill: (restaurantId, { from, to }) => afterBill.all(restaurantId, from, to),
    remakes: (restaurantId, { from, to }) => remakes.get(restaurantId, from, to) ?? { count: 0, cost: 0 },
  }
}
