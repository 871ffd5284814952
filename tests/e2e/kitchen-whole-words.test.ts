// What a cook and the pass must read stands there whole: allergies, marks, stations, whatever comes together.
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { barriers, isTooWide } from './harness/accessible.ts'
import { expo, fingerLifted, kitchenTest, row, slip } from './harness/kitchen-glass.ts'
import { picture } from './harness/picture.ts'

const at = kitchenTest()

/** Texts that are drawn wider or higher than the box they stand in, or beyond the edge of what holds them. */
const cutTexts = (page: Page, what: string): Promise<string[]> =>
  page.locator(what).evaluateAll((boxes) =>
    boxes.flatMap((box) => {
      const outer = box.getBoundingClientRect()
      return [box, ...box.querySelectorAll('*')].flatMap((each) => {
        if (!(each instanceof HTMLElement) || each.textContent === '') return []
        const inner = each.getBoundingClientRect()
        const isOut = inner.right > outer.right + 1 || inner.bottom > outer.bottom + 1
        const isCut = each.scrollWidth > each.clientWidth + 1 && getComputedStyle(each).display !== 'inline'
        return isOut || isCut ? [`${each.className}: ${each.textContent}`] : []
      })
    }),
  )

test('[KDS-19] [ORD-5] on the pass an allergy is read whole, with its seat and its dishes, before one tap acknowledges it', async () => {
  const { kitchen, station } = at()
  const page = await station(expo)
  const orderId = await kitchen.send(
    't4',
    { item: 'seafood-paella', seat: 1, course: 2 },
    { item: 'chicken-paella', seat: 2, course: 2 },
    { item: 'chips', course: 2 },
  )
  await kitchen.takeaway('Nina', 'gazpacho', 'grilled-vegetables')
  const milk = await kitchen.send('t1', 'crema-catalana')
  await row(page, 'T4').waitFor()
  await kitchen.ask('allergy.declare', { orderId, seat: 1, allergens: ['crustaceans', 'molluscs'] })
  await kitchen.ask('allergy.declare', { orderId: milk, seat: 2, allergens: ['milk'] })
  const band = row(page, 'T4').locator('.pass-allergies')
  await band.waitFor()
  expect(await band.textContent()).toBe('CRUSTACEANS, MOLLUSCS · Seat 1 · Paella sea')
  expect(await row(page, 'T1').locator('.pass-allergies').textContent()).toContain('MILK · Seat 2 · ')
  expect(await cutTexts(page, '.pass-allergies')).toEqual([])
  await picture(page, 'kitchen-expo-allergies')
  await fingerLifted(page)
  await row(page, 'T4').getByText('SEE ALLERGY').click()
  await kitchen.until('seen', () =>
    kitchen.tickets(orderId).every((each) => each.expoAcknowledged >= each.allergyVersion),
  )
  await row(page, 'T4').locator('.pass-allergies:not(.unseen)').waitFor()
  expect(await band.textContent()).toBe('CRUSTACEANS, MOLLUSCS · Seat 1 · Paella sea')
  expect(await barriers(page)).toEqual([])
  expect(await isTooWide(page)).toBe(false)
})

test('[KDS-19] an allergy that comes under a finger is opened whole before it counts as seen', async () => {
  const { kitchen, station } = at()
  const page = await station(expo)
  const orderId = await kitchen.send('t4', { item: 'seafood-paella', seat: 1, course: 2 })
  await row(page, 'T4').waitFor()
  await page.mouse.move(400, 900)
  await page.mouse.down()
  await kitchen.ask('allergy.declare', { orderId, seat: 1, allergens: ['crustaceans', 'molluscs'] })
  await row(page, 'T4').getByText('SEE ALLERGY').waitFor()
  expect(await row(page, 'T4').locator('.pass-allergies').count()).toBe(0)
  await page.mouse.up()
  await row(page, 'T4').getByText('SEE ALLERGY').click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('CRUSTACEANS, MOLLUSCS · Seat 1 · Paella sea').waitFor()
  expect(kitchen.tickets(orderId)[0]?.expoAcknowledged).toBe(0)
  await dialog.getByRole('button', { name: 'Seen' }).click()
  await kitchen.until('seen', () =>
    kitchen.tickets(orderId).every((each) => each.expoAcknowledged >= each.allergyVersion),
  )
})

