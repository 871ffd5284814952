// Every screen of a waiter's tablet on a full floor: whole, readable by everybody, in each theme and on each size. With
// COMANDA_PICTURES=1 it leaves them in docs/screens.
import { describe, expect, test } from 'vitest'
import { barriers, isTooWide } from './harness/accessible.ts'
import { openBusyFloor } from './harness/busy-floor.ts'
import { picture } from './harness/picture.ts'
import type { Tablet } from './harness/serving-house.ts'
import { tabletsAt } from './harness/serving-tablets.ts'

const at = tabletsAt(openBusyFloor)

const slip = async ({ page }: Tablet): Promise<void> => {
  await page.locator('.w-order').waitFor()
  if (!(await page.locator('.w-slip').isVisible())) await page.locator('.w-summary').tap()
  await page.locator('.w-sent').first().waitFor()
}

async function openLine(tablet: Tablet, deed: RegExp): Promise<void> {
  await tablet.go('#/table/t8')
  await slip(tablet)
  await tablet.page.locator('.w-sent-open').nth(1).tap()
  await tablet.page.getByRole('dialog').getByRole('button', { name: deed }).tap()
}

type Shown = { name: string; show: (tablet: Tablet) => Promise<void> }

const screens: readonly Shown[] = [
  { name: 'home', show: ({ page }) => page.getByText('Kim').first().waitFor() },
  {
    name: 'settings',
    show: async ({ page }) => {
      await page.locator('.w-me').tap()
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'map',
    show: async ({ go, page }) => {
      await go('#/floor/map')
      await page.locator('.w-spot').first().waitFor()
    },
  },
  {
    name: 'list',
    show: async ({ go, page }) => {
      await go('#/floor/list')
      await page.locator('.w-floor-row').first().waitFor()
    },
  },
  {
    name: 'sent',
    show: async (tablet) => {
      await tablet.go('#/table/t8')
      await slip(tablet)
    },
  },
  {
    name: 'chosen',
    show: async (tablet) => {
      await tablet.go('#/table/t11')
      await slip(tablet)
      for (const index of [1, 2, 3]) await tablet.page.locator('.w-sent-count').nth(index).tap()
    },
  },
  {
    name: 'line',
    show: async (tablet) => {
      await tablet.go('#/table/t8')
      await slip(tablet)
      await tablet.page.locator('.w-sent-open').nth(1).tap()
      await tablet.page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'change',
    show: async (tablet) => {
      await openLine(tablet, /^(Change|Изменить)/)
      await tablet.page.locator('.w-change').waitFor()
    },
  },
  {
    name: 'void',
    show: async (tablet) => {
      await openLine(tablet, /^(Void|Отмен)/)
      await tablet.page.getByRole('dialog').getByRole('textbox').waitFor()
    },
  },
  {
    name: 'move',
    show: async (tablet) => {
      await tablet.go('#/table/t8')
      await slip(tablet)
      await tablet.page.getByRole('button', { name: /^(More for this order|Ещё по заказу)/ }).tap()
      await tablet.page.getByRole('menuitem', { name: /^(Move to another|Пересадить)/ }).tap()
      await tablet.page.locator('.w-places').first().waitFor()
    },
  },
  {
    name: 'new-order',
    show: async ({ page }) => {
      await page.locator('.w-home-ways button').nth(1).tap()
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'bill-seats',
    show: async ({ go, page }) => {
      await go(`#/bill/${at.serving.eight}`)
      await page.getByRole('tab').nth(1).tap()
      await page.locator('.w-bill-seat').first().waitFor()
    },
  },
  {
    name: 'bill-equal',
    show: async ({ go, page }) => {
      await go(`#/bill/${at.serving.eleven}`)
      await page.getByRole('tab').nth(3).tap()
      await page.locator('.w-bill-part').first().waitFor()
    },
  },
  {
    name: 'bill-cash',
    show: async ({ go, page }) => {
      await go(`#/bill/${at.serving.eight}`)
      await page.locator('.w-pay .k-size-xl').nth(1).tap()
      await page.locator('.w-cash').waitFor()
    },
  },
]

/** The screens themselves in every look, what opens over them in two. */
const opens = new Set(['settings', 'line', 'change', 'void', 'move', 'new-order'])
const isKept = (name: string, { size, theme }: (typeof looks)[number]): boolean =>
  !opens.has(name) || (size === 'landscape' && theme === 'light') || (size === 'phone' && theme === 'dark')

const sizes = {
  landscape: { width: 1024, height: 768 },
  portrait: { width: 768, height: 1024 },
  phone: { width: 390, height: 844 },
}

const looks = [
  { size: 'landscape', theme: 'light', language: 'en' },
  { size: 'landscape', theme: 'dark', language: 'en' },
  { size: 'portrait', theme: 'light', language: 'ru' },
  { size: 'portrait', theme: 'dark', language: 'en' },
  { size: 'phone', theme: 'light', language: 'en' },
  { size: 'phone', theme: 'dark', language: 'ru' },
] as const

describe('[FRT-1] every screen of a full floor', () => {
  test.each(looks)('is whole and without barriers, $size, $theme, $language', async (look) => {
    const { size, theme, language } = look
    const tablet = await at.tablet({ viewport: sizes[size], theme, language })
    const { page, go } = tablet
    // the server's clock runs ahead of this machine's: ages are right once it was heard
    await page
      .locator('.w-mine .k-age', { hasText: /^(?:[7-9]|[1-9]\d):/ })
      .first()
      .waitFor()
    for (const { name, show } of screens) {
      await go('#/')
      await page.locator('.w-home').waitFor()
      await show(tablet)
      expect(await isTooWide(page), name).toBe(false)
      if (isKept(name, look))
        await picture(page, `waiter-${name}-${size}-${theme}${language === 'en' ? '' : `-${language}`}`)
      expect(await barriers(page), name).toEqual([])
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
    }
  })
})
