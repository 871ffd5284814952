// The simulation bites: each broken part is noticed within a few seeds, by the promise that it breaks.
import { expect, test } from 'vitest'
import { brokenParts } from './mutations.ts'
import { runPlan } from './run-plan.ts'
import { generatePlan, weathers } from './world/generate.ts'

const seeds = 6

test.each(brokenParts)('[P-1] [P-2] [P-4] [P-18] $what is noticed', async ({ weather, promises, make }) => {
  const noticed: string[] = []
  for (let index = 1; index <= seeds && noticed.length === 0; index += 1) {
    const plan = generatePlan(`${weather}-broken-${index}`, weathers[weather], 60, 1)
    const whole = await runPlan(plan)
    expect(whole.violations).toEqual([])
    const { violations } = await runPlan(plan, make())
    noticed.push(...violations.map(({ promise }) => promise).filter((promise) => promises.includes(promise)))
  }
  expect(noticed).not.toEqual([])
})
