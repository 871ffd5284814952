// Cooks at their screens, in a real browser against the real server: what they see, press and hear of.
import { linePlace } from '@comanda/shared/domain/line-place'
import type { OrderId } from '@comanda/shared/model/ids'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { launchBrowser } from './harness/browser.ts'
import { type Kitchen, openKitchen, openStation, type StationWish } from './harness/kitchen-house.ts'
import type { Screen } from './harness/open-screen.ts'

let kitchen: Kitchen
let browser: Browser
let screens: Screen[] = []

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())
beforeEach(async () => {
  kitchen = await openKitchen()
})
afterEach(async () => {
  const complaints = screens.flatMap((screen) => screen.complaints)
  for (const screen of screens) await screen.close()
  screens = []
  await kitchen?.close()
  expect(complaints).toEqual([])
})

async function station(wish: StationWish): Promise<Page> {
  const screen = await openStation(kitchen, browser, wish)
  screens.push(screen)
  return screen.page
}

const grill = { stations: ['grill'] }
const slip = (page: Page, where: string) => page.locator(`.slip[aria-label="${where}"]`)
/** Tables in the order in which their slips hang; what has left is in brackets. */
const rail = (page: Page): Promise<string> =>
  page
    .locator('.slip')
    .evaluateAll((slips) =>
      slips.map((each) => (each.classList.contains('gone') ? `(${each.ariaLabel})` : each.ariaLabel)).join(' '),
    )
const hangs = (page: Page, tables: string, timeout = 8_000) => expect.poll(() => rail(page), { timeout }).toBe(tables)
const places = (page: Page): Promise<string[]> =>
  page.locator('.slip').evaluateAll((slips) =>
    slips.map((each) => {
      const { x, y, width, height } = each.getBoundingClientRect()
      return `${each.ariaLabel} ${x} ${y} ${width} ${height}`
    }),
  )
const bump = (page: Page, where: string) => slip(page, where).locator('.stub').click()
const place = (orderId: OrderId, item: string) => {
  const state = kitchen.waiter.confirmed()
  return state && linePlace(state, kitchen.line(orderId, item))
}

test('[KDS-1] [KDS-8] [KDS-13] [ORD-17] an order stands on both of its stations at once, each names the other, and the waiter sees that they have it', async () => {
  const atGrill = await station(grill)
  const atFry = await station({ stations: ['fry'] })
  const orderId = await kitchen.send(
    't8',
    { item: 'cheeseburger', with: ['no burger-extras:onion'], quantity: 2, note: 'cut in two' },
    { item: 'gazpacho', course: 2 },
  )
  for (const page of [atGrill, atFry]) {
    const ticket = slip(page, 'T8')
    await ticket.waitFor()
    expect(await ticket.locator('.quantity').allTextContents()).toEqual(['2'])
    expect(await ticket.locator('.dish').allTextContents()).toEqual(['Cheeseburger'])
    expect(await ticket.locator('.option.no').textContent()).toBe('NOONION')
    expect(await ticket.locator('.note').textContent()).toBe('cut in two')
    expect(await ticket.locator('.meta').textContent()).toContain('Ana · 6 covers')
    expect(await ticket.locator('.flag').textContent()).toContain('NEW')
  }
  expect(await slip(atGrill, 'T8').locator('.feet').textContent()).toBe('Also at Cold, Fry')
  expect(await slip(atFry, 'T8').locator('.feet').textContent()).toBe('Also at Cold, Grill')
  await kitchen.until('both glasses', () => place(orderId, 'cheeseburger') === 'on-screen')
  expect(place(orderId, 'gazpacho')).toBe('on-server')
  await bump(atGrill, 'T8')
  await kitchen.until('the grill is done', () =>
    kitchen.tickets(orderId).some(({ stationId, status }) => stationId === 'grill' && status === 'bumped'),
  )
  expect(kitchen.line(orderId, 'cheeseburger').status).toBe('started')
  await bump(atFry, 'T8')
  await kitchen.until('ready', () => kitchen.line(orderId, 'cheeseburger').status === 'ready')
})

