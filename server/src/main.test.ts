// The program as people start it: a process of its own.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { casaLola } from '@comanda/demo/restaurant'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HttpClient } from './testing/http-client.ts'

const program = fileURLToPath(new URL('./main.ts', import.meta.url))
const owner = Object.keys(casaLola.pins).find((id) =>
  casaLola.changes.some(
    (change) => change.kind === 'person' && change.put.id === id && change.put.roles.includes('owner'),
  ),
)

describe('the program', { timeout: 60_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'comanda-main-'))
  const description = join(folder, 'restaurant.json')
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const start = (args: string[], environment: Record<string, string> = {}) =>
    spawn(process.execPath, [program, ...args], {
      env: {
        PATH: process.env.PATH,
        COMANDA_DATA: join(folder, 'data'),
        COMANDA_PORT: '0',
        COMANDA_LOG: 'silent',
        ...environment,
      },
    })

  async function run(args: string[], environment: Record<string, string> = {}, input = '') {
    const child = start(args, environment)
    const said: string[] = []
    const complained: string[] = []
    child.stdout.on('data', (data) => said.push(String(data)))
    child.stderr.on('data', (data) => complained.push(String(data)))
    child.stdin.end(input)
    const [code] = await once(child, 'close')
    return { code, said: said.join(''), complained: complained.join('') }
  }

  beforeAll(() => writeFileSync(description, JSON.stringify({ ...casaLola, pins: {} })))

  it('ends with one line and 1 when something is wrong', async () => {
    const wrongs = [
      await run([], { COMANDA_PORT: 'x' }),
      await run(['verify']),
      await run([]),
      await run(['verify', '--anchor', 'nonsense']),
      await run(['init', join(folder, 'nothing.json')]),
    ]
    for (const { code, complained } of wrongs) {
      expect(code).toBe(1)
      expect(complained.trim().split('\n')).toHaveLength(1)
    }
    expect((await run(['dance'])).code).toBe(2)
  })

  it('makes a restaurant, gives a PIN, serves, stops on SIGTERM, backs up, verifies, restores', async () => {
    expect(await run(['init', description])).toMatchObject({ code: 0 })
    expect(await run(['init', description])).toMatchObject({ code: 0 })
    const everywhere = await run([], { COMANDA_HOST: '0.0.0.0' })
    expect(everywhere).toMatchObject({ code: 1 })
    expect(everywhere.complained).toContain('an owner needs a PIN')
    expect(await run(['set-pin', owner ?? ''], {}, '4711\n')).toMatchObject({ code: 0 })

    const child = start(['serve'])
    const line = await new Promise<string>((resolve) => child.stdout.once('data', (data) => resolve(String(data))))
    const url = /http:\S+/.exec(line)?.[0] ?? ''
    const client = new HttpClient(url)
    expect((await client.ask('GET', '/readyz')).body).toMatchObject({ ready: true })
    const asked = await client.post('/api/pairings', { name: 'First' })
    const { code, claim } = asked.body as { code: string; claim: string }
    expect(await run(['pair', code, 'office'])).toMatchObject({ code: 0 })
    expect((await client.post('/api/pairings/collect', { claim })).status).toBe(200)
    expect((await client.post('/api/sign-in', { staffId: owner, pin: '4711' })).status).toBe(200)
    const copy = join(folder, 'copy.db')
    expect(await run(['backup', copy])).toMatchObject({ code: 0 })
    expect(statSync(copy).mode & 0o777).toBe(0o600)
    child.kill('SIGTERM')
    expect((await once(child, 'close'))[0]).toBe(0)

    const whole = await run(['verify'])
    expect(whole).toMatchObject({ code: 0 })
    const anchor = /(\d+:[0-9a-f]{64})/.exec(whole.said)?.[1] ?? ''
    expect(await run(['verify', '--anchor', anchor])).toMatchObject({ code: 0 })
    expect(await run(['rebuild'])).toMatchObject({ code: 0 })
    expect(await run(['restore', copy])).toMatchObject({ code: 1 })
    renameSync(join(folder, 'data'), join(folder, 'before'))
    expect(await run(['restore', copy])).toMatchObject({ code: 0 })
    expect(await run(['verify'])).toMatchObject({ code: 0 })
  })
})
