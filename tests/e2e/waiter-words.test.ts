// What the screens say is so: of what is handed out, of amounts, of tips, of guests, and of a dish that is not ready.
import { expect, test } from 'vitest'
import { barriers } from './harness/accessible.ts'
import { picture } from './harness/picture.ts'
import { row, servingTablets } from './harness/serving-tablets.ts'

const at = servingTablets()

test('[ORD-15] a takeaway has no seats and no guests, and its name and time are opened from its head', async () => {
  const { page } = await at.tablet()
  await page.getByRole('button', { name: 'New order' }).tap()
  await page.getByRole('dialog').getByRole('button', { name: 'Takeaway' }).tap()
  await page.getByRole('dialog', { name: 'Takeaway' }).getByRole('button', { name: 'Start the order' }).tap()
  await page.locator('.w-dish').first().waitFor()
  expect(await page.locator('.w-seat').count()).toBe(0)
  expect(await page.getByText(/^0|0 guests/).count()).toBe(0)
  expect(await barriers(page)).toEqual([])
  await picture(page, 'waiter-takeaway-light')
  await page.getByRole('button', { name: 'Name and time' }).tap()
  await page.getByRole('dialog', { name: 'Takeaway' }).getByLabel('Name').waitFor()
})

test('[BILL-1] any amount asks for the amount; cash names the tip that is in it', async () => {
  const orderId = await at.serving.send('t10', 'gazpacho')
  const { page, go } = await at.tablet()
  await go(`#/bill/${orderId}`)
  await page.getByRole('tab', { name: 'Any amount' }).tap()
  await page.getByText('Type the amount.').first().waitFor()
  expect(await page.getByText('Tap the dishes to pay for.').count()).toBe(0)
  await page.getByRole('tab', { name: 'Table' }).tap()
  await page.getByRole('button', { name: '10 %' }).tap()
  await page.getByRole('button', { name: /^Cash/ }).tap()
  await page.getByText('€6.90 and tip €0.69').waitFor()
  await picture(page, 'waiter-cash-tip-light')
  expect(await barriers(page)).toEqual([])
})

test('[ORD-12] joined tables have the seats of both at home and at the order; what is split off invents no guests', async () => {
  const from = await at.serving.send('t5', 'gazpacho', 'salmorejo')
  const into = await at.serving.send('t6', 'gazpacho', 'salmorejo')
  await at.serving.ask('order.merge', { orderId: from, into })
  const covers = at.serving.order(into).covers
  const ana = await at.tablet()
  await row(ana, '6').getByText(`${covers} seats`).waitFor()
  await ana.go('#/table/t6')
  await ana.page.getByRole('button', { name: `${covers} seats` }).waitFor()
  const [line] = at.serving.order(into).lines
  if (line === undefined) throw new Error('nothing was ordered')
  await at.serving.ask('order.split', { orderId: into, lines: [{ lineId: line.id }] })
  await ana.page.getByText('Which order?').waitFor()
  await ana.page
    .getByRole('button', { name: /^Order \d+/ })
    .last()
    .tap()
  await ana.page.locator('.w-dish').first().waitFor()
  expect(await ana.page.getByText(/^0 |\b0 (guests|seats|covers)/).count()).toBe(0)
})

test('[ORD-13] serving what is not ready is the last and plainest thing on its card', async () => {
  await at.serving.send('t11', 'gazpacho')
  const ana = await at.tablet()
  await ana.go('#/table/t11')
  await ana.page.locator('.w-sent-open').first().tap()
  const buttons = ana.page.getByRole('dialog').locator('.k-button:not(.k-icon-only)')
  await buttons.first().waitFor()
  const said = await buttons.allInnerTexts()
  expect(said.at(-1)).toMatch(/^Served/)
  expect(await buttons.last().getAttribute('class')).toContain('k-plain')
  await picture(ana.page, 'waiter-line-not-ready-light')
})