test('[KDS-2] [ORD-11] an addition hangs under its rule on the running ticket, in its old place; a change shows old and new', async () => {
  const page = await station(grill)
  const first = await kitchen.send('t8', 'asparagus')
  await kitchen.send('t3', 'grilled-vegetables')
  await hangs(page, 'T8 T3')
  await kitchen.sendTo(first, { item: 'grilled-leeks', course: 2 })
  await slip(page, 'T8').locator('.rule', { hasText: 'ADD-ON' }).waitFor()
  await hangs(page, 'T8 T3')
  expect(await slip(page, 'T8').locator('.dish').allTextContents()).toEqual(['Asparagus', 'Leeks'])
  await kitchen.ask('line.change', {
    orderId: first,
    lineId: kitchen.line(first, 'asparagus').id,
    quantity: 3,
    note: 'no salt',
  })
  await slip(page, 'T8').locator('.line.was').waitFor()
  expect(await slip(page, 'T8').locator('.line.was .quantity').textContent()).toBe('3')
  expect(await slip(page, 'T8').locator('.line.was s').textContent()).toBe('1×, nothing')
  expect(await slip(page, 'T8').locator('.flag').textContent()).toContain('CHANGED')
  await hangs(page, 'T8 T3')
})

test('[KDS-10] [ORD-13] a struck dish stays until a cook has said what became of it', async () => {
  const page = await station(grill)
  const orderId = await kitchen.send('t8', 'asparagus', 'grilled-vegetables')
  await slip(page, 'T8').waitFor()
  await kitchen.ask('line.void', {
    orderId,
    lineId: kitchen.line(orderId, 'asparagus').id,
    reason: 'Guest changed mind',
  })
  const struck = slip(page, 'T8').locator('.line.void')
  await struck.waitFor()
  expect(await struck.textContent()).toContain('VOID Guest changed mind')
  expect(await slip(page, 'T8').locator('.stub').textContent()).toContain('ANSWER VOID')
  await bump(page, 'T8')
  await struck.and(page.locator('.pointed')).waitFor()
  expect(kitchen.tickets(orderId)[0]?.status).toBe('open')
  await struck.getByRole('button', { name: 'Not started' }).click()
  await struck.waitFor({ state: 'detached' })
  await kitchen.until('the verdict', () => kitchen.line(orderId, 'asparagus').voided?.verdict === 'not-started')
  await bump(page, 'T8')
  await kitchen.until('bumped', () => kitchen.tickets(orderId)[0]?.status === 'bumped')
})

test('[KDS-4] a bump fades in its slot and a tap brings it back; two contacts are one; the last line done bumps', async () => {
  const page = await station(grill)
  const orderId = await kitchen.send('t8', 'asparagus', 'grilled-vegetables')
  await kitchen.send('t3', 'grilled-vegetables')
  await hangs(page, 'T8 T3')
  const before = await places(page)
  await slip(page, 'T8').locator('.stub').dblclick({ delay: 20 })
  await hangs(page, '(T8) T3')
  expect(await places(page)).toEqual(before)
  await slip(page, 'T8').getByText('UNDO').waitFor()
  await page.waitForFunction(() => document.querySelector('.slip.gone .stub')?.textContent?.includes('bumped'))
  await page.evaluate(() => new Promise((done) => setTimeout(done, 300)))
  await slip(page, 'T8').locator('.stub').click()
  await hangs(page, 'T8 T3')
  expect(await places(page)).toEqual(before)
  await slip(page, 'T8').getByRole('button', { name: 'Asparagus' }).click()
  await slip(page, 'T8').locator('.line.done').waitFor()
  expect(await slip(page, 'T8').locator('.progress').textContent()).toBe('1 of 2')
  await slip(page, 'T8').getByRole('button', { name: 'Grill veg' }).click()
  await kitchen.until('bumped by itself', () => kitchen.tickets(orderId)[0]?.status === 'bumped')
  await hangs(page, 'T3')
})

test('[KDS-5] a ticket comes back to its place in time, on every screen that had it', async () => {
  const one = await station(grill)
  const other = await station({ stations: ['grill', 'fry'] })
  await kitchen.send('t1', 'asparagus')
  await kitchen.send('t2', 'asparagus')
  await kitchen.send('t3', 'asparagus')
  for (const page of [one, other]) await hangs(page, 'T1 T2 T3')
  await bump(one, 'T2')
  for (const page of [one, other]) await hangs(page, 'T1 T3')
  await one.keyboard.press('h')
  const listed = one.locator('[data-recall]')
  await listed.first().waitFor()
  expect(await listed.allTextContents()).toEqual([expect.stringContaining('T2')])
  await listed.first().click()
  for (const page of [one, other]) await hangs(page, 'T1 T2 T3')
})

