// A waiter takes orders on a real tablet of a real restaurant: in the fewest taps, and with what a dish asks.
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from './harness/browser.ts'
import { type House, openHouse } from './harness/house.ts'
import { picture } from './harness/picture.ts'
import { WaiterTablet, Watcher } from './harness/waiter-table.ts'

let house: House
let browser: Browser
let watcher: Watcher
let tablets: WaiterTablet[] = []

beforeAll(async () => {
  house = await openHouse()
  browser = await launchBrowser()
  watcher = await Watcher.open(house)
  await watcher.give(['t1', 't2', 't3', 't4', 't5', 't6', 't7', 't8'], 'ana')
})

afterEach(async () => {
  for (const tablet of tablets) {
    expect(tablet.screen.complaints).toEqual([])
    await tablet.close()
  }
  tablets = []
})

afterAll(async () => {
  await browser?.close()
  await house?.close()
})

async function tabletOf(person: string): Promise<WaiterTablet> {
  const tablet = await WaiterTablet.open(house, browser, { person })
  tablets.push(tablet)
  return tablet
}

test('[ORD-1] two mains and two drinks are six taps, and nothing asks whether one is sure', async () => {
  const ana = await tabletOf('ana')
  await ana.tapTable('1')
  await ana.tapDish('Sea bass')
  await ana.tapDish('Seafood paella')
  await ana.tapDish('Beer')
  await ana.tapDish('Still water')
  await ana.tapSend()
  expect(ana.taps).toBe(6)
  await watcher.seesDishes('t1', ['sea-bass', 'seafood-paella', 'beer', 'still-water'])
  await ana.page.getByText('Sent 4').waitFor()
  expect(await ana.draftRows.count()).toBe(0)
})

test('[ORD-1] one more beer is three taps; [ORD-7] the last drinks again are three as well', async () => {
  await watcher.send('t2', 'beer', 'still-water', 'gazpacho')
  const ana = await tabletOf('ana')
  await ana.tapTable('2')
  await ana.tapDish('Beer')
  await ana.tapSend()
  expect(ana.taps).toBe(3)
  await watcher.seesDishes('t2', ['beer', 'beer', 'gazpacho', 'still-water'])

  await ana.page.getByRole('button', { name: 'Tables' }).click()
  ana.taps = 0
  await ana.tapTable('2')
  await ana.tap(ana.page.getByRole('button', { name: 'Drinks again' }))
  await ana.tapSend()
  expect(ana.taps).toBe(3)
  await watcher.seesDishes('t2', ['beer', 'beer', 'beer', 'gazpacho', 'still-water'])
})

test('[ORD-1] a row has its own minus; [ORD-6] a tap goes to the chosen seat, and its course follows the dish', async () => {
  const ana = await tabletOf('ana')
  await ana.tapTable('3')
  await ana.tapSeat(2)
  await ana.tapDish('Sea bass')
  await ana.tapDish('Gazpacho')
  await ana.tapDish('Gazpacho')
  expect(await ana.draftRows.nth(1).textContent()).toContain('2')
  await ana.page.getByRole('button', { name: 'One Gazpacho less' }).click()
  expect(await ana.sendButton.textContent()).toContain('1 to Cold now, 1 held')
  await ana.tapSend()
  await watcher.seesDishes('t3', ['sea-bass', 'gazpacho'])
  expect(watcher.linesAt('t3').map(({ itemId, seat, status }) => [itemId, seat, status])).toEqual([
    ['sea-bass', 2, 'held'],
    ['gazpacho', 2, 'fired'],
  ])
})

