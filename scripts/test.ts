// `npm test`: what can be checked without running, then every kind of proof in turn, then one line with the sum.
// `npm test -- sim faults` runs the named ones alone; `npm run test:long` runs those two and the journeys,
// with their soaks, at full length.
import { readText, sourceFiles } from './source/files.ts'
import { parseFile } from './source/parse.ts'
import { testTitles } from './spec/titles.ts'
import { runStaticChecks } from './static/checks.ts'
import { browserOrInstall } from './testing/browser.ts'
import { runProject } from './testing/run-project.ts'
import { add, closingLine, nothing, type Tally } from './testing/tally.ts'

const kinds = ['static', 'unit', 'contract', 'sim', 'faults', 'browser'] as const
const long = process.env.COMANDA_TEST_LONG === '1'
/** Those that have a full length. */
const longKinds: ReadonlySet<string> = new Set(['sim', 'faults', 'browser'])

const named = process.argv.slice(2)
const unknown = named.filter((name) => !kinds.some((kind) => kind === name))
if (unknown.length > 0) {
  console.error(`Nothing is called ${unknown.join(', ')}. Choose from: ${kinds.join(', ')}`)
  process.exit(2)
}

const tallies = new Map<string, Tally>()
for (const kind of kinds) {
  const chosen = named.length > 0 ? named.includes(kind) : !long || longKinds.has(kind)
  if (!chosen) continue
  console.log(`\n== ${kind}`)
  tallies.set(kind, await run(kind))
}

const total = add(...tallies.values())
console.log()
for (const [kind, tally] of tallies) console.log(`${kind.padEnd(8)} ${closingLine(tally)}`)
process.exitCode = total.failed > 0 ? 1 : 0
console.log(`\n${closingLine(total)}`)

async function run(kind: (typeof kinds)[number]): Promise<Tally> {
  if (kind === 'static') return { ...(await runStaticChecks()), skipped: 0 }
  if (kind === 'browser') return runJourneys()
  return runProject(kind, process.env)
}

async function runJourneys(): Promise<Tally> {
  const journeys = sourceFiles('tests/e2e').filter((path) => path.endsWith('.test.ts'))
  if (journeys.length === 0) return nothing
  const browser = browserOrInstall(process.env)
  if (browser) return runProject('browser', { ...process.env, COMANDA_CHROMIUM: browser })
  const titles = journeys.flatMap((path) => testTitles(parseFile(path, readText(path))))
  return { ...nothing, skipped: titles.length }
}
