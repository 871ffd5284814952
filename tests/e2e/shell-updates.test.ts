// A new release while people work: found, offered, never forced; and a page that the policy has nothing to say about.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { waitUntil } from '../faults/harness/real-time.ts'
import { barriers } from './harness/accessible.ts'
import { launchBrowser } from './harness/browser.ts'
import { openScreen } from './harness/open-screen.ts'
import { openTrial, type TrialHouse } from './harness/open-trial.ts'
import { typePin } from './harness/type-pin.ts'

let trial: TrialHouse
let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})

beforeEach(async () => {
  trial = await openTrial()
  return async () => {
    await trial.close()
  }
})

afterAll(async () => {
  await browser?.close()
})

/** The worker holds every file, and serves this page too. */
const ready = (page: Page): Promise<void> =>
  waitUntil('the worker to serve', () =>
    page.evaluate('navigator.serviceWorker.controller !== null').then(Boolean),
  ).then(() => {})
const lookForUpdate = (page: Page): Promise<unknown> =>
  page.evaluate('navigator.serviceWorker.getRegistration().then((one) => one.update()).then(() => {})')
const caches = (page: Page): Promise<number> => page.evaluate('caches.keys().then((names) => names.length)')

test('an update is offered, waits for its person, and comes with one tap', async () => {
  const { page, context, complaints } = await openScreen({ house: trial.house, browser, app: 'trial', person: 'ana' })
  await page.getByRole('heading', { name: 'Ana first' }).waitFor()
  await ready(page)
  expect(await page.getByText('A new version is here').count()).toBe(0)
  await trial.release('second')
  await lookForUpdate(page)
  await page.getByText('A new version is here').waitFor()
  expect(await barriers(page)).toEqual([])
  // Nothing is taken away from whoever goes on: not even by a reload.
  await page.reload()
  await page.getByRole('heading', { name: 'Ana first' }).waitFor()
  await page.getByRole('button', { name: 'Update now' }).click()
  await page.getByRole('heading', { name: 'Ana second' }).waitFor()
  expect(complaints).toEqual([])
  await context.close()
})

test('with something begun or unsent it explains first; it is kept, and goes out after the update', async () => {
  const { page, context } = await openScreen({ house: trial.house, browser, app: 'trial', person: 'leo' })
  await page.getByRole('heading', { name: 'Leo first' }).waitFor()
  await ready(page)
  await trial.release('second')
  await lookForUpdate(page)
  await page.getByText('A new version is here').waitFor()
  trial.house.cutNetwork()
  await page.evaluate(`trial.session.send('order.open', { open: { type: 'takeaway', name: 'Kept' } }).id`)
  await page.evaluate('trial.session.drafts.value = 2')
  await page.getByText('2 lines were begun and not sent. 1 thing waits to be sent.').waitFor()
  await page.getByRole('button', { name: 'Later' }).click()
  await page.getByText('A new version is here').waitFor({ state: 'detached' })
  await page.reload()
  await page.getByText('Unsent: 1').waitFor()
  await page.getByRole('button', { name: 'It is kept: update now' }).click()
  await page.getByRole('heading', { name: 'Leo second' }).waitFor()
  await page.getByText('Unsent: 1').waitFor()
  await trial.house.mendNetwork()
  await page.getByText('Unsent: 0').waitFor()
  await context.close()
})

test('the files of one release before are kept, and no older ones', async () => {
  const { page, context } = await openScreen({ house: trial.house, browser, app: 'trial', person: 'ana' })
  await page.getByRole('heading', { name: 'Ana first' }).waitFor()
  await ready(page)
  for (const word of ['second', 'third', 'fourth']) {
    await trial.release(word)
    await lookForUpdate(page)
    await page.getByRole('button', { name: 'Update now' }).click()
    await page.getByRole('heading', { name: `Ana ${word}` }).waitFor()
  }
  await waitUntil('old files to be dropped', async () => (await caches(page)) === 2)
  await context.close()
})

test('the worker leaves the server and other screens alone', async () => {
  const { page, context } = await openScreen({ house: trial.house, browser, app: 'trial', person: 'ana' })
  await page.getByRole('heading', { name: 'Ana first' }).waitFor()
  await ready(page)
  await page.reload()
  await page.getByRole('heading', { name: 'Ana first' }).waitFor()
  expect(await page.evaluate('navigator.serviceWorker.controller !== null')).toBe(true)
  const asked: string = await page.evaluate(
    `Promise.all(['/api/setup', '/healthz', '/trial/sw.js'].map((path) => fetch(path))).then(() =>
      caches.keys().then((names) => Promise.all(names.map((name) => caches.open(name).then((one) => one.keys())))).then(
        (kept) => kept.flat().map(({ url }) => new URL(url).pathname).sort().join(' ')))`,
  )
  expect(asked.split(' ').every((path) => path.startsWith('/trial/'))).toBe(true)
  expect(asked).not.toContain('sw.js')
  await context.close()
})

test('the content policy has nothing to report, and Trusted Types let through the worker alone', async () => {
  const { page, context, complaints } = await openScreen({ house: trial.house, browser, app: 'trial' })
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      console.error(`policy: ${violatedDirective} ${blockedURI}`)
    })
  })
  await page.reload()
  await page.getByRole('button', { name: 'Ana' }).click()
  await typePin(page, '1111')
  await page.getByRole('heading', { name: 'Ana first' }).waitFor()
  await ready(page)
  await page.getByRole('button', { name: 'Menu' }).click()
  await page.getByRole('radio', { name: 'Dark' }).check({ force: true })
  await page.getByRole('radio', { name: 'Русский' }).check({ force: true })
  await page.getByRole('button', { name: 'Выйти' }).click()
  await page.getByRole('heading', { name: 'Вход' }).waitFor()
  expect(complaints).toEqual([])
  const refused: string = await page.evaluate(`(() => {
    try { document.createElement('script').src = '/trial/x.js'; return 'taken' } catch (error) { return error.name }
  })()`)
  expect(refused).toBe('TypeError')
  // The listener hears: what the policy refuses would have been among the complaints.
  expect(complaints.length).toBeGreaterThan(0)
  await context.close()
})
