// What is checked without running the program. Each check is one line of the outcome and counts as one.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { checkBoundaries } from '../boundaries/check.ts'
import { checkDomainHash } from '../source/domain-hash.ts'
import { readWorkspaces, root } from '../source/files.ts'
import { checkLockFile } from '../source/lock-file.ts'
import { specCoverage } from '../spec/coverage.ts'
import { runTool } from './run-tool.ts'

type Outcome = { ok: boolean; details: string }

type Check = { name: string; run: () => Promise<Outcome> }

const checks: readonly Check[] = [
  { name: 'types', run: checkTypes },
  {
    name: 'lint and format',
    run: () => runTool('biome', ['check', '--error-on-warnings', '--max-diagnostics=50', '.']),
  },
  { name: 'boundaries', run: () => complaintsOf(checkBoundaries) },
  { name: 'spec', run: () => complaintsOf(() => specCoverage().complaints) },
  { name: 'name of the rules', run: () => complaintsOf(checkDomainHash) },
  { name: 'lock file', run: () => complaintsOf(checkLockFile) },
]

/** Runs them all, whatever the earlier ones say, and prints what each found. */
export async function runStaticChecks(): Promise<{ passed: number; failed: number }> {
  let failed = 0
  for (const { name, run } of checks) {
    const startedAt = performance.now()
    const { ok, details } = await run().catch((error: unknown) => ({ ok: false, details: String(error) }))
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
    console.log(`${ok ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`)
    if (!ok) console.log(details)
    if (!ok) failed += 1
  }
  return { passed: checks.length - failed, failed }
}

async function complaintsOf(look: () => string[]): Promise<Outcome> {
  const complaints = look()
  return { ok: complaints.length === 0, details: complaints.join('\n') }
}

/** The whole project at once, then each workspace that narrows what its own code may use. */
async function checkTypes(): Promise<Outcome> {
  const narrowed = readWorkspaces().filter(({ folder }) => existsSync(join(root, folder, 'tsconfig.json')))
  const outcomes: Outcome[] = []
  for (const folder of ['.', ...narrowed.map((workspace) => workspace.folder)]) {
    outcomes.push(await runTool('tsc', ['-p', folder, '--pretty', 'false']))
  }
  return { ok: outcomes.every(({ ok }) => ok), details: outcomes.map(({ details }) => details).join('') }
}
