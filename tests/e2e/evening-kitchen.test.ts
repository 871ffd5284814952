// One evening at four glasses: the grill, the fryer, the pass and Ana's tablet. What one of them does is seen on the others,
// by what stands there.
import type { OrderId } from '@comanda/shared/model/ids'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from './harness/browser.ts'
import type { CookGlass } from './harness/cook-glass.ts'
import { type Evening, openEvening } from './harness/evening.ts'

let browser: Browser
let evening: Evening

beforeAll(async () => {
  browser = await launchBrowser()
  evening = await openEvening(browser)
})

afterAll(async () => {
  const complaints = (await evening?.close()) ?? []
  await browser?.close()
  expect(complaints).toEqual([])
})

// each goes on where the one before it ended
describe('an evening', () => {
  test('[KDS-1] [KDS-8] [ORD-17] an order is on both stations and on the pass, and its waiter sees where it is', async () => {
    const { ana, grill, fry, pass } = evening
    await ana.order('8', 'Grilled leeks', 'Ham croquettes')
    await grill.says('T8', 'Leeks')
    await grill.says('T8', 'Also at')
    await fry.says('T8', 'Croquettes')
    await fry.says('T8', 'Also at')
    for (const glass of [grill, fry]) await glass.says('T8', 'NEW')
    await pass.ticket('T8').waitFor()
    await ana.lineSays('Grilled leeks', 'at Grill')
    await ana.lineSays('Ham croquettes', 'at Fry')
  })

  test('[KDS-2] an addition hangs under ADD-ON on the ticket that runs, which keeps its place', async () => {
    const { ana, grill, fry } = evening
    await ana.order('3', 'Grilled octopus', 'Cod fritters')
    for (const glass of [grill, fry]) await glass.hangs('T8 T3')
    const before = await grill.place('T8')
    await ana.order('8', 'Camembert on coals')
    await grill.says('T8', 'ADD-ON')
    await grill.says('T8', 'Camembert')
    await grill.hangs('T8 T3')
    expect(await grill.place('T8')).toBe(before)
    expect(await fry.ticket('T8').getByText('ADD-ON').count()).toBe(0)
  })

  test('[ORD-5] [KDS-19] an allergy is seen at each station and at the pass before anything is done, and again after a change', async () => {
    const { ana, grill, fry, pass } = evening
    await ana.table('8')
    await ana.declareAllergy('Nuts')
    for (const glass of [grill, fry]) {
      await glass.says('T8', 'NUTS')
      await glass.ticket('T8').getByRole('button', { name: 'SEE ALLERGY' }).waitFor()
      await glass.press(glass.ticket('T8').getByRole('button', { name: /tap when seen/ }))
      await glass
        .ticket('T8')
        .getByRole('button', { name: /✓ seen/ })
        .waitFor()
    }
    await pass.press(pass.ticket('T8').getByRole('button', { name: 'SEE ALLERGY' }))
    await pass.ticket('T8').getByRole('button', { name: '0 of 2' }).waitFor()

    await ana.openLine('Grilled leeks')
    await ana.choose('Change')
    await ana.choose('How many: More')
    await ana.choose('Tell the kitchen')
    await grill.says('T8', 'CHANGED')
    await grill.ticket('T8').getByRole('button', { name: 'SEE ALLERGY' }).waitFor()
    expect(evening.kitchen.tickets(evening.orderAt('8')).every(({ status }) => status === 'open')).toBe(true)
    await grill.press(grill.ticket('T8').getByRole('button', { name: /tap when seen/ }))
    await grill.ticket('T8').getByRole('button', { name: /^BUMP/ }).waitFor()
    await pass.press(pass.ticket('T8').getByRole('button', { name: 'SEE ALLERGY' }))
    await pass.ticket('T8').getByRole('button', { name: '0 of 2' }).waitFor()
    // what changed is not at the fryer
    await fry.ticket('T8').getByRole('button', { name: /^BUMP/ }).waitFor()
  })

  test('[KDS-10] [ORD-13] a void stays on the ticket until a cook has said what became of it, and its waiter reads it', async () => {
    const { ana, grill } = evening
    await ana.openLine('Camembert on coals')
    await ana.choose('Void')
    await ana.choose('Guest changed mind')
    await grill.says('T8', 'VOID')
    await grill.press(grill.ticket('T8').getByRole('button', { name: 'ANSWER VOID' }))
    expect(evening.kitchen.tickets(evening.orderAt('8')).every(({ status }) => status === 'open')).toBe(true)
    await ana.lineSays('Camembert on coals', /The kitchen has not said/i)
    await grill.press(grill.ticket('T8').getByRole('button', { name: 'Not started' }))
    await grill.ticket('T8').getByText('VOID').waitFor({ state: 'detached' })
    await ana.lineSays('Camembert on coals', /not started: nothing was wasted/)
  })

  test('[KDS-11] [KDS-20] when both stations are done the pass calls, Ana goes, and it is served', async () => {
    const { ana, grill, fry, pass } = evening
    await ana.home()
    await grill.bump('T8')
    await pass.ticket('T8').getByRole('button', { name: '1 of 2' }).waitFor()
    expect(await ana.page.getByRole('region', { name: 'Ready at the pass' }).count()).toBe(0)
    await fry.bump('T8')
    await pass.press(pass.ticket('T8').getByRole('button', { name: 'CALL WAITER' }))
    const ready = ana.page.getByRole('region', { name: 'Ready at the pass' })
    await ready.getByText('2 Grilled leeks').waitFor()
    await ready.getByRole('button', { name: 'Take' }).click()
    await pass.says('T8', 'Ana comes')
    await ready.getByRole('button', { name: 'Served' }).click()
    await pass.ticket('T8').waitFor({ state: 'detached' })
  })

  test('[KDS-5] a bumped ticket comes back to its time position on every station that had it', async () => {
    const { ana, grill, fry, pass } = evening
    await ana.order('5', 'Grilled leeks', 'Fried squid')
    const stations = [grill, fry]
    const bumpIt = async (glass: CookGlass) => {
      await glass.hangs('T3 T5')
      await glass.bump('T3')
      await glass.hangs('T5')
    }
    const recallIt = async (glass: CookGlass) => {
      await glass.press(glass.button(/^Recall/))
      await glass.press(glass.page.getByRole('dialog').getByRole('button', { name: /T3/ }))
      await glass.hangs('T3 T5')
    }
    await Promise.all(stations.map(bumpIt))
    await pass.ticket('T3').getByRole('button', { name: 'CALL WAITER' }).waitFor()
    await Promise.all(stations.map(recallIt))
    await pass.ticket('T3').getByRole('button', { name: '0 of 2' }).waitFor()
  })

  test('[ORD-12] a party sits down elsewhere, joins another and leaves it again while the kitchen cooks: heads change in their places', async () => {
    const { kitchen, ana, grill, fry, pass } = evening
    const moved = evening.orderAt('5')
    const cooking = (id: OrderId) => kitchen.tickets(id).map(({ stationId, firedAt }) => `${stationId} ${firedAt}`)
    const before = cooking(moved)
    const places = [await grill.place('T3'), await grill.place('T5')]
    await ana.table('5')
    await ana.ofOrder('Move to another table')
    await ana.choose('12')
    for (const glass of [grill, fry]) await glass.hangs('T3 T12')
    expect([await grill.place('T3'), await grill.place('T12')]).toEqual(places)
    await pass.ticket('T12').waitFor()
    await ana.page.getByRole('heading', { name: 'Table 12', exact: true }).waitFor()
    await ana.ofOrder('Merge with another table')
    await ana.choose(/^3/)
    for (const glass of [grill, fry]) await glass.hangs('T3 T3')
    await ana.says('from table 12')
    await ana.ofOrder('Take 12 apart again')
    for (const glass of [grill, fry]) await glass.hangs('T3 T12')
    expect([await grill.place('T3'), await grill.place('T12')]).toEqual(places)
    expect(cooking(moved)).toEqual(before)
  })

  test('[ORD-19] [ORD-14] [KDS-2] a remake and a rush wait for the finger, and then hang first', async () => {
    const { ana, grill, fry } = evening
    await ana.table('8')
    await grill.fingerOn('T12')
    const before = [await grill.place('T3'), await grill.place('T12')]
    await ana.openLine('Grilled leeks')
    await ana.choose('Send back')
    await ana.choose('Cold')
    await grill.button(/1 urgent waits/).waitFor()
    await ana.order('6', 'Grilled octopus')
    await grill.hangs('T3 T12 T6')
    await ana.ofOrder('Rush everything')
    await grill.says('T6', 'RUSH')
    expect([await grill.place('T3'), await grill.place('T12')]).toEqual(before)
    await grill.hangs('T3 T12 T6')
    await grill.fingerOff()
    await grill.hangs('T8 T6 T3 T12')
    await grill.says('T8', 'REMAKE')
    await grill.says('T8', 'Sent back')
    await fry.hangs('T3 T12')
  })

  test('[KDS-7] a bump bar alone runs a rush at the fryer', async () => {
    const { kitchen, fry } = evening
    for (const table of ['t1', 't2', 't4']) await kitchen.send(table, 'ham-croquettes', 'cod-fritters')
    await fry.hangs('T3 T12 T1 T2 T4')
    await fry.key('Digit2')
    await fry.key('Space')
    await fry.key('Enter')
    await fry.key('NumpadSubtract')
    for (let left = 5; left > 0; left -= 1) await fry.key('NumpadEnter')
    await fry.page.getByText('All clear').waitFor({ timeout: 15_000 })
    await kitchen.until('nothing is open at the fryer', () =>
      [...(kitchen.waiter.confirmed()?.tickets.values() ?? [])].every(
        ({ stationId, status }) => stationId !== 'fry' || status !== 'open',
      ),
    )
  })

  test('[KDS-14] [P-11] [KDS-13] [KDS-2] a screen cut off says so, its waiter is told, a rush on page 2 is not; it catches up without a gap or a doubled ticket', async () => {
    const { kitchen, ana, grill, fry, fryWire } = evening
    await ana.home()
    await ana.order('7', 'Patatas bravas')
    await fry.hangs('T7')
    const rush: OrderId[] = []
    while (rush.length < 20) rush.push(await kitchen.takeaway(`Nina ${rush.length + 1}`, 'asparagus'))
    fryWire.silence()
    await ana.order('9', 'Ham croquettes', 'Grilled leeks')
    await ana.home()
    await grill.button(/\+\d+ more/).waitFor()
    const band = fry.page.getByRole('alert').filter({ hasText: /Data from/ })
    await band.getByText(/Data from \d\d:\d\d:\d\d/).waitFor({ timeout: 13_000 })
    await band.getByText(/No connection for 1\d s/).waitFor()
    await ana.alert('Not seen by Fry').waitFor({ timeout: 13_000 })
    expect(await ana.alert(/Not seen by.*Grill/).count()).toBe(0)
    expect(rush.flatMap((orderId) => kitchen.tickets(orderId)).map(({ alarmed }) => alarmed)).toEqual(rush.map(() => 0))
    await fry.page.clock.fastForward('02:00')
    await band.getByText('NOT LIVE').waitFor()
    await fry.bump('T7')
    await kitchen.send('t10', 'cod-fritters')
    await fryWire.mend()
    await band.waitFor({ state: 'detached', timeout: 20_000 })
    await fry.hangs('T9 T10', 15_000)
    await ana.alert('Not seen by Fry').waitFor({ state: 'detached' })
    await kitchen.until('the bump of the lonely screen', () =>
      kitchen.tickets(evening.orderAt('7')).every(({ status }) => status === 'bumped'),
    )
  })
})
