import { currentUpcast } from '@comanda/shared/domain/upcast'
import { LogId } from '@comanda/shared/model/ids'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { batchAfter, clientId, commandId, noted, orderId, roundSent } from '../testing/entries.ts'
import { casa } from '../testing/restaurants.ts'
import { sample } from '../testing/sample-facts.ts'
import { createSqliteFile, type SqliteFile } from '../testing/sqlite-file.ts'
import type { SqliteStore } from './store.ts'
import { verifyFile } from './verify.ts'

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
})
