import type { Database } from 'better-sqlite3'
import { expect, test } from 'vitest'
import { factsOf } from '../../testing/fact-file.ts'
import { createReportReader } from './reader.ts'

/** Every statement that the reports prepare. */
function statementsOf(database: Database): string[] {
  const found: string[] = []
  const prepare = database.prepare.bind(database)
  const listening = new Proxy(database, {
    get: (target, name) => {
      if (name === 'prepare') {
        return (sql: string) => {
          found.push(sql)
          return prepare(sql)
        }
      }
      const value = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  createReportReader(listening)
  return found
}

test('a day’s report stays as fast with years of facts: no statement reads a fact table from end to end', () => {
  const database = factsOf('small', [])
  const statements = statementsOf(database)
  let asked = 0
  expect(statements.length).toBeGreaterThan(12)
  for (const sql of statements) {
    const plan = database
      .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
      .all(...Array.from({ length: sql.split('?').length - 1 }, () => ''))
    const details = plan.map((step) => step.detail)
    for (const detail of details) {
      const readsFacts = /^(SCAN|SEARCH) (fact|dish|orders|judged|void|raised|answer|ending|closing|again|version)/
      if (!readsFacts.test(detail)) continue
      // a day, a line, an order, a call: never all that a restaurant ever had
      expect(detail, sql).toMatch(
        /^SEARCH \w+ USING (PRIMARY KEY|(COVERING )?INDEX fact_\w+_by_\w+) \(restaurant_id=\? AND (business_date|line_id|order_id|call_id)[=><]/,
      )
      asked += 1
    }
  }
  expect(asked).toBeGreaterThan(20)
  database.close()
})
