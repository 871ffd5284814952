// What a finger is on stays where it is: neither a tap nor a notice moves a dish.
import { expect, test } from 'vitest'
import { phone } from './harness/open-screen.ts'
import { picture } from './harness/picture.ts'
import type { Tablet } from './harness/serving-house.ts'
import { servingTablets } from './harness/serving-tablets.ts'

const at = servingTablets()

const places = ({ page }: Tablet): Promise<string[]> =>
  page.locator('.w-dish').evaluateAll((dishes) =>
    dishes.map((dish) => {
      const { x, y, width, height } = dish.getBoundingClientRect()
      return [dish.querySelector('.w-dish-name')?.textContent, x, y, width, height].join(' ')
    }),
  )

const looks = [
  { name: 'landscape', viewport: { width: 1024, height: 768 }, table: 't3' },
  { name: 'portrait', viewport: { width: 768, height: 1024 }, table: 't4' },
  { name: 'phone', viewport: phone, table: 't5' },
] as const

test.each(looks)('[ORD-1] choosing dishes moves no dish, $name', async ({ viewport, table, name }) => {
  const tablet = await at.tablet({ viewport, language: 'ru' })
  await tablet.go(`#/table/${table}`)
  const dishes = tablet.page.locator('.w-dish:not([data-out]):not(:has(.w-dish-asks))')
  await dishes.first().waitFor()
  const before = await places(tablet)
  for (const place of [0, 1, 2, 3]) await dishes.nth(place).tap()
  await tablet.page.locator('.w-dish-count').nth(3).waitFor()
  expect(await places(tablet)).toEqual(before)
  await picture(tablet.page, `waiter-chosen-${name}-russian`)
})

test.each(looks)('[KDS-20] [CALL-2] an alert moves no dish when it comes and goes, $name', async (look) => {
  const { viewport, table, name } = look
  await at.serving.send(table, 'gazpacho')
  const tablet = await at.tablet({ viewport })
  const { page } = tablet
  await tablet.go(`#/table/${table}`)
  await page.locator('.w-dish').first().waitFor()
  const before = await places(tablet)
  await at.serving.ask('call.raise', { tableId: table as never, kind: 'water' })
  const strip = page.getByRole('region', { name: 'For you now' })
  await strip.getByText('Water, cutlery').waitFor()
  expect(await places(tablet)).toEqual(before)
  await picture(page, `waiter-strip-${name}-light`)
  await strip.getByRole('button', { name: 'Take' }).tap()
  await strip.getByRole('button', { name: 'Done' }).tap()
  await strip.waitFor({ state: 'detached' })
  expect(await places(tablet)).toEqual(before)
})

test('the loss of the connection moves no dish', async () => {
  const tablet = await at.tablet()
  await tablet.go('#/table/t8')
  await tablet.page.locator('.w-dish').first().waitFor()
  const before = await places(tablet)
  at.serving.house.cutNetwork()
  await tablet.page
    .getByText(/^Offline –/)
    .first()
    .waitFor()
  expect(await places(tablet)).toEqual(before)
  await picture(tablet.page, 'waiter-offline-still-light')
})
