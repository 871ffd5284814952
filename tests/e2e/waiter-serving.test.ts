// A waiter's tablet after Send, in a real browser before the real server: what a waiter does with dishes, tables, calls and
// bills, in how many taps, and what comes back when it cannot be done.
import type { OrderId } from '@comanda/shared/model/ids'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { barriers, isTooWide } from './harness/accessible.ts'
import { launchBrowser } from './harness/browser.ts'
import { phone } from './harness/open-screen.ts'
import { openServing, openTablet, type Serving, type Tablet } from './harness/serving-house.ts'

let serving: Serving
let browser: Browser
const opened: Tablet[] = []

beforeAll(async () => {
  serving = await openServing()
  browser = await launchBrowser()
})

afterEach(async () => {
  await serving.house.mendNetwork()
  for (const tablet of opened.splice(0)) {
    expect(tablet.complaints).toEqual([])
    await tablet.close()
  }
})

afterAll(async () => {
  await browser?.close()
  await serving?.close()
})

const tablet = async (wish = {}): Promise<Tablet> => {
  const screen = await openTablet(serving, browser, wish)
  opened.push(screen)
  return screen
}

const row = ({ page }: Tablet, table: string) =>
  page
    .locator('.w-mine-row')
    .filter({ has: page.locator('.w-mine-lead', { hasText: new RegExp(`^${table}$`) }) })
    .locator('a')
const course = ({ page }: Tablet, name: string) => page.getByRole('region', { name, exact: true })
const statuses = (orderId: OrderId) => serving.order(orderId).lines.map(({ itemId, status }) => `${itemId} ${status}`)
const becomes = (what: string, holds: () => boolean) => serving.until(what, holds, 8_000)

async function typePin(page: Page, pin: string): Promise<void> {
  await page.locator('.k-pin input:focus').waitFor({ state: 'attached' })
  for (const digit of pin) await page.keyboard.press(digit)
  await page.keyboard.press('Enter')
}

describe('[ORD-14] a held course', () => {
  test('is fired in two taps, and for three seconds it can be cancelled', async () => {
    const orderId = await serving.send('t1', 'gazpacho', 'hake-in-green-sauce')
    const ana = await tablet()
    await ana.tap(row(ana, '1'))
    const fire = course(ana, 'Course 2').getByRole('button', { name: 'Fire C2' })
    await fire.tap()
    await course(ana, 'Course 2')
      .getByRole('button', { name: /Cancel/ })
      .tap()
    await fire.waitFor()
    expect(statuses(orderId)).toContain('hake-in-green-sauce held')
    await ana.tap(fire)
    expect(ana.taps()).toBe(2)
    await becomes('the course is fired', () => statuses(orderId).includes('hake-in-green-sauce fired'))
    await course(ana, 'Course 2')
      .getByText(/at Stove|on the server/)
      .first()
      .waitFor()
  })
})

