// What is lost in an evening: a kitchen screen whose browser is killed, and the Wi-Fi of one tablet for twelve minutes. Both
// mostly wait, each in a restaurant of its own, so they run beside each other.
import { type PaperPrinter, paperPrinter } from '@comanda/server/testing/paper-printer'
import type { OrderId, TableId } from '@comanda/shared/model/ids'
import type { Browser, Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, type OnTestFinishedHandler, test } from 'vitest'
import { waitUntil } from '../faults/harness/real-time.ts'
import { launchBrowser } from './harness/browser.ts'
import { CookGlass } from './harness/cook-glass.ts'
import { type Kitchen, openKitchen } from './harness/kitchen-house.ts'
import { publish } from './harness/publish.ts'
import { StationComputer } from './harness/station-computer.ts'
import { WaiterGlass } from './harness/waiter-glass.ts'

type AtTheEnd = (close: OnTestFinishedHandler) => void

let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

const grillAlone = { stations: ['grill'] }

type Dying = {
  readonly kitchen: Kitchen
  /** What the station's backup printer printed. */
  readonly paper: PaperPrinter
  readonly grill: StationComputer
  readonly complaints: readonly string[]
}

async function openDying(atTheEnd: AtTheEnd): Promise<Dying> {
  const paper = await paperPrinter()
  atTheEnd(() => paper.stop())
  const kitchen = await openKitchen()
  atTheEnd(() => kitchen.close())
  const complaints: string[] = []
  const grill = new StationComputer(kitchen, grillAlone, complaints)
  atTheEnd(() => grill.end())
  await publish(kitchen.house, ({ station }) => [
    { kind: 'printer', put: { id: 'pass' as never, name: 'Pass', host: '127.0.0.1', port: paper.port } },
    { kind: 'station', put: { ...station('grill'), backupPrinterId: 'pass' as never } },
  ])
  return { kitchen, paper, grill, complaints }
}

async function openHole(atTheEnd: AtTheEnd) {
  const kitchen = await openKitchen({ wires: 1 })
  atTheEnd(() => kitchen.close())
  const [wire] = kitchen.house.wires
  if (wire === undefined) throw new Error('the tablet has no wire')
  const grill = await CookGlass.open(kitchen, browser, grillAlone)
  const ana = await WaiterGlass.open(kitchen.house, browser, {
    url: wire.url,
    prepare: async (context) => {
      await context.clock.install()
    },
  })
  return { kitchen, wire, grill, ana }
}

/** So many minutes of the hole go by; the tablet lay there, and locked itself meanwhile. */
async function goBy(ana: WaiterGlass, time: string): Promise<void> {
  await ana.page.clock.fastForward(time)
  await ana.says('Only Ana may go on')
  await ana.button('Go on as Ana').click()
}

const ordersAt = (kitchen: Kitchen, table: string): readonly OrderId[] =>
  kitchen.waiter.confirmed()?.tables.get(`t${table}` as TableId)?.orderIds ?? []

/** The one line of a table, once: what was sent is there, and is there once. */
function lineAt(kitchen: Kitchen, table: string) {
  const orders = ordersAt(kitchen, table).map((id) => kitchen.order(id))
  const lines = orders.flatMap((order) => order.lines)
  const [order, line] = [orders[0], lines[0]]
  if (order === undefined || line === undefined || orders.length > 1 || lines.length > 1)
    throw new Error(`${lines.length} lines in ${orders.length} orders at ${table}`)
  return { order, line, round: order.rounds[0] }
}

const question = (ana: WaiterGlass, table: string): Locator =>
  ana.page.getByRole('alert').filter({ hasText: `Table ${table}: is it still wanted?` })

