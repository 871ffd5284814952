// One vitest project in a process of its own, so that one that dies takes no other's result along.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../source/files.ts'
import { type Report, type Tally, tallyOf } from './tally.ts'

/** Past this a runner hangs: it is ended, and counts as failed. Long runs may take the hours they need. */
const limitMs = 11 * 60_000

export async function runProject(name: string, env: NodeJS.ProcessEnv): Promise<Tally> {
  const folder = mkdtempSync(join(tmpdir(), 'comanda-test-'))
  const reportFile = join(folder, 'report.json')
  try {
    const exitCode = await runVitest(name, reportFile, env)
    return tallyOf(readReport(reportFile), exitCode)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function runVitest(name: string, reportFile: string, env: NodeJS.ProcessEnv): Promise<number> {
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
  const args = [
    vitest,
    'run',
    '--project',
    name,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${reportFile}`,
  ]
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env })
    const limit = env.COMANDA_TEST_LONG === '1' ? undefined : setTimeout(() => child.kill('SIGKILL'), limitMs)
    child.on('error', () => resolve(1))
    child.on('exit', (code) => {
      clearTimeout(limit)
      resolve(code ?? 1)
    })
  })
}

function readReport(file: string): Report | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report
  } catch {
    return undefined
  }
}