describe('[ORD-12] lines that go somewhere else', () => {
  test('three of them to another course are four taps', async () => {
    const orderId = await serving.send('t2', 'gazpacho', 'salmorejo', 'green-salad')
    const ana = await tablet()
    await row(ana, '2').tap()
    for (const name of ['Gazpacho', 'Salmorejo', 'Green salad'])
      await ana.tap(ana.page.getByRole('button', { name: `Choose ${name}` }))
    await ana.tap(ana.page.getByRole('button', { name: 'C3', exact: true }))
    expect(ana.taps()).toBe(4)
    await becomes('they are in course 3', () => serving.order(orderId).lines.every((line) => line.course === 3))
    await course(ana, 'Course 3').getByText('Gazpacho').waitFor()
  })

  test('to any table in one action, and all orders of a waiter to a colleague in another', async () => {
    const from = await serving.send('t26', 'gazpacho', 'salmorejo')
    const ana = await tablet()
    const { page } = ana
    await ana.go('#/table/t26')
    await page.getByRole('button', { name: 'Choose Salmorejo' }).tap()
    await page.getByRole('button', { name: 'To table' }).tap()
    await page.getByRole('dialog').getByRole('button', { name: 'B6', exact: true }).tap()
    await becomes('it is there', () => serving.order(from).lines.length === 1)
    const there = serving.waiter.confirmed()?.tables.get('tb6' as never)?.orderIds[0]
    expect(there === undefined ? [] : statuses(there)).toEqual(['salmorejo fired'])
    await ana.go('#/')
    await page.locator('.w-me').tap()
    await page.getByRole('button', { name: /Hand over all/ }).tap()
    await page.getByRole('dialog').getByRole('button', { name: 'Marco' }).tap()
    await becomes('they are his', () => serving.order(from).waiterId === 'marco')
    await page.getByText('Marco takes over').waitFor()
    const back = [...(serving.waiter.confirmed()?.orders.values() ?? [])].filter(({ waiterId }) => waiterId === 'marco')
    await serving.ask('order.hand-over', { orderIds: back.map(({ id }) => id), to: 'ana' as never })
  })

  test('a table joins another while the kitchen cooks: nothing is fired again, and for ten minutes it is taken apart', async () => {
    const one = await serving.send('t3', 'patatas-bravas')
    const other = await serving.send('t4', 'ham-croquettes')
    const before = serving.tickets(one).map(({ id }) => id)
    const ana = await tablet()
    await row(ana, '3').tap()
    await ana.page.getByRole('button', { name: 'More for this order', exact: true }).last().tap()
    await ana.page.getByRole('menuitem', { name: 'Merge with another table' }).tap()
    await ana.page.getByRole('dialog').getByRole('button', { name: /^4/ }).tap()
    await becomes('they are one', () => serving.order(other).lines.length === 2)
    await ana.page.getByText('from table 3').waitFor()
    const after = serving.order(other).lines.flatMap(({ ticketIds }) => ticketIds)
    expect(after).toEqual(expect.arrayContaining(before))
    await ana.page.getByRole('button', { name: 'More for this order', exact: true }).last().tap()
    await ana.page.getByRole('menuitem', { name: 'Take 3 apart again' }).tap()
    await becomes('they are two again', () => serving.order(one).lines.length === 1)
  })
})

describe('[ORD-13] [ADM-6] a void', () => {
  test('after the cook began needs the manager’s PIN, and says what the kitchen answers', async () => {
    const orderId = await serving.send('t5', 'gazpacho')
    const [ticket] = serving.tickets(orderId)
    if (ticket === undefined) throw new Error('no ticket')
    await serving.pass.send('ticket.start', { ticketId: ticket.id }).settled
    const ana = await tablet()
    const { page } = ana
    await row(ana, '5').tap()
    await page.getByText('being made').waitFor()
    await page
      .getByRole('button', { name: 'Gazpacho: change, move, void' })
      .or(page.locator('.w-sent-open'))
      .first()
      .tap()
    await page.getByRole('dialog').getByRole('button', { name: 'Void' }).tap()
    await page.getByRole('button', { name: 'Too slow' }).tap()
    await page.getByRole('dialog').getByRole('button', { name: 'Pablo' }).waitFor()
    expect(await barriers(page)).toEqual([])
    await page.getByRole('dialog').getByRole('button', { name: 'Pablo' }).tap()
    await typePin(page, '5555')
    await becomes('it is void', () => serving.line(orderId, 'gazpacho').voided?.approvedBy === 'pablo')
    await page.getByText(/the kitchen has not said/i).waitFor()
    await serving.pass.send('void.judge', { orderId, lineId: serving.line(orderId, 'gazpacho').id, verdict: 'made' })
      .settled
    await page.getByText(/counted as waste/).waitFor()
  })
})

describe('[ORD-19] a dish that comes back', () => {
  test('is made again at no charge, and stands beside the first one', async () => {
    const orderId = await serving.send('t25', 'gazpacho')
    await serving.cook(orderId, 1)
    await serving.served(orderId, 1)
    const ana = await tablet()
    const { page } = ana
    await ana.go('#/table/t25')
    await page.locator('.w-sent-open').first().tap()
    await page.getByRole('dialog').getByRole('button', { name: 'Send back' }).tap()
    await page.getByRole('button', { name: 'Cold', exact: true }).tap()
    await page.getByText('REMAKE').waitFor()
    await page.getByText('sent back: Cold').waitFor()
    await becomes('it is made again', () => serving.order(orderId).lines.length === 2)
    expect(serving.order(orderId).lines[1]).toMatchObject({
      unitPrice: 0,
      remakeOf: serving.line(orderId, 'gazpacho').id,
    })
  })
})

