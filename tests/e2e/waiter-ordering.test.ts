// A waiter takes orders on a real tablet of a real restaurant: in the fewest taps, and with what a dish asks.
import { expect, test } from 'vitest'
import { picture } from './harness/picture.ts'
import { tableTablets } from './harness/table-tablets.ts'

const at = tableTablets({ anas: ['t1', 't2', 't3', 't4', 't5', 't6', 't7', 't8'] })

test('[ORD-1] two mains and two drinks are six taps, and nothing asks whether one is sure', async () => {
  const ana = await at.tabletOf('ana')
  await ana.tapTable('1')
  await ana.tapDish('Sea bass')
  await ana.tapDish('Seafood paella')
  await ana.tapDish('Beer')
  await ana.tapDish('Still water')
  await ana.tapSend()
  expect(ana.taps).toBe(6)
  await at.watcher.seesDishes('t1', ['sea-bass', 'seafood-paella', 'beer', 'still-water'])
  await ana.page.getByText('Sent 4').waitFor()
  expect(await ana.draftRows.count()).toBe(0)
})

test('[ORD-1] one more beer is three taps; [ORD-7] the last drinks again are three as well', async () => {
  await at.watcher.send('t2', 'beer', 'still-water', 'gazpacho')
  const ana = await at.tabletOf('ana')
  await ana.tapTable('2')
  await ana.tapDish('Beer')
  await ana.tapSend()
  expect(ana.taps).toBe(3)
  await at.watcher.seesDishes('t2', ['beer', 'beer', 'gazpacho', 'still-water'])

  await ana.page.getByRole('button', { name: 'Tables' }).click()
  ana.taps = 0
  await ana.tapTable('2')
  await ana.tap(ana.page.getByRole('button', { name: 'Drinks again' }))
  await ana.tapSend()
  expect(ana.taps).toBe(3)
  await at.watcher.seesDishes('t2', ['beer', 'beer', 'beer', 'gazpacho', 'still-water'])
})

test('[ORD-1] a row has its own minus; [ORD-6] a tap goes to the chosen seat, and its course follows the dish', async () => {
  const ana = await at.tabletOf('ana')
  await ana.tapTable('3')
  await ana.tapSeat(2)
  await ana.tapDish('Sea bass')
  await ana.tapDish('Gazpacho')
  await ana.tapDish('Gazpacho')
  expect(await ana.draftRows.nth(1).textContent()).toContain('2')
  await ana.page.getByRole('button', { name: 'One Gazpacho less' }).click()
  expect(await ana.sendButton.textContent()).toContain('1 to Cold now, 1 held')
  await ana.tapSend()
  await at.watcher.seesDishes('t3', ['sea-bass', 'gazpacho'])
  expect(at.watcher.linesAt('t3').map(({ itemId, seat, status }) => [itemId, seat, status])).toEqual([
    ['sea-bass', 2, 'held'],
    ['gazpacho', 2, 'fired'],
  ])
})

test('[ORD-4] a steak asks how it is done, closes when that is said, and takes NO and EXTRA from its row', async () => {
  const ana = await at.tabletOf('ana')
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
  await at.watcher.seesDishes('t4', ['ribeye'])
  const [line] = at.watcher.linesAt('t4')
  expect(line?.modifiers.map(({ modifierId, prefix }) => `${prefix ?? ''} ${modifierId}`.trim()).sort()).toEqual([
    'caesar-dressing',
    'extra chimichurri',
    'medium-rare',
    'salad-side',
  ])
  expect(line?.note).toBe('carve it in half')
})

test('[ORD-5] an allergy of a seat marks dishes in the menu and the draft, and goes out with the first round', async () => {
  const ana = await at.tabletOf('ana')
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
  await at.watcher.seesDishes('t6', ['sea-bass'])
  expect(at.watcher.ordersAt('t6')[0]?.allergies).toMatchObject([{ seat: 3, allergens: ['fish'], text: 'severe' }])
})

