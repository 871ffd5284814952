// How long a tap takes until it is on the glass, on a machine six times slower than this one, with a menu of 300 dishes and
// 100 open orders. The figures are printed; what they may be is ux.md's: 100 ms for nineteen taps of twenty.

import { casaLola } from '@comanda/demo/restaurant'
import type { CatalogChange } from '@comanda/shared/model/catalog'
import type { Category, Item } from '@comanda/shared/model/menu'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from './harness/browser.ts'
import { type House, openHouse } from './harness/house.ts'
import { WaiterTablet, Watcher } from './harness/waiter-table.ts'

const slower = 6
const openOrders = 100
const dishes = 300

let house: House
let browser: Browser
let watcher: Watcher

const putsOf = <Kind extends 'item' | 'category'>(kind: Kind) =>
  casaLola.changes.flatMap((change) =>
    change.kind === kind ? [change.put as Kind extends 'item' ? Item : Category] : [],
  )

/** Casa Lola's dishes over and over under other names, until there are 300. */
function largeMenu(): CatalogChange[] {
  const items = putsOf('item')
  return Array.from({ length: dishes - items.length }, (_, place): CatalogChange => {
    const like = items[place % items.length]
    if (like === undefined) throw new Error('Casa Lola has no dishes')
    const name = { en: `${like.name.en} ${place}`, ru: `${like.name.ru} ${place}` }
    return {
      kind: 'item',
      put: { ...like, id: `more-${place}` as Item['id'], number: 2000 + place, name, substitutes: [] },
    }
  })
}

beforeAll(async () => {
  house = await openHouse()
  browser = await launchBrowser()
  watcher = await Watcher.open(house)
  const manager = await house.signIn('office', 'pablo')
  const published = await manager.http.post('/api/catalog', { id: 'large-menu', changes: largeMenu() })
  if (published.status !== 200) throw new Error(published.text)
  const lines = ['gazpacho', 'beer', 'patatas-bravas', 'still-water'].map((itemId) => ({
    itemId: itemId as Item['id'],
    quantity: 1,
    modifiers: [],
  }))
  const sent = Array.from({ length: openOrders }, (_, place) =>
    watcher.client.send('round.send', { order: { open: { type: 'bar-tab', name: `Guest ${place}` } }, lines }),
  )
  await Promise.all(sent.map(({ settled }) => settled))
  await watcher.sees('the open orders', () => watcher.orders.length >= openOrders)
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await house?.close()
})

/** From the click to the first moment after the frame that shows it. */
const tapAndPaint = (page: Page, selector: string, place: number): Promise<number> =>
  page.evaluate(
    async ([wanted, at]) => {
      const target = document.querySelectorAll<HTMLElement>(wanted)[at]
      if (target === undefined) throw new Error(`there is no ${wanted} ${at}`)
      const begun = performance.now()
      target.click()
      await new Promise<void>((resolve) => {
        requestAnimationFrame(() => {
          const channel = new MessageChannel()
          channel.port1.onmessage = () => resolve()
          channel.port2.postMessage(null)
        })
      })
      return performance.now() - begun
    },
    [selector, place] as const,
  )

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

const said = (what: string, values: readonly number[]): string =>
  `${what}: median ${percentile(values, 0.5).toFixed(0)} ms, p95 ${percentile(values, 0.95).toFixed(0)} ms, ${values.length} taps`

test('tap to paint at a sixth of the speed, 300 dishes on the menu, 100 orders open', async () => {
  const tablet = await WaiterTablet.open(house, browser)
  const { page } = tablet
  await tablet.goTo('t12')
  expect(await page.locator('.w-dish').count()).toBe(24)
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: slower })
  const plain = '.w-dish:not(:has(.w-dish-asks))'
  const many = await page.locator(plain).count()
  const taps: number[] = []
  for (let tap = 0; tap < 60; tap++) taps.push(await tapAndPaint(page, plain, tap % many))
  const seats: number[] = []
  for (let tap = 0; tap < 20; tap++) seats.push(await tapAndPaint(page, '.w-seat', tap % 8))
  const tabs: number[] = []
  for (let tap = 0; tap < 22; tap++) tabs.push(await tapAndPaint(page, '[role=tab]', tap % 11))
  const minus: number[] = []
  for (let tap = 0; tap < 20; tap++) minus.push(await tapAndPaint(page, '.w-row > .k-button', 0))
  const sheets: number[] = []
  await tapAndPaint(page, '[role=tab]', 0)
  for (let tap = 0; tap < 6; tap++) {
    sheets.push(await tapAndPaint(page, '.w-dish:has(.w-dish-asks)', tap % 3))
    await page.keyboard.press('Escape')
  }
  process.stdout.write(
    `${[
      `CPU / ${slower}, ${dishes} dishes, ${openOrders} open orders`,
      said('a dish', taps),
      said('a seat', seats),
      said('a category', tabs),
      said('minus', minus),
      said('a sheet', sheets),
    ].join('\n')}\n`,
  )
  expect(taps).toHaveLength(60)
  await tablet.close()
})
