// Registers a file's share of the schedules: fixed seeds in npm test, fresh ones in the long run. A schedule that fails is
// told with its seed, what it broke, and the fewest steps that still break it.
import { expect, test } from 'vitest'
import { runPlan } from './run-plan.ts'
import { shrink } from './shrink.ts'
import { generatePlan, type WeatherName, weathers } from './world/generate.ts'
import type { Plan } from './world/plan.ts'

const isLong = process.env.COMANDA_TEST_LONG === '1'
/** A long run is a thousand schedules a file and never twice the same. */
const longCount = 1_000
const firstSeed = isLong ? Math.floor(performance.timeOrigin) : 1
const shrinkFor = 20_000

export type Share = {
  readonly weather: WeatherName
  readonly count: number
  readonly taps: number
  readonly nodes: (index: number) => number
  /** What this weather is made of: each must have happened, or the file proved nothing. */
  readonly mustHappen: readonly string[]
}

export type Totals = ReadonlyMap<string, number>

async function tell(plan: Plan, weather: WeatherName, index: number, taps: number): Promise<string> {
  const { violations } = await runPlan(plan)
  const end = performance.now() + shrinkFor
  const { plan: small } = await shrink(plan, {}, () => performance.now() < end)
  return [
    `schedule ${plan.seed} breaks:`,
    ...violations.slice(0, 5).map(({ promise, says, at }) => `  ${promise} at ${at} ms: ${says}`),
    `small enough to read: ${JSON.stringify(small)}`,
    `to keep it: npx node tests/sim/keep.ts ${weather} ${index} ${taps} ${plan.nodes} <name>`,
  ].join('\n')
}

export async function playSchedules(share: Share): Promise<Totals> {
  const { weather, taps, nodes } = share
  const totals = new Map<string, number>()
  const count = isLong ? longCount : share.count
  for (let index = firstSeed; index < firstSeed + count; index += 1) {
    const plan = generatePlan(`${weather}-${index}`, weathers[weather], taps, nodes(index))
    const run = await runPlan(plan)
    if (run.violations.length > 0) throw new Error(await tell(plan, weather, index, taps))
    for (const [what, times] of run.counts) totals.set(what, (totals.get(what) ?? 0) + times)
  }
  return totals
}

export function registerSchedules(title: string, share: Share): void {
  test(`${title} (${isLong ? longCount : share.count} schedules from seed ${share.weather}-${firstSeed})`, async () => {
    const totals = await playSchedules(share)
    const always = ['round came through', 'answer heard', 'double tap', 'ticket confirmed']
    for (const what of [...always, ...share.mustHappen]) expect(totals.get(what) ?? 0, what).toBeGreaterThan(0)
  })
}
