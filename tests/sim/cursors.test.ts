// Devices that come back from anywhere, after evenings in which everything went wrong.
import { expect, test } from 'vitest'
import { checkCursors } from './invariants/cursors.ts'
import { runPlan } from './run-plan.ts'
import { generatePlan, weathers } from './world/generate.ts'

test.each([1, 2, 3, 4, 5, 6])('[P-5] every cursor comes to the head after evening %i', async (index) => {
  const plan = generatePlan(`cursors-${index}`, weathers.everything, 50, index % 2 === 0 ? 2 : 1)
  const { world } = await runPlan(plan)
  await checkCursors(world)
  expect(world.witness.violations).toEqual([])
  for (const from of ['nothing', 'somewhere', 'the head', 'the future', 'another log']) {
    expect(world.witness.counted(`came back from ${from}`), from).toBeGreaterThan(1)
  }
})
