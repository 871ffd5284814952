// Somebody tries Comanda out: one browser, the start page, the waiter's screen in one tab and the kitchen's in another.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser, newContext } from './harness/browser.ts'
import { type House, openHouse } from './harness/house.ts'
import { tablet } from './harness/open-screen.ts'
import { typePin } from './harness/type-pin.ts'

let house: House
let browser: Browser

beforeAll(async () => {
  house = await openHouse()
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  await house?.close()
})

async function enter(page: Page, screen: string, person: string, pin: string): Promise<void> {
  await page.goto(house.url)
  await page.getByRole('link', { name: screen }).click()
  await page.getByRole('button', { name: 'Use this screen in the demo' }).click()
  await page.getByRole('button', { name: person, exact: true }).click()
  await typePin(page, pin)
  await page.getByRole('heading', { name: 'Sign in' }).waitFor({ state: 'detached' })
}

const whoAmI = (page: Page, screen: string): Promise<unknown> =>
  page.evaluate(`fetch('/api/me?as=${screen}').then((answer) => answer.json()).then((me) => me.staff.staffId)`)

test('each screen is a device of its own with a person of its own, over reloads too', async () => {
  const context = await newContext(browser, { viewport: tablet, theme: 'light', language: 'en' })
  const waiter = await context.newPage()
  await enter(waiter, "The waiter's tablet", 'Ana', '1111')
  const kitchen = await context.newPage()
  await enter(kitchen, 'The kitchen screen', 'Bruno', '2222')
  for (const page of [waiter, kitchen]) await page.reload()
  expect(await whoAmI(waiter, 'waiter')).toBe('ana')
  expect(await whoAmI(kitchen, 'kitchen')).toBe('bruno')
  await waiter.getByText('Ana').first().waitFor()
  await context.close()
})
