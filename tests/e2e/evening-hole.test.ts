// Twelve minutes without Wi-Fi at one tablet, with every way in which a round may have waited (ORD-18). The tablet's own
// clock and the server's are moved; the hole is a cut wire, the other screens go on.
import type { OrderId, TableId } from '@comanda/shared/model/ids'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from './harness/browser.ts'
import { CookGlass } from './harness/cook-glass.ts'
import { type Kitchen, openKitchen } from './harness/kitchen-house.ts'
import { WaiterGlass } from './harness/waiter-glass.ts'
import type { Wire } from './harness/wire.ts'

let kitchen: Kitchen
let browser: Browser
let grill: CookGlass
let ana: WaiterGlass
let wire: Wire

beforeAll(async () => {
  kitchen = await openKitchen({ wires: 1 })
  browser = await launchBrowser()
  const [own] = kitchen.house.wires
  if (own === undefined) throw new Error('the tablet has no wire')
  wire = own
  grill = await CookGlass.open(kitchen, browser, { stations: ['grill'] })
  ana = await WaiterGlass.open(kitchen.house, browser, {
    url: wire.url,
    prepare: async (context) => {
      await context.clock.install()
    },
  })
})

afterAll(async () => {
  const complaints = [grill, ana].flatMap((glass) => glass?.screen.complaints ?? [])
  await browser?.close()
  await kitchen?.close()
  expect(complaints).toEqual([])
})

/** So many minutes of the hole go by; the tablet lay there, and locked itself meanwhile. */
async function goBy(time: string): Promise<void> {
  await ana.page.clock.fastForward(time)
  await ana.says('Only Ana may go on')
  await ana.button('Go on as Ana').click()
}

const ordersAt = (table: string): readonly OrderId[] =>
  kitchen.waiter.confirmed()?.tables.get(`t${table}` as TableId)?.orderIds ?? []

/** The one line of a table, once: what was sent is there, and is there once. */
function lineAt(table: string) {
  const orders = ordersAt(table).map((id) => kitchen.order(id))
  const lines = orders.flatMap((order) => order.lines)
  const [order, line] = [orders[0], lines[0]]
  if (order === undefined || line === undefined || orders.length > 1 || lines.length > 1)
    throw new Error(`${lines.length} lines in ${orders.length} orders at ${table}`)
  return { order, line, round: order.rounds[0] }
}

const question = (table: string) =>
  ana.page.getByRole('alert').filter({ hasText: `Table ${table}: is it still wanted?` })

test('[ORD-18] [P-2] [P-6] a hole of 12 minutes: told, asked after and fired, asked after and dropped, marked, young, and from paper', async () => {
  for (const table of ['1', '2', '3', '4', '5', '6']) await ana.table(table)
  wire.cut()
  await ana.says(/^Offline – nothing waits/)
  await ana.order('1', 'Grilled leeks')
  await ana.order('2', 'Grilled octopus')
  await ana.order('3', 'Camembert on coals')
  await ana.button('Told the kitchen').click()
  await ana.says('ALREADY TOLD')
  await ana.says(/^Offline – 3 not sent/)

  await goBy('09:00')
  await ana.order('4', 'Grilled leeks')

  await goBy('02:30')
  await ana.order('5', 'Grilled octopus')
  await ana.table('6')
  await ana.button('Notes and more').click()
  await ana.page.getByRole('menuitem', { name: 'Eaten already: record only' }).click()
  await ana.dish('Grilled leeks')
  await ana.send()
  await ana.says(/^Offline – 6 not sent/)
  await ana.home()
  await ana.says('6 waiting on this tablet')

  kitchen.setClock(12 * 60_000)
  await wire.mend()
  await ana.page
    .getByText(/^Offline/)
    .first()
    .waitFor({ state: 'detached', timeout: 40_000 })

  await grill.hangs('T3 T4 T5', 15_000)
  await grill.says('T3', 'ALREADY TOLD')
  await grill.says('T4', /QUEUED \d\d:\d\d/)
  expect(
    await grill
      .ticket('T5')
      .getByText(/QUEUED|ALREADY TOLD/)
      .count(),
  ).toBe(0)
  await grill.says('T5', 'NEW')

  await kitchen.until('everything arrived', () =>
    ['1', '2', '3', '4', '5', '6'].every((table) => ordersAt(table).length > 0),
  )
  expect(lineAt('3')).toMatchObject({ line: { status: 'started' }, round: { alreadyTold: true } })
  expect(lineAt('4').line.status).toBe('fired')
  expect(lineAt('5').line.status).toBe('fired')
  expect(lineAt('5').round?.queuedSince).toBeUndefined()
  expect(lineAt('6')).toMatchObject({ line: { status: 'served' }, round: { recordOnly: true } })
  for (const table of ['1', '2']) expect(lineAt(table).line.status).toBe('asking')

  await question('1')
    .getByText(/It waited 1[12] minutes on a tablet and has not fired.*Grilled leeks/)
    .waitFor()
  await question('1').getByRole('button', { name: 'Fire now' }).click()
  await grill.says('T1', 'Leeks')
  await question('1').waitFor({ state: 'detached' })
  await question('2').getByRole('button', { name: 'Drop it' }).click()
  await question('2').waitFor({ state: 'detached' })
  await kitchen.until('it is dropped', () => lineAt('2').line.status === 'taken-back')
  await grill.hangs('T3 T4 T5 T1')
  // nothing was sent a second time
  expect(['1', '2', '3', '4', '5', '6'].map((table) => lineAt(table).order.rounds.length)).toEqual([1, 1, 1, 1, 1, 1])
})
