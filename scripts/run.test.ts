// The way in, on a machine that has nothing yet: a small project of its own, and an npm that writes down its calls.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { root } from './source/files.ts'

const packagedNode = `node_modules/node-${process.platform}-${process.arch}/bin/node`
let base: string

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'comanda-run-'))
  cpSync(join(root, 'scripts/run.mjs'), join(base, 'scripts/run.mjs'))
  cpSync(join(root, 'scripts/prepare'), join(base, 'scripts/prepare'), { recursive: true })
  write('package.json', JSON.stringify({ workspaces: [] }))
  lock('1.0.0')
  const npm = `#!/bin/sh
echo "npm $*" >> npm-calls
mkdir -p ${dirname(packagedNode)}
cp package-lock.json node_modules/.package-lock.json
ln -sf "${process.execPath}" ${packagedNode}
`
  write('bin/npm', npm, 0o755)
})

afterEach(() => rmSync(base, { recursive: true }))

function write(path: string, text: string, mode = 0o644) {
  mkdirSync(dirname(join(base, path)), { recursive: true })
  writeFileSync(join(base, path), text, { mode })
}

function lock(version: string) {
  const other = { version: '1.0.0', optional: true }
  const packages = { '': {}, 'node_modules/a': { version }, 'node_modules/for-another-machine': other }
  write('package-lock.json', JSON.stringify({ packages }))
}

const env = () => ({ ...process.env, PATH: `${join(base, 'bin')}:${process.env.PATH}` })

function run(...args: string[]) {
  return spawnSync(process.execPath, ['scripts/run.mjs', ...args], { cwd: base, env: env(), encoding: 'utf8' })
}

function installs(): number {
  return readFileSync(join(base, 'npm-calls'), 'utf8').trim().split('\n').length
}

describe('packages', () => {
  beforeEach(() => write('demo/src/serve.ts', 'console.log("served")'))

  it('are installed on the first run and left alone on the second', () => {
    expect(run('start').stdout).toBe('Installing packages (first run) ...\nserved\n')
    expect(run('start').stdout).toBe('served\n')
    expect(installs()).toBe(1)
  })

  it('are installed again when the lock file names another version', () => {
    run('start')
    lock('1.0.1')
    expect(run('start').stdout).toBe('Installing packages (they changed) ...\nserved\n')
  })

  it('are installed again when one was taken away', () => {
    run('start')
    const other = { packages: { '': {} } }
    write('node_modules/.package-lock.json', JSON.stringify(other))
    expect(run('start').stdout).toContain('they changed')
  })

  it('stop the run when they cannot be installed', () => {
    write('bin/npm', '#!/bin/sh\nexit 1\n', 0o755)
    const { status, stdout, stderr } = run('start')
    expect({ status, served: stdout.includes('served') }).toEqual({ status: 1, served: false })
    expect(stderr).toContain('npm ci did not succeed')
  })
})

describe('the program', () => {
  it('runs on the packaged Node, found first on its path, with its arguments', () => {
    write(
      'demo/src/serve.ts',
      'console.log(JSON.stringify([process.env.PATH?.split(":")[0], ...process.argv.slice(2)]))',
    )
    const line = run('start', '--port', '0').stdout.trim().split('\n').at(-1) ?? ''
    expect(JSON.parse(line)).toEqual([join(base, dirname(packagedNode)), '--port', '0'])
  })

  it('ends the command with its own exit code', () => {
    write('demo/src/serve.ts', 'process.exit(7)')
    expect(run('start').status).toBe(7)
  })

  it('ends the command by its own signal', () => {
    write('demo/src/serve.ts', 'process.kill(process.pid, "SIGKILL")')
    expect(run('start').signal).toBe('SIGKILL')
  })

  it.each(['SIGTERM', 'SIGINT'] as const)('hears %s once, and may end in its own time', async (signal) => {
    write(
      'demo/src/serve.ts',
      `process.on("${signal}", () => { console.log("bye"); setTimeout(() => process.exit(3), 50) })
       setInterval(() => {}, 1000); console.log("up")`,
    )
    const child = spawn(process.execPath, ['scripts/run.mjs', 'start'], {
      cwd: base,
      env: env(),
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const { said, ended } = follow(child)
    await said('up')
    child.kill(signal)
    const { code, text } = await ended
    expect({ code, byes: text.split('bye').length - 1 }).toEqual({ code: 3, byes: 1 })
  })

  it('is named when it is none of ours', () => {
    const { status, stderr } = run('dance')
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining('start, demo, test') })
  })
})

function follow(child: ChildProcess) {
  let text = ''
  const listeners = new Set<() => void>()
  child.stdout?.on('data', (chunk: Buffer) => {
    text += chunk.toString()
    for (const listener of listeners) listener()
  })
  const said = (word: string) =>
    new Promise<void>((resolve) => {
      const look = () => text.includes(word) && resolve()
      listeners.add(look)
      look()
    })
  const ended = new Promise<{ code: number | null; text: string }>((resolve) => {
    child.on('close', (code) => resolve({ code, text }))
  })
  return { said, ended }
}
