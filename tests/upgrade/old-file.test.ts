// A data file that an earlier program made is opened by this one: nothing in it has changed, nothing is missing, and the
// service goes on from there.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { CommandId, OrderId } from '@comanda/shared/model/ids'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  goesLive,
  helloOf,
  openCasaLola,
  plainDish,
  type Restaurant,
  shows,
  takeaway,
} from '../faults/harness/open-restaurant.ts'
import { startProgram } from '../faults/harness/running-program.ts'
import { comandaProgram } from '../faults/harness/server-process.ts'
import { expectEachOnce, logFileIn } from '../faults/harness/stored-orders.ts'
import type { Recorded } from './transcript.ts'

const fixture = (name: string) => readFileSync(new URL(`./fixtures/${name}`, import.meta.url))
const commands = fixture('protocol-1.jsonl')
  .toString()
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Recorded)
  .filter(({ frame }) => frame.t === 'cmd')

let folder: string
let data: string
let house: Restaurant | null = null

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'comanda-upgrade-'))
  data = join(folder, 'data')
  mkdirSync(data)
  writeFileSync(logFileIn(data), gunzipSync(fixture('evening-v1.db.gz')))
})

afterEach(async () => {
  await house?.close()
  house = null
  rmSync(folder, { recursive: true })
})

async function verify(): Promise<string> {
  const run = await startProgram({ program: comandaProgram, args: ['verify'], env: { COMANDA_DATA: data } })
  expect(await run.ended, run.errorLines().join('\n')).toEqual({ code: 0, signal: null })
  return run.lines().join('\n')
}

function headOf(): number {
  const database = new Database(logFileIn(data), { readonly: true })
  try {
    return database.prepare<[], number>('SELECT head FROM heads').pluck().get() ?? 0
  } finally {
    database.close()
  }
}

test('[P-12] an old file verifies as it is, is opened and served, and verifies again with what came after', async () => {
  const before = headOf()
  expect(before).toBeGreaterThan(200)
  expect(await verify()).toContain(`casa-lola: ${before} events, unchanged`)
  house = await openCasaLola({ data })
  const tablet = await house.open(await house.signIn('tablet', 'ana'), { name: 'tablet', room: 'floor' })
  await goesLive(tablet)
  expect(tablet.confirmed()?.seq).toBeGreaterThanOrEqual(before)
  // that evening it ran out
  await tablet.send('item.sold-out', { itemId: plainDish, soldOut: false }).settled
  const { id, settled } = tablet.send('round.send', takeaway(2))
  expect(await settled).toMatchObject({ kind: 'done' })
  await shows('the new order', tablet, () => tablet.confirmed()?.orders.get(`${id}.o` as OrderId) !== undefined)
  await house.server.stop()
  const ids = commands.map(({ frame }) => frame.id as CommandId)
  expect(expectEachOnce(logFileIn(data), [...ids, id]).head).toBeGreaterThan(before)
  expect(await verify()).toMatch(/casa-lola: \d+ events, unchanged/)
})

test('[P-12] [P-2] what a device had sent before the upgrade is known after it: its number goes on, a repeat is the old answer', async () => {
  house = await openCasaLola({ data })
  const ana = await house.signIn('tablet', 'ana')
  const own = commands.filter(({ device }) => device === 'tablet')
  const clientId = 'storage-that-began-anew'
  const [first] = own
  if (first === undefined) throw new Error('nothing was recorded')
  const device = ana.http.listen()
  device.say(helloOf(clientId, 'floor'))
  await device.until((frame) => frame.t === 'welcome')
  device.say({ ...first.frame, cseq: 1, sid: ana.sid })
  const answer = await device.until((frame) => frame.t === 'res')
  expect(answer).toMatchObject({ cseq: 1, ok: true })
  expect((answer as { seq: number }).seq).toBeLessThanOrEqual(headOf())
  device.socket.terminate()
  await house.server.stop()
  expectEachOnce(logFileIn(data), [])
})
