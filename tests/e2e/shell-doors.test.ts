// The doors of a staff screen in a real browser: pairing, signing in with wrong PINs, locking, signing out.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from './harness/browser.ts'
import { type House, openHouse } from './harness/house.ts'
import { openScreen } from './harness/open-screen.ts'

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

test('a screen opens for whoever is signed in, and complains about nothing', async () => {
  const { page, complaints, close } = await openScreen({ house, browser, app: 'waiter', person: 'ana' })
  await page.getByText('Casa Lola').first().waitFor()
  expect(complaints).toEqual([])
  await close()
})