test('[KDS-11] what a row of the pass stands under is never cut: late, unpaid, changed, rushed, in both languages', async () => {
  const { kitchen, station } = at()
  const orderId = await kitchen.takeaway('Nina', 'gazpacho', 'chips')
  for (let passed = 100_000; passed <= 1_200_000; passed += 100_000) {
    kitchen.setClock(passed)
    await kitchen.ask('order.rush', { orderId, on: false })
  }
  await kitchen.ask('order.rush', { orderId, on: true })
  for (const language of ['en', 'ru'] as const) {
    const page = await station({ ...expo, language })
    await page.locator('.row.late').first().waitFor()
    await kitchen.ask('line.change', {
      orderId,
      lineId: kitchen.line(orderId, 'gazpacho').id,
      note: `cold ${language}`,
    })
    await page.locator('.identity .news').first().waitFor()
    expect(await page.locator('.identity .state').first().textContent()).toMatch(/UNPAID|НЕ ОПЛАЧЕН/)
    await picture(page, `kitchen-expo-marks-${language}`)
    expect(await cutTexts(page, '.identity'), language).toEqual([])
    expect(await cutTexts(page, '.cell'), language).toEqual([])
  }
})

test('[KDS-8] [KDS-3] several stations on one screen: each ticket says whose it is, no mark and no name is cut, in both languages', async () => {
  const { kitchen, station } = at()
  const orderId = await kitchen.send('t4', 'gazpacho', 'fish-soup', 'chips', 'crema-catalana', 'beer')
  for (let passed = 100_000; passed <= 1_500_000; passed += 100_000) {
    kitchen.setClock(passed)
    await kitchen.ask('order.rush', { orderId, on: false })
  }
  // a tablet that has not heard of the time yet would seem to have kept its round for long
  await kitchen.until('the new time', () => kitchen.waiter.serverNow() > Date.now() + 1_499_000)
  const rushed = await kitchen.send('t9', 'gazpacho', { item: 'asparagus', course: 1 })
  await kitchen.ask('order.rush', { orderId: rushed, on: true })
  for (const language of ['en', 'ru'] as const) {
    const page = await station({ stations: ['grill', 'stove', 'fry', 'cold'], language })
    await page.locator('.slip.late').first().waitFor()
    for (const [order, item] of [
      [orderId, 'gazpacho'],
      [rushed, 'gazpacho'],
    ] as const)
      await kitchen.ask('line.change', {
        orderId: order,
        lineId: kitchen.line(order, item).id,
        note: `cold ${language}`,
      })
    await page.locator('.slip.late .flag-word.changed').waitFor()
    await page.locator('.slip.urgent .flag-word.changed').waitFor()
    await picture(page, `kitchen-several-${language}`)
    for (const what of ['.flag', '.marks', '.feet', 'h1'])
      expect(await cutTexts(page, what), `${what} ${language}`).toEqual([])
    const marks = await slip(page, language === 'en' ? 'T9' : 'С9')
      .locator('.marks')
      .allTextContents()
    expect(marks.sort()).toEqual(language === 'en' ? ['Cold', 'Grill'] : ['Гриль', 'Холодный'])
    expect(await page.locator('.slip.urgent .also').count()).toBe(0)
    expect(await barriers(page), language).toEqual([])
  }
})

test('[KDS-7] digits choose the rows of the pass by the number that stands on each', async () => {
  const { kitchen, station } = at()
  const page = await station(expo)
  await kitchen.send('t4', 'asparagus')
  await kitchen.send('t9', 'asparagus')
  await row(page, 'T9').waitFor()
  await page.keyboard.press('Digit2')
  await page.locator('.row.selected[aria-label="T9"]').waitFor()
  expect(await row(page, 'T9').locator('.slot-number').textContent()).toBe('2')
  await page.keyboard.press('Numpad1')
  await page.locator('.row.selected[aria-label="T4"]').waitFor()
})
