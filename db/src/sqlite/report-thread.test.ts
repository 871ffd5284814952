import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Recorded } from '@comanda/shared/domain/events'
import { House } from '@comanda/shared/domain/testing/house'
import { openingDate, smallSettings } from '@comanda/shared/domain/testing/small-restaurant'
import { currentUpcast } from '@comanda/shared/domain/upcast'
import type { CommandId } from '@comanda/shared/model/ids'
import BetterSqlite3 from 'better-sqlite3'
import { afterEach, expect, test } from 'vitest'
import { facts } from '../facts.ts'
import type { Entry } from '../log.ts'
import { batchAfter, noted } from '../testing/entries.ts'
import { reckon } from '../testing/reckoning.ts'
import { casa } from '../testing/restaurants.ts'
import { seededRandom } from '../testing/seeded-random.ts'
import { factsFileOf } from './facts/path.ts'
import { rebuildFacts } from './facts/rebuild.ts'
import { openSqliteReports } from './report-thread.ts'
import { openSqliteStore } from './store.ts'

const terms = { from: openingDate, to: openingDate, zone: smallSettings.zone }
const directories: string[] = []
afterEach(() => {
  for (const directory of directories.splice(0)) rmSync(directory, { recursive: true })
})

const newFile = (): string => {
  const directory = mkdtempSync(join(tmpdir(), 'comanda-reports-'))
  directories.push(directory)
  return join(directory, 'comanda.sqlite')
}
const openStore = (file: string) => openSqliteStore({ file, random: seededRandom(1), upcast: currentUpcast })

const entryOf = (recorded: Recorded): Entry => ({
  origin: { commandId: `c${recorded.seq}` as CommandId, commandType: 'order.note' },
  recorded: [recorded],
  answer: { ok: true, seq: recorded.seq },
})

/** A dinner with a void, a remake, a discount, a moved piece, a call, and a payment that was corrected. */
function dinner(): House {
  const house = new House()
  const orderId = house.send('ana', 't1', 'cola', { itemId: 'soup' as never, quantity: 3, note: 'for Zoe' }, 'bread')
  house.wait(300)
  house.do('carla', 'ticket.bump', { ticketId: house.ticket('bar').id })
  house.wait(120)
  house.do('carla', 'ticket.bump', { ticketId: house.ticket('grill').id })
  const soup = house.line(orderId, 'soup').id
  house.do('mo', 'discount.apply', { orderId, asked: { by: 'percent', rate: 1000 }, reason: 'regular' })
  house.do('ana', 'line.send-back', { orderId, lineId: soup, quantity: 1, reason: 'cold' })
  house.do('ana', 'lines.move', { orderId, lines: [{ lineId: soup, quantity: 1 }], to: { tableId: 't2' as never } })
  house.do('ana', 'bill.print', { orderId })
  house.do('mo', 'line.void', { orderId, lineId: house.line(orderId, 'bread').id, reason: 'wrong-dish' })
  const call = house.do('guest', 'call.raise', { tableId: 't1' as never, kind: 'bill' })[0]
  house.wait(45)
  if (call?.type === 'call.raised') house.do('ana', 'call.take', { callId: call.call.id })
  house.do('fay', 'payment.record', { orderId, part: { kind: 'rest' }, method: 'cash', tip: 200 })
  const paymentId = house.order(orderId).payments?.[0]?.id ?? ('' as never)
  house.do('fay', 'payment.correct', { orderId, paymentId, method: 'card' })
  house.do('carla', 'ticket.bump', { ticketId: house.ticket('grill').id })
  house.do('fay', 'order.close', { orderId, unready: 'served' })
  return house
}

test('[REP-9] a report is read on a thread and connection of its own: while an order is being written, as of the last commit', async () => {
  const file = newFile()
  const store = openStore(file)
  const reports = openSqliteReports({ file })
  const house = dinner()
  await store.log.create(casa, 'life-1' as never)
  expect(await store.log.append(casa, house.log.map(entryOf), 0)).toMatchObject({ kind: 'committed' })
  store.database.exec('BEGIN IMMEDIATE')
  const { figures, asOf, chainHead } = await reports.figures(casa, openingDate)
  store.database.exec('COMMIT')
  expect(asOf).toBe(house.state.seq)
  expect(chainHead).toBe((await store.log.load(casa))?.chainHead)
  expect(figures).toEqual(reckon(house.state))
  await reports.close()
  await expect(reports.figures(casa, openingDate)).rejects.toThrow('closed')
  await reports.close()
  await store.log.close()
})

