// Ordering on a network that fails: what was tapped is never lost, never sent twice and never cooked twice.
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { barriers } from './harness/accessible.ts'
import { launchBrowser } from './harness/browser.ts'
import { type House, openHouse } from './harness/house.ts'
import { startTablet } from './harness/killable-tablet.ts'
import { seat } from './harness/open-screen.ts'
import { picture } from './harness/picture.ts'
import { landscape, readyForAnOutage, WaiterTablet, Watcher } from './harness/waiter-table.ts'

const minutes = 60_000
let clocks: string
let house: House
let browser: Browser
let watcher: Watcher
let tablets: WaiterTablet[] = []

/** The server's wall clock, off by so much. */
function setClock(offset: number): void {
  writeFileSync(join(clocks, 'next'), String(offset))
  renameSync(join(clocks, 'next'), join(clocks, 'offset'))
}

beforeAll(async () => {
  clocks = mkdtempSync(join(tmpdir(), 'comanda-e2e-clock-'))
  setClock(0)
  const loaded = new URL('../faults/programs/moved-clock.ts', import.meta.url).href
  house = await openHouse({
    env: { NODE_OPTIONS: `--import=${loaded}`, CLOCK_OFFSET_FILE: join(clocks, 'offset') },
  })
  browser = await launchBrowser()
  watcher = await Watcher.open(house)
})

afterEach(async () => {
  setClock(0)
  await house.mendNetwork()
  for (const tablet of tablets) {
    expect(tablet.screen.complaints).toEqual([])
    await tablet.close()
  }
  tablets = []
})

afterAll(async () => {
  await browser?.close()
  await house?.close()
  rmSync(clocks, { recursive: true, force: true })
})

async function tabletOf(person: string): Promise<WaiterTablet> {
  const tablet = await WaiterTablet.open(house, browser, { person })
  tablets.push(tablet)
  await tablet.isLive()
  return tablet
}

/** A state of the screen that everybody must be able to read and use. */
async function seen({ page }: WaiterTablet, name: string): Promise<void> {
  await picture(page, name)
  expect({ name, barriers: await barriers(page) }).toEqual({ name, barriers: [] })
}

const cutOff = (tablet: WaiterTablet) =>
  tablet.page
    .getByText(/^Offline –/)
    .first()
    .waitFor()

test("[ORD-8] two tablets on one table: each sees the other and the other's lines at once, neither waits", async () => {
  const [ana, leo] = [await tabletOf('ana'), await tabletOf('leo')]
  await ana.goTo('t1')
  await leo.goTo('t1')
  await ana.page.getByText('Leo also here').waitFor()
  await leo.page.getByText('Ana also here').waitFor()
  await ana.tapDish('Beer')
  await leo.tapDish('Still water')
  await Promise.all([ana.tapSend(), leo.tapSend()])
  await watcher.seesDishes('t1', ['beer', 'still-water'])
  expect(watcher.ordersAt('t1')).toHaveLength(1)
  for (const tablet of [ana, leo]) {
    const slip = tablet.page.locator('.w-slip')
    await slip.getByText('Beer').waitFor()
    await slip.getByText('Still water').waitFor()
  }
})

test('[ORD-8] a table with several orders asks which one', async () => {
  const ana = await tabletOf('ana')
  await watcher.send('t8', 'gazpacho')
  await ana.goTo('t8')
  await ana.page.getByRole('button', { name: 'Notes and more' }).click()
  await ana.page.getByRole('menuitem', { name: 'Another order' }).click()
  await ana.tapDish('Beer')
  await ana.tapSend()
  await watcher.sees('two orders', () => watcher.ordersAt('t8').length === 2)
  await ana.page.getByRole('button', { name: 'Tables' }).click()
  await ana.page.evaluate(() => {
    location.hash = '#/table/t8'
  })
  await ana.page.getByText('Which order?').waitFor()
  await seen(ana, 'waiter-which-order-light')
  await ana.page
    .getByRole('button', { name: /^Order \d+/ })
    .first()
    .click()
  await ana.tapDish('Still water')
  await ana.tapSend()
  await watcher.seesDishes('t8', ['gazpacho', 'beer', 'still-water'])
  expect(
    watcher
      .ordersAt('t8')
      .map(({ lines }) => lines.length)
      .sort(),
  ).toEqual([1, 2])
})

