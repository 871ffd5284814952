// Which dish a row of facts is about. A line is the dish of its newest row at or before the fact's seq: a substitute took
// its place then. A piece is the dish that its line was when it was cut off; the few of them are followed here, not in SQL.
// Every join names its index: SQLite has no statistics here and would take a key that begins alike, and read all of it.
import type { Database } from 'better-sqlite3'

/** Joins `dish` to a fact table called `fact`; no dish: a piece. What a substitute pushed out is still the old dish. */
export const joinDish = (before = '0'): string => `
  LEFT JOIN fact_lines dish NOT INDEXED ON dish.restaurant_id = fact.restaurant_id AND dish.line_id = fact.line_id
    AND dish.piece_of IS NULL AND dish.seq = (
      SELECT max(version.seq) FROM fact_lines version NOT INDEXED
      WHERE version.restaurant_id = fact.restaurant_id AND version.line_id = fact.line_id
        AND version.piece_of IS NULL AND version.seq <= fact.seq - (${before}))`

export const dishColumns = `
  dish.item_id AS itemId, dish.item_name_en AS nameEn, dish.item_name_ru AS nameRu,
  dish.category_id AS categoryId, dish.category_name_en AS categoryEn, dish.category_name_ru AS categoryRu,
  dish.area_id AS areaId, dish.seller_id AS staffId, dish.tax_rate AS taxRate, dish.tax_included AS taxIncluded,
  dish.unit_cost AS unitCost, dish.remake_of IS NOT NULL AS isRemake`

export type Dish = {
  itemId: string
  nameEn: string
  nameRu: string
  categoryId: string
  categoryEn: string
  categoryRu: string
  areaId: string | null
  staffId: string
  taxRate: number
  taxIncluded: number
  unitCost: number | null
  isRemake: number
}

export type MaybeDish = Dish | { [Column in keyof Dish]: null }

const isKnown = (dish: MaybeDish): dish is Dish => dish.itemId !== null

export type FindDish = (restaurantId: string, lineId: string, joined: MaybeDish) => Dish

export function createFindDish(database: Database): FindDish {
  const cutFrom = database.prepare<[string, string], { lineId: string; seq: number }>(
    `SELECT piece_of AS lineId, seq FROM fact_lines NOT INDEXED
     WHERE restaurant_id = ? AND line_id = ? AND piece_of IS NOT NULL ORDER BY seq LIMIT 1`,
  )
  const dishAt = database.prepare<[string, string, number], Dish>(
    `SELECT ${dishColumns} FROM fact_lines dish NOT INDEXED
     WHERE dish.restaurant_id = ? AND dish.line_id = ? AND dish.piece_of IS NULL AND dish.seq <= ?
     ORDER BY dish.seq DESC LIMIT 1`,
  )
  return (restaurantId, lineId, joined) => {
    if (isKnown(joined)) return joined
    let cut = cutFrom.get(restaurantId, lineId)
    while (cut !== undefined) {
      const dish = dishAt.get(restaurantId, cut.lineId, cut.seq)
      if (dish !== undefined) return dish
      cut = cutFrom.get(restaurantId, cut.lineId)
    }
    throw new Error(`no fact says what line ${lineId} is`)
  }
}
