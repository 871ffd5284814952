// An evening at Casa Lola with everybody at a glass: the grill, the fryer, the pass, and Ana with her tablet. The fryer's
// screen hangs on a wire of its own. What nobody asks for a screen, the tests ask the restaurant's log.
import type { OrderId, TableId } from '@comanda/shared/model/ids'
import type { Browser, BrowserContext } from 'playwright-core'
import { CookGlass } from './cook-glass.ts'
import type { House } from './house.ts'
import { type Kitchen, openKitchen } from './kitchen-house.ts'
import { WaiterGlass } from './waiter-glass.ts'
import type { Wire } from './wire.ts'

export type Evening = {
  readonly kitchen: Kitchen
  readonly house: House
  readonly grill: CookGlass
  readonly fry: CookGlass
  readonly fryWire: Wire
  readonly pass: CookGlass
  readonly ana: WaiterGlass
  /** The one order of a table. */
  readonly orderAt: (table: string) => OrderId
  /** Everything that a screen complained about. */
  readonly close: () => Promise<string[]>
}

const withOwnTime = async (context: BrowserContext): Promise<void> => {
  await context.clock.install()
}

export async function openEvening(browser: Browser): Promise<Evening> {
  const kitchen = await openKitchen({ wires: 1 })
  const { house } = kitchen
  const [fryWire] = house.wires
  if (fryWire === undefined) throw new Error('the fryer has no wire')
  const fryWish = { stations: ['fry'], url: fryWire.url, prepare: withOwnTime }
  const [grill, fry, pass, ana] = await Promise.all([
    CookGlass.open(kitchen, browser, { stations: ['grill'] }),
    CookGlass.open(kitchen, browser, fryWish),
    CookGlass.open(kitchen, browser, { stations: [], role: 'expo' }),
    WaiterGlass.open(house, browser),
  ])
  return {
    kitchen,
    house,
    grill,
    fry,
    fryWire,
    pass,
    ana,
    orderAt: (table) => {
      const [orderId, ...others] = kitchen.waiter.confirmed()?.tables.get(`t${table}` as TableId)?.orderIds ?? []
      if (orderId === undefined || others.length > 0) throw new Error(`not one order at ${table}`)
      return orderId
    },
    close: async () => {
      const screens = [grill, fry, pass, ana].map(({ screen }) => screen)
      const complaints = screens.flatMap((screen) => screen.complaints)
      for (const screen of screens) await screen.close()
      await kitchen.close()
      return complaints
    },
  }
}
