// A staff screen and a server that is not there: what it shows, that it opens, that nothing is lost or sent twice.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach, expect, test } from 'vitest'
import { waitUntil } from '../faults/harness/real-time.ts'
import { barriers } from './harness/accessible.ts'
import { plainName } from './harness/house.ts'
import { startTablet } from './harness/killable-tablet.ts'
import { isHeld, listen, seat, tablet } from './harness/open-screen.ts'
import { pairedByManager } from './harness/paired-by-manager.ts'
import { picture } from './harness/picture.ts'
import { trialScreens } from './harness/trial-screens.ts'
import { typePin } from './harness/type-pin.ts'

const at = trialScreens()

afterEach(async () => {
  if (!at.trial.house.server.isRunning()) await at.trial.house.startServerAgain()
  await at.trial.house.mendNetwork()
})

const openOrder = (page: Page, name: string): Promise<unknown> =>
  page.evaluate(`trial.session.send('order.open', { open: { type: 'takeaway', name: '${name}' } }).id`)

const unsent = (page: Page, count: number): Promise<void> => page.getByText(`Unsent: ${count}`).waitFor()

const picturesKept = `(async () => {
  const found = (await indexedDB.databases()).find(({ name }) => name.endsWith(' floor'))
  if (found === undefined) return 0
  const asked = (request) => new Promise((resolve) => { request.onsuccess = () => resolve(request.result) })
  const database = await asked(indexedDB.open(found.name))
  const count = await asked(database.transaction('replica').objectStore('replica').count())
  database.close()
  return count
})()`

/** The worker holds every file, and the first picture of the restaurant is stored. */
async function readyForAnOutage(page: Page): Promise<void> {
  await page.evaluate('navigator.serviceWorker.ready.then(() => {})')
  await waitUntil('the first picture to be kept', async () => (await page.evaluate(picturesKept)) === 1)
}

/** How many orders of this name the server has, as another device hears it. */
async function ordersNamed(name: string): Promise<number> {
  const signed = await at.trial.house.signIn('front', 'clara')
  const client = await at.trial.house.open(signed, { name: `look-${name}`, room: 'front' })
  while (client.status().link !== 'live') {
    await new Promise<void>((resolve) => {
      const stop = client.onChange(() => {
        stop()
        resolve()
      })
    })
  }
  const orders = [...(client.confirmed()?.orders.values() ?? [])]
  await client.stop()
  return orders.filter((order) => JSON.stringify(order).includes(`"${name}"`)).length
}

test('[P-6] the screen opens with the server killed, goes on working, and everything goes out once it is back', async () => {
  const { page, context, complaints } = await at.screen({ person: 'ana' })
  await page.getByRole('heading', { name: 'Ana first' }).waitFor()
  await readyForAnOutage(page)
  await at.trial.house.killServer()
  await page.reload()
  await page.getByRole('heading', { name: 'Ana first' }).waitFor()
  await openOrder(page, 'Outage')
  await unsent(page, 1)
  await page.getByText('Orders: 1').waitFor()
  await page.getByText('Offline – 1 not sent.').first().waitFor()
  expect(await barriers(page)).toEqual([])
  await page.reload()
  await unsent(page, 1)
  await at.trial.house.startServerAgain()
  await unsent(page, 0)
  await page.getByText('Offline').waitFor({ state: 'detached' })
  expect(await ordersNamed('Outage')).toBe(1)
  expect(complaints).toEqual([])
  await context.close()
})

test('[P-6] a browser killed with a queued order starts again, and the order arrives once', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'comanda-tablet-'))
  const { house } = at.trial
  // Paired earlier in the day: a browser writes a new cookie to its disk within half a minute, or when it closes.
  const earlier = await startTablet(folder)
  await seat(earlier.context, { house, app: 'trial', person: 'leo' })
  await earlier.close()
  const first = await startTablet(folder)
  await isHeld(first.context, 'trial')
  await first.page.goto(`${house.url}/trial/`)
  await first.page.getByRole('heading', { name: 'Leo first' }).waitFor()
  await readyForAnOutage(first.page)
  house.cutNetwork()
  await openOrder(first.page, 'Killed')
  await unsent(first.page, 1)
  await first.kill()

  const second = await startTablet(folder)
  await isHeld(second.context, 'trial')
  await second.page.goto(`${house.url}/trial/`)
  await second.page.getByRole('heading', { name: 'Leo first' }).waitFor()
  await unsent(second.page, 1)
  await house.mendNetwork()
  await unsent(second.page, 0)
  await second.page.getByRole('heading', { name: 'Leo first' }).waitFor()
  expect(await ordersNamed('Killed')).toBe(1)
  await second.kill()
  rmSync(folder, { recursive: true, force: true })
})

