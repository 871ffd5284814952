// The order screen for everybody: no barrier on any of its states in either light, by keyboard alone, enlarged, in Russian.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { barriers, isTooWide } from './harness/accessible.ts'
import { launchBrowser } from './harness/browser.ts'
import { type House, openHouse } from './harness/house.ts'
import { phone, type ScreenWish } from './harness/open-screen.ts'
import { picture } from './harness/picture.ts'
import { landscape, portrait, WaiterTablet, Watcher } from './harness/waiter-table.ts'

let house: House
let browser: Browser
let watcher: Watcher

beforeAll(async () => {
  house = await openHouse()
  browser = await launchBrowser()
  watcher = await Watcher.open(house)
  await watcher.count('salmorejo', 3)
  await watcher.count('gazpacho', 'out')
  await watcher.count('still-water', 12)
  const orderId = await watcher.send('t7', 'patatas-bravas', 'cod-fritters', 'beer', 'sea-bass')
  await watcher.client.send('allergy.declare', { orderId, seat: 3, allergens: ['fish', 'nuts'] }).settled
})

afterAll(async () => {
  await browser?.close()
  await house?.close()
})

const looks = [
  { name: 'tablet-light', viewport: landscape, theme: 'light' },
  { name: 'tablet-dark', viewport: landscape, theme: 'dark' },
  { name: 'portrait-light', viewport: portrait, theme: 'light' },
  { name: 'portrait-dark', viewport: portrait, theme: 'dark' },
  { name: 'phone-light', viewport: phone, theme: 'light' },
  { name: 'phone-dark', viewport: phone, theme: 'dark' },
] as const

/** The screen itself in every look, what opens over it in two. */
const isKept = (state: string, look: string): boolean =>
  state === 'order' || look === 'tablet-light' || look === 'phone-dark'

type Opened = { tablet: WaiterTablet; expectNoBarriers: (state: string) => Promise<void> }

async function opened(name: string, wish: Partial<ScreenWish>): Promise<Opened> {
  const tablet = await WaiterTablet.open(house, browser, wish)
  await tablet.goTo('t7')
  const expectNoBarriers = async (state: string) => {
    await settled(tablet.page)
    if (isKept(state, name)) await picture(tablet.page, `waiter-${state}-${name}`)
    expect({ state, barriers: await barriers(tablet.page) }).toEqual({ state, barriers: [] })
    expect({ state, isTooWide: await isTooWide(tablet.page) }).toEqual({ state, isTooWide: false })
  }
  return { tablet, expectNoBarriers }
}

/** What moves has come to rest. */
const settled = (page: Page): Promise<unknown> =>
  page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => {}))))

async function draftAMeal(tablet: WaiterTablet): Promise<void> {
  const { page } = tablet
  const dish = (place: number) => page.locator('.w-dish:not([data-out])').nth(place)
  await dish(0).click()
  await page.locator('.w-seat').nth(3).click()
  for (const place of [3, 11, 12, 20]) await dish(place).click()
  for (const asking of await page.getByRole('dialog').all()) {
    await asking.getByRole('button').first().click()
  }
}

test.each(looks)(
  'the order screen, $name: drafted, its slip, its sheets and its search are open to all',
  async (look) => {
    const { tablet, expectNoBarriers } = await opened(look.name, look)
    const { page } = tablet
    await draftAMeal(tablet)
    await expectNoBarriers('order')
    const summary = page.locator('.w-summary')
    if (await summary.isVisible()) {
      await summary.click()
      await expectNoBarriers('slip')
      await summary.click()
    }
    await page.locator('.w-dish:has(.w-dish-asks)').first().click()
    await expectNoBarriers('dish')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Allergies' }).click()
    await expectNoBarriers('allergies')
    await page.keyboard.press('Escape')
    await page.locator('.w-covers').click()
    await expectNoBarriers('guests')
    await page.keyboard.press('Escape')
    await page.locator('.w-dish[data-out]').first().click()
    await expectNoBarriers('instead')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Find a dish' }).click()
    await page.getByRole('searchbox').fill('pa')
    await expectNoBarriers('search')
    expect(tablet.screen.complaints).toEqual([])
    await tablet.close()
  },
)