test('[ORD-4] a steak asks how it is done, closes when that is said, and takes NO and EXTRA from its row', async () => {
  const ana = await tabletOf('ana')
  await ana.tapTable('4')
  await ana.tapDish('Ribeye')
  const sheet = ana.page.getByRole('dialog', { name: 'Ribeye' })
  await ana.tap(sheet.getByRole('button', { name: 'Medium rare' }))
  await sheet.waitFor({ state: 'detached' })
  expect(ana.taps).toBe(3)
  await ana.draftRows.first().getByRole('button').first().click()
  await sheet.getByRole('radio', { name: 'EXTRA' }).click()
  await sheet.getByRole('button', { name: /Chimichurri/ }).click()
  await sheet.getByRole('button', { name: /Green salad/ }).click()
  await sheet.getByRole('group', { name: 'Dressing' }).getByRole('button', { name: 'Caesar' }).click()
  await sheet.getByLabel('Note for the kitchen').fill('carve it in half')
  await sheet.getByRole('button', { name: /^Done/ }).click()
  expect(await ana.draftRows.first().textContent()).toContain('EXTRA')
  await ana.tapSend()
  await watcher.seesDishes('t4', ['ribeye'])
  const [line] = watcher.linesAt('t4')
  expect(line?.modifiers.map(({ modifierId, prefix }) => `${prefix ?? ''} ${modifierId}`.trim()).sort()).toEqual([
    'caesar-dressing',
    'extra chimichurri',
    'medium-rare',
    'salad-side',
  ])
  expect(line?.note).toBe('carve it in half')
})

test('[ORD-10] 86 while drafting: the button is struck, the row is marked, Send says what will not go', async () => {
  const ana = await tabletOf('ana')
  await ana.goTo('t5')
  await ana.tapDish('Gazpacho')
  await ana.tapDish('Beer')
  await watcher.count('gazpacho', 'out')
  await ana.page.locator('.w-row[data-trouble]').waitFor()
  expect(await ana.dish('Gazpacho').textContent()).toContain('86')
  expect(await ana.sendButton.textContent()).toContain('1 will not go')
  await ana.tapDish('Gazpacho')
  const instead = ana.page.getByRole('dialog', { name: 'Gazpacho is sold out' })
  await instead.getByRole('button', { name: /Salmorejo/ }).click()
  await ana.tapSend()
  await watcher.seesDishes('t5', ['beer', 'salmorejo'])
  await ana.page.getByText('Came back: it ran out').waitFor()
  expect(await ana.draftRows.count()).toBe(1)
  await watcher.count('gazpacho', null)
})

test('[ORD-10] the count stands on the button: grey over five, amber from five', async () => {
  const ana = await tabletOf('ana')
  await ana.goTo('t6')
  await watcher.count('salmorejo', 8)
  await ana.dish('Salmorejo').getByText('8 left').waitFor()
  await watcher.count('salmorejo', 3)
  const few = ana.dish('Salmorejo').getByText('3 left')
  await few.waitFor()
  expect(await few.getAttribute('data-supply')).toBe('few')
  await watcher.count('salmorejo', null)
  await few.waitFor({ state: 'detached' })
})

test('[ORD-5] an allergy of a seat marks dishes in the menu and the draft, and goes out with the first round', async () => {
  const ana = await tabletOf('ana')
  await ana.goTo('t6')
  await ana.page.getByRole('button', { name: 'Allergies' }).click()
  const sheet = ana.page.getByRole('dialog', { name: 'Allergies' })
  await sheet.getByRole('button', { name: '3', exact: true }).click()
  await sheet.getByRole('button', { name: 'Fish', exact: true }).click()
  await sheet.getByLabel('Something else').fill('severe')
  await sheet.getByRole('button', { name: 'Declare' }).click()
  await ana.tapSeat(3)
  expect(await ana.dish('Sea bass').locator('.w-dish-mark').textContent()).toBe('Fish')
  await ana.tapDish('Sea bass')
  expect(await ana.draftRows.first().textContent()).toContain('Fish')
  await ana.tapSend()
  await watcher.seesDishes('t6', ['sea-bass'])
  expect(watcher.ordersAt('t6')[0]?.allergies).toMatchObject([{ seat: 3, allergens: ['fish'], text: 'severe' }])
})

