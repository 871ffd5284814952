// Sales of a range, read once and cut every way: all cuts are sums of the same rows, so they agree to the cent (REP-3).
import { localHour } from '@comanda/shared/domain/business-day'
import type { OrderType } from '@comanda/shared/model/order'
import type { Database } from 'better-sqlite3'
import type {
  AreaSales,
  CategorySales,
  EntryFilter,
  HourSales,
  ItemSales,
  ReportTerms,
  SalesEntry,
  SalesSums,
  StaffSales,
  TypeSales,
} from '../../reports.ts'
import { type Dish, dishColumns, type FindDish, joinDish, type MaybeDish } from './dishes.ts'

/** Every zone's offset is a whole number of these, so a row of sums lies in one hour of the wall clock. */
const quarterMillis = 15 * 60_000

const inRange = `fact.restaurant_id = ? AND fact.business_date BETWEEN ? AND ?`
const isLeaving = `fact.kind = 'substitute-out'`

const sums = `
  sum(CASE WHEN dish.remake_of IS NULL THEN fact.quantity ELSE 0 END) AS quantity,
  sum(fact.gross) AS gross, sum(fact.discounts) AS discounts, sum(fact.comps) AS comps, sum(fact.voids) AS voids`

const salesQuery = `
SELECT fact.at / ${quarterMillis} AS quarter, orders.type AS type,
  CASE WHEN dish.line_id IS NULL THEN fact.line_id END AS pieceId, ${dishColumns}, ${sums}
FROM fact_sales fact NOT INDEXED ${joinDish(isLeaving)}
LEFT JOIN fact_orders orders NOT INDEXED ON orders.restaurant_id = fact.restaurant_id AND orders.order_id = fact.order_id
WHERE ${inRange}
GROUP BY quarter, type, pieceId, itemId, nameEn, nameRu, categoryId, categoryEn, categoryRu, areaId, staffId,
  taxRate, taxIncluded, unitCost, isRemake`

const entriesQuery = `
SELECT fact.seq AS seq, fact.at AS at, fact.business_date AS businessDate, fact.order_id AS orderId,
  fact.line_id AS lineId, fact.kind AS kind, fact.quantity AS quantity, fact.gross AS gross,
  fact.discounts AS discounts, fact.comps AS comps, fact.voids AS voids, orders.type AS type, ${dishColumns}
FROM fact_sales fact NOT INDEXED ${joinDish(isLeaving)}
LEFT JOIN fact_orders orders NOT INDEXED ON orders.restaurant_id = fact.restaurant_id AND orders.order_id = fact.order_id
WHERE ${inRange} ORDER BY fact.seq, fact.position`

type Amounts = Omit<SalesSums, 'net'>
type SalesRow = { quarter: number; type: OrderType | null; pieceId: string | null } & MaybeDish & Amounts
type EntryRow = Omit<SalesEntry, 'type' | 'name' | keyof Dish> & { type: OrderType | null } & MaybeDish

/** One row of sums under everything that it can be cut by. */
type Cell = { hour: number; type: OrderType; dish: Dish; amounts: Amounts }

export type SalesCuts = {
  sales: SalesSums
  byHour: HourSales[]
  byCategory: CategorySales[]
  byItem: ItemSales[]
  byStaff: StaffSales[]
  byArea: AreaSales[]
  byType: TypeSales[]
}

const withNet = ({ quantity, gross, discounts, comps, voids }: Amounts): SalesSums => ({
  quantity,
  gross,
  discounts,
  comps,
  voids,
  net: gross - discounts - comps - voids,
})

const none: Amounts = { quantity: 0, gross: 0, discounts: 0, comps: 0, voids: 0 }

const plus = (a: Amounts, b: Amounts): Amounts => ({
  quantity: a.quantity + b.quantity,
  gross: a.gross + b.gross,
  discounts: a.discounts + b.discounts,
  comps: a.comps + b.comps,
  voids: a.voids + b.voids,
})

/** Sums by a key; what a row is called besides comes from the last cell that falls under it. */
function cut<Named extends object>(cells: readonly Cell[], named: (cell: Cell) => Named & { key: string }) {
  const found = new Map<string, { named: Named; amounts: Amounts }>()
  for (const cell of cells) {
    const { key, ...rest } = named(cell)
    const sum = found.get(key)?.amounts ?? none
    found.set(key, { named: rest as unknown as Named, amounts: plus(sum, cell.amounts) })
  }
  return [...found.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { named: rest, amounts }]) => ({ ...rest, ...withNet(amounts) }))
}

