import { join } from 'node:path'
import { currentUpcast } from '@comanda/shared/domain/upcast'
import { LogId } from '@comanda/shared/model/ids'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { LogUnavailable } from '../log.ts'
import { batchAfter, clientId, commandId, noted, orderId, roundSent } from '../testing/entries.ts'
import { casa } from '../testing/restaurants.ts'
import { sample } from '../testing/sample-facts.ts'
import { seededRandom } from '../testing/seeded-random.ts'
import { createSqliteFile, type SqliteFile } from '../testing/sqlite-file.ts'
import { tamper } from '../testing/tamper.ts'
import { backUp } from './backup.ts'
import { createSqliteLog } from './log.ts'
import { restore } from './restore.ts'
import { openSqliteStore, type SqliteStore } from './store.ts'
import { verifyFile } from './verify.ts'
import { createWriting, type Writing } from './writing.ts'

const tab = clientId('tab')

let file: SqliteFile
let store: SqliteStore
beforeEach(async () => {
  file = createSqliteFile()
  store = file.open(undefined, { filedTogether: 4 })
  await store.log.create(casa, LogId.parse('log-1'))
})
afterEach(() => file.remove())

const send = (turn: number, { log }: SqliteStore = store) =>
  log.append(
    casa,
    batchAfter(turn - 1, [
      { command: `c${turn}`, client: { clientId: tab, cseq: turn }, events: [roundSent('o1', `r${turn}`)] },
    ]),
    turn - 1,
  )

const filedUpTo = ({ database }: SqliteStore = store) =>
  database.prepare<[], number>('SELECT seq FROM filed').pluck().get() ?? 0

/** What is put off until the answers are out has run. */
const turn = () => new Promise((resolve) => setImmediate(resolve))

const verify = () => verifyFile({ file: file.file, ...sample, upcast: currentUpcast }).findings

const expectFound = async ({ log }: SqliteStore, upTo: number) => {
  for (let seq = 1; seq <= upTo; seq += 1) {
    expect((await log.readAnswer(casa, { commandId: commandId(`c${seq}`) }))?.answer.seq).toBe(seq)
    expect((await log.readAnswer(casa, { clientId: tab, cseq: seq }))?.commandId).toBe(`c${seq}`)
  }
  expect(await log.readClient(casa, tab)).toMatchObject({ lastCseq: upTo, lastCommandId: `c${upTo}` })
  expect((await log.readOrder(casa, orderId('o1'))).map(({ seq }) => seq)).toEqual(
    Array.from({ length: upTo }, (_, index) => index + 1),
  )
}