test('[REP-2] the daily report of a dinner says what happened at it', async () => {
  const file = newFile()
  const store = openStore(file)
  const reports = openSqliteReports({ file })
  const house = dinner()
  await store.log.create(casa, 'life-1' as never)
  await store.log.append(casa, house.log.map(entryOf), 0)
  const report = await reports.daily(casa, terms)
  expect(report).toMatchObject({
    remakes: { count: 1, cost: 217 },
    orders: 1,
    covers: 4,
    tips: 200,
    refunds: 0,
    payments: [{ method: 'card', tips: 200 }],
    turn: { orders: 1 },
    voids: [{ name: { en: 'bread' }, quantity: 1, amount: 300, reason: 'wrong-dish', by: 'mo', afterBill: true }],
    wasted: [{ cause: 'send-back', name: { en: 'soup' }, quantity: 1, cost: 217, reason: 'cold', by: 'ana' }],
    afterBill: [{ kind: 'void', amount: 300, reason: 'wrong-dish', by: 'mo' }],
    calls: [{ kind: 'bill', calls: 1, taken: 1, cancelled: 0, medianSeconds: 45, p90Seconds: 45 }],
  })
  expect(report.sales).toMatchObject({ quantity: 4, gross: 350 + 3 * 650 + 300, voids: 300, comps: 0 })
  const bar = report.stations.find((station) => station.stationId === 'bar')
  expect(bar).toMatchObject({ tickets: 1, medianSeconds: 300, late: 0 })
  // never later than the report: nothing is said of tickets that nobody bumped
  expect(report.stations.map((station) => station.tickets).reduce((sum, count) => sum + count, 0)).toBe(3)
  expect(report.byHour.map((sum) => sum.hour)).toEqual([18])
  expect((await reports.payments(casa, terms)).map((one) => one.kind)).toEqual(['payment', 'correction', 'correction'])
  expect(await reports.closings(casa, terms)).toMatchObject([{ kind: 'closed', orders: 1, covers: 4, staffId: 'fay' }])
  const other = await reports.daily(casa, { ...terms, from: '2026-05-09', to: '2026-05-09' })
  expect(other).toMatchObject({ orders: 0, averageCheck: null, averagePerCover: null, byItem: [], tax: [] })
  await reports.close()
  await store.log.close()
})

test('[REP-9] [REP-6] facts far behind: a report waits for all that was acknowledged, the Z is told how far they are', async () => {
  const file = newFile()
  const store = openStore(file)
  const house = dinner()
  await store.log.create(casa, 'life-1' as never)
  await store.log.append(casa, house.log.map(entryOf), 0)
  let head = house.state.seq
  for (let batch = 0; batch < 20; batch += 1) {
    const notes = Array.from({ length: 2_500 }, (_, index) => ({
      command: `n${head + index}`,
      events: [noted('o1', null)],
    }))
    await store.log.append(casa, batchAfter(head, notes), head)
    head += notes.length
  }
  const reports = openSqliteReports({ file })
  const told: string[] = []
  const report = reports.daily(casa, terms).finally(() => told.push('report'))
  // asked later, and heard first: everything waits for it
  const z = await reports.figures(casa, openingDate).finally(() => told.push('figures'))
  expect(told).toEqual(['figures'])
  expect(z.asOf).toBeGreaterThanOrEqual(house.state.seq)
  expect(z.asOf).toBeLessThan(head)
  expect(await report).toMatchObject({ asOf: head, orders: 1 })
  expect(await reports.figures(casa, openingDate)).toMatchObject({ asOf: head, figures: reckon(house.state) })
  await reports.close()
  await store.log.close()
})

test('[REP-9] the thread ends when nobody has asked for a while, and comes back for the next who does', async () => {
  const file = newFile()
  const store = openStore(file)
  const due: (() => void)[] = []
  const timers = {
    after: (_: number, run: () => void) => {
      due.push(run)
      return () => due.splice(due.indexOf(run), 1)
    },
  }
  const reports = openSqliteReports({ file, timers })
  await store.log.create(casa, 'life-1' as never)
  expect(await reports.daily(casa, terms)).toMatchObject({ asOf: 0 })
  expect(due).toHaveLength(1)
  for (const run of due.splice(0)) run()
  await store.log.append(casa, dinner().log.map(entryOf), 0)
  expect((await reports.daily(casa, terms)).asOf).toBeGreaterThan(0)
  await reports.close()
  expect(due).toHaveLength(0)
  await store.log.close()
})

test('facts rebuilt from the log are the same to the byte', async () => {
  const file = newFile()
  const store = openStore(file)
  const house = dinner()
  await store.log.create(casa, 'life-1' as never)
  await store.log.append(casa, house.log.map(entryOf), 0)
  const rebuilt = rebuildFacts({ file, facts, upcast: currentUpcast })
  expect(rebuilt.filter((table) => !table.same)).toEqual([])
  expect(rebuilt.filter((table) => table.rows > 0).map((table) => table.table)).toEqual(
    expect.arrayContaining(['fact_lines', 'fact_sales', 'fact_changes', 'fact_waste', 'fact_payments', 'fact_calls']),
  )
  const beside = new BetterSqlite3(factsFileOf(file))
  expect(() => beside.exec('DELETE FROM fact_sales')).toThrow('append-only')
  expect(() => beside.exec('UPDATE fact_payments SET amount = 0')).toThrow('append-only')
  beside.close()
  await store.log.close()
})

test('a file that is not there is said to the asker', async () => {
  const reports = openSqliteReports({ file: join(newFile(), 'nowhere') })
  await expect(reports.figures(casa, openingDate)).rejects.toThrow()
  await reports.close()
})

test('[REP-9] a reports’ thread that could not work is followed by another', async () => {
  const file = newFile()
  const reports = openSqliteReports({ file })
  await expect(reports.daily(casa, terms)).rejects.toThrow()
  const store = openStore(file)
  expect(await reports.daily(casa, terms)).toMatchObject({ asOf: 0, orders: 0 })
  await reports.close()
  await expect(reports.daily(casa, terms)).rejects.toThrow('closed')
  await store.log.close()
})
