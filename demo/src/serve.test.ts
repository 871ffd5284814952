// `npm start`, as a real process: it opens Casa Lola, says where, lets people in with the PINs it printed, and ends when told.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { posts } from './bots/crew.ts'
import { takePlace } from './bots/desk.ts'
import { pins } from './restaurant/staff.ts'

const program = fileURLToPath(new URL('./serve.ts', import.meta.url))
const long = 30_000
let folder: string
let child: ChildProcess | undefined

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'comanda-start-'))
})
afterEach(() => {
  child?.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

type Run = { child: ChildProcess; ended: Promise<number | null>; said: () => string; complained: () => string }

function start(environment: Record<string, string>): Run {
  const started = spawn(process.execPath, [program], {
    env: { ...process.env, COMANDA_DATA: join(folder, 'data'), COMANDA_PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  child = started
  let [said, complained] = ['', '']
  started.stdout.on('data', (text: Buffer) => {
    said += text
  })
  started.stderr.on('data', (text: Buffer) => {
    complained += text
  })
  const ended = once(started, 'close').then(([code]) => code as number | null)
  return { child: started, ended, said: () => said, complained: () => complained }
}

async function opened(run: Run): Promise<string> {
  while (!run.said().includes('Ctrl-C')) {
    if (run.child.exitCode !== null) throw new Error(`it ended: ${run.complained()}`)
    await once(run.child.stdout ?? run.child, 'data')
  }
  const url = /is open on (http:\S+)/.exec(run.said())?.[1]
  if (url === undefined) throw new Error('it does not say where')
  return url
}

test('opens Casa Lola twice on the same folder, and whoever has a PIN may sign in', { timeout: long }, async () => {
  for (const visit of ['first', 'second']) {
    const run = start({})
    const url = await opened(run)
    expect(await (await fetch(`${url}/healthz`)).json(), visit).toEqual({ ok: true })
    for (const pin of Object.values(pins)) expect(run.said()).toContain(pin)
    const [post] = posts
    if (post === undefined) throw new Error('nobody works here')
    const desk = await takePlace(url, post, pins)
    expect(desk.author).toMatchObject({ staffId: 'ana', roles: ['waiter'] })
    run.child.kill('SIGTERM')
    expect(await run.ended).toBe(0)
    expect(run.complained()).toBe('')
  }
})

test('refuses any address but this machine in one line, and leaves nothing behind', { timeout: long }, async () => {
  const run = start({ COMANDA_HOST: '0.0.0.0' })
  expect(await run.ended).toBe(1)
  expect(run.said()).toBe('')
  expect(run.complained()).toMatch(/^the demo is for this machine alone.*\n$/)
  expect(readdirSync(folder)).toEqual([])
})