test('[P-2] the network is cut in the middle of Send: the order arrives once', async () => {
  const ana = await tabletOf('ana')
  await ana.goTo('t2')
  await ana.tapDish('Beer')
  await ana.tapDish('Gazpacho')
  // the command goes up, its answer never comes down
  const passed = house.network.counts().up.delivered
  house.network.set({ hold: { up: false, down: true } })
  await ana.tapSend()
  await watcher.seesDishes('t2', ['beer', 'gazpacho'])
  expect(house.network.counts().up.delivered).toBeGreaterThan(passed)
  house.cutNetwork()
  await cutOff(ana)
  await house.mendNetwork()
  await ana.isLive()
  await ana.page.locator('.w-slip').getByText('Gazpacho').waitFor()
  expect(
    watcher
      .linesAt('t2')
      .map(({ itemId }) => itemId)
      .sort(),
  ).toEqual(['beer', 'gazpacho'])
  expect(watcher.ordersAt('t2')[0]?.rounds).toHaveLength(1)
  expect(await ana.draftRows.count()).toBe(0)
})

test('[ORD-8] two tablets open one table while both are cut off: it becomes one order', async () => {
  const [ana, leo] = [await tabletOf('ana'), await tabletOf('leo')]
  await ana.goTo('t3')
  await leo.goTo('t3')
  house.cutNetwork()
  await ana.tapDish('Beer')
  await ana.tapSend()
  await leo.tapDish('Gazpacho')
  await leo.tapSend()
  await ana.page
    .getByText(/kept here, goes out by itself/)
    .first()
    .waitFor()
  // what is drafted after it goes to the same order, whatever that is called by then
  await ana.tapDish('Still water')
  await ana.tapSend()
  await house.mendNetwork()
  await watcher.seesDishes('t3', ['beer', 'gazpacho', 'still-water'])
  expect(watcher.ordersAt('t3')).toHaveLength(1)
  await leo.page.locator('.w-slip').getByText('Still water').waitFor()
})

/** The drafts as they lie on the disk: behind whatever was being written, and flushed. */
const keptDrafts = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const done = <Value>(request: IDBRequest<Value>) =>
      new Promise<Value>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const kept: unknown[] = []
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name))
      if (database.objectStoreNames.contains('drafts')) {
        const flush = database.transaction('drafts', 'readwrite', { durability: 'strict' })
        const all = flush.objectStore('drafts').getAll()
        flush.objectStore('drafts').delete('nobody')
        await new Promise((resolve) => flush.addEventListener('complete', resolve))
        kept.push(all.result)
      }
      database.close()
    }
    return JSON.stringify(kept)
  })

test('[ORD-2] a browser killed with a draft and a queued order: the draft is there, the order arrives once', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'comanda-tablet-'))
  const first = await startTablet(folder)
  await seat(first.context, { house, app: 'waiter', person: 'marco' })
  await first.page.setViewportSize(landscape)
  await first.page.goto(`${house.url}/waiter/#/table/t4`)
  await first.page.locator('.w-dish').first().waitFor()
  await readyForAnOutage(first.page)
  house.cutNetwork()
  const dish = (page: typeof first.page, name: string) => page.locator('.w-dish').filter({ hasText: name }).first()
  await dish(first.page, 'Gazpacho').click()
  await first.page.locator('.w-send').click()
  await first.page
    .getByText(/kept here, goes out by itself/)
    .first()
    .waitFor()
  await dish(first.page, 'Still water').click()
  await dish(first.page, 'Still water').click()
  await first.page.locator('.w-row').waitFor()
  await expect
    .poll(() => keptDrafts(first.page), { timeout: 10_000 })
    .toMatch(/still-water.*"quantity":2|"quantity":2.*still-water/)
  const signedIn = await first.context.cookies()
  await first.kill()

  const second = await startTablet(folder)
  // Chromium writes cookies and local storage half a minute late; a waiter signed in longer ago than that
  await second.context.addCookies(signedIn)
  await second.context.addInitScript(() => {
    if (location.origin !== 'null') localStorage.setItem('comanda.touched.waiter', String(Date.now()))
  })
  await second.page.setViewportSize(landscape)
  await second.page.goto(`${house.url}/waiter/#/table/t4`)
  await second.page.locator('.w-row').waitFor()
  expect(await second.page.locator('.w-row').textContent()).toContain('Still water')
  expect(await second.page.locator('.w-row-count').textContent()).toBe('2')
  await second.page.locator('.w-slip').getByText('Gazpacho').waitFor()
  await house.mendNetwork()
  await watcher.seesDishes('t4', ['gazpacho'])
  await second.page.locator('.w-send').click()
  await watcher.seesDishes('t4', ['gazpacho', 'still-water', 'still-water'])
  await second.kill()
  rmSync(folder, { recursive: true, force: true })
})

