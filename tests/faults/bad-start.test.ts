// A start that cannot be, and a file that cannot be trusted: one clear line for the person at the terminal, and an exit
// code that says so.
import { once } from 'node:events'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { factsFileOf } from '@comanda/db/sqlite/facts/path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { killLeftovers, startProgram } from './harness/running-program.ts'
import { comandaProgram, startComanda } from './harness/server-process.ts'
import { logFileIn } from './harness/stored-orders.ts'

let folder: string
let data: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'comanda-bad-start-'))
  data = join(folder, 'data')
  mkdirSync(data)
})

afterEach(async () => {
  await killLeftovers()
  rmSync(folder, { recursive: true })
})

type Said = { code: number | null; errors: readonly string[]; lines: readonly string[] }

async function run(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Said> {
  const program = await startProgram({
    program: comandaProgram,
    args,
    env: { COMANDA_DATA: data, COMANDA_PORT: '0', COMANDA_LOG: 'warn', ...env },
  })
  const { code } = await program.ended
  return { code, errors: program.errorLines(), lines: program.lines() }
}

function expectOneLine({ code, errors }: Said, says: RegExp): void {
  expect(errors, errors.join('\n')).toHaveLength(1)
  expect(errors[0]).toMatch(says)
  expect(code).toBe(1)
}

const wrong = [
  ['COMANDA_PORT', 'eighty', /COMANDA_PORT is "eighty"/],
  ['COMANDA_PORT', '70000', /COMANDA_PORT is "70000"/],
  ['COMANDA_PORT', '-1', /COMANDA_PORT is "-1"/],
  ['COMANDA_HOST', 'not a host', /COMANDA_HOST is "not a host"/],
  ['COMANDA_LOG', 'loud', /COMANDA_LOG is "loud"/],
  ['COMANDA_ORIGINS', 'orders.example.com', /COMANDA_ORIGINS is "orders\.example\.com"/],
  ['COMANDA_DATABASE', 'mysql://somewhere', /COMANDA_DATABASE is "mysql/],
] as const

test('a wrong value of each setting is one line that names it, and exit code 1', async () => {
  const said = await Promise.all(wrong.map(async ([name, value]) => run([], { [name]: value })))
  for (const [index, [, , says]] of wrong.entries()) expectOneLine(said[index] ?? fail(), says)
})

const fail = (): never => {
  throw new Error('nothing was run')
}

test('[P-17] a postgres:// address is refused by name, and its password is not repeated', async () => {
  const said = await run([], { COMANDA_DATABASE: 'postgres://lola:secret@db.example/comanda' })
  expectOneLine(said, /PostgreSQL is not there yet/)
  expect(said.errors.join('')).not.toContain('secret')
})

test('an empty folder, a file in its place, a taken port, an unknown word', async () => {
  expectOneLine(await run([]), /no restaurant/)
  const file = join(folder, 'a-file')
  writeFileSync(file, 'not a folder')
  expectOneLine(await run([], { COMANDA_DATA: file }), /COMANDA_DATA is ".*a-file", but .* there is a file/)
  expectOneLine(await run([], { COMANDA_DATA: join(file, 'below') }), /COMANDA_DATA is .* \(ENOTDIR\)/)
  expectOneLine(await run([], { COMANDA_DATA: '/proc/nowhere' }), /COMANDA_DATA is "\/proc\/nowhere"/)
  putEvening()
  const taken = createServer().listen(0, '127.0.0.1')
  await once(taken, 'listening')
  const address = taken.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  expectOneLine(await run([], { COMANDA_PORT: String(address.port) }), /EADDRINUSE|taken/)
  taken.close()
  const unknown = await run(['cook'])
  expect(unknown.code).toBe(2)
  expect(unknown.errors[0]).toContain('nothing is called "cook"')
})

test('[P-12] a folder that is served already takes no second server; the first, killed, leaves nothing in the way', async () => {
  putEvening()
  const first = await startComanda({ program: comandaProgram, data })
  expectOneLine(await run([]), /comanda\.db is served by another Comanda already/)
  expect(await run(['verify'])).toMatchObject({ code: 0 })
  await first.kill()
  const second = await startComanda({ program: comandaProgram, data })
  await second.stop()
})

/** A real evening's file. */
function putEvening(): string {
  const file = logFileIn(data)
  const zipped = readFileSync(new URL('../upgrade/fixtures/evening-v1.db.gz', import.meta.url))
  writeFileSync(file, gunzipSync(zipped))
  return file
}

/** As somebody with the file in their hands can: what guards the rows is taken away and put back. */
function edit(file: string, sql: string): void {
  const database = new Database(file)
  database.pragma('foreign_keys = OFF')
  const triggers = database
    .prepare<[], { name: string; sql: string }>("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
    .all()
  for (const { name } of triggers) database.exec(`DROP TRIGGER ${name}`)
  const { changes } = database.prepare(sql).run()
  for (const trigger of triggers) database.exec(trigger.sql)
  database.close()
  expect(changes, sql).toBeGreaterThan(0)
}

test('[P-12] a file that a newer program changed, another program made, or nobody can read is refused by name', async () => {
  edit(putEvening(), "INSERT INTO migrations (number, name, checksum) VALUES (9999, 'from-tomorrow', 'abc')")
  expectOneLine(await run([]), /newer program.*9999-from-tomorrow/)
  rmSync(logFileIn(data))
  const foreign = new Database(logFileIn(data))
  foreign.exec('CREATE TABLE recipes (name TEXT)')
  foreign.close()
  expectOneLine(await run([]), /another program/)
  writeFileSync(logFileIn(data), 'a shopping list, long enough to be read as a header of something else'.repeat(20))
  expectOneLine(await run([]), /cannot be opened/)
})

test('[P-14] verify finds nothing in a real evening, and names the row that somebody edited', async () => {
  const file = putEvening()
  const untouched = join(folder, 'untouched.db')
  copyFileSync(file, untouched)
  expect(await run(['verify'])).toMatchObject({ code: 0, errors: [] })
  for (const [sql, names] of [
    ["UPDATE events SET body = replace(body, 'gazpacho', 'paella') WHERE seq = 196", /events.*196/],
    ['UPDATE events SET at = at + 1 WHERE seq = 200', /events.*200/],
    ["UPDATE results SET staff_id = 'leo' WHERE last_seq = 194", /results.*194/],
    ['DELETE FROM events WHERE seq = 201', /201/],
    ["UPDATE heads SET chain_head = replace(chain_head, substr(chain_head, 1, 1), 'x')", /heads/],
  ] as const) {
    copyFileSync(untouched, file)
    edit(file, sql)
    const said = await run(['verify'])
    expect(said.code, sql).toBe(1)
    expect(said.errors.join('\n'), sql).toMatch(names)
  }
  copyFileSync(untouched, file)
  expect(await run(['rebuild'])).toMatchObject({ code: 0, errors: [] })
  expect(await run(['verify'])).toMatchObject({ code: 0, errors: [] })
  edit(factsFileOf(file), 'UPDATE fact_sales SET gross = gross + 1')
  const said = await run(['verify'])
  expect(said.code).toBe(1)
  expect(said.errors.join('\n')).toMatch(/fact_sales, seq \d+, position 0 differs from a rebuild/)
  // derived data: making them anew is all that it takes
  expect((await run(['rebuild'])).lines.join('\n')).toMatch(/fact_sales: \d+ rows, changed/)
  expect(await run(['verify'])).toMatchObject({ code: 0, errors: [] })
})
