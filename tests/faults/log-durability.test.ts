// The promises of the log about its file, on the real SQLite adapter in a process of its own.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openSqliteStore } from '@comanda/db/sqlite/store'
import { currentUpcast } from '@comanda/shared/domain/upcast'
import { CommandId, RestaurantId } from '@comanda/shared/model/ids'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { seededRandom } from '../harness/seeded-random.ts'
import { countSyncs } from './harness/fsync-count.ts'
import { faultWrapper, injectFault, syncCalls, writeCalls } from './harness/injected-fault.ts'
import { killLeftovers, type RunningProgram, startProgram } from './harness/running-program.ts'
import { mountSmallDisk, type SmallDisk, smallDiskSupport } from './harness/small-disk.ts'
import { straceSupport } from './harness/strace.ts'
import { describeWhere } from './harness/support.ts'
import { recordDisk } from './harness/unsynced-writes.ts'

const logWriter = fileURLToPath(new URL('./programs/log-writer.ts', import.meta.url))
const restaurant = RestaurantId.parse('trattoria')
const long = process.env.COMANDA_TEST_LONG === '1'
const support = await straceSupport()
let folder: string
let disk: SmallDisk | null = null

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'comanda-log-'))
})

afterEach(async () => {
  await killLeftovers()
  disk?.unmount()
  disk = null
  rmSync(folder, { recursive: true })
})

const fileIn = (path: string) => join(path, 'comanda.sqlite')

const startWriter = (env: Record<string, string> = {}, wrapper: readonly string[] = []): Promise<RunningProgram> =>
  startProgram({ program: logWriter, env: { FILE: fileIn(folder), ...env }, wrapper })

const answeredIn = (said: string) => [...said.matchAll(/^answered (\S+)$/gm)].map((match) => match[1] ?? '')
const answered = (writer: RunningProgram) => answeredIn(writer.lines().join('\n'))

async function appendBatches(writer: RunningProgram, count: number): Promise<void> {
  const before = writer.lines().filter((line) => line.startsWith('batch at')).length
  for (let batch = 1; batch <= count; batch++) {
    writer.say('append')
    await writer.lineCount(/^batch at/, before + batch)
  }
}

type Found = { head: number; rounds: string[]; missing: string[] }

/** What the log says when it is opened again, and which of the answered commands it does not know. */
async function reopen(path: string, answeredCommands: readonly string[]): Promise<Found> {
  const { database, log } = openSqliteStore({
    file: fileIn(path),
    random: seededRandom('reopen').bytes,
    upcast: currentUpcast,
  })
  try {
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
    const head = (await log.load(restaurant))?.head ?? 0
    const events = head === 0 ? [] : await log.readAfter(restaurant, 0, 10_000)
    expect(events.map(({ seq }) => seq)).toEqual(Array.from({ length: head }, (_, index) => index + 1))
    const missing: string[] = []
    for (const command of answeredCommands) {
      const stored = head > 0 && (await log.readAnswer(restaurant, { commandId: CommandId.parse(command) }))
      if (!stored) missing.push(command)
    }
    return {
      head,
      missing,
      rounds: events.flatMap(({ event }) => (event.type === 'round.sent' ? [event.round.id] : [])),
    }
  } finally {
    await log.close()
  }
}

describeWhere(support.launch, 'a power cut', () => {
  test('[P-1] at any moment, with what no sync covered gone or torn, no answered command is lost', async () => {
    const data = join(folder, 'data')
    mkdirSync(data)
    const recording = recordDisk(data)
    const writer = await startWriter(
      { FILE: fileIn(data), FILED: '1', BATCHES: long ? '200' : '25' },
      recording.wrapper,
    )
    expect(await writer.ended).toEqual({ code: 0, signal: null })
    const recorded = await recording.finish(writer.pid)
    const random = seededRandom('power cut of the log')
    const cuts = long ? 2_000 : 80
    const heads = new Set<number>()
    const lost: string[] = []
    for (let cut = 0; cut < cuts; cut++) {
      const at = Math.round((recorded.length * cut) / (cuts - 1))
      recorded.layDown(at, random.pick(['none', 'all', random.branch(`cut ${cut}`)]), join(folder, 'cut'))
      const { head, missing } = await reopen(join(folder, 'cut'), answeredIn(recorded.saidBy(at)))
      heads.add(head)
      lost.push(...missing.map((command) => `${command} at ${at}`))
    }
    expect(lost).toEqual([])
    expect(answered(writer).length).toBeGreaterThanOrEqual(30)
    expect(heads.size).toBeGreaterThan(15)
  })
})

/** After a life that was killed: every answered command is there once, and the next life goes on from it. */
async function nextLifeGoesOn(data: string, commands: readonly string[]): Promise<void> {
  expect((await reopen(data, commands)).missing).toEqual([])
  const next = await startWriter({ FILE: fileIn(data), BATCHES: '3' })
  expect(await next.ended).toEqual({ code: 0, signal: null })
  const { rounds, missing } = await reopen(data, [...commands, ...answered(next)])
  expect(missing).toEqual([])
  expect(new Set(rounds).size).toBe(rounds.length)
}

