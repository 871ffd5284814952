// A trembling finger: two contacts are one wherever the first one has put something else under it.
import type { Locator } from 'playwright-core'
import { expect, test } from 'vitest'
import { course, servingTablets } from './harness/serving-tablets.ts'

const at = servingTablets()

/** Two presses on one place of the glass, faster than anybody looks. */
async function trembles(target: Locator): Promise<void> {
  await target.scrollIntoViewIfNeeded()
  const box = await target.boundingBox()
  if (box === null) throw new Error('it is not on the glass')
  const { touchscreen } = target.page()
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await touchscreen.tap(x, y)
  await touchscreen.tap(x, y)
}

test('[BILL-7] one part of a bill is paid by it, and not the next as well', async () => {
  const orderId = await at.serving.send('t4', { item: 'gazpacho', quantity: 4 })
  const { page, go } = await at.tablet()
  await go(`#/bill/${orderId}`)
  await page.getByRole('tab', { name: 'Equal parts' }).tap()
  await page.getByRole('region', { name: /^Part 1 of/ }).waitFor()
  await trembles(page.getByRole('button', { name: /^Card/ }))
  await page.getByRole('region', { name: /^Part 2 of/ }).waitFor()
  expect(await page.getByRole('button', { name: /^Cancel/ }).count()).toBe(1)
  await at.becomes('one part is paid', () => at.serving.order(orderId).payments?.length === 1)
  await page.getByRole('button', { name: /^Cancel/ }).waitFor({ state: 'detached' })
  expect(at.serving.order(orderId).payments).toHaveLength(1)
})

test('[ORD-4] [ORD-6] one dish is taken back by it, and firing a course does not cancel itself', async () => {
  const orderId = await at.serving.send('t12', 'gazpacho', 'salmorejo', 'ribeye')
  const tablet = await at.tablet()
  const { page } = tablet
  await tablet.go('#/table/t12')
  await trembles(page.getByRole('button', { name: /^Take back/ }).first())
  const struck = () => at.statuses(orderId).filter((line) => line.endsWith('taken-back')).length
  await at.becomes('a dish is taken back', () => struck() > 0)
  await trembles(course(tablet, 'Course 2').getByRole('button', { name: /^Fire/ }))
  await at.becomes('the course is fired', () => at.statuses(orderId).includes('ribeye fired'))
  expect(struck()).toBe(1)
})
