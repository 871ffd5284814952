// `npm run bench`: every scenario, every system in turn, several rounds in one run; a table, and results/latest.json when
// nothing was left out.
import { mkdirSync, writeFileSync } from 'node:fs'
import { availableParallelism, totalmem } from 'node:os'
import { argv, exit, stderr, stdout } from 'node:process'
import { fileURLToPath } from 'node:url'
import { today } from './clock.ts'
import { openLab } from './lab.ts'
import type { Kind } from './launch/kinds.ts'
import { measureLimits, renderLimits } from './limits/measure-limits.ts'
import { readOptions } from './options.ts'
import { renderScenario, reportOn, type ScenarioReport } from './report.ts'
import { allScenarios } from './scenarios/all.ts'
import type { Figures, Lab, Scenario } from './scenarios/scenario.ts'

const resultsFolder = fileURLToPath(new URL('../results/', import.meta.url))
const systemsHere: readonly Kind[] = ['floor', 'naive', 'bare', 'comanda']
const limitsName = 'limits'

/** Systems take turns within a round and start with another one each round, so none always has the quiet moment. */
async function runRounds(
  scenario: Scenario,
  lab: Lab,
  systems: readonly Kind[],
  rounds: number,
): Promise<ScenarioReport> {
  const kinds = scenario.kinds.filter((kind) => systems.includes(kind))
  const roundsOf = new Map<Kind, Figures[]>(kinds.map((kind) => [kind, []]))
  for (let round = 0; round < rounds; round += 1) {
    const turn = kinds.map((_, index) => kinds[(index + round) % kinds.length]).filter((kind) => kind !== undefined)
    for (const kind of turn) {
      stderr.write(`${scenario.name}, round ${round + 1} of ${rounds}: ${kind}\n`)
      roundsOf.get(kind)?.push(await scenario.measure(lab, kind))
    }
  }
  return reportOn(scenario, roundsOf)
}

async function main(): Promise<void> {
  const names = [limitsName, ...allScenarios.map(({ name }) => name)]
  const options = readOptions(argv.slice(2), names)
  const rounds = options.rounds ?? (options.quick ? 1 : 3)
  const systems = options.systems ?? systemsHere
  const wanted = (name: string): boolean => options.only?.includes(name) ?? true
  const lab = openLab(options.quick, systems)
  const reports: ScenarioReport[] = []
  const failed: string[] = []
  let limits: Figures | undefined
  try {
    if (wanted(limitsName)) {
      limits = await measureLimits(lab, lab.folder, rounds)
      stdout.write(`${renderLimits(limits)}\n\n`)
    }
    for (const scenario of allScenarios.filter(({ name }) => wanted(name))) {
      try {
        const report = await runRounds(scenario, lab, systems, rounds)
        reports.push(report)
        stdout.write(`${renderScenario(report, scenario.columns)}\n\n`)
      } catch (cause) {
        // Half an hour of other figures is worth keeping; the run as a whole has failed all the same.
        failed.push(scenario.name)
        stderr.write(`${scenario.name} failed: ${cause instanceof Error ? cause.stack : String(cause)}\n`)
      }
    }
  } finally {
    lab.close()
  }
  const machine = { cores: availableParallelism(), memoryGb: Math.round(totalmem() / 2 ** 30), node: process.version }
  const latest = { date: today(), machine, rounds, quick: options.quick, failed, limits, scenarios: reports }
  const whole = options.only === undefined && options.systems === undefined && !options.quick
  mkdirSync(resultsFolder, { recursive: true })
  writeFileSync(`${resultsFolder}${whole ? 'latest' : 'partial'}.json`, `${JSON.stringify(latest, null, 2)}\n`)
  if (failed.length > 0) process.exitCode = 1
}

process.once('SIGINT', () => exit(130))
process.once('SIGTERM', () => exit(143))
await main()
