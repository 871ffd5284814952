// How the service went: stations' speed, calls, table turns, what could not be had.
import type { CallKind } from '@comanda/shared/model/service'
import type { Database } from 'better-sqlite3'
import type { CallSpeed, RefusedDemand, ReportRange, StationSpeed, TableTurn } from '../../reports.ts'

/** Bumped tickets only; one that nobody bumped says nothing about speed. */
const ticketsQuery = `
SELECT station_id AS stationId, at - fired_at AS millis, target_seconds AS target, lines
FROM fact_tickets NOT INDEXED WHERE restaurant_id = ? AND business_date BETWEEN ? AND ?`

const callsQuery = `
SELECT raised.kind AS kind,
  (SELECT min(answer.at) FROM fact_calls answer INDEXED BY fact_calls_by_call WHERE answer.restaurant_id = raised.restaurant_id
    AND answer.call_id = raised.call_id AND answer.step IN ('taken', 'resolved')) - raised.at AS millis,
  EXISTS (SELECT 1 FROM fact_calls ending INDEXED BY fact_calls_by_call WHERE ending.restaurant_id = raised.restaurant_id
    AND ending.call_id = raised.call_id AND ending.step = 'cancelled') AS cancelled
FROM fact_calls raised NOT INDEXED
WHERE raised.restaurant_id = ? AND raised.business_date BETWEEN ? AND ? AND raised.step = 'raised'`

const turnsQuery = `
SELECT closing.at - orders.at AS millis FROM fact_closings closing NOT INDEXED
JOIN fact_orders orders NOT INDEXED ON orders.restaurant_id = closing.restaurant_id AND orders.order_id = closing.order_id
WHERE closing.restaurant_id = ? AND closing.business_date BETWEEN ? AND ? AND closing.orders = 1
  AND orders.table_id IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM fact_closings again INDEXED BY fact_closings_by_order WHERE again.restaurant_id = closing.restaurant_id
      AND again.order_id = closing.order_id AND again.seq > closing.seq AND again.kind = 'reopened')`

const refusedQuery = `
SELECT item_id AS itemId, code, sum(quantity) AS quantity FROM fact_refused NOT INDEXED
WHERE restaurant_id = ? AND business_date BETWEEN ? AND ? GROUP BY item_id, code ORDER BY quantity DESC, item_id, code`

type TicketRow = { stationId: string; millis: number; target: number; lines: number }
type CallRow = { kind: CallKind; millis: number | null; cancelled: number }

/** The value below which so much of them lies, by nearest rank. */
export function quantile(values: readonly number[], share: number): number | null {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? null
}

const seconds = (millis: number): number => Math.round(millis / 1000)
const minutes = (millis: number | null): number | null => (millis === null ? null : Math.round(millis / 6000) / 10)

function grouped<Row, Key>(rows: readonly Row[], keyOf: (row: Row) => Key): [Key, Row[]][] {
  const groups = new Map<Key, Row[]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row))
    if (group === undefined) groups.set(keyOf(row), [row])
    else group.push(row)
  }
  return [...groups.entries()].sort(([a], [b]) => (a < b ? -1 : 1))
}

function stationSpeed(stationId: string, rows: readonly TicketRow[]): StationSpeed {
  const ages = rows.map((row) => row.millis)
  const late = rows.filter((row) => row.millis >= row.target * 1000).length
  return {
    stationId,
    tickets: rows.length,
    lines: rows.reduce((sum, row) => sum + row.lines, 0),
    medianSeconds: seconds(quantile(ages, 0.5) ?? 0),
    p90Seconds: seconds(quantile(ages, 0.9) ?? 0),
    late,
    lateRate: Math.round((late * 10_000) / rows.length),
  }
}

function callSpeed(kind: CallKind, rows: readonly CallRow[]): CallSpeed {
  const answered = rows.map((row) => row.millis).filter((millis) => millis !== null)
  const median = quantile(answered, 0.5)
  const p90 = quantile(answered, 0.9)
  return {
    kind,
    calls: rows.length,
    taken: answered.length,
    cancelled: rows.filter((row) => row.cancelled === 1).length,
    medianSeconds: median === null ? null : seconds(median),
    p90Seconds: p90 === null ? null : seconds(p90),
  }
}

export type ServiceReader = {
  stations(restaurantId: string, range: ReportRange): StationSpeed[]
  calls(restaurantId: string, range: ReportRange): CallSpeed[]
  turn(restaurantId: string, range: ReportRange): TableTurn
  refused(restaurantId: string, range: ReportRange): RefusedDemand[]
}

export function createServiceReader(database: Database): ServiceReader {
  const tickets = database.prepare<[string, string, string], TicketRow>(ticketsQuery)
  const calls = database.prepare<[string, string, string], CallRow>(callsQuery)
  const turns = database.prepare<[string, string, string], number>(turnsQuery).pluck()
  const refused = database.prepare<[string, string, string], RefusedDemand>(refusedQuery)
  return {
    stations: (restaurantId, { from, to }) =>
      grouped(tickets.all(restaurantId, from, to), (row) => row.stationId).map(([id, rows]) => stationSpeed(id, rows)),
    calls: (restaurantId, { from, to }) =>
      grouped(calls.all(restaurantId, from, to), (row) => row.kind).map(([kind, rows]) => callSpeed(kind, rows)),
    turn: (restaurantId, { from, to }) => {
      const times = turns.all(restaurantId, from, to)
      const average = times.length === 0 ? null : times.reduce((sum, time) => sum + time, 0) / times.length
      return {
        orders: times.length,
        medianMinutes: minutes(quantile(times, 0.5)),
        averageMinutes: minutes(average),
      }
    },
    refused: (restaurantId, { from, to }) => refused.all(restaurantId, from, to),
  }
}
