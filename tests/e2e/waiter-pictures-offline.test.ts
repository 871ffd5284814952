// A waiter's tablet in a hole of the Wi-Fi, on a full floor: what is kept here is said on every screen, in each theme and on
// each size, and shuts nobody out. With COMANDA_PICTURES=1 it leaves the screens in docs/screens.
import { describe, expect, test } from 'vitest'
import { barriers, isTooWide } from './harness/accessible.ts'
import { openBusyFloor } from './harness/busy-floor.ts'
import { phone } from './harness/open-screen.ts'
import { picture } from './harness/picture.ts'
import type { Tablet } from './harness/serving-house.ts'
import { tabletsAt } from './harness/serving-tablets.ts'
import { landscape, portrait, readyForAnOutage } from './harness/waiter-table.ts'

const at = tabletsAt(openBusyFloor)

const sizes = { landscape, portrait, phone }

const looks = [
  { size: 'landscape', theme: 'light', language: 'en' },
  { size: 'landscape', theme: 'dark', language: 'ru' },
  { size: 'portrait', theme: 'dark', language: 'en' },
  { size: 'phone', theme: 'light', language: 'en' },
  { size: 'phone', theme: 'dark', language: 'ru' },
] as const

async function sendDishes({ page, go }: Tablet, table: string, dishes: number): Promise<void> {
  await go(`#/table/${table}`)
  await page.locator('.w-dish:not([data-out]):not(:has(.w-dish-asks))').first().waitFor()
  for (let dish = 0; dish < dishes; dish += 1) {
    await page.locator('.w-dish:not([data-out]):not(:has(.w-dish-asks))').nth(dish).tap()
  }
  await page.locator('.w-send').tap()
}

/** A payment by card, past the seconds in which it can be cancelled. */
async function payBySeat({ page, go }: Tablet): Promise<void> {
  await go(`#/bill/${at.serving.eight}`)
  await page.getByRole('tab').nth(1).tap()
  await page.locator('.w-bill-seat').first().tap()
  await page.locator('.w-pay .k-size-xl').first().tap()
  await page.locator('.w-bill-notice').waitFor()
}

async function slip({ page }: Tablet): Promise<void> {
  await page.locator('.w-order').waitFor()
  if (!(await page.locator('.w-slip').isVisible())) await page.locator('.w-summary').tap()
}

describe('[ORD-17] [BILL-7] what this tablet keeps is said on every screen', () => {
  test.each(looks)('offline, $size, $theme, $language', async ({ size, theme, language }) => {
    const tablet = await at.tablet({ viewport: sizes[size], theme, language })
    const { page, go } = tablet
    await readyForAnOutage(page)
    const isWell = async (name: string) => {
      await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => {}))))
      await picture(page, `waiter-offline-${name}-${size}-${theme}${language === 'en' ? '' : `-${language}`}`)
      expect({ name, isTooWide: await isTooWide(page) }).toEqual({ name, isTooWide: false })
      expect({ name, barriers: await barriers(page) }).toEqual({ name, barriers: [] })
    }
    at.serving.house.cutNetwork()
    await page
      .getByText(/^(Offline|Нет связи)/)
      .first()
      .waitFor()
    await sendDishes(tablet, 't5', 1)
    await sendDishes(tablet, 't9', 3)
    await isWell('just-sent')
    await page.locator('.w-dish:not([data-out]):not(:has(.w-dish-asks))').nth(5).tap()
    await slip(tablet)
    await page.locator('.w-waiting').getByRole('button').tap()
    await isWell('order')
    await go('#/table/t8')
    await slip(tablet)
    await page.locator('.w-sent').first().waitFor()
    await isWell('sent')
    await payBySeat(tablet)
    await isWell('bill')
    await go('#/')
    await page.locator('.w-all-waiting').waitFor()
    await isWell('home')
    await page.locator('.w-me').tap()
    await page.getByRole('dialog').waitFor()
    await isWell('settings')
    await page.keyboard.press('Escape')
    await go('#/floor/map')
    await page.locator('.w-spot').first().waitFor()
    await isWell('map')
  })
})
