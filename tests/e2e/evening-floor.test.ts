// What a waiter's evening brings beside ordering: a course that is still held, a guest whom nobody heard, dishes that were
// told by mouth, parties that part, sit elsewhere or are given something, and a draft that goes along with its party.
import type { OrderId, TableId } from '@comanda/shared/model/ids'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from './harness/browser.ts'
import { publishTimes } from './harness/publish.ts'
import { openServing, type Serving } from './harness/serving-house.ts'
import { WaiterGlass } from './harness/waiter-glass.ts'

/** Seconds. */
const callToArea = 3

let serving: Serving
let browser: Browser
const opened: WaiterGlass[] = []

beforeAll(async () => {
  serving = await openServing()
  browser = await launchBrowser()
  await publishTimes(serving.house, { courseReminderAfterServed: 2, callToArea, callToFront: 600 })
})

afterEach(async () => {
  for (const { screen } of opened.splice(0)) {
    expect(screen.complaints).toEqual([])
    await screen.close()
  }
})

afterAll(async () => {
  await browser?.close()
  await serving?.close()
})

async function tabletOf(person: string): Promise<WaiterGlass> {
  const glass = await WaiterGlass.open(serving.house, browser, { person })
  opened.push(glass)
  return glass
}

const ordersAt = (table: string): readonly OrderId[] =>
  serving.waiter.confirmed()?.tables.get(`t${table}` as TableId)?.orderIds ?? []
const dishes = (orderId: OrderId): string[] =>
  serving
    .order(orderId)
    .lines.map(({ itemId }) => itemId)
    .sort()
const becomes = (what: string, holds: () => boolean) => serving.until(what, holds, 10_000)

describe('[ORD-6] a course that is still held', () => {
  test('reminds its own waiter after the one before was eaten, on home and over whatever is open, until it fires', async () => {
    const orderId = await serving.send('t1', 'gazpacho', 'hake-in-green-sauce')
    const [ana, leo] = [await tabletOf('ana'), await tabletOf('leo')]
    await serving.cook(orderId, 1)
    await serving.served(orderId, 1)
    const reminder = ana.alert('Course 2 still waits')
    await reminder.getByText('The one before it is eaten.').waitFor()
    expect(await leo.alert('Course 2 still waits').count()).toBe(0)
    await ana.table('2')
    const strip = ana.page.getByRole('region', { name: 'For you now' })
    await strip.getByText('Course 2 still waits').waitFor()
    await strip.getByRole('button', { name: 'Open' }).click()
    await ana.choose('Fire now')
    await becomes('it fires', () => serving.line(orderId, 'hake-in-green-sauce').status === 'fired')
    await strip.waitFor({ state: 'detached' })
  })
})

describe('[CALL-4] a guest whom nobody answers', () => {
  test('is told to the waiters of the area, and leaves them all once one goes', async () => {
    const [ana, leo, marco] = [await tabletOf('ana'), await tabletOf('leo'), await tabletOf('marco')]
    await serving.send('t3', 'gazpacho')
    await leo.order('4', 'Gazpacho')
    await marco.order('21', 'Gazpacho')
    for (const glass of [leo, marco]) await glass.home()
    await serving.ask('call.raise', { tableId: 't3' as TableId, kind: 'water' })
    const call = (glass: WaiterGlass) => glass.page.getByRole('region', { name: 'Guests call' })
    await call(ana).getByText('Water, cutlery').waitFor()
    await call(leo).getByText('for all waiters here now').waitFor()
    const [raised] = serving.waiter.confirmed()?.calls.values() ?? []
    expect(Date.now() - (raised?.at ?? Number.NaN)).toBeGreaterThanOrEqual(callToArea * 1_000)
    // Marco serves the patio
    expect(await call(marco).count()).toBe(0)
    await call(leo).getByRole('button', { name: 'Take' }).click()
    await call(ana).waitFor({ state: 'detached' })
    await call(leo).getByRole('button', { name: 'Done' }).click()
    await call(leo).waitFor({ state: 'detached' })
  })
})

describe('[ORD-18] what was eaten already', () => {
  test('is entered from paper as record only: on the bill, and on no station', async () => {
    const ana = await tabletOf('ana')
    await ana.table('5')
    await ana.button('Notes and more').click()
    await ana.page.getByRole('menuitem', { name: 'Eaten already: record only' }).click()
    await ana.dish('Gazpacho')
    await ana.dish('Sea bass')
    await ana.button(/^Send 2.*record only/s).waitFor()
    await ana.send()
    await becomes('it is on the bill', () => ordersAt('5').length === 1)
    const [orderId] = ordersAt('5')
    if (orderId === undefined) throw new Error('no order')
    expect(serving.order(orderId).lines.map(({ status }) => status)).toEqual(['served', 'served'])
    expect(serving.tickets(orderId)).toEqual([])
    await ana.lineSays('Sea bass', 'record only')
    await ana.button('Bill').click()
    await ana.says('€29.80')
  })
})