describe('[ORD-21] [ORD-11] a line after Send', () => {
  test('is taken back in one tap, or asked for otherwise', async () => {
    const orderId = await serving.send('t6', 'gazpacho', 'salmorejo')
    const ana = await tablet()
    const { page } = ana
    await row(ana, '6').tap()
    await ana.tap(page.locator('.w-sent', { hasText: 'Gazpacho' }).getByRole('button', { name: 'Take back' }))
    expect(ana.taps()).toBe(1)
    await becomes('it is taken back', () => serving.line(orderId, 'gazpacho').status === 'taken-back')
    await page.locator('.w-sent', { hasText: 'Gazpacho' }).waitFor({ state: 'detached' })
    await page.locator('.w-sent', { hasText: 'Salmorejo' }).locator('.w-sent-open').tap()
    await page.getByRole('dialog').getByRole('button', { name: 'Change' }).tap()
    await page.getByRole('button', { name: 'How many: More' }).tap()
    await page.getByRole('button', { name: 'Tell the kitchen' }).tap()
    await becomes('it is two', () => serving.line(orderId, 'salmorejo').quantity === 2)
  })

  test('[ORD-4] is asked for with EXTRA as in its draft', async () => {
    const orderId = await serving.send('t22', 'ribeye')
    const ana = await tablet()
    const { page } = ana
    await row(ana, '22').tap()
    await page.locator('.w-sent', { hasText: 'Ribeye' }).locator('.w-sent-open').tap()
    await page.getByRole('dialog').getByRole('button', { name: 'Change' }).tap()
    await page.getByRole('radio', { name: 'EXTRA' }).tap()
    await page.getByRole('button', { name: /Chimichurri/ }).tap()
    await page.getByRole('button', { name: 'Tell the kitchen' }).tap()
    await becomes('it is extra', () =>
      serving
        .line(orderId, 'ribeye')
        .modifiers.some(({ modifierId, prefix }) => modifierId === 'chimichurri' && prefix === 'extra'),
    )
  })
})

describe('[KDS-20] [FRT-2] dishes that stand ready', () => {
  test('are taken in one tap from home and served in another; a second tablet sees who goes', async () => {
    const orderId = await serving.send('t7', 'gazpacho')
    await serving.cook(orderId, 1)
    const [ana, leo] = [await tablet(), await tablet({ person: 'leo' })]
    const group = ana.page.getByRole('region', { name: 'Ready at the pass' })
    await group.getByText('1 Gazpacho').waitFor()
    await ana.tap(group.getByRole('button', { name: 'Take' }))
    expect(ana.taps()).toBe(1)
    await becomes('somebody goes', () => serving.order(orderId).pickups[0]?.takenBy === 'ana')
    expect(await leo.page.getByText('1 Gazpacho').count()).toBe(0)
    await group.getByRole('button', { name: 'Served' }).tap()
    await becomes('it is served', () => serving.line(orderId, 'gazpacho').status === 'served')
    await group.waitFor({ state: 'detached' })
  })
})

describe('[CALL-2] a guest who calls', () => {
  test('is taken on one tablet and leaves the other; over an order a strip says it', async () => {
    await serving.send('t8', 'gazpacho')
    const ana = await tablet()
    const other = await tablet()
    await other.go('#/table/t8')
    await serving.ask('call.raise', { tableId: 't8' as never, kind: 'water' })
    const strip = other.page.getByRole('region', { name: 'For you now' })
    await strip.getByText('Water, cutlery').waitFor()
    expect(await barriers(other.page)).toEqual([])
    await ana.page.getByRole('region', { name: 'Guests call' }).getByRole('button', { name: 'Take' }).tap()
    await strip.getByRole('button', { name: 'Done' }).tap()
    await ana.page.getByRole('region', { name: 'Guests call' }).waitFor({ state: 'detached' })
  })
})

describe('[KDS-17] the kitchen asks', () => {
  test('and one tap accepts: the line changes everywhere', async () => {
    const orderId = await serving.send('t9', 'gazpacho')
    const lineId = serving.line(orderId, 'gazpacho').id
    await serving.pass.send('ask.raise', { orderId, lineId, message: 'none left', substitutes: ['salmorejo' as never] })
      .settled
    const ana = await tablet()
    await ana.tap(ana.page.getByRole('button', { name: 'Yes, Salmorejo' }))
    expect(ana.taps()).toBe(1)
    await becomes('the dish is another', () => serving.order(orderId).lines[0]?.itemId === 'salmorejo')
  })
})

