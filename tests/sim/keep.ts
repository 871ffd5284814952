// Makes a failing schedule small and keeps it as a regression:
//   npx node tests/sim/keep.ts <weather> <number> <taps> <nodes> <name>
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runPlan } from './run-plan.ts'
import { shrink } from './shrink.ts'
import { generatePlan, type WeatherName, weathers } from './world/generate.ts'

const [weather = 'everything', index = '1', taps = '80', nodes = '1', name = `${weather}-${index}`] =
  process.argv.slice(2)
const plan = generatePlan(`${weather}-${index}`, weathers[weather as WeatherName], Number(taps), Number(nodes))
const { violations } = await runPlan(plan)
const found = violations[0]
if (found === undefined) {
  console.log('it does not fail')
} else {
  const end = performance.now() + 120_000
  const { plan: small, tries } = await shrink(plan, {}, () => performance.now() < end)
  const file = join(import.meta.dirname, 'regressions', `${name}.json`)
  const steps = small.steps.map((step) => `      ${JSON.stringify(step)}`).join(',\n')
  const devices = small.devices.map((device) => `      ${JSON.stringify(device)}`).join(',\n')
  writeFileSync(
    file,
    `{\n  "broke": ${JSON.stringify(found.promise)},\n  "plan": {\n    "seed": ${JSON.stringify(small.seed)},\n    "nodes": ${small.nodes},\n    "devices": [\n${devices}\n    ],\n    "steps": [\n${steps}\n    ]\n  }\n}\n`,
  )
  console.log(`${found.promise} ${found.says}\n${small.steps.length} steps left after ${tries} tries, in ${file}`)
}