describeWhere(support.attach, 'kill -9 inside a write', () => {
  const killed = { code: null, signal: 'SIGKILL' }
  const random = seededRandom('kill points of the log')

  function lifeFolder(point: number): string {
    const data = join(folder, `life-${point}`)
    mkdirSync(data)
    return data
  }

  test('[P-1] at any write or sync, no answered command is lost and the next life goes on', async () => {
    for (let point = 0; point < (long ? 100 : 6); point++) {
      const data = lifeFolder(point)
      const writer = await startWriter({ FILE: fileIn(data), FILED: '2' })
      await appendBatches(writer, random.integer(1, 4))
      const before = answered(writer).length
      const [calls, furthest] = point % 2 === 0 ? [['pwrite64'], 40] : [syncCalls, 5]
      const paths = [fileIn(data), `${fileIn(data)}-wal`]
      const fault = await injectFault(writer.pid, { calls, paths, kill: true, from: random.integer(1, furthest) })
      for (let batch = 0; batch < 20; batch++) writer.say('append')
      expect(await writer.ended).toEqual(killed)
      await fault.lift()
      expect(before).toBeGreaterThan(0)
      await nextLifeGoesOn(data, answered(writer))
    }
  })

  test('[P-1] also while the file is being made, the next life goes on', async () => {
    for (let point = 0; point < (long ? 40 : 3); point++) {
      const data = lifeFolder(point)
      const [calls, furthest] = point % 2 === 0 ? [['pwrite64'], 20] : [syncCalls, 3]
      const paths = [fileIn(data), `${fileIn(data)}-wal`, `${fileIn(data)}-journal`]
      const wrapper = faultWrapper({ calls, paths, kill: true, from: random.integer(1, furthest) })
      const writer = await startWriter({ FILE: fileIn(data), BATCHES: '3' }, wrapper)
      expect(await writer.ended).toEqual(killed)
      await nextLifeGoesOn(data, answered(writer))
    }
  })
})

describeWhere(support.attach, 'syncs and their failure', () => {
  test('[P-1] every answered batch was synced by itself, once', async () => {
    const writer = await startWriter()
    await appendBatches(writer, 1)
    const counter = await countSyncs(writer.pid, [`${fileIn(folder)}-wal`])
    await appendBatches(writer, 20)
    expect((await counter.stop()).total).toBe(20)
  })

  test.each([
    ['at sync', syncCalls],
    ['at write', writeCalls],
  ])('[P-3] an I/O error %s is never answered; the next life tells what is true', async (_, calls) => {
    const writer = await startWriter()
    await appendBatches(writer, 4)
    const paths = [fileIn(folder), `${fileIn(folder)}-wal`]
    const fault = await injectFault(writer.pid, { calls, paths, error: 'EIO', once: true })
    const answeredBefore = answered(writer)
    writer.say('append')
    await writer.line(/^unknown$/)
    expect((await writer.ended).code).toBe(70)
    expect(await fault.lift()).toBe(1)
    expect(answered(writer)).toEqual(answeredBefore)
    const next = await startWriter()
    await next.line(/^ready at/)
    await appendBatches(next, 2)
    await next.kill()
    const { rounds, missing } = await reopen(folder, [...answeredBefore, ...answered(next)])
    expect(missing).toEqual([])
    expect(new Set(rounds).size).toBe(rounds.length)
  })
})

describeWhere(smallDiskSupport(), 'a full disk', () => {
  test('[P-9] appends wait, reads work, and room is all that recovery needs', async () => {
    const small = mountSmallDisk({ bytes: 8 * 1024 * 1024 })
    disk = small
    const writer = await startWriter({ FILE: fileIn(small.path) })
    await appendBatches(writer, 3)
    small.fill()
    for (let batch = 0; batch < 40; batch++) writer.say('append')
    await writer.lineCount(/^unavailable full, [1-9]\d* events readable$/, 3)
    expect(writer.isRunning()).toBe(true)
    const full = answered(writer)
    small.free()
    await appendBatches(writer, 2)
    await writer.kill()
    const { rounds, missing } = await reopen(small.path, answered(writer))
    expect(missing).toEqual([])
    expect(answered(writer).length).toBeGreaterThan(full.length)
    expect(new Set(rounds).size).toBe(rounds.length)
  })

  test('[P-9] a start on a full disk serves reads, and appends again once there is room', async () => {
    const small = mountSmallDisk({ bytes: 8 * 1024 * 1024 })
    disk = small
    const first = await startWriter({ FILE: fileIn(small.path) })
    await appendBatches(first, 20)
    await first.kill()
    small.fill()
    const second = await startWriter({ FILE: fileIn(small.path) })
    await second.line(/^ready at [1-9]/)
    second.say('append')
    await second.lineCount(/^unavailable full, [1-9]\d* events readable$/, 1)
    small.free()
    await appendBatches(second, 2)
    await second.kill()
    expect((await reopen(small.path, [...answered(first), ...answered(second)])).missing).toEqual([])
  })
})

describeWhere(smallDiskSupport(), 'a read-only disk', () => {
  test('[P-9] a start on one after a crash serves reads and says why appends wait', async () => {
    const small = mountSmallDisk({ bytes: 8 * 1024 * 1024 })
    disk = small
    const first = await startWriter({ FILE: fileIn(small.path) })
    await appendBatches(first, 5)
    await first.kill()
    small.remount('ro')
    const second = await startWriter({ FILE: fileIn(small.path) })
    await second.line(/^ready at [1-9]/)
    second.say('append')
    await second.lineCount(/^unavailable readonly, [1-9]\d* events readable$/, 1)
    await second.kill()
    small.remount('rw')
    expect((await reopen(small.path, answered(first))).missing).toEqual([])
  })
})
