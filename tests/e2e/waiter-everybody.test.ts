// A waiter's screens for everybody: no barrier in either light, by keyboard alone, by letter keys, enlarged; the map and its
// list say the same.
import type { BrowserContext } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { barriers, isTooWide } from './harness/accessible.ts'
import { phone } from './harness/open-screen.ts'
import { row, servingTablets } from './harness/serving-tablets.ts'

const at = servingTablets()

describe('[FRT-1] the floor', () => {
  test('map and list say the same of every table, and who else is at one', async () => {
    const ana = await at.tablet()
    const { page } = ana
    await ana.go('#/floor/map')
    const label = await page.locator('.w-spot').first().getAttribute('aria-label')
    expect(label).toMatch(/^Table 1, /)
    await page.getByRole('radio', { name: 'List' }).check()
    expect(await page.locator('.w-floor-row').count()).toBe(12)
    const leo = await at.tablet({ person: 'leo' })
    await leo.go('#/table/t5')
    await page.getByText('Leo is here').waitFor()
  })
})

describe('everybody can use it', () => {
  const hashes = (orderId: string) => ['#/', '#/floor/map', '#/floor/list', '#/table/t22', `#/bill/${orderId}`]

  test.each([
    { theme: 'light', language: 'en' },
    { theme: 'dark', language: 'ru' },
  ] as const)('no barrier on any screen, $theme, $language; nothing sticks out on a phone', async (look) => {
    const known = [...(at.serving.waiter.confirmed()?.orders.values() ?? [])].find(({ tableId }) => tableId === 't22')
    const orderId =
      known?.id ??
      (await at.serving.send(
        't22',
        { item: 'gazpacho', seat: 1 },
        { item: 'burnt-cheesecake', seat: 2 },
        'hake-in-green-sauce',
      ))
    const [wide, small] = [await at.tablet(look), await at.tablet({ ...look, viewport: phone })]
    for (const hash of hashes(orderId)) {
      for (const { page, go } of [wide, small]) {
        await go(hash)
        await page.locator('.w-home, .w-floor, .w-order, .w-bill').first().waitFor()
        expect(await barriers(page), hash).toEqual([])
        expect(await isTooWide(page), hash).toBe(false)
      }
    }
  })

  test('by keyboard alone: from home to the table, a line, and back', async () => {
    await at.serving.send('t23', 'gazpacho')
    const ana = await at.tablet()
    const { page } = ana
    await row(ana, '23').focus()
    await page.keyboard.press('Enter')
    await page.locator('.w-sent-open').first().focus()
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Escape')
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('w-sent-open')
  })

  test('a letter key does what its button does, once somebody switched keys on', async () => {
    const orderId = await at.serving.send('t24', 'gazpacho', 'hake-in-green-sauce')
    const ana = await at.tablet()
    await ana.go('#/table/t24')
    const fire = ana.page.getByRole('button', { name: 'Fire C2' })
    await fire.waitFor()
    await ana.page.keyboard.press('f')
    await ana.page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))))
    expect(await ana.page.getByRole('button', { name: /^Cancel/ }).count()).toBe(0)
    expect(await fire.count()).toBe(1)
    const prepare = async (context: BrowserContext) => {
      await context.addInitScript(() => {
        if (location.origin !== 'null') localStorage.setItem('comanda.waiter.keys', 'yes')
      })
    }
    const other = await at.tablet({ prepare })
    await other.go('#/table/t24')
    await other.page.getByRole('button', { name: 'Fire C2' }).waitFor()
    await other.page.keyboard.press('f')
    await at.becomes('the course is fired', () => at.statuses(orderId).includes('hake-in-green-sauce fired'))
  })

  test('at 200 % zoom nothing is cut off and all can be reached', async () => {
    const ana = await at.tablet({ viewport: { width: 512, height: 384 } })
    const { page } = ana
    expect(await isTooWide(page)).toBe(false)
    await row(ana, '23').scrollIntoViewIfNeeded()
    await page.getByRole('button', { name: 'New order' }).scrollIntoViewIfNeeded()
    expect(await barriers(page)).toEqual([])
  })
})
