// An evening, a browser and the tablets of one file of journeys: each tablet is closed after its journey, with nothing to
// complain of, and the network is whole again.
import type { OrderId } from '@comanda/shared/model/ids'
import type { Browser, Locator } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { launchBrowser } from './browser.ts'
import { openServing, openTablet, type Serving, type Tablet, type TabletWish } from './serving-house.ts'

export type ServingTablets<Evening extends Serving = Serving> = {
  /** Once the journeys begin. */
  readonly serving: Evening
  readonly tablet: (wish?: TabletWish) => Promise<Tablet>
  readonly statuses: (orderId: OrderId) => string[]
  readonly becomes: (what: string, holds: () => boolean) => Promise<void>
}

function begun<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('the evening has not begun')
  return value
}

export function tabletsAt<Evening extends Serving>(open: () => Promise<Evening>): ServingTablets<Evening> {
  let serving: Evening | undefined
  let browser: Browser | undefined
  const opened: Tablet[] = []

  beforeAll(async () => {
    serving = await open()
    browser = await launchBrowser()
  })

  afterEach(async () => {
    await serving?.house.mendNetwork()
    for (const tablet of opened.splice(0)) {
      expect(tablet.complaints).toEqual([])
      await tablet.close()
    }
  })

  afterAll(async () => {
    await browser?.close()
    await serving?.close()
  })

  return {
    get serving() {
      return begun(serving)
    },
    async tablet(wish = {}) {
      const screen = await openTablet(begun(serving), begun(browser), wish)
      opened.push(screen)
      return screen
    },
    statuses: (orderId) =>
      begun(serving)
        .order(orderId)
        .lines.map(({ itemId, status }) => `${itemId} ${status}`),
    becomes: (what, holds) => begun(serving).until(what, holds, 8_000),
  }
}

export const servingTablets = (): ServingTablets => tabletsAt(openServing)

/** A table's row at home. */
export const row = ({ page }: Tablet, table: string): Locator =>
  page
    .locator('.w-mine-row')
    .filter({ has: page.locator('.w-mine-lead', { hasText: new RegExp(`^${table}$`) }) })
    .locator('a')

export const course = ({ page }: Tablet, name: string): Locator => page.getByRole('region', { name, exact: true })