describe('filing', () => {
  test('a commit writes no tree; some commands later they are filed together, and all are found at any moment', async () => {
    for (let one = 1; one <= 3; one += 1) await send(one)
    await turn()
    expect(filedUpTo()).toBe(0)
    await expectFound(store, 3)
    await send(4)
    expect(filedUpTo()).toBe(0)
    await turn()
    expect(filedUpTo()).toBe(4)
    await send(5)
    await expectFound(store, 5)
    expect(verify()).toEqual([])
  })

  test('[P-2] a command is a duplicate whether it is filed or not, after a kill too', async () => {
    for (let one = 1; one <= 6; one += 1) {
      await send(one)
      await turn()
    }
    expect(filedUpTo()).toBe(4)
    const next = file.open()
    await expectFound(next, 6)
    for (const again of [2, 6]) {
      const sameId = batchAfter(6, [{ command: `c${again}`, events: [noted('o1', 'x')] }])
      expect(await next.log.append(casa, sameId, 6)).toEqual({ kind: 'duplicate', commandIds: [`c${again}`] })
      const sameNumber = batchAfter(6, [
        { command: 'new', client: { clientId: tab, cseq: again }, events: [noted('o1', 'x')] },
      ])
      expect(await next.log.append(casa, sameNumber, 6)).toEqual({ kind: 'duplicate', commandIds: ['new'] })
    }
    expect(await send(7, next)).toEqual({ kind: 'committed', head: 7 })
    await expectFound(next, 7)
  })

  test('[P-2] two programs on one file find and file what the other wrote', async () => {
    const other = file.open(undefined, { filedTogether: 4 })
    for (let one = 1; one <= 9; one += 1) {
      await send(one, one % 2 === 0 ? other : store)
      await turn()
    }
    for (const each of [store, other]) {
      await expectFound(each, 9)
      const twice = batchAfter(9, [{ command: 'c8', events: [noted('o1', 'x')] }])
      expect(await each.log.append(casa, twice, 9)).toEqual({ kind: 'duplicate', commandIds: ['c8'] })
    }
    expect(filedUpTo()).toBeGreaterThanOrEqual(4)
    expect(verify()).toEqual([])
  })

  test('[P-9] a disk that takes no tree loses none: it is filed when there is room', async () => {
    for (let one = 1; one <= 3; one += 1) await send(one)
    await send(4)
    store.database.pragma('query_only = ON')
    await turn()
    expect(filedUpTo()).toBe(0)
    await expectFound(store, 4)
    store.database.pragma('query_only = OFF')
    await send(5)
    await turn()
    expect(filedUpTo()).toBe(5)
    await expectFound(store, 5)
    expect(verify()).toEqual([])
  })

  test('[P-9] a disk that is too full for trees is not asked again at each order', async () => {
    const { database } = store
    const real = createWriting(database)
    let refuses = false
    let tries = 0
    const transact: Writing['transact'] = (work, bytes) => {
      if (!refuses) return real.transact(work, bytes)
      tries += 1
      throw new LogUnavailable('full', new Error('no room for trees'))
    }
    const writing = { ...real, transact }
    const random = seededRandom(1)
    const log = createSqliteLog({ database, writing, random, upcast: currentUpcast, filedTogether: 8 })
    for (let one = 1; one <= 100; one += 1) {
      await send(one, { ...store, log })
      refuses = true
      await turn()
      refuses = false
    }
    expect(tries).toBeGreaterThan(10)
    expect(tries).toBeLessThan(25)
    await expectFound({ ...store, log }, 100)
    for (let one = 101; one <= 116; one += 1) {
      await send(one, { ...store, log })
      await turn()
    }
    expect(filedUpTo()).toBeGreaterThan(100)
    await expectFound({ ...store, log }, 116)
    expect(verify()).toEqual([])
  })

  test('[P-9] really full while it files: everything is found, later filed, and the file is whole at each moment', async () => {
    store = file.open(undefined, { filedTogether: 320 })
    for (let one = 1; one <= 320; one += 1) await send(one)
    store.database.pragma(`max_page_count = ${Number(store.database.pragma('page_count', { simple: true }))}`)
    await turn()
    expect(filedUpTo()).toBe(0)
    await expectFound(store, 320)
    expect(verify()).toEqual([])
    const twice = batchAfter(320, [{ command: 'c9', events: [noted('o1', 'x')] }])
    expect(await store.log.append(casa, twice, 320)).toEqual({ kind: 'duplicate', commandIds: ['c9'] })
    store.database.pragma('max_page_count = 1000000')
    for (let one = 321; one <= 360; one += 1) await send(one)
    await turn()
    expect(filedUpTo()).toBe(360)
    await expectFound(store, 360)
    expect(verify()).toEqual([])
  })

  test('[P-2] [P-12] a start with more unfiled than are usually filed together finds all, and files it with the next order', async () => {
    const careless = file.open(undefined, { filedTogether: 1_000_000 })
    for (let one = 1; one <= 600; one += 1) await send(one, careless)
    careless.database.close()
    expect(filedUpTo()).toBe(0)
    const next = file.open()
    await expectFound(next, 600)
    const twice = batchAfter(600, [{ command: 'c300', events: [noted('o1', 'x')] }])
    expect(await next.log.append(casa, twice, 600)).toEqual({ kind: 'duplicate', commandIds: ['c300'] })
    await send(601, next)
    await turn()
    expect(filedUpTo()).toBe(601)
    await expectFound(next, 601)
    expect(verify()).toEqual([])
  })

  test('[P-13] a backup from before the filing is restored whole, and finds what it had and nothing else', async () => {
    for (let one = 1; one <= 3; one += 1) await send(one)
    const target = join(file.directory, 'backup.sqlite')
    await backUp({ file: file.file, target })
    for (let one = 4; one <= 9; one += 1) {
      await send(one)
      await turn()
    }
    expect(filedUpTo()).toBeGreaterThan(3)
    const restored = join(file.directory, 'restored.sqlite')
    const nextLogId = () => LogId.parse('log-2')
    restore({ backup: target, file: restored, nextLogId, ...sample, upcast: currentUpcast })
    const next = openSqliteStore({ file: restored, random: seededRandom(2), upcast: currentUpcast, filedTogether: 4 })
    try {
      await expectFound(next, 3)
      expect(await next.log.readAnswer(casa, { commandId: commandId('c4') })).toBeUndefined()
      for (let one = 4; one <= 6; one += 1) {
        await send(one, next)
        await turn()
      }
      await expectFound(next, 6)
      expect(filedUpTo(next)).toBe(4)
    } finally {
      next.database.close()
    }
    expect(verifyFile({ file: restored, ...sample, upcast: currentUpcast }).findings).toEqual([])
  })

  test('[P-14] of a file that is half filed, verify finds what was changed on either side', async () => {
    for (let one = 1; one <= 6; one += 1) {
      await send(one)
      await turn()
    }
    expect(filedUpTo()).toBe(4)
    tamper(store.database, `INSERT INTO filed_commands VALUES ('${casa}', 'c5', 5)`)
    expect(verify()).toMatchObject([{ table: 'filed_commands', row: 'seq 5' }])
    tamper(store.database, `DELETE FROM filed_commands WHERE seq = 5`)
    tamper(store.database, `DELETE FROM filed_numbers WHERE seq = 2`)
    expect(verify()).toMatchObject([{ table: 'filed_numbers', row: 'seq 2' }])
  })

  test('[P-2] a number in a hole is free until it is taken, filed or not', async () => {
    const numbered = (head: number, cseq: number) =>
      batchAfter(head, [{ command: `n${head}`, client: { clientId: tab, cseq }, events: [noted('o1', 'x')] }])
    expect((await store.log.append(casa, numbered(0, 1), 0)).kind).toBe('committed')
    expect((await store.log.append(casa, numbered(1, 5), 1)).kind).toBe('committed')
    expect((await store.log.append(casa, numbered(2, 3), 2)).kind).toBe('committed')
    expect((await store.log.append(casa, numbered(3, 3), 3)).kind).toBe('duplicate')
    expect(await store.log.readClient(casa, tab)).toMatchObject({ lastCseq: 5, lastCommandId: 'n1' })
    expect((await store.log.append(casa, numbered(3, 6), 3)).kind).toBe('committed')
    await turn()
    expect(filedUpTo()).toBe(4)
    for (const taken of [1, 3, 5, 6]) {
      expect((await store.log.append(casa, numbered(4, taken), 4)).kind).toBe('duplicate')
    }
    expect((await store.log.append(casa, numbered(4, 2), 4)).kind).toBe('committed')
    expect(await store.log.readClient(casa, tab)).toMatchObject({ lastCseq: 6, lastCommandId: 'n3' })
  })
})