test('[KDS-7] [KDS-10] [KDS-19] a bump bar alone runs a rush: choosing, lines, an allergy, a void, a bump too many', async () => {
  const page = await station(grill)
  const orders: OrderId[] = []
  for (const table of ['t1', 't2', 't3', 't4'])
    orders.push(await kitchen.send(table, 'asparagus', 'grilled-vegetables'))
  await hangs(page, 'T1 T2 T3 T4')
  const [first, second, third] = orders
  if (first === undefined || second === undefined || third === undefined) throw new Error('nothing was sent')
  const key = (code: string) => page.keyboard.press(code)
  await key('Digit4')
  await page.locator('.slip.selected[aria-label="T4"]').waitFor()
  await key('Enter')
  await hangs(page, 'T1 T2 T3 (T4)')
  await key('NumpadSubtract')
  await hangs(page, 'T1 T2 T3 T4')
  await key('NumpadEnter')
  await hangs(page, '(T1) T2 T3 T4')
  await kitchen.ask('allergy.declare', { orderId: second, allergens: ['nuts'] })
  await slip(page, 'T2').locator('.band').waitFor()
  await key('Numpad2')
  await key('Enter')
  await slip(page, 'T2').locator('.band.pointed').waitFor()
  expect(kitchen.tickets(second)[0]?.status).toBe('open')
  await key('Enter')
  await slip(page, 'T2').locator('.band[aria-pressed=true]').waitFor()
  await key('ControlLeft')
  await kitchen.until('T2 is out', () => kitchen.tickets(second)[0]?.status === 'bumped')
  await kitchen.ask('line.void', { orderId: third, lineId: kitchen.line(third, 'asparagus').id, reason: 'Guest left' })
  await slip(page, 'T3').locator('.line.void').waitFor()
  await hangs(page, 'T3 T4')
  await key('Digit1')
  await key('ArrowDown')
  await slip(page, 'T3').locator('.line.void.pointed, .line.pointed').waitFor()
  await key('ArrowUp')
  await slip(page, 'T3').locator('.line.void.pointed').waitFor()
  await key('NumpadAdd')
  await kitchen.until('the verdict', () => kitchen.line(third, 'asparagus').voided?.verdict === 'not-started')
  await key('ArrowDown')
  await slip(page, 'T3').locator('.line.pointed').waitFor()
  await key('Space')
  await kitchen.until('T3 is out', () => kitchen.tickets(third)[0]?.status === 'bumped')
  await key('Enter')
  await hangs(page, '')
  await page.getByText('All clear').waitFor()
})

test('[KDS-7] a key is learnt by pressing it, digits may bump at once, and all keys can be turned off', async () => {
  const page = await station(grill)
  await kitchen.send('t1', 'asparagus')
  await kitchen.send('t2', 'asparagus')
  await kitchen.send('t3', 'asparagus')
  await hangs(page, 'T1 T2 T3')
  await page.keyboard.press('F1')
  const dialog = page.getByRole('dialog')
  const row = dialog.getByRole('listitem').filter({ hasText: 'Bump the chosen' })
  await row.getByRole('button', { name: 'Change' }).click()
  await page.keyboard.press('KeyB')
  await row.getByText('B', { exact: true }).waitFor()
  await dialog.getByRole('switch', { name: 'A digit bumps at once' }).click()
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await page.keyboard.press('Enter')
  await page.keyboard.press('KeyB')
  await hangs(page, '(T1) T2 T3')
  await page.keyboard.press('Digit3')
  await hangs(page, '(T1) T2 (T3)')
  await hangs(page, 'T2')
  await page.reload()
  await hangs(page, 'T2')
  await page.keyboard.press('F1')
  await page.getByRole('dialog').getByRole('switch', { name: 'Keys' }).click()
  await page.keyboard.press('Escape')
  await page.keyboard.press('KeyB')
  await hangs(page, 'T2')
})

