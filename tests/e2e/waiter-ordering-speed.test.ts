// How long a tap takes until it is on the glass, on a machine six times slower than this one, with a menu of 300 dishes and
// 100 open orders. The figures are printed; what they may be is ux.md's: 100 ms for nineteen taps of twenty.

import { casaLola } from '@comanda/demo/restaurant'
import type { CatalogChange } from '@comanda/shared/model/catalog'
import type { Category, Item } from '@comanda/shared/model/menu'
import type { Browser, CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { goesLive } from '../faults/harness/open-restaurant.ts'
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
  await openKitchen()
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
  const tickets = () => [...(watcher.client.confirmed()?.tickets.values() ?? [])]
  await watcher.sees('tickets on the glass', () => tickets().every(({ confirmed, version }) => confirmed >= version))
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await house?.close()
})

/** A kitchen that has every ticket on its glass at once, as it has in an evening: nothing alarms. */
async function openKitchen(): Promise<void> {
  const stations = ['grill', 'stove', 'fry', 'cold', 'pastry', 'bar']
  const signed = await house.signIn('kitchen', 'bruno', stations)
  const kitchen = await house.open(signed, { name: 'kitchen', room: 'kitchen', stations })
  kitchen.onChange(() => kitchen.painted(kitchen.confirmed()?.seq ?? 0))
  await goesLive(kitchen)
}

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

type Measure = { readonly wall: number; readonly busy: number }

/** Wall time on a slowed CPU, and how long the page's thread itself was at work: other programs on this machine add to the first only. */
class Watch {
  readonly #page: Page
  readonly #session: CDPSession

  private constructor(page: Page, session: CDPSession) {
    this.#page = page
    this.#session = session
  }

  static async on(page: Page): Promise<Watch> {
    const session = await page.context().newCDPSession(page)
    await session.send('Performance.enable', { timeDomain: 'threadTicks' })
    return new Watch(page, session)
  }

  slowDown = (rate: number) => this.#session.send('Emulation.setCPUThrottlingRate', { rate })

  async #worked(): Promise<number> {
    const { metrics } = await this.#session.send('Performance.getMetrics')
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000
  }

  async taps(selector: string, count: number, among: number): Promise<Measure[]> {
    const measures: Measure[] = []
    for (let tap = 0; tap < count; tap++) {
      const before = await this.#worked()
      const wall = await tapAndPaint(this.#page, selector, tap % among)
      measures.push({ wall, busy: (await this.#worked()) - before })
      if ((await this.#page.getByRole('dialog').count()) > 0) await this.#page.keyboard.press('Escape')
    }
    return measures
  }
}

const line = (what: string, values: readonly number[]): string =>
  `  ${what}: median ${percentile(values, 0.5).toFixed(0)} ms, p95 ${percentile(values, 0.95).toFixed(0)} ms, ${values.length} taps`

test('tap to paint at a sixth of the speed, 300 dishes on the menu, 100 orders open', async () => {
  const tablet = await WaiterTablet.open(house, browser)
  const { page } = tablet
  await tablet.goTo('t12')
  expect(await page.locator('.w-dish').count()).toBe(24)
  const watch = await Watch.on(page)
  const plain = '.w-dish:not(:has(.w-dish-asks))'
  const many = await page.locator(plain).count()
  const round = async () => ({
    'a dish': await watch.taps(plain, 60, many),
    'a seat': await watch.taps('.w-seat', 20, 8),
    'a category': await watch.taps('[role=tab]', 22, 11),
    minus: await watch.taps('.w-row > .k-button', 20, 1),
    'a sheet': [
      ...(await watch.taps('[role=tab]', 1, 1)),
      ...(await watch.taps('.w-dish:has(.w-dish-asks)', 9, 3)),
    ].slice(1),
  })
  const own = await round()
  await watch.slowDown(slower)
  const slowed = await round()
  const said = [
    `${dishes} dishes, ${openOrders} open orders, work of the page's thread x ${slower}`,
    ...Object.entries(own).map(([what, measures]) =>
      line(
        what,
        measures.map(({ busy }) => busy * slower),
      ),
    ),
    `the same by the clock on the wall, CPU / ${slower}`,
    ...Object.entries(slowed).map(([what, measures]) =>
      line(
        what,
        measures.map(({ wall }) => wall),
      ),
    ),
  ]
  process.stdout.write(`${said.join('\n')}\n`)
  expect(own['a dish']).toHaveLength(60)
  await tablet.close()
})