test('[ORD-16] a dish is found without its accents and by its number; [ORD-20] weight and open price are asked', async () => {
  const ana = await at.tabletOf('ana')
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
  await at.watcher.seesDishes('t7', ['fideua', 't-bone', 'catch-of-the-day'])
  const said = at.watcher
    .linesAt('t7')
    .map(({ itemId, unitPrice, grams, seat, note }) => [itemId, unitPrice, { grams, seat, note }])
  expect(said).toEqual([
    ['fideua', 1690, {}],
    ['t-bone', 5780, { grams: 850, seat: 2, note: 'on the bone' }],
    ['catch-of-the-day', 2350, {}],
  ])
})

test('[ORD-15] a takeaway has a name and a promise, and waits until it must be cooked', async () => {
  const ana = await at.tabletOf('ana')
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
  await at.watcher.sees('the takeaway', () => at.watcher.orders.some(({ name }) => name === 'Nina'))
  const order = at.watcher.orders.find(({ name }) => name === 'Nina')
  expect(order).toMatchObject({ type: 'takeaway', lines: [{ status: 'held' }] })
  expect(order?.promisedAt).toBeGreaterThan(Date.now() + 3_600_000)
  await ana.page.getByRole('heading', { name: 'Takeaway Nina' }).waitFor()
})

test('[ORD-2] a draft that was left for two minutes vibrates, and is marked where its table is', async () => {
  const ana = await at.tabletOf('ana')
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
  await at.watcher.send('t3', 'lemonade', 'salmorejo')
  const before = at.watcher.linesAt('t3').length
  const ana = await at.tabletOf('ana')
  await ana.goTo('t3')
  await ana.page.locator('.w-slip').locator('.w-sent-open', { hasText: 'Lemonade' }).click()
  const card = ana.page.getByRole('dialog', { name: /Lemonade/ })
  await picture(ana.page, 'waiter-line-again-light')
  await card.getByRole('button', { name: 'Whole round again, 2' }).click()
  expect(await ana.draftRows.count()).toBe(2)
  await ana.tapSend()
  await at.watcher.sees('both again', () => at.watcher.linesAt('t3').length === before + 2)
})

test('[FRT-6] guests are the seats until somebody counts them: two taps, before or after the first Send', async () => {
  const ana = await at.tabletOf('ana')
  await ana.goTo('t21')
  const covers = ana.page.locator('.w-covers')
  expect(await covers.getAttribute('aria-label')).toBe('2 seats')
  await covers.click()
  await ana.page.getByRole('button', { name: '5 guests' }).click()
  expect(await covers.getAttribute('aria-label')).toBe('5 guests')
  await ana.page.getByRole('button', { name: /^Seat 5/ }).waitFor()
  await ana.tapDish('Beer')
  await ana.tapSend()
  await at.watcher.seesDishes('t21', ['beer'])
  expect(at.watcher.ordersAt('t21')[0]).toMatchObject({ covers: 5, coversAssumed: false })
  await covers.click()
  await ana.page.getByRole('button', { name: '4 guests' }).click()
  await at.watcher.sees('four guests', () => at.watcher.ordersAt('t21')[0]?.covers === 4)
})

test('[ORD-4] a long press opens the dish before anything is added', async () => {
  const ana = await at.tabletOf('ana')
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

test('Send waits for five seconds where somebody wants that: undone, the draft stays; else it goes by itself', async () => {
  const ana = await at.tabletOf('ana')
  await ana.page.locator('.w-me').click()
  await ana.page.getByRole('switch', { name: /Send waits 5 seconds/ }).click()
  await ana.page.keyboard.press('Escape')
  await ana.goTo('t24')
  await ana.tapDish('Beer')
  await ana.tapSend()
  const undo = ana.page.getByRole('button', { name: /^Undo sends 1 in [1-5] s/ })
  await undo.click()
  await ana.page.getByRole('button', { name: /^Send 1/ }).waitFor()
  expect(await ana.draftRows.count()).toBe(1)
  expect(at.watcher.linesAt('t24')).toEqual([])
  await ana.tapDish('Still water')
  await ana.tapSend()
  await undo.waitFor({ state: 'detached' })
  await at.watcher.seesDishes('t24', ['beer', 'still-water'])
  expect(at.watcher.ordersAt('t24')[0]?.rounds).toHaveLength(1)
})