describe('[BILL-7] [BILL-1] the bill at the table', () => {
  test('a card is three taps from home, and for three seconds it can be cancelled; then the order closes and the table is cleared', async () => {
    const orderId = await serving.send('t10', 'gazpacho')
    await serving.cook(orderId, 1)
    await serving.served(orderId, 1)
    const ana = await tablet()
    const { page } = ana
    await ana.tap(row(ana, '10'))
    await ana.tap(page.getByRole('button', { name: 'Bill', exact: true }))
    await ana.tap(page.getByRole('button', { name: /^Card/ }))
    expect(ana.taps()).toBe(3)
    await page.getByRole('button', { name: /Cancel/ }).waitFor()
    await becomes('it is paid', () => serving.order(orderId).payments?.length === 1)
    expect(serving.order(orderId).payments?.[0]).toMatchObject({ method: 'card', part: { kind: 'rest' }, amount: 690 })
    await page.getByRole('button', { name: 'Close the order' }).tap()
    await page.getByRole('button', { name: 'Table is cleared' }).tap()
    await becomes('the table is free', () => serving.waiter.confirmed()?.tables.get('t10' as never) === undefined)
  })

  test('[BILL-5] what did not come yet is asked about before the order closes', async () => {
    const orderId = await serving.send('tb5', 'gazpacho')
    const ana = await tablet()
    const { page } = ana
    await ana.go(`#/bill/${orderId}`)
    await page.getByRole('button', { name: /^Card/ }).tap()
    await page.getByText('Not everything came yet').waitFor()
    expect(await barriers(page)).toEqual([])
    await page.getByRole('button', { name: 'They came: close' }).tap()
    await page.getByText('The order is closed').waitFor()
    await becomes('it is closed', () => serving.order(orderId).status === 'closed')
  })

  test('six equal parts are six taps, each part once and together the total', async () => {
    const orderId = await serving.send('t11', { item: 'gazpacho', quantity: 5 }, 'cola')
    await serving.ask('order.set-covers', { orderId, covers: 6 })
    const ana = await tablet()
    const { page } = ana
    await ana.go(`#/bill/${orderId}`)
    await page.getByRole('tab', { name: 'Equal parts' }).tap()
    await page.getByText('1/6').waitFor()
    for (let part = 1; part <= 6; part += 1) {
      await page.getByRole('region', { name: `Part ${part} of 6 pays` }).waitFor()
      await ana.tap(page.getByRole('button', { name: /^Card/ }))
    }
    expect(ana.taps()).toBe(6)
    await becomes('all six are paid', () => serving.order(orderId).payments?.length === 6)
    const paid = serving.order(orderId).payments ?? []
    expect(
      paid
        .map(({ part }) => part)
        .map((part) => (part.kind === 'equal' ? part.index : 0))
        .sort(),
    ).toEqual([1, 2, 3, 4, 5, 6])
    expect(serving.order(orderId).paid).toBe(true)
  })

  test('without a connection it says "not recorded yet"; a part that another tablet took meanwhile comes back as a card', async () => {
    const orderId = await serving.send('t12', 'gazpacho', 'salmorejo')
    const ana = await tablet()
    const { page } = ana
    await ana.go(`#/bill/${orderId}`)
    await page.getByRole('tab', { name: 'Equal parts' }).tap()
    await page.getByRole('button', { name: 'How many parts: Less' }).tap()
    serving.house.cutNetwork()
    await page
      .getByText(/Offline/)
      .first()
      .waitFor({ timeout: 20_000 })
    const parts = await page.locator('.w-bill-part').count()
    await page.getByRole('button', { name: /^Card/ }).tap()
    await page.getByText('Not recorded yet').first().waitFor()
    await page.getByText('1 payment lies on this tablet').waitFor()
    expect(await barriers(page)).toEqual([])
    await serving.ask('payment.record', { orderId, part: { kind: 'equal', index: 1, of: parts }, method: 'cash' })
    await serving.house.mendNetwork()
    const strip = page.getByRole('region', { name: 'For you now' })
    await strip.getByText('Not done: the payment').waitFor({ timeout: 20_000 })
    await strip.getByRole('button', { name: /^(All|Open)/ }).tap()
    const card = page.getByRole('dialog').getByRole('alert')
    await card.getByText('Not done: the payment').waitFor()
    expect(await barriers(page)).toEqual([])
    await card.getByRole('button', { name: 'I have seen it' }).tap()
    await card.waitFor({ state: 'detached' })
    expect(serving.order(orderId).payments).toHaveLength(1)
  })

  test('cash says its change; a discount needs a manager', async () => {
    const orderId = await serving.send('t21', 'gazpacho')
    const ana = await tablet()
    const { page } = ana
    await ana.go(`#/bill/${orderId}`)
    await page.getByRole('button', { name: /^Cash/ }).tap()
    await page.getByRole('button', { name: '€10' }).tap()
    await page.getByRole('status').getByText('€3.10').waitFor()
    expect(await barriers(page)).toEqual([])
    await page.getByRole('button', { name: 'Card', exact: true }).tap()
    await page.getByRole('button', { name: 'More about this bill' }).tap()
    await page.getByRole('menuitem', { name: 'Discount' }).tap()
    await page.getByRole('button', { name: 'Regular guest' }).tap()
    await page.getByRole('dialog').getByRole('button', { name: 'Pablo' }).tap()
    await typePin(page, '5555')
    await becomes('it is taken off', () => serving.order(orderId).adjustments?.length === 1)
    await page.getByText('€6.21').first().waitFor()
  })
})

