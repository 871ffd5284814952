// A service of twelve hours in compressed time, in front of a kitchen screen and a waiter's tablet that are never reloaded:
// parties order, add, change their mind, are called, pay and go. Nodes and listeners stay what they were; what a device knows
// of the day's parties goes when the day closes, and the first hour of the next day weighs what the first hour weighed. The
// long run plays all of it, the short one an hour of each day with fewer guests.
import type { OrderId, TableId } from '@comanda/shared/model/ids'
import type { Client } from '@comanda/sync-client/client-types'
import type { Browser, CDPSession } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { goesLive } from '../faults/harness/open-restaurant.ts'
import { launchBrowser } from './harness/browser.ts'
import { CookGlass } from './harness/cook-glass.ts'
import { type Kitchen, openKitchen } from './harness/kitchen-house.ts'
import { publishTimes } from './harness/publish.ts'
import { WaiterGlass } from './harness/waiter-glass.ts'

const isLong = process.env.COMANDA_TEST_LONG === '1'
const hours = isLong ? 12 : 1
const partiesAnHour = isLong ? 100 : 6
const hour = 3_600_000
/** An order with its lines and tickets, on a device that keeps it until the day closes. */
const ofOneParty = 10_000
/** Code that the engine compiles in the course of hours, and what its inspector writes down: no object of ours. */
const allowance = 1_500_000
const tables = ['t1', 't2', 't3', 't4', 't5', 't6', 't7', 't8']

let kitchen: Kitchen
let browser: Browser
let cook: Client
let glass: CookGlass
let tablet: WaiterGlass

beforeAll(async () => {
  browser = await launchBrowser()
  kitchen = await openKitchen()
  // a device that has not heard of the moved time yet would seem to have kept its round for minutes
  await publishTimes(kitchen.house, { queuedMark: 24 * 3600, queuedAsk: 24 * 3600 })
  cook = await kitchen.house.open(await kitchen.house.signIn('kitchen', 'bruno'), { name: 'cook', room: 'kitchen' })
  await goesLive(cook)
  glass = await CookGlass.open(kitchen, browser, { stations: ['grill', 'cold'] })
  tablet = await WaiterGlass.open(kitchen.house, browser)
})

afterAll(async () => {
  const complaints = [glass, tablet].flatMap((one) => one?.screen.complaints ?? [])
  await browser?.close()
  await kitchen?.close()
  expect(complaints).toEqual([])
})

const ticketsOf = (orderId: OrderId) => kitchen.tickets(orderId).filter(({ status }) => status === 'open')

async function bumpAll(orderId: OrderId): Promise<void> {
  for (const { id: ticketId } of ticketsOf(orderId)) await cook.send('ticket.bump', { ticketId }).settled
}

/** From the first order to the cleared table, with what happens to every party, and to some. */
async function party(number: number): Promise<void> {
  const table = tables[number % tables.length] ?? 't1'
  const { ask } = kitchen
  const orderId = await kitchen.send(table, 'grilled-leeks', 'gazpacho', 'grilled-vegetables')
  await tablet.page.evaluate((id) => {
    location.hash = `#/table/${id}`
  }, table)
  // somebody has it in the hand: a tablet that lies there locks itself
  await tablet.page.keyboard.press('Shift')
  await kitchen.sendTo(orderId, 'grilled-octopus')
  if (number % 3 === 0) {
    const lineId = kitchen.line(orderId, 'gazpacho').id
    await ask('line.void', { orderId, lineId, reason: 'Guest changed mind' })
    await cook.send('void.judge', { orderId, lineId, verdict: 'not-started' }).settled
  }
  if (number % 4 === 0) await ask('call.raise', { tableId: table as TableId, kind: 'water' })
  await bumpAll(orderId)
  await ask('course.fire', { orderId, course: 2 })
  await kitchen.until('the second course', () => ticketsOf(orderId).length > 0)
  if (number % 5 === 0) await glass.key('KeyH')
  await bumpAll(orderId)
  if (number % 5 === 0) await glass.key('Escape')
  for (const call of kitchen.waiter.confirmed()?.calls.values() ?? [])
    if (call.resolvedAt === undefined) await ask('call.resolve', { callId: call.id })
  await ask('payment.record', { orderId, part: { kind: 'rest' }, method: 'card' })
  await ask('order.close', { orderId, unready: 'served' })
  await ask('table.clear', { tableId: table as TableId })
  await tablet.page.evaluate(() => {
    location.hash = '#/'
  })
}

type Held = { readonly heap: number; readonly nodes: number; readonly listeners: number }

async function held(cdp: CDPSession): Promise<Held> {
  await cdp.send('HeapProfiler.collectGarbage')
  await cdp.send('HeapProfiler.collectGarbage')
  const { nodes, jsEventListeners: listeners } = await cdp.send('Memory.getDOMCounters')
  const { usedSize } = await cdp.send('Runtime.getHeapUsage')
  return { heap: usedSize, nodes, listeners }
}

const said = ({ heap, nodes, listeners }: Held): string =>
  `${(heap / 1e6).toFixed(2)} MB ${nodes} nodes ${listeners} listeners`

async function playHour(gone: number): Promise<void> {
  for (let each = 0; each < partiesAnHour; each += 1) {
    kitchen.setClock((gone + each / partiesAnHour) * hour)
    await party(gone * partiesAnHour + each)
  }
  await glass.hangs('', 15_000)
  await tablet.page.getByRole('heading', { name: 'My tables' }).waitFor()
}

/** A clock that ran through hours in minutes is doubted: the manager says that it is right, and closes the day. */
async function closeTheDay(): Promise<void> {
  const { http } = await kitchen.house.signIn('office', 'pablo')
  for (const [id, type, args] of [
    ['the-clock', 'clock.confirm', {}],
    ['the-day', 'day.close', { carryOver: [] }],
  ] as const) {
    const told = await http.post('/api/commands', { id, type, args })
    expect(told.status, told.text).toBe(200)
  }
  await kitchen.until('a new day', () => kitchen.waiter.confirmed()?.orders.size === 0)
}

test('[P-16] a service of many hours leaves no nodes or listeners behind on either glass, and a closed day no heap', {
  timeout: 1_800_000,
}, async () => {
  const sessions = await Promise.all([glass, tablet].map(({ page }) => page.context().newCDPSession(page)))
  const seen: (readonly Held[])[] = []
  for (let gone = 0; gone <= hours; gone += 1) {
    if (gone === hours) await closeTheDay()
    await playHour(gone)
    seen.push(await Promise.all(sessions.map(held)))
    console.info(`hour ${gone + 1}: kitchen ${seen.at(-1)?.map(said).join('; tablet ')}`)
  }
  for (const [at, name] of ['kitchen', 'tablet'].entries()) {
    const [first, ...later] = seen.flatMap((each) => each[at] ?? [])
    const [evening, next] = [seen[hours - 1]?.[at], later.at(-1)]
    if (first === undefined || evening === undefined || next === undefined) throw new Error('nobody looked')
    for (const { nodes, listeners } of later) {
      expect(nodes, name).toBeLessThan(first.nodes + 200)
      expect(listeners, name).toBeLessThan(first.listeners + 50)
    }
    expect(evening.heap, name).toBeLessThan(first.heap + allowance + (hours - 1) * partiesAnHour * ofOneParty)
    expect(next.heap, name).toBeLessThan(first.heap + allowance)
  }
})