test('[ORD-16] a dish is found without its accents and by its number; [ORD-20] weight and open price are asked', async () => {
  const ana = await tabletOf('ana')
  await ana.goTo('t7')
  await ana.page.keyboard.press('/')
  const field = ana.page.getByRole('searchbox', { name: 'Find a dish' })
  await field.fill('fideua')
  await ana.tapDish('Fideuà')
  await field.fill('404')
  await ana.tapDish('T-bone')
  const sheet = ana.page.getByRole('dialog', { name: 'T-bone' })
  await sheet.getByLabel('Note for the kitchen').fill('on the bone')
  await sheet.getByRole('group', { name: 'For' }).getByRole('button', { name: '2', exact: true }).click()
  await sheet.getByRole('button', { name: 'Medium', exact: true }).click()
  await ana.page.keyboard.type('850')
  await ana.page.getByRole('button', { name: /^Add/ }).click()
  await field.fill('catch')
  await ana.tapDish('Catch of the day')
  await ana.page.keyboard.type('23.5')
  await ana.page.getByRole('button', { name: /^Add/ }).click()
  await ana.tapSend()
  await watcher.seesDishes('t7', ['fideua', 't-bone', 'catch-of-the-day'])
  const said = watcher
    .linesAt('t7')
    .map(({ itemId, unitPrice, grams, seat, note }) => [itemId, unitPrice, { grams, seat, note }])
  expect(said).toEqual([
    ['fideua', 1690, {}],
    ['t-bone', 5780, { grams: 850, seat: 2, note: 'on the bone' }],
    ['catch-of-the-day', 2350, {}],
  ])
})

test('[ORD-15] a takeaway has a name and a promise, and waits until it must be cooked', async () => {
  const ana = await tabletOf('ana')
  await ana.page.getByRole('button', { name: 'New order' }).click()
  await ana.page
    .getByRole('dialog')
    .getByRole('button', { name: /Takeaway/ })
    .click()
  await ana.menuIsThere()
  const details = ana.page.getByRole('dialog', { name: 'Takeaway' })
  await details.getByLabel('Name').fill('Nina')
  await details.getByRole('button', { name: /120 min/ }).click()
  await details.getByRole('button', { name: 'Start the order' }).click()
  await ana.tapDish('Sea bass')
  await ana.page.getByRole('button', { name: 'Tables' }).click()
  await ana.page.getByRole('link', { name: /Takeaway Nina: 1 dish not sent/ }).click()
  await ana.sendButton.waitFor()
  expect(await ana.sendButton.textContent()).toContain('fires at')
  await ana.tapSend()
  await watcher.sees('the takeaway', () => watcher.orders.some(({ name }) => name === 'Nina'))
  const order = watcher.orders.find(({ name }) => name === 'Nina')
  expect(order).toMatchObject({ type: 'takeaway', lines: [{ status: 'held' }] })
  expect(order?.promisedAt).toBeGreaterThan(Date.now() + 3_600_000)
  await ana.page.getByRole('heading', { name: 'Takeaway Nina' }).waitFor()
})

test('[ORD-9] a dish that no station makes is named at Send, and one tap lets the rest go', async () => {
  const pastry = watcher.client.confirmed()?.catalog.stations['pastry' as never]
  const manager = await house.signIn('office', 'pablo')
  const publish = async (id: string, enabled: boolean) => {
    const changes = [{ kind: 'station', put: { ...Object(pastry), enabled } }]
    expect((await manager.http.post('/api/catalog', { id, changes })).status).toBe(200)
  }
  const ana = await tabletOf('ana')
  await ana.goTo('t8')
  await ana.tapDish('Beer')
  await publish('pastry-off', false)
  await ana.dish('Crema catalana').getByText('No station').waitFor()
  await ana.tapDish('Crema catalana')
  await ana.tapSend()
  const card = ana.page.getByRole('alert').filter({ hasText: 'No station makes Crema catalana now.' })
  await card.waitFor()
  await picture(ana.page, 'waiter-no-station-light')
  expect(watcher.linesAt('t8')).toEqual([])
  await card.getByRole('button', { name: 'Take it off' }).click()
  await ana.tapSend()
  await watcher.seesDishes('t8', ['beer'])
  await publish('pastry-on', true)
})