describe('[FRT-1] the floor', () => {
  test('map and list say the same of every table, and who else is at one', async () => {
    const ana = await tablet()
    const { page } = ana
    await ana.go('#/floor/map')
    const label = await page.locator('.w-spot').first().getAttribute('aria-label')
    expect(label).toMatch(/^Table 1, /)
    await page.getByRole('radio', { name: 'List' }).check()
    expect(await page.locator('.w-floor-row').count()).toBe(12)
    const leo = await tablet({ person: 'leo' })
    await leo.go('#/table/t5')
    await page.getByText('Leo is here').waitFor()
  })
})

describe('everybody can use it', () => {
  const hashes = (orderId: string) => ['#/', '#/floor/map', '#/floor/list', '#/table/t22', `#/bill/${orderId}`]

  test.each([
    { theme: 'light', language: 'en' },
    { theme: 'dark', language: 'ru' },
  ] as const)('no barrier on any screen, $theme, $language; nothing sticks out on a phone', async (look) => {
    const known = [...(serving.waiter.confirmed()?.orders.values() ?? [])].find(({ tableId }) => tableId === 't22')
    const orderId =
      known?.id ??
      (await serving.send(
        't22',
        { item: 'gazpacho', seat: 1 },
        { item: 'burnt-cheesecake', seat: 2 },
        'hake-in-green-sauce',
      ))
    const [wide, small] = [await tablet(look), await tablet({ ...look, viewport: phone })]
    for (const hash of hashes(orderId)) {
      for (const { page, go } of [wide, small]) {
        await go(hash)
        await page.locator('.w-home, .w-floor, .w-order, .w-bill').first().waitFor()
        expect(await barriers(page), hash).toEqual([])
        expect(await isTooWide(page), hash).toBe(false)
      }
    }
  })

  test('by keyboard alone: from home to the table, a line, and back', async () => {
    await serving.send('t23', 'gazpacho')
    const ana = await tablet()
    const { page } = ana
    await row(ana, '23').focus()
    await page.keyboard.press('Enter')
    await page.locator('.w-sent-open').first().focus()
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Escape')
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('w-sent-open')
  })

  test('a letter key does what its button does, once somebody switched keys on', async () => {
    const orderId = await serving.send('t24', 'gazpacho', 'hake-in-green-sauce')
    const ana = await tablet()
    await ana.go('#/table/t24')
    const fire = ana.page.getByRole('button', { name: 'Fire C2' })
    await fire.waitFor()
    await ana.page.keyboard.press('f')
    expect(await fire.isVisible()).toBe(true)
    const prepare = (context: BrowserContext) =>
      context.addInitScript(() => {
        if (location.origin !== 'null') localStorage.setItem('comanda.waiter.keys', 'yes')
      })
    const other = await tablet({ prepare })
    await other.go('#/table/t24')
    await other.page.getByRole('button', { name: 'Fire C2' }).waitFor()
    await other.page.keyboard.press('f')
    await becomes('the course is fired', () => statuses(orderId).includes('hake-in-green-sauce fired'))
  })

  test('at 200 % zoom nothing is cut off and all can be reached', async () => {
    const ana = await tablet({ viewport: { width: 512, height: 384 } })
    const { page } = ana
    expect(await isTooWide(page)).toBe(false)
    await row(ana, '23').scrollIntoViewIfNeeded()
    await page.getByRole('button', { name: 'New order' }).scrollIntoViewIfNeeded()
    expect(await barriers(page)).toEqual([])
  })
})