test('[KDS-14] [P-11] cut off, it says so at 10 s and its timers run on; back, it has what came meanwhile', async () => {
  const page = await station(grill)
  await kitchen.send('t1', 'asparagus')
  await hangs(page, 'T1')
  await kitchen.house.cutNetwork()
  const cutAt = Date.now()
  await kitchen.send('t2', 'asparagus')
  await page.locator('.kds.stale').waitFor({ timeout: 17_000 })
  // the last beat may have been heard 5 s before the cut
  expect(Date.now() - cutAt).toBeGreaterThan(4_500)
  expect(Date.now() - cutAt).toBeLessThan(11_500)
  expect(await page.locator('.old-band').textContent()).toMatch(/Data from \d\d:\d\d:\d\d/)
  const age = slip(page, 'T1').locator('.age')
  const then = await age.textContent()
  await expect.poll(() => age.textContent()).not.toBe(then)
  await bump(page, 'T1')
  await slip(page, 'T1').getByText('not sent yet').waitFor()
  await kitchen.house.mendNetwork()
  await page.locator('.kds.fresh').waitFor({ timeout: 15_000 })
  await hangs(page, 'T2', 15_000)
  await kitchen.until('the bump arrived', () =>
    [...(kitchen.waiter.confirmed()?.tickets.values() ?? [])].some(({ status }) => status === 'bumped'),
  )
})

test('[KDS-13] [P-18] a screen that is gone raises the alarm; nobody has to notice it', async () => {
  const page = await station(grill)
  const seen = await kitchen.send('t1', 'asparagus')
  await kitchen.until('on the glass', () => place(seen, 'asparagus') === 'on-screen')
  await page.close()
  const orderId = await kitchen.send('t2', 'asparagus')
  await kitchen.until('the alarm', () => (kitchen.tickets(orderId)[0]?.alarmed ?? 0) > 0, 12_500)
  expect(place(orderId, 'asparagus')).toBe('on-server')
})

test('[KDS-13] [KDS-2] what hangs on page 2 is counted, confirmed and raises no alarm', async () => {
  const page = await station(grill)
  const orders: OrderId[] = []
  for (let count = 0; count < 22; count++) orders.push(await kitchen.takeaway(`Nina ${count}`, 'asparagus'))
  await kitchen.until('all on the glass or counted', () =>
    orders.every((orderId) => place(orderId, 'asparagus') === 'on-screen'),
  )
  const hanging = await page.locator('.slip').count()
  expect(hanging).toBeLessThanOrEqual(24)
  expect(await page.locator('[data-more]').getAttribute('data-more')).toBe(String(22 - hanging))
  await expect.poll(() => page.locator('.figure').first().textContent()).toBe('22 open')
  const last = orders.at(-1)
  if (last === undefined) throw new Error('nothing was sent')
  await kitchen.ask('order.note', { orderId: last, note: 'no salt' })
  await kitchen.until('the note on page 2', () => {
    const ticket = kitchen.tickets(last)[0]
    return ticket !== undefined && ticket.confirmed === ticket.version
  })
  expect(orders.every((orderId) => kitchen.tickets(orderId).every(({ alarmed }) => alarmed === 0))).toBe(true)
  await page.locator('[data-more]').click()
  await slip(page, 'Nina 21').waitFor()
})

test('[KDS-19] [ORD-5] an allergy is acknowledged before anything is done, and again after a change', async () => {
  const page = await station(grill)
  const orderId = await kitchen.send(
    't3',
    { item: 'grilled-leeks', seat: 2, course: 2 },
    { item: 'asparagus', seat: 1, course: 2 },
  )
  await slip(page, 'T3').waitFor()
  await kitchen.ask('allergy.declare', { orderId, seat: 2, allergens: ['nuts'] })
  const band = slip(page, 'T3').locator('.band')
  await band.waitFor()
  expect(await band.textContent()).toContain('NUTSSeat 2 · tap when seen')
  expect(await slip(page, 'T3').locator('.allergen').allTextContents()).toEqual(['NUTS'])
  await slip(page, 'T3').getByRole('button', { name: 'Leeks' }).click()
  await slip(page, 'T3').locator('.band.pointed').waitFor()
  await bump(page, 'T3')
  expect(kitchen.tickets(orderId)[0]?.status).toBe('open')
  expect(await slip(page, 'T3').locator('.line.done').count()).toBe(0)
  await band.click()
  await slip(page, 'T3').locator('.band[aria-pressed=true]').waitFor()
  await slip(page, 'T3').getByRole('button', { name: 'Asparagus' }).click()
  await slip(page, 'T3').locator('.line.done').waitFor()
  await kitchen.ask('line.change', { orderId, lineId: kitchen.line(orderId, 'grilled-leeks').id, note: 'well done' })
  await slip(page, 'T3').locator('.band[aria-pressed=false]').waitFor()
  await bump(page, 'T3')
  expect(kitchen.tickets(orderId)[0]?.status).toBe('open')
})