test('[ORD-18] a hole in the Wi-Fi: told the kitchen, marked after two minutes, asked after ten', async () => {
  const ana = await tabletOf('ana')
  for (const table of ['t5', 't6', 't7']) await ana.goTo(table)
  await ana.goTo('t5')
  house.cutNetwork()
  await cutOff(ana)
  await ana.tapDish('Gazpacho')
  await ana.tapSend()
  const told = ana.page.getByRole('button', { name: 'Told the kitchen' })
  await seen(ana, 'waiter-offline-light')
  await told.click()
  await ana.page.getByText('ALREADY TOLD').first().waitFor()
  await ana.goTo('t6')
  await ana.tapDish('Sea bass')
  await ana.tapSend()
  await told.waitFor()
  setClock(12 * minutes)
  await house.mendNetwork()

  await watcher.seesDishes('t5', ['gazpacho'])
  expect(watcher.ordersAt('t5')[0]?.rounds[0]).toMatchObject({ alreadyTold: true })
  expect(watcher.linesAt('t5')[0]?.status).toBe('started')

  await watcher.seesDishes('t6', ['sea-bass'])
  expect(watcher.linesAt('t6')[0]?.status).toBe('asking')
  const question = ana.page.getByRole('alert').filter({ hasText: 'is it still wanted?' })
  await question.waitFor()
  expect(await question.textContent()).toContain('12 minutes')
  await seen(ana, 'waiter-still-wanted-light')
  await question.getByRole('button', { name: 'Fire now' }).click()
  await watcher.sees('it fires', () => watcher.linesAt('t6')[0]?.status === 'fired')
  await question.waitFor({ state: 'detached' })
})

test('[ORD-18] queued for three minutes it fires, marked with when it was queued', async () => {
  const ana = await tabletOf('ana')
  await ana.goTo('t7')
  house.cutNetwork()
  await cutOff(ana)
  await ana.tapDish('Gazpacho')
  await ana.tapSend()
  setClock(3 * minutes)
  await house.mendNetwork()
  await watcher.seesDishes('t7', ['gazpacho'])
  expect(watcher.linesAt('t7')[0]?.status).toBe('fired')
  const [round] = watcher.ordersAt('t7')[0]?.rounds ?? []
  expect((round?.at ?? 0) - (round?.queuedSince ?? 0)).toBeGreaterThan(2.9 * minutes)
})

test('[ORD-9] refused after an outage: the round lies in its draft again, says why, and goes once that is mended', async () => {
  const manager = await house.signIn('office', 'pablo')
  const cold = watcher.client.confirmed()?.catalog.stations['cold' as never]
  const publish = async (id: string, enabled: boolean) => {
    const changes = [{ kind: 'station', put: { ...Object(cold), enabled } }]
    expect((await manager.http.post('/api/catalog', { id, changes })).status).toBe(200)
  }
  const ana = await tabletOf('ana')
  await ana.goTo('t9')
  house.cutNetwork()
  await cutOff(ana)
  await ana.tapDish('Gazpacho')
  await ana.tapDish('Beer')
  await ana.tapSend()
  await publish('cold-off', false)
  await house.mendNetwork()
  const card = ana.page.locator('.w-slip').getByRole('alert')
  await card.waitFor()
  expect(await card.textContent()).toContain('No station that makes this dish is switched on.')
  expect(await ana.draftRows.count()).toBe(2)
  await seen(ana, 'waiter-refused-light')
  await watcher.sees('the refusal', () => watcher.client.confirmed()?.refusedRounds.size === 1)
  await publish('cold-on', true)
  await ana.dish('Gazpacho').getByText('No station').waitFor({ state: 'detached' })
  await card.getByRole('button', { name: 'Send again' }).click()
  await watcher.seesDishes('t9', ['gazpacho', 'beer'])
  await watcher.sees('nothing is refused any more', () => watcher.client.confirmed()?.refusedRounds.size === 0)
})
