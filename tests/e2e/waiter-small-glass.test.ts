// A phone, an enlarged tablet and Russian words: nothing is cut, lost or off the glass.
import { expect, test } from 'vitest'
import { isTooWide } from './harness/accessible.ts'
import { phone } from './harness/open-screen.ts'
import { picture } from './harness/picture.ts'
import { servingTablets } from './harness/serving-tablets.ts'

const at = servingTablets()

test('[ORD-1] Russian dishes on a phone have one size of letters, and no word is cut without a hyphen', async () => {
  const { page, go } = await at.tablet({ viewport: phone, language: 'ru' })
  await go('#/table/t3')
  await page.locator('.w-dish').first().waitFor()
  const sizes = await page.evaluate(() =>
    [...document.querySelectorAll('.w-dish-name')].map((name) => getComputedStyle(name).fontSize),
  )
  expect(new Set(sizes).size).toBe(1)
  const cut = await page.locator('.w-dish-name').evaluateAll((names) =>
    names
      .filter((name) => {
        // between two letters of it there is a new line
        const text = name.firstChild
        if (text?.nodeType !== Node.TEXT_NODE) return true
        const said = text.textContent ?? ''
        const top = (place: number) => {
          const range = document.createRange()
          range.setStart(text, place)
          range.setEnd(text, place + 1)
          return [...range.getClientRects()].at(-1)?.top ?? 0
        }
        const isLetter = (place: number) => /\p{L}/u.test(said[place] ?? '')
        return [...said].some(
          (_, place) => place > 0 && isLetter(place) && isLetter(place - 1) && top(place) - top(place - 1) > 4,
        )
      })
      .map((name) => name.textContent),
  )
  expect(cut).toEqual([])
  await picture(page, 'waiter-order-phone-russian')
})

test('enlarged to 200 % two rows of dishes are in sight above Send', async () => {
  const { page, go } = await at.tablet({ viewport: { width: 512, height: 384 } })
  await go('#/table/t3')
  await page.locator('.w-dish').first().waitFor()
  const bar = await page.locator('.w-bar').boundingBox()
  const tops = await page
    .locator('.w-dish')
    .evaluateAll((dishes) => [...new Set(dishes.map((dish) => dish.getBoundingClientRect().bottom))])
  expect(tops.filter((bottom) => bottom <= (bar?.y ?? 0)).length).toBeGreaterThanOrEqual(2)
  expect(await isTooWide(page)).toBe(false)
  await picture(page, 'waiter-order-enlarged-light')
})

test('[FRT-1] the map of a phone shows the whole room from its top', async () => {
  const { page, go } = await at.tablet({ viewport: phone })
  await go('#/floor/map')
  await page.locator('.w-spot').first().waitFor()
  const boxes = await page.locator('.w-spot').evaluateAll((spots) =>
    spots.map((spot) => {
      const { left, right, top } = spot.getBoundingClientRect()
      return { left, right, top }
    }),
  )
  expect(Math.min(...boxes.map(({ left }) => left))).toBeGreaterThanOrEqual(0)
  expect(Math.max(...boxes.map(({ right }) => right))).toBeLessThanOrEqual(phone.width)
  const head = await page.locator('.w-floor-top').boundingBox()
  expect(Math.min(...boxes.map(({ top }) => top)) - ((head?.y ?? 0) + (head?.height ?? 0))).toBeLessThan(60)
  await picture(page, 'waiter-floor-map-phone-light')
})

test('[ORD-1] a phone says how much was sent; its rows at home lead somewhere', async () => {
  await at.serving.send('t9', { item: 'gazpacho', quantity: 5 }, { item: 'salmorejo', quantity: 3 })
  const ana = await at.tablet({ viewport: phone })
  const { page } = ana
  await page.locator('.w-mine-link > .k-icon').first().waitFor()
  await picture(page, 'waiter-home-phone-light')
  await ana.go('#/table/t9')
  await page.locator('.w-summary').getByText('8 sent').waitFor()
  await page.locator('.w-dish').first().tap()
  await page.locator('.w-summary').getByText('Draft 1 · 8 sent').waitFor()
})

test('[ORD-12] where a party may sit down, free tables look as they can be pressed', async () => {
  await at.serving.send('t10', 'gazpacho')
  const { page, go } = await at.tablet()
  await go('#/table/t10')
  await page.locator('.w-dish').first().waitFor()
  await page.getByRole('button', { name: 'More for this order', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Move to another table' }).click()
  const free = page.locator('.w-place-free').first()
  await free.waitFor()
  expect(await free.evaluate((button) => getComputedStyle(button).borderStyle)).toBe('solid')
  await picture(page, 'waiter-move-light')
})