test('[KDS-2] [ORD-19] [ORD-14] a rush and a remake come in without moving a ticket under a finger', async () => {
  const page = await station(grill)
  const cook = await kitchen.house.open(await kitchen.house.signIn('kitchen', 'bruno'), {
    name: 'bruno',
    room: 'kitchen',
  })
  const sent = await kitchen.send('t1', 'asparagus')
  await hangs(page, 'T1')
  const [ticket] = kitchen.tickets(sent)
  if (ticket === undefined) throw new Error('no ticket')
  await bump(page, 'T1')
  await hangs(page, '')
  await kitchen.send('t2', 'asparagus')
  await kitchen.send('t3', 'asparagus')
  await hangs(page, 'T2 T3')
  const box = await slip(page, 'T3').boundingBox()
  if (box === null) throw new Error('no slip')
  await page.mouse.move(box.x + box.width / 2, box.y + 40)
  await page.mouse.down()
  const before = await places(page)
  const { id: lineId } = kitchen.line(sent, 'asparagus')
  await kitchen.ask('lines.serve', { orderId: sent, lineIds: [lineId] })
  await kitchen.ask('line.send-back', { orderId: sent, lineId, reason: 'Cold' })
  await page.locator('[data-more="1"].urgent').waitFor()
  const rushed = await kitchen.send('t4', 'asparagus')
  await hangs(page, 'T2 T3 T4')
  await kitchen.ask('order.rush', { orderId: rushed, on: true })
  await slip(page, 'T4').getByText('RUSH').waitFor()
  await page.evaluate(() => new Promise((done) => setTimeout(done, 2_500)))
  expect((await places(page)).slice(0, 2)).toEqual(before)
  await kitchen.until('counted is confirmed', () =>
    kitchen.tickets(sent).every(({ confirmed, version }) => confirmed === version),
  )
  await page.mouse.up()
  await page.keyboard.press('Escape')
  await hangs(page, 'T1 T4 T2 T3')
  await slip(page, 'T1').getByText('REMAKE').waitFor()
  expect(await slip(page, 'T1').textContent()).toContain('Sent back')
  await cook.stop()
})

