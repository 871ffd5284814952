// Makes a failing plan smaller while it still fails by the same promise: steps are left out in ever smaller pieces, then
// nodes and devices that nobody needs.
import { runPlan } from './run-plan.ts'
import type { Plan } from './world/plan.ts'
import type { Mutation } from './world/world.ts'

export type Shrunk = { readonly plan: Plan; readonly tries: number }

const withSteps = (plan: Plan, steps: Plan['steps']): Plan => ({ ...plan, steps })

/** Devices at the end of the list that no step names. */
const withoutIdleDevices = (plan: Plan): Plan => {
  const last = Math.max(0, ...plan.steps.map((step) => ('device' in step ? step.device : 0)))
  return { ...plan, devices: plan.devices.slice(0, last + 1) }
}

export async function shrink(plan: Plan, mutation: Mutation, mayGoOn: () => boolean): Promise<Shrunk> {
  const first = await runPlan(plan, mutation)
  const promise = first.violations[0]?.promise
  let tries = 1
  let best = plan
  const fails = async (smaller: Plan): Promise<boolean> => {
    tries += 1
    const { violations } = await runPlan(smaller, mutation)
    return violations.some((violation) => violation.promise === promise)
  }
  const tryWith = async (smaller: Plan): Promise<boolean> => {
    const failed = await fails(smaller)
    if (failed) best = smaller
    return failed
  }
  if (promise === undefined) return { plan, tries }
  for (let size = Math.ceil(best.steps.length / 2); size >= 1 && mayGoOn(); size = Math.floor(size / 2)) {
    for (let from = 0; from < best.steps.length && mayGoOn(); ) {
      const steps = best.steps.filter((_, index) => index < from || index >= from + size)
      if (!(await tryWith(withSteps(best, steps)))) from += size
    }
  }
  await tryWith(withoutIdleDevices(best))
  if (best.nodes > 1) await tryWith({ ...best, nodes: 1 })
  return { plan: best, tries }
}