describe('[ORD-12] parties', () => {
  test('that part: chosen dishes become an order of their own at the table, which then asks which one is meant', async () => {
    const orderId = await serving.send('t6', 'gazpacho', 'salmorejo', 'green-salad')
    const fired = serving.tickets(orderId).map(({ firedAt }) => firedAt)
    const ana = await tabletOf('ana')
    await ana.table('6')
    for (const name of ['Salmorejo', 'Green salad']) await ana.button(`Choose ${name}`).click()
    await ana.button('Split off').click()
    await becomes('they are two', () => ordersAt('6').length === 2)
    await ana.says('Which order?')
    const [, other] = ordersAt('6')
    if (other === undefined) throw new Error('no other order')
    expect([dishes(orderId), dishes(other)]).toEqual([['gazpacho'], ['green-salad', 'salmorejo']])
    for (const ticket of [orderId, other].flatMap((id) => serving.tickets(id))) expect(fired).toContain(ticket.firedAt)
    await ana
      .button(/^Order \d+/, false)
      .last()
      .click()
    await ana.lineSays('Salmorejo', 'at Cold')
  })

  test('that sit elsewhere: the order, its tickets and the draft of a colleague go along, and nothing is fired again', async () => {
    const orderId = await serving.send('t7', 'gazpacho', 'hake-in-green-sauce')
    const before = serving.tickets(orderId).map(({ id, firedAt }) => [id, firedAt])
    const [ana, leo] = [await tabletOf('ana'), await tabletOf('leo')]
    await leo.table('7')
    await leo.dish('Crema catalana')
    await ana.table('7')
    await ana.says('Leo also here')
    await ana.ofOrder('Move to another table')
    await ana.choose('26')
    await ana.page.getByRole('heading', { name: 'Table 26', exact: true }).waitFor()
    await becomes('they sit there', () => ordersAt('26').includes(orderId))
    await leo.says(/26.*the party moved, its draft went along/)
    await leo.table('26')
    await leo.page.getByRole('region', { name: 'Draft, not sent' }).getByText('Crema catalana').waitFor()
    await leo.send()
    await becomes('it is in the same order', () => dishes(orderId).includes('crema-catalana'))
    expect(serving.tickets(orderId).map(({ id, firedAt }) => [id, firedAt])).toEqual(before)
    expect(ordersAt('7')).toEqual([])
  })

  test('that sit down where guests are: it is asked once whether they join', async () => {
    const mine = await serving.send('t8', 'gazpacho')
    const theirs = await serving.send('t9', 'salmorejo')
    const ana = await tabletOf('ana')
    await ana.table('8')
    await ana.ofOrder('Move to another table')
    await ana.choose(/^9/)
    await ana.dialog.getByText('Table 9 has guests').waitFor()
    await ana.choose('Join the order')
    await becomes('they are one', () => dishes(theirs).length === 2)
    expect(serving.tickets(theirs).filter(({ status }) => status === 'open').length).toBeGreaterThan(0)
    expect(serving.order(mine).status).toBe('merged')
    await ana.lineSays('Gazpacho', 'from table 8')
  })
})

describe('[BILL-2] [ADM-6] a dish on the house', () => {
  test('needs the manager beside, names both, and leaves the rest to pay', async () => {
    const orderId = await serving.send('t10', 'gazpacho', 'salmorejo')
    await serving.cook(orderId, 1)
    const ana = await tabletOf('ana')
    await ana.table('10')
    await ana.button('Bill').click()
    await ana.button('More about this bill').click()
    await ana.page.getByRole('menuitem', { name: 'On the house' }).click()
    await ana.choose('1 Salmorejo')
    await ana.choose('Complaint')
    await ana.managerSaysYes('Pablo', 'pablo')
    await becomes('it is free', () => serving.order(orderId).adjustments?.length === 1)
    expect(serving.order(orderId).adjustments?.[0]).toMatchObject({ kind: 'comp', by: 'ana', approvedBy: 'pablo' })
    await ana.button(/^Card.*€6\.90/s).click()
    await becomes('it is paid', () => serving.order(orderId).paid === true)
  })
})
