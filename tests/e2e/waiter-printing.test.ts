// A bill on paper where no printer is named: the browser prints it, it says what it is not, and only then it counts as
// printed (BILL-4).
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from './harness/browser.ts'
import { openServing, openTablet, type Serving } from './harness/serving-house.ts'

let serving: Serving
let browser: Browser

beforeAll(async () => {
  serving = await openServing()
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  await serving?.close()
})

test('[BILL-4] without a printer the browser prints the bill, and a second print says so', async () => {
  const orderId = await serving.send('t3', 'gazpacho')
  const ana = await openTablet(serving, browser, {
    prepare: (context) =>
      context.addInitScript(() => {
        globalThis.print = () => {
          document.documentElement.dataset.printed = document.querySelector('.w-printed')?.textContent ?? ''
        }
      }),
  })
  const { page } = ana
  await ana.go(`#/bill/${orderId}`)
  const print = async (name: RegExp) => {
    await page.getByRole('button', { name: 'More about this bill' }).tap()
    await page.getByRole('menuitem', { name }).tap()
  }
  const paper = () => page.evaluate(() => document.documentElement.dataset.printed ?? '')
  await print(/^Print the bill/)
  await serving.until('it is printed', () => serving.order(orderId).billPrints === 1, 8_000)
  expect(await paper()).toMatch(/Casa Lola.*Gazpacho.*€6\.90.*Not a fiscal receipt/)
  expect(await paper()).not.toContain('REPRINT')
  await print(/^Print again, number 2/)
  await serving.until('it is printed again', () => serving.order(orderId).billPrints === 2, 8_000)
  expect(await paper()).toContain('REPRINT, number 2')
  await page.emulateMedia({ media: 'print' })
  await page.locator('.w-printed').getByText('Not a fiscal receipt').waitFor()
  expect(await page.locator('.w-bill-main').isVisible()).toBe(false)
  expect(await page.locator('.w-bill-head').isVisible()).toBe(false)
  expect(ana.complaints).toEqual([])
  await ana.close()
})