test('by keyboard alone: a table, two dishes, a seat, choices, Send', async () => {
  const { tablet } = await opened('keyboard', { viewport: landscape })
  const { page } = tablet
  await tablet.goTo('t9')
  const tabTo = async (selector: string) => {
    for (let presses = 0; presses < 60; presses++) {
      if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector)) return
      await page.keyboard.press('Tab')
    }
    throw new Error(`Tab never reached ${selector}`)
  }
  await tabTo('.w-seat:nth-child(2)')
  await page.keyboard.press('Space')
  await tabTo('[role=tab]')
  await page.keyboard.press('ArrowDown')
  await page.getByRole('tab', { name: 'Cold tapas', selected: true }).waitFor()
  await page.keyboard.press('Home')
  await page.getByRole('tab', { name: 'Top', selected: true }).waitFor()
  await tabTo('.w-dish')
  await page.keyboard.press('Enter')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  expect(await tablet.draftRows.count()).toBe(2)
  await page.keyboard.press('/')
  await page.keyboard.type('sirloin')
  await tabTo('.w-dish')
  await page.keyboard.press('Enter')
  const sheet = page.getByRole('dialog', { name: 'Sirloin' })
  await sheet.waitFor()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await sheet.waitFor({ state: 'detached' })
  expect(await page.evaluate(() => document.activeElement?.className)).toBe('w-dish')
  await page.keyboard.press('F9')
  await watcher.sees('three lines', () => watcher.linesAt('t9').length === 3)
  expect(watcher.linesAt('t9').every(({ seat }) => seat === 1)).toBe(true)
  await tablet.close()
})

test('at 200 % every word and every deed is still there', async () => {
  const { tablet, expectNoBarriers } = await opened('zoom-200', { viewport: { width: 512, height: 384 } })
  const { page } = tablet
  await tablet.tapDish('Ham croquettes')
  await expectNoBarriers('order')
  await page.locator('.w-dish').last().scrollIntoViewIfNeeded()
  await page.locator('.w-send').click()
  await page.getByText(/^Sent/).first().waitFor()
  await tablet.close()
})

test('in 320 pixels nothing sticks out', async () => {
  const { tablet, expectNoBarriers } = await opened('narrow', { viewport: { width: 320, height: 640 } })
  await tablet.tapDish('Ham croquettes')
  await expectNoBarriers('order')
  await tablet.close()
})

test.each([
  { name: 'tablet-ru', viewport: landscape },
  { name: 'phone-ru', viewport: phone },
])('[ADM-5] in Russian, $name: long words break nothing', async ({ name, viewport }) => {
  const { tablet, expectNoBarriers } = await opened(name, { viewport, language: 'ru' })
  const { page } = tablet
  await draftAMeal(tablet)
  await expectNoBarriers('order')
  const cut = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.w-dish-name, .w-row-name, .k-button-label, .k-tab')]
      .filter((words) => words.clientWidth > 0 && words.scrollWidth > words.clientWidth + 1)
      .map(({ textContent }) => textContent),
  )
  expect(cut).toEqual([])
  await page.locator('.w-dish:has(.w-dish-asks)').first().click()
  await expectNoBarriers('dish')
  await tablet.close()
})

test('the left hand has the slip and Send on its own side', async () => {
  const { tablet } = await opened('left', { viewport: landscape })
  const { page } = tablet
  await page.evaluate(() => {
    document.documentElement.dataset.hand = 'left'
  })
  const [menu, slip] = [await page.locator('.w-grid').boundingBox(), await page.locator('.w-slip').boundingBox()]
  expect(slip?.x).toBe(0)
  expect(menu?.x).toBeGreaterThanOrEqual(slip?.width ?? 2000)
  await picture(page, 'waiter-order-left-hand')
  await tablet.close()
})
