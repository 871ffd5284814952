// A network that is cut and a browser that is killed: what was tapped is never lost and never sent twice.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { startTablet } from './harness/killable-tablet.ts'
import { seat } from './harness/open-screen.ts'
import { tableTablets } from './harness/table-tablets.ts'
import { landscape, readyForAnOutage } from './harness/waiter-table.ts'

const at = tableTablets({ after: (house) => house.mendNetwork() })

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

test('[P-2] the network is cut in the middle of Send: the order arrives once', async () => {
  const ana = await at.tabletOf('ana')
  await ana.goTo('t2')
  await ana.tapDish('Beer')
  await ana.tapDish('Gazpacho')
  // the command goes up, its answer never comes down
  const passed = at.house.network.counts().up.delivered
  at.house.network.set({ hold: { up: false, down: true } })
  await ana.tapSend()
  await at.watcher.seesDishes('t2', ['beer', 'gazpacho'])
  expect(at.house.network.counts().up.delivered).toBeGreaterThan(passed)
  at.house.cutNetwork()
  await ana.isCutOff()
  await at.house.mendNetwork()
  await ana.isLive()
  await ana.page.locator('.w-slip').getByText('Gazpacho').waitFor()
  expect(
    at.watcher
      .linesAt('t2')
      .map(({ itemId }) => itemId)
      .sort(),
  ).toEqual(['beer', 'gazpacho'])
  expect(at.watcher.ordersAt('t2')[0]?.rounds).toHaveLength(1)
  expect(await ana.draftRows.count()).toBe(0)
})

test('[ORD-2] a browser killed with a draft and a queued order: the draft is there, the order arrives once', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'comanda-tablet-'))
  const first = await startTablet(folder)
  await seat(first.context, { house: at.house, app: 'waiter', person: 'marco' })
  await first.page.setViewportSize(landscape)
  await first.page.goto(`${at.house.url}/waiter/#/table/t4`)
  await first.page.locator('.w-dish').first().waitFor()
  await readyForAnOutage(first.page)
  at.house.cutNetwork()
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
  await second.page.goto(`${at.house.url}/waiter/#/table/t4`)
  await second.page.locator('.w-row').waitFor()
  expect(await second.page.locator('.w-row').textContent()).toContain('Still water')
  expect(await second.page.locator('.w-row-count').textContent()).toBe('2')
  await second.page.locator('.w-slip').getByText('Gazpacho').waitFor()
  await at.house.mendNetwork()
  await at.watcher.seesDishes('t4', ['gazpacho'])
  await second.page.locator('.w-send').click()
  await at.watcher.seesDishes('t4', ['gazpacho', 'still-water', 'still-water'])
  await second.kill()
  rmSync(folder, { recursive: true, force: true })
})
