// A browser that keeps nothing: nobody may tap an order into it and believe that it is safe.
import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { barriers } from './harness/accessible.ts'
import { launchBrowser } from './harness/browser.ts'
import { type House, openHouse } from './harness/house.ts'
import { openScreen } from './harness/open-screen.ts'
import { picture } from './harness/picture.ts'

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

/** As with site data blocked: even reaching for it throws. */
const blockSiteData = async (context: BrowserContext): Promise<void> => {
  await context.addInitScript(() => {
    const blocked = () => {
      throw new DOMException('blocked', 'SecurityError')
    }
    Object.defineProperty(globalThis, 'localStorage', { get: blocked })
    IDBFactory.prototype.open = blocked
  })
}

test.each([
  ['waiter', 'ana'],
  ['kitchen', undefined],
] as const)('[P-6] %s: it says that it cannot be worked with, and what to do', async (app, person) => {
  const wish = person === undefined ? { stations: ['grill'] } : { person }
  const { page, close } = await openScreen({ house, browser, app, prepare: blockSiteData, ...wish })
  await page.getByText('This browser keeps nothing for this page.').waitFor()
  await page.getByText('Allow site data for this address').waitFor()
  expect(await barriers(page)).toEqual([])
  await picture(page, `shell-no-storage-${app}`)
  await close()
})