test('under five seconds a chip, then the amber bar, and past ten the age of what is shown', async () => {
  const { page, context } = await at.screen({ person: 'marco' })
  await page.getByRole('heading', { name: 'Marco first' }).waitFor()
  await page.getByText('Reconnecting…').waitFor({ state: 'detached' })
  at.trial.house.cutNetwork()
  await page.getByText('Reconnecting…').waitFor()
  expect(await page.getByText('Offline –').count()).toBe(0)
  await page.getByText('Offline – nothing waits.').first().waitFor({ timeout: 8_000 })
  await page.getByText(/Data from \d\d:\d\d:\d\d/).waitFor()
  await at.trial.house.mendNetwork()
  await page.getByText('Offline –').first().waitFor({ state: 'detached' })
  await context.close()
})

test('without the server nobody new signs in; a locked screen lets its own person go on, and says why', async () => {
  const { page, context } = await at.screen({ person: 'daria', language: 'en' })
  await page.getByRole('heading', { name: 'Daria first' }).waitFor()
  await readyForAnOutage(page)
  await at.trial.house.killServer()
  await page.evaluate('trial.session.lock()')
  await page.getByText(/Only Daria may go on/).waitFor()
  expect(await page.getByRole('button', { name: 'Ana' }).count()).toBe(0)
  expect(await barriers(page)).toEqual([])
  await picture(page, 'shell-locked-offline')
  expect(await page.evaluate('trial.session.signOut()')).toBe('unreachable')
  await page.getByRole('button', { name: 'Go on as Daria' }).click()
  await page.getByRole('heading', { name: 'Daria first' }).waitFor()
  // Once the server can look at a PIN again, it is asked for again.
  await page.evaluate('trial.session.lock()')
  await page.getByRole('button', { name: 'Go on as Daria' }).waitFor()
  await at.trial.house.startServerAgain()
  await typePin(page, '1414')
  await page.getByRole('heading', { name: 'Daria first' }).waitFor()
  await page.getByText('Offline –').first().waitFor({ state: 'detached' })
  expect(await page.evaluate('trial.session.signOut()')).toBe('done')
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  await at.trial.house.killServer()
  await page.reload()
  await page.getByText(/Nobody new can sign in/).waitFor()
  await picture(page, 'shell-sign-in-offline')
  await at.trial.house.startServerAgain()
  await context.close()
})

test('a browser that knows nothing yet says that the server does not answer, and looks again by itself', async () => {
  const context = await at.browser.newContext({ viewport: tablet, locale: 'en-GB' })
  const page = await context.newPage()
  await page.route('**/api/me*', (route) => route.abort())
  await page.goto(`${at.trial.house.url}/trial/`)
  await page.getByRole('heading', { name: 'The server does not answer.' }).waitFor()
  expect(await barriers(page)).toEqual([])
  expect(await page.getByRole('button', { name: 'Try again' }).isVisible()).toBe(true)
  await page.unroute('**/api/me*')
  await page.getByRole('heading', { name: 'Pair this device' }).waitFor()
  await context.close()
})

test('over plain HTTP in a network the screen works alone, and says what it cannot do', async () => {
  const { house } = at.trial
  const plain = { url: house.url.replace('127.0.0.1', plainName) }
  const context = await at.browser.newContext({ viewport: tablet, locale: 'en-GB' })
  const complaints: string[] = []
  listen(context, complaints)
  const page = await context.newPage()
  await page.goto(`${plain.url}/trial/`)
  expect(await page.evaluate('isSecureContext')).toBe(false)
  await page.getByText('Casa Lola').waitFor()
  // Its address is not this very machine's, so the demo's short cut is not for it.
  expect(await page.getByRole('button', { name: 'Use this screen in the demo' }).count()).toBe(0)
  await pairedByManager(page, house)
  await page.getByRole('button', { name: 'Ana' }).click()
  await typePin(page, '1111')
  await page.getByRole('heading', { name: 'Ana first' }).waitFor()
  await page.getByText('Plain HTTP: this device cannot open without the server.').waitFor()
  const outcome = `trial.session.send('order.open', { open: { type: 'takeaway', name: 'Plain' } }).settled`
  expect(await page.evaluate(outcome)).toMatchObject({ kind: 'done' })
  expect(await barriers(page)).toEqual([])
  // What the browser says of a header that it takes from secure addresses alone.
  expect(complaints.filter((one) => !one.includes('Cross-Origin-Opener-Policy'))).toEqual([])
  await context.close()
})
