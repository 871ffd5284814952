// Runs a plan and holds its end against every promise.
import { checkCommands } from './invariants/commands.ts'
import { checkLines } from './invariants/lines.ts'
import { checkLog } from './invariants/log.ts'
import { checkMoney } from './invariants/money.ts'
import { checkReceipts } from './invariants/receipts.ts'
import { checkReplicas } from './invariants/replicas.ts'
import { perform } from './world/perform.ts'
import type { Plan } from './world/plan.ts'
import type { Violation } from './world/witness.ts'
import { type Mutation, World } from './world/world.ts'

export type Run = {
  readonly violations: readonly Violation[]
  readonly counts: ReadonlyMap<string, number>
  readonly happened: number
  readonly world: World
}

export async function runPlan(plan: Plan, mutation: Mutation = {}): Promise<Run> {
  const world = await World.create(plan, mutation)
  await world.run(perform)
  await world.stored.catchUp()
  await checkLog(world)
  checkReplicas(world)
  checkCommands(world)
  checkLines(world)
  checkReceipts(world)
  checkMoney(world)
  const { violations, counts } = world.witness
  return { violations, counts, happened: world.scheduler.ran, world }
}