const byNet = (a: SalesSums, b: SalesSums): number => b.net - a.net

function itemCuts(cells: readonly Cell[]): ItemSales[] {
  const costs = new Map<string, number>()
  for (const { dish, amounts } of cells) {
    const cost = (dish.unitCost ?? 0) * amounts.quantity
    costs.set(dish.itemId, (costs.get(dish.itemId) ?? 0) + cost)
  }
  return cut(cells, ({ dish }) => ({
    key: dish.itemId,
    itemId: dish.itemId,
    categoryId: dish.categoryId,
    name: { en: dish.nameEn, ru: dish.nameRu },
    cost: costs.get(dish.itemId) ?? 0,
  })).sort(byNet)
}

const cutsOf = (cells: readonly Cell[]): SalesCuts => ({
  sales: withNet(cells.reduce((sum, cell) => plus(sum, cell.amounts), none)),
  byHour: cut(cells, ({ hour }) => ({ key: String(hour).padStart(2, '0'), hour })),
  byCategory: cut(cells, ({ dish }) => ({
    key: dish.categoryId,
    categoryId: dish.categoryId,
    name: { en: dish.categoryEn, ru: dish.categoryRu },
  })).sort(byNet),
  byItem: itemCuts(cells),
  byStaff: cut(cells, ({ dish }) => ({ key: dish.staffId, staffId: dish.staffId })).sort(byNet),
  byArea: cut(cells, ({ dish }) => ({ key: dish.areaId ?? '', areaId: dish.areaId })).sort(byNet),
  byType: cut(cells, ({ type }) => ({ key: type, type })).sort(byNet),
})

const matches = (filter: EntryFilter, hour: number, type: OrderType, dish: Dish): boolean =>
  (filter.hour ?? hour) === hour &&
  (filter.type ?? type) === type &&
  (filter.categoryId ?? dish.categoryId) === dish.categoryId &&
  (filter.itemId ?? dish.itemId) === dish.itemId &&
  (filter.staffId ?? dish.staffId) === dish.staffId &&
  (filter.areaId === undefined || filter.areaId === dish.areaId)

export type SalesReader = {
  cuts(restaurantId: string, terms: ReportTerms): SalesCuts
  entries(restaurantId: string, terms: ReportTerms, filter: EntryFilter): SalesEntry[]
}

export function createSalesReader(database: Database, findDish: FindDish): SalesReader {
  const sales = database.prepare<[string, string, string], SalesRow>(salesQuery)
  const entries = database.prepare<[string, string, string], EntryRow>(entriesQuery)
  return {
    cuts: (restaurantId, { from, to, zone }) =>
      cutsOf(
        sales.all(restaurantId, from, to).map((row) => {
          const dish = findDish(restaurantId, row.pieceId ?? '', row)
          return {
            hour: localHour(row.quarter * quarterMillis, zone),
            type: row.type ?? 'dine-in',
            dish,
            // a piece of a remake is known as one only here
            amounts: dish.isRemake === 1 ? { ...row, quantity: 0 } : row,
          }
        }),
      ),
    entries: (restaurantId, { from, to, zone }, filter) => {
      const found: SalesEntry[] = []
      for (const row of entries.iterate(restaurantId, from, to)) {
        const dish = findDish(restaurantId, row.lineId, row)
        const type = row.type ?? 'dine-in'
        if (!matches(filter, localHour(row.at, zone), type, dish)) continue
        found.push(entryOf(row, dish, type))
      }
      return found
    },
  }
}

const entryOf = (row: EntryRow, dish: Dish, type: OrderType): SalesEntry => ({
  seq: row.seq,
  at: row.at,
  businessDate: row.businessDate,
  orderId: row.orderId,
  lineId: row.lineId,
  kind: row.kind,
  itemId: dish.itemId,
  name: { en: dish.nameEn, ru: dish.nameRu },
  categoryId: dish.categoryId,
  staffId: dish.staffId,
  areaId: dish.areaId,
  type,
  quantity: dish.isRemake === 1 ? 0 : row.quantity,
  gross: row.gross,
  discounts: row.discounts,
  comps: row.comps,
  voids: row.voids,
})
