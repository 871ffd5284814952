// One tablet in several hands: what a waiter wrote and did not send stays the waiter's, in the eyes of the next one too.
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { barriers } from './harness/accessible.ts'
import { picture } from './harness/picture.ts'
import { tableTablets } from './harness/table-tablets.ts'
import { typePin } from './harness/type-pin.ts'
import { pinOf } from './harness/waiter-table.ts'

const at = tableTablets()

async function signOut(page: Page, name: string): Promise<void> {
  await page.evaluate(() => {
    location.hash = '#/'
  })
  await page.getByRole('button', { name: `${name}: settings and sign out` }).tap()
  await page.getByText('1 dish that you did not send stays on this tablet, with your name.').waitFor()
  expect(await barriers(page)).toEqual([])
  await picture(page, 'waiter-sign-out-draft-light')
  await page.getByRole('button', { name: 'Sign out', exact: true }).tap()
}

test('[ORD-2] a draft stays when its author signs out; the next person sees it apart, with that name', async () => {
  const tablet = await at.tabletOf('ana')
  const { page } = tablet
  await tablet.goTo('t6')
  await tablet.tapDish('Beer')
  await signOut(page, 'Ana')
  await page.getByRole('button', { name: 'Leo' }).tap()
  await typePin(page, pinOf('leo'))
  const apart = page.getByRole('region', { name: 'Not sent, written by others on this tablet' })
  await apart.getByText('written by Ana').waitFor()
  await apart.getByText('1 dish not sent').waitFor()
  expect(await page.getByText('Free', { exact: true }).count()).toBe(0)
  expect(await barriers(page)).toEqual([])
  await picture(page, 'waiter-others-drafts-light')
  await apart.getByRole('link').tap()
  await page.getByRole('heading', { name: 'Draft of Ana, not sent' }).waitFor()
})
