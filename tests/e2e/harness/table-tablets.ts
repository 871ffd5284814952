// A house, a browser, the eyes of the rest of the restaurant and the tablets of one file of journeys: each tablet is closed
// after its journey, with nothing to complain of.
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { launchBrowser } from './browser.ts'
import { type House, openHouse } from './house.ts'
import { WaiterTablet, Watcher } from './waiter-table.ts'

export type TableTablets = {
  /** Once the journeys begin. */
  readonly house: House
  readonly watcher: Watcher
  readonly tabletOf: (person: string) => Promise<WaiterTablet>
}

export type TableTabletsOptions = {
  readonly open?: () => Promise<House>
  /** Ana's from the beginning. */
  readonly anas?: readonly string[]
  /** After each journey, before its tablets are closed. */
  readonly after?: (house: House) => Promise<void>
}

type Begun = { readonly house: House; readonly browser: Browser; readonly watcher: Watcher }

export function tableTablets({ open = openHouse, anas = [], after }: TableTabletsOptions = {}): TableTablets {
  let begun: Begun | undefined
  const opened: WaiterTablet[] = []
  const now = (): Begun => {
    if (begun === undefined) throw new Error('the house has not opened')
    return begun
  }

  beforeAll(async () => {
    const house = await open()
    const browser = await launchBrowser()
    begun = { house, browser, watcher: await Watcher.open(house) }
    if (anas.length > 0) await begun.watcher.give(anas, 'ana')
  })

  afterEach(async () => {
    await after?.(now().house)
    for (const tablet of opened.splice(0)) {
      expect(tablet.screen.complaints).toEqual([])
      await tablet.close()
    }
  })

  afterAll(async () => {
    await begun?.browser.close()
    await begun?.house.close()
  })

  return {
    get house() {
      return now().house
    },
    get watcher() {
      return now().watcher
    },
    async tabletOf(person) {
      const tablet = await WaiterTablet.open(now().house, now().browser, { person })
      opened.push(tablet)
      await tablet.isLive()
      return tablet
    },
  }
}
