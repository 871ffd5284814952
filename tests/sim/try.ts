// Plays schedules by hand: npx node tests/sim/try.ts <weather> <first> <count> [taps] [nodes]

import { runPlan } from './run-plan.ts'
import { generatePlan, type WeatherName, weathers } from './world/generate.ts'

const [weather = 'everything', first = '1', count = '1', taps = '80', nodes = '1'] = process.argv.slice(2)
const totals = new Map<string, number>()
const started = performance.now()
let failed = 0
for (let index = Number(first); index < Number(first) + Number(count); index += 1) {
  const plan = generatePlan(`${weather}-${index}`, weathers[weather as WeatherName], Number(taps), Number(nodes))
  const run = await runPlan(plan)
  for (const [what, times] of run.counts) totals.set(what, (totals.get(what) ?? 0) + times)
  totals.set('events in the log', (totals.get('events in the log') ?? 0) + run.world.stored.head)
  totals.set('happened', (totals.get('happened') ?? 0) + run.happened)
  if (run.violations.length > 0) failed += 1
  for (const { promise, says, at } of run.violations.slice(0, 4)) console.log(plan.seed, at, promise, says)
}
console.log(
  [...totals]
    .sort()
    .map(([what, times]) => `${what}: ${times}`)
    .join('\n'),
)
console.log(`${failed} of ${count} failed, ${Math.round(performance.now() - started)} ms`)