describe.concurrent('what is lost in an evening', () => {
  // Nothing is shortened: these are the seconds of the rules.
  test('[KDS-13] [P-18] a killed screen is told to its waiter at 10 s, a neighbour takes it over, paper comes at 25 s, and the screen says PRINTED', async ({
    onTestFinished,
  }) => {
    const { kitchen, paper, grill, complaints } = await openDying(onTestFinished)
    const first = await grill.start()
    const neighbour = await CookGlass.open(kitchen, browser, { stations: ['stove'] })
    const ana = await WaiterGlass.open(kitchen.house, browser)
    await ana.order('1', 'Grilled leeks')
    await first.hangs('T1')
    await ana.lineSays('Grilled leeks', 'at Grill')

    const sinceFired = (table: string): number => {
      const [order] = [...(kitchen.waiter.confirmed()?.orders.values() ?? [])].filter(
        (one) => one.tableId === `t${table}`,
      )
      const [ticket] = order === undefined ? [] : kitchen.tickets(order.id)
      return (Date.now() - (ticket?.firedAt ?? Number.NaN)) / 1_000
    }
    await grill.kill()
    await ana.order('2', 'Grilled octopus')
    await ana.lineSays('Grilled octopus', 'on the server')
    await ana.home()
    await ana.alert('Not seen by Grill').getByText('Go and tell them.').waitFor({ timeout: 13_000 })
    expect(sinceFired('2')).toBeGreaterThanOrEqual(10)

    await neighbour.button(/NO ANSWER/).click()
    await neighbour.page.getByText('No answer from Grill: 1 ticket unseen').waitFor()
    await neighbour.button('Take to Stove').click()
    await neighbour.says('T2', 'Octopus')
    await neighbour.says('T2', 'from Grill')
    await ana.alert('Not seen by Grill').waitFor({ state: 'detached' })

    await ana.order('4', 'Camembert on coals')
    await ana.home()
    await ana.alert('Not seen by Grill').waitFor({ timeout: 13_000 })
    expect(paper.texts()).toEqual([])
    await waitUntil('paper', () => paper.slips.length > 0, 20_000)
    expect(sinceFired('4')).toBeGreaterThanOrEqual(25)
    expect(paper.texts()).toEqual([expect.stringMatching(/BACKUP[\s\S]*Camembert/i)])
    await ana.alert('Not seen by Grill').waitFor({ state: 'detached' })

    const again = await grill.start()
    await again.hangs('T1 T4')
    await again.says('T4', 'PRINTED')
    expect(await again.ticket('T1').getByText('PRINTED').count()).toBe(0)
    expect(paper.slips).toHaveLength(1)
    expect([...complaints, ...neighbour.screen.complaints, ...ana.screen.complaints]).toEqual([])
  })

  // The tablet's own clock and the server's are moved; the hole is a cut wire, and the other screens go on.
  test('[ORD-18] [P-2] [P-6] a hole of 12 minutes: told, asked after and fired, asked after and dropped, marked, young, and from paper', async ({
    onTestFinished,
  }) => {
    const { kitchen, grill, ana, wire } = await openHole(onTestFinished)
    for (const table of ['1', '2', '3', '4', '5', '6']) await ana.table(table)
    wire.cut()
    await ana.says(/^Offline – nothing waits/)
    await ana.order('1', 'Grilled leeks')
    await ana.order('2', 'Grilled octopus')
    await ana.order('3', 'Camembert on coals')
    await ana.button('Told the kitchen').click()
    await ana.says('ALREADY TOLD')
    await ana.says(/^Offline – 3 not sent/)

    await goBy(ana, '09:00')
    await ana.order('4', 'Grilled leeks')

    await goBy(ana, '02:30')
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
      ['1', '2', '3', '4', '5', '6'].every((table) => ordersAt(kitchen, table).length > 0),
    )
    expect(lineAt(kitchen, '3')).toMatchObject({ line: { status: 'started' }, round: { alreadyTold: true } })
    expect(lineAt(kitchen, '4').line.status).toBe('fired')
    expect(lineAt(kitchen, '5').line.status).toBe('fired')
    expect(lineAt(kitchen, '5').round?.queuedSince).toBeUndefined()
    expect(lineAt(kitchen, '6')).toMatchObject({ line: { status: 'served' }, round: { recordOnly: true } })
    for (const table of ['1', '2']) expect(lineAt(kitchen, table).line.status).toBe('asking')

    await question(ana, '1')
      .getByText(/It waited 1[12] minutes on a tablet and has not fired.*Grilled leeks/)
      .waitFor()
    await question(ana, '1').getByRole('button', { name: 'Fire now' }).click()
    await grill.says('T1', 'Leeks')
    await question(ana, '1').waitFor({ state: 'detached' })
    await question(ana, '2').getByRole('button', { name: 'Drop it' }).click()
    await question(ana, '2').waitFor({ state: 'detached' })
    await kitchen.until('it is dropped', () => lineAt(kitchen, '2').line.status === 'taken-back')
    await grill.hangs('T3 T4 T5 T1')
    // nothing was sent a second time
    expect(['1', '2', '3', '4', '5', '6'].map((table) => lineAt(kitchen, table).order.rounds.length)).toEqual([
      1, 1, 1, 1, 1, 1,
    ])
    expect([grill, ana].flatMap(({ screen }) => screen.complaints)).toEqual([])
  })
})
