// What a test of the kitchen's screens reads and presses there; and a restaurant of its own for each test.
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { launchBrowser } from './browser.ts'
import { type Kitchen, openKitchen, openStation, type StationWish } from './kitchen-house.ts'
import type { Screen } from './open-screen.ts'

export const grill: StationWish = { stations: ['grill'] }

export const expo = { stations: [], role: 'expo' } as const satisfies StationWish

export const row = (page: Page, where: string): Locator => page.locator(`.row[aria-label="${where}"]`)

export const slip = (page: Page, where: string): Locator => page.locator(`.slip[aria-label="${where}"]`)

/** Tables in the order in which their slips hang; what has left is in brackets. */
const rail = (page: Page): Promise<string> =>
  page
    .locator('.slip')
    .evaluateAll((slips) =>
      slips.map((each) => (each.classList.contains('gone') ? `(${each.ariaLabel})` : each.ariaLabel)).join(' '),
    )

export const hangs = (page: Page, tables: string, timeout = 8_000): Promise<void> =>
  expect.poll(() => rail(page), { timeout }).toBe(tables)

export const places = (page: Page): Promise<string[]> =>
  page.locator('.slip').evaluateAll((slips) =>
    slips.map((each) => {
      const { x, y, width, height } = each.getBoundingClientRect()
      return `${each.ariaLabel} ${x} ${y} ${width} ${height}`
    }),
  )

export const bump = (page: Page, where: string): Promise<void> => slip(page, where).locator('.stub').click()

/** Longer than two contacts that count as one. */
export const fingerLifted = (page: Page, ms = 300): Promise<void> =>
  page.evaluate((pause) => new Promise<void>((done) => setTimeout(done, pause)), ms)

export type KitchenTest = {
  readonly kitchen: Kitchen
  readonly browser: Browser
  /** A screen of the kitchen; closed after the test, and it must not have complained. */
  readonly station: (wish: StationWish) => Promise<Page>
  readonly keep: (screen: Screen) => void
}

/** A new restaurant before each test, one browser for the file. */
export function kitchenTest(): () => KitchenTest {
  let browser: Browser
  let kitchen: Kitchen
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
  return () => ({
    kitchen,
    browser,
    keep: (screen) => {
      screens.push(screen)
    },
    station: async (wish) => {
      const screen = await openStation(kitchen, browser, wish)
      screens.push(screen)
      return screen.page
    },
  })
}
