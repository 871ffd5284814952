import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { canReadUsage } from './process-usage.ts'
import { killLeftovers, startProgram } from './running-program.ts'
import { type ComandaOptions, startComanda } from './server-process.ts'

const smallServer = fileURLToPath(new URL('./programs/small-server.ts', import.meta.url))
let data: string

beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'comanda-process-'))
})

afterEach(async () => {
  await killLeftovers()
  rmSync(data, { recursive: true })
})

const start = (options: Partial<ComandaOptions> = {}) => startComanda({ data, program: smallServer, ...options })

test('a started server answers at the address it said, and only once it is ready', async () => {
  const server = await start()
  expect(server.port).toBeGreaterThan(0)
  expect((await server.line(/listening at/)).index).toBeGreaterThan(0)
  expect(await (await server.get('/healthz')).text()).toBe('alive')
  expect((await server.get('/readyz')).status).toBe(200)
})

test('SIGTERM lets it say goodbye, and its last words are kept', async () => {
  const server = await start({ awaits: 'healthz' })
  expect(await server.stop()).toEqual({ code: 0, signal: null })
  expect(server.errorLines()).toContain('asked to end')
  expect(server.isRunning()).toBe(false)
})

test('SIGKILL does not, and it starts again on the same data and port', async () => {
  const first = await start()
  expect(await first.kill()).toEqual({ code: null, signal: 'SIGKILL' })
  expect(first.errorLines()).not.toContain('asked to end')
  const second = await first.restart()
  expect(second.port).toBe(first.port)
  expect(second.pid).not.toBe(first.pid)
  expect(await (await second.get('/starts')).text()).toBe('2')
  const third = await second.restart()
  expect(second.isRunning()).toBe(false)
  expect(await (await third.get('/starts')).text()).toBe('3')
})

test('a process that ignores SIGTERM is killed and the stop fails', async () => {
  const server = await start({ env: { STUBBORN: '1' } })
  await expect(server.stop(200)).rejects.toThrow('to end after SIGTERM')
  expect(await server.ended).toEqual({ code: null, signal: 'SIGKILL' })
})

test('a program that cannot start fails with its own last words', async () => {
  await expect(start({ data: join(data, 'missing') })).rejects.toThrow(/ended \(1\) without saying[\s\S]*ENOENT/)
})

test('what a test leaves behind is ended', async () => {
  const program = await startProgram({ program: smallServer, env: { COMANDA_DATA: data } })
  expect(await killLeftovers()).toBe(1)
  expect(await program.ended).toEqual({ code: null, signal: 'SIGKILL' })
})

test.runIf(canReadUsage())('memory, open files and processor time are those of that process', async () => {
  const server = await start()
  const before = server.usage()
  expect(before.residentBytes).toBeGreaterThan(20 * 1024 * 1024)
  for (const path of ['/grow', '/open', '/spin']) await server.get(path)
  const after = server.usage()
  expect(after.residentBytes - before.residentBytes).toBeGreaterThan(50 * 1024 * 1024)
  expect(after.openFiles - before.openFiles).toBeGreaterThanOrEqual(50)
  expect(after.cpuMs - before.cpuMs).toBeGreaterThanOrEqual(200)
  expect(after.threads).toBeGreaterThan(1)
})
