// A station whose screen is dead, and a printer without a wire: a neighbour is told on the glass, takes over with one press,
// and the waiter's tablet names the station too.
import type { Client } from '@comanda/sync-client/client-types'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { barriers } from './harness/accessible.ts'
import { launchBrowser } from './harness/browser.ts'
import { type Kitchen, openKitchen, openStation } from './harness/kitchen-house.ts'
import { picture } from './harness/picture.ts'

let kitchen: Kitchen
let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
  kitchen = await openKitchen()
})
afterAll(async () => {
  await kitchen?.close()
  await browser?.close()
})

const alarmed = (client: Client): boolean =>
  [...(client.confirmed()?.tickets.values() ?? [])].some(({ alarmed, version }) => alarmed >= version)

test('[KDS-13] [KDS-21] a dead station is taken over here with one press; a printer that is away is named', async () => {
  const catalog = kitchen.waiter.confirmed()?.catalog
  const bar = Object.values(catalog?.stations ?? {}).find((station) => station?.id === 'bar')
  const manager = await kitchen.house.signIn('office', 'pablo')
  const nobodyListens = 9
  const changes = [
    { kind: 'printer', put: { id: 'bar-printer', name: 'Bar printer', host: '127.0.0.1', port: nobodyListens } },
    { kind: 'station', put: { ...bar, output: 'printer', printerId: 'bar-printer' } },
    {
      kind: 'settings',
      put: { ...catalog?.settings, thresholds: { ...catalog?.settings.thresholds, unconfirmedAlert: 1 } },
    },
  ]
  const published = await manager.http.post('/api/catalog', { id: 'bar-printer-1', changes })
  expect(published.text).toContain('"ok":true')
  const { page, complaints } = await openStation(kitchen, browser, { stations: ['cold'] })

  const orderId = await kitchen.send('t1', 'ribeye', 'beer')
  await kitchen.until('the alarm on the tablet', () => alarmed(kitchen.waiter))
  const tag = (kind: string) => page.locator(`[data-notice="${kind}"]`)
  await tag('silent')
    .filter({ hasText: /NO ANSWER2$/ })
    .waitFor()
  await tag('printer')
    .filter({ hasText: /PRINTER1$/ })
    .waitFor()
  expect(await barriers(page)).toEqual([])
  await picture(page, 'kitchen-neighbour-light')
  await tag('silent').click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('No answer from Grill, Bar: 2 tickets unseen').waitFor()
  await dialog.getByText('Bar printer: the printer does not answer').waitFor()
  expect(await barriers(page)).toEqual([])
  await picture(page, 'kitchen-notices')
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await kitchen.send('t2', 'ribeye')
  await tag('silent')
    .filter({ hasText: /NO ANSWER3$/ })
    .waitFor()
  await page.keyboard.press('KeyN')
  await dialog.getByRole('button', { name: 'Take to Cold' }).click()
  await tag('silent').waitFor({ state: 'detached' })
  await dialog.waitFor({ state: 'detached' })
  await page.getByText('Ribeye').first().waitFor()
  await kitchen.until('the ticket here, on the glass', () =>
    kitchen.tickets(orderId).some(({ stationId, confirmed, version }) => stationId === 'cold' && confirmed >= version),
  )
  expect(complaints).toEqual([])
})
