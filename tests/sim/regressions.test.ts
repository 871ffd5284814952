// Schedules that once broke a promise, made small and kept.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runPlan } from './run-plan.ts'
import type { Plan } from './world/plan.ts'

const folder = join(import.meta.dirname, 'regressions')
type Kept = { readonly broke: string; readonly plan: Plan }

const kept = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => ({ name, ...(JSON.parse(readFileSync(join(folder, name), 'utf8')) as Kept) }))

test('there are some', () => {
  expect(kept.length).toBeGreaterThan(0)
})

test.each(kept)('[P-2] [P-4] [P-18] $name holds', async ({ plan }) => {
  const { violations, counts } = await runPlan(plan)
  expect(violations).toEqual([])
  expect(counts.get('server started')).toBeGreaterThan(0)
})