test('[KDS-6] [KDS-9] [ORD-10] all day is counted, and a dish is 86ed and counted down from the kitchen', async () => {
  const page = await station(grill)
  await kitchen.send('t1', { item: 'asparagus', quantity: 3, course: 2 })
  await kitchen.send('t2', { item: 'asparagus', quantity: 2 }, { item: 'grilled-leeks', course: 3 })
  await hangs(page, 'T1 T2')
  const panel = page.locator('.panel li')
  await expect.poll(() => panel.allTextContents()).toEqual(['5Asparagus ', '0Leeks +1 held'])
  await page.getByRole('button', { name: 'Grill' }).click()
  await page.getByRole('button', { name: '86 and countdown' }).click()
  await page.getByLabel('Find a dish').fill('turb')
  await page.getByRole('dialog').getByRole('button', { name: '86', exact: true }).click()
  await page.getByLabel('Find a dish').fill('ribeye')
  await page.getByRole('dialog').getByRole('button', { name: 'Ribeye: Left: More' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Set to 1' }).click()
  await kitchen.until('the tablets know', () => {
    const counts = [...(kitchen.waiter.confirmed()?.counts.values() ?? [])]
    return counts.some(({ itemId, soldOut }) => itemId === 'turbot' && soldOut) && counts.some(({ left }) => left === 1)
  })
  await page.keyboard.press('Escape')
  await expect.poll(() => panel.allTextContents()).toContain('86Turbot')
})

test('[KDS-17] a cook proposes another dish, the waiter says yes, and the ticket shows old and new', async () => {
  const page = await station(grill)
  const orderId = await kitchen.send('t1', 'sea-bass')
  await slip(page, 'T1').locator('.head').click()
  await page.getByRole('dialog').getByRole('button', { name: 'Ask the waiter' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Sea bream instead?' }).click()
  await slip(page, 'T1').getByText('Waiter asked').waitFor()
  await kitchen.until('the question', () => (kitchen.waiter.confirmed()?.asks.size ?? 0) > 0)
  const [ask] = [...(kitchen.waiter.confirmed()?.asks.values() ?? [])]
  if (ask === undefined) throw new Error('no question')
  // a code and not a cook's language: each waiter reads it in the own one
  expect(ask.message).toBe('sold-out')
  await kitchen.ask('ask.answer', { askId: ask.id, accept: true })
  await expect.poll(() => slip(page, 'T1').locator('.dish').allTextContents()).toEqual(['Sea bream'])
  expect(await slip(page, 'T1').locator('.line.was s').textContent()).toContain('Sea bass')
  expect(kitchen.line(orderId, 'sea-bream').id).toBe(ask.lineId)
})

test('[KDS-8] one tap sends a station to another with its open tickets; they come back as they went', async () => {
  const atGrill = await station(grill)
  const atStove = await station({ stations: ['stove'] })
  await kitchen.send('t1', 'asparagus')
  await hangs(atGrill, 'T1')
  await atGrill.getByRole('button', { name: 'Grill' }).click()
  await atGrill.getByRole('button', { name: 'Grill to Stove' }).click()
  await hangs(atStove, 'T1')
  expect(await slip(atStove, 'T1').locator('.marks').textContent()).toContain('from Grill')
  await atGrill.getByRole('button', { name: 'Grill back' }).click()
  await atGrill.keyboard.press('Escape')
  await hangs(atGrill, 'T1')
  await hangs(atStove, '')
})

test('[KDS-16] [KDS-15] set up once: whose tickets, how large, how far; then a start of the shift arms the sound', async () => {
  const { openScreen } = await import('./harness/open-screen.ts')
  const screen = await openScreen({ house: kitchen.house, browser, app: 'kitchen', person: 'bruno' })
  screens.push(screen)
  const { page } = screen
  await kitchen.send('t1', 'asparagus')
  await page.getByRole('button', { name: 'Grill' }).click()
  await page.getByRole('button', { name: '24″' }).click()
  await page.getByRole('button', { name: '2 m', exact: true }).click()
  await page.getByText('Letters of 59 px, 3 columns').waitFor()
  await page.getByRole('button', { name: 'Show the tickets' }).click()
  await hangs(page, 'T1')
  expect(
    await slip(page, 'T1')
      .locator('.line')
      .evaluate((line) => getComputedStyle(line).fontSize),
  ).toBe('59px')
  const { height } = (await slip(page, 'T1').locator('.stub').boundingBox()) ?? { height: 0 }
  expect(height).toBeGreaterThanOrEqual(20 * (Math.hypot(1920, 1080) / (24 * 25.4)))
  await page.getByRole('button', { name: 'START SHIFT' }).click()
  await page.getByRole('button', { name: 'Sound on' }).waitFor()
  await page.reload()
  await hangs(page, 'T1')
})

test('[ORD-18] what was told by mouth arrives as told, without NEW; what waited says since when', async () => {
  const page = await station(grill)
  const { waiter } = kitchen
  const lines = [{ itemId: 'asparagus', quantity: 1, modifiers: [] }]
  const now = waiter.serverNow()
  const told = {
    order: { open: { type: 'dine-in', tableId: 't1' } },
    lines,
    alreadyTold: true,
    queuedSince: now - 60_000,
  }
  const late = { order: { open: { type: 'dine-in', tableId: 't2' } }, lines, queuedSince: now - 200_000 }
  for (const args of [told, late]) await kitchen.ask('round.send', args as never)
  await hangs(page, 'T1 T2')
  expect(await slip(page, 'T1').locator('.rule').textContent()).toContain('ALREADY TOLD')
  expect(await slip(page, 'T2').locator('.rule').textContent()).toMatch(/QUEUED \d\d:\d\d/)
})
