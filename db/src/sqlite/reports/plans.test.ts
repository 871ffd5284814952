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
  expect(statements.length).toBeGreaterThan(12)
  for (const sql of statements) {
    const plan = database
      .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
      .all(...Array.from({ length: sql.split('?').length - 1 }, () => ''))
    const details = plan.map((step) => step.detail)
    for (const detail of details) {
      const table = /^SCAN (fact|dish|orders|judged|void|raised|answer|ending|closing|again|version)/.exec(detail)
      expect(table, `${detail} in ${sql}`).toBeNull()
    }
    for (const detail of details.filter((step) => step.startsWith('SEARCH'))) expect(detail).toMatch(/restaurant_id=\?/)
  }
  database.close()
})