test('[ORD-2] a draft that was left for two minutes vibrates, and is marked where its table is', async () => {
  const ana = await tabletOf('ana')
  const { page } = ana
  await page.clock.install()
  await page.addInitScript(() => {
    const felt: unknown[] = []
    Object.assign(globalThis, { felt })
    navigator.vibrate = (pattern) => felt.push(pattern) > 0
  })
  await page.reload()
  await ana.goTo('t6')
  await ana.tapDish('Patatas bravas')
  await page.clock.fastForward(121_000)
  await page.getByText('Table 6: the draft is not sent').waitFor()
  expect(await page.evaluate('felt.length')).toBeGreaterThan(0)
})

test('[ORD-7] a line and its whole round again, from the card of the line', async () => {
  await watcher.send('t3', 'lemonade', 'salmorejo')
  const before = watcher.linesAt('t3').length
  const ana = await tabletOf('ana')
  await ana.goTo('t3')
  await ana.page.locator('.w-slip').locator('.w-sent-open', { hasText: 'Lemonade' }).click()
  const card = ana.page.getByRole('dialog', { name: /Lemonade/ })
  await picture(ana.page, 'waiter-line-again-light')
  await card.getByRole('button', { name: 'Whole round again, 2' }).click()
  expect(await ana.draftRows.count()).toBe(2)
  await ana.tapSend()
  await watcher.sees('both again', () => watcher.linesAt('t3').length === before + 2)
})

test('[FRT-6] guests are the seats until somebody counts them: two taps, before or after the first Send', async () => {
  const ana = await tabletOf('ana')
  await ana.goTo('t21')
  const covers = ana.page.locator('.w-covers')
  expect(await covers.getAttribute('aria-label')).toBe('2 seats')
  await covers.click()
  await ana.page.getByRole('button', { name: '5 guests' }).click()
  expect(await covers.getAttribute('aria-label')).toBe('5 guests')
  await ana.page.getByRole('button', { name: /^Seat 5/ }).waitFor()
  await ana.tapDish('Beer')
  await ana.tapSend()
  await watcher.seesDishes('t21', ['beer'])
  expect(watcher.ordersAt('t21')[0]).toMatchObject({ covers: 5, coversAssumed: false })
  await covers.click()
  await ana.page.getByRole('button', { name: '4 guests' }).click()
  await watcher.sees('four guests', () => watcher.ordersAt('t21')[0]?.covers === 4)
})

test('[ORD-4] a long press opens the dish before anything is added', async () => {
  const ana = await tabletOf('ana')
  await ana.goTo('t22')
  await ana.dish('Sea bass').hover()
  await ana.page.mouse.down()
  const sheet = ana.page.getByRole('dialog', { name: 'Sea bass' })
  await sheet.waitFor()
  await ana.page.mouse.up()
  expect(await ana.draftRows.count()).toBe(0)
  await sheet.getByRole('button', { name: 'Quantity: More' }).click()
  await sheet.getByRole('button', { name: /^Add/ }).click()
  expect(await ana.draftRows.locator('.w-row-count').textContent()).toBe('2')
})

test('[ORD-10] a drafted row that ran out offers what can be had, which takes its place for the same seat', async () => {
  const ana = await tabletOf('ana')
  await ana.goTo('t23')
  await ana.tapSeat(2)
  await ana.tapDish('Gazpacho')
  await ana.tapDish('Gazpacho')
  await watcher.count('gazpacho', 'out')
  await ana.page.locator('.w-row[data-trouble]').getByRole('button').first().click()
  await ana.page
    .getByRole('dialog', { name: 'Gazpacho is sold out' })
    .getByRole('button', { name: /Salmorejo/ })
    .click()
  expect(await ana.draftRows.count()).toBe(1)
  await ana.tapSend()
  await watcher.seesDishes('t23', ['salmorejo', 'salmorejo'])
  expect(watcher.linesAt('t23')[0]).toMatchObject({ quantity: 2, seat: 2 })
  await watcher.count('gazpacho', null)
})
