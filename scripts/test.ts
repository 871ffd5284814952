// `npm test`: what can be checked without running, then every kind of proof in turn, then one line with the sum.
// `npm test -- sim faults` runs the named ones alone, `npm test -- speed` what is measured and asserts no time; `npm run test:long` runs those two and the journeys,
// with their soaks, at full length.
import { readText, sourceFiles } from './source/files.ts'
import { parseFile } from './source/parse.ts'
import { testTitles } from './spec/titles.ts'
import { runStaticChecks } from './static/checks.ts'
import { browserOrInstall } from './testing/browser.ts'
import { runProject } from './testing/run-project.ts'
import { add, closingLine, nothing, type Tally } from './testing/tally.ts'

const kinds = ['static', 'unit', 'contract', 'sim', 'faults', 'browser', 'speed'] as const
type Kind = (typeof kinds)[number]
const long = process.env.COMANDA_TEST_LONG === '1'
/** Those that have a full length. */
const longKinds: ReadonlySet<Kind> = new Set(['sim', 'faults', 'browser', 'speed'])
/** Only when they are named: they want a quiet machine. */
const onRequest: ReadonlySet<Kind> = new Set(['speed'])

const named = process.argv.slice(2)
const unknown = named.filter((name) => !kinds.some((kind) => kind === name))
if (unknown.length > 0) {
  console.error(`Nothing is called ${unknown.join(', ')}. Choose from: ${kinds.join(', ')}`)
  process.exit(2)
}

const tallies = new Map<string, Tally>()
for (const kind of kinds) {
  if (!isChosen(kind)) continue
  console.log(`\n== ${kind}`)
  tallies.set(kind, await run(kind))
}

const total = add(...tallies.values())
console.log()
for (const [kind, tally] of tallies) console.log(`${kind.padEnd(8)} ${closingLine(tally)}`)
process.exitCode = total.failed > 0 ? 1 : 0
console.log(`\n${closingLine(total)}`)

function isChosen(kind: Kind): boolean {
  if (named.length > 0) return named.includes(kind)
  return long ? longKinds.has(kind) : !onRequest.has(kind)
}

async function run(kind: Kind): Promise<Tally> {
  if (kind === 'static') return { ...(await runStaticChecks()), skipped: 0 }
  if (kind === 'browser' || kind === 'speed') return runInBrowser(kind)
  return runProject(kind, process.env)
}

async function runInBrowser(kind: 'browser' | 'speed'): Promise<Tally> {
  const isSpeed = (path: string): boolean => path.endsWith('-speed.test.ts')
  const journeys = sourceFiles('tests/e2e').filter(
    (path) => path.endsWith('.test.ts') && isSpeed(path) === (kind === 'speed'),
  )
  if (journeys.length === 0) return nothing
  const browser = browserOrInstall(process.env)
  if (browser) return runProject(kind, { ...process.env, COMANDA_CHROMIUM: browser })
  const titles = journeys.flatMap((path) => testTitles(parseFile(path, readText(path))))
  return { ...nothing, skipped: titles.length }
}
