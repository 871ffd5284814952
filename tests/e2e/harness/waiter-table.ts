// A waiter's tablet at a table, and the eyes of another device on what arrived. Every tap is counted.
import { casaLola } from '@comanda/demo/restaurant'
import { defaultModifiers } from '@comanda/shared/domain/chosen-modifiers'
import type { ItemId, OrderId, StaffId, TableId } from '@comanda/shared/model/ids'
import type { Line, Order } from '@comanda/shared/model/order'
import type { Client } from '@comanda/sync-client/client-types'
import type { Browser, Locator, Page } from 'playwright-core'
import { goesLive, shows } from '../../faults/harness/open-restaurant.ts'
import type { House } from './house.ts'
import { humanHand } from './human-hand.ts'
import { openScreen, type Screen, type ScreenWish } from './open-screen.ts'

export const landscape = { width: 1024, height: 768 }
export const portrait = { width: 768, height: 1024 }

/** What the rest of the restaurant knows. */
export class Watcher {
  readonly client: Client

  constructor(client: Client) {
    this.client = client
  }

  static async open(house: House, name = 'watcher'): Promise<Watcher> {
    const client = await house.open(await house.signIn('office', 'pablo'), { name, room: 'office' })
    await goesLive(client)
    return new Watcher(client)
  }

  get orders(): Order[] {
    return [...(this.client.confirmed()?.orders.values() ?? [])]
  }

  ordersAt(table: string): Order[] {
    return this.orders.filter(({ tableId, status }) => tableId === table && status === 'open')
  }

  linesAt(table: string): Line[] {
    return this.ordersAt(table).flatMap(({ lines }) => lines)
  }

  sees(what: string, holds: () => boolean): Promise<void> {
    // a tablet that was cut off for a while tries again only so often
    return shows(what, this.client, holds, 40_000)
  }

  async seesDishes(table: string, dishes: readonly string[]): Promise<void> {
    const wanted = [...dishes].sort().join()
    const known = () =>
      this.linesAt(table)
        .flatMap(({ itemId, quantity }) => Array.from({ length: quantity }, () => itemId as string))
        .sort()
        .join()
    await this.sees(`${wanted} at ${table}, where there is ${known()}`, () => known() === wanted)
  }

  async give(tables: readonly string[], staffId: string): Promise<void> {
    const sent = this.client.send('section.assign', { tableIds: tables as TableId[], staffId: staffId as StaffId })
    const outcome = await sent.settled
    if (outcome.kind !== 'done') throw new Error(`tables were not given: ${JSON.stringify(outcome)}`)
  }

  /** 86, so many left, or plenty again. */
  async count(itemId: string, left: number | 'out' | null): Promise<void> {
    const soldOut = { itemId: itemId as ItemId, soldOut: left === 'out' }
    await this.client.send('item.sold-out', soldOut).settled
    if (left !== 'out') await this.client.send('item.count', { itemId: itemId as ItemId, left }).settled
  }

  /** A round from another device, without a tablet. */
  async send(table: string, ...dishes: string[]): Promise<OrderId> {
    const catalog = this.client.confirmed()?.catalog
    const lines = dishes.map((itemId) => {
      const item = catalog?.items[itemId as ItemId]
      const modifiers = catalog === undefined || item === undefined ? [] : defaultModifiers(catalog, item)
      return { itemId: itemId as ItemId, quantity: 1, modifiers }
    })
    const order = { open: { type: 'dine-in' as const, tableId: table as TableId } }
    const outcome = await this.client.send('round.send', { order, lines }).settled
    if (outcome.kind !== 'done') throw new Error(`the round was not taken: ${JSON.stringify(outcome)}`)
    await this.sees(`an order at ${table}`, () => this.ordersAt(table).length > 0)
    const [first] = this.ordersAt(table)
    if (first === undefined) throw new Error(`no order at ${table}`)
    return first.id
  }
}

export class WaiterTablet {
  readonly screen: Screen
  readonly page: Page
  taps = 0
  readonly #press = humanHand()

  constructor(screen: Screen) {
    this.screen = screen
    this.page = screen.page
  }

  static async open(house: House, browser: Browser, wish: Partial<ScreenWish> = {}): Promise<WaiterTablet> {
    const screen = await openScreen({ house, browser, app: 'waiter', person: 'ana', viewport: landscape, ...wish })
    const tablet = new WaiterTablet(screen)
    await tablet.page.getByRole('heading', { level: 1 }).waitFor()
    return tablet
  }

  async tap(target: Locator): Promise<void> {
    this.taps += 1
    await this.#press(target)
  }

  /** One tap, from the list of the waiter's own tables. */
  async tapTable(name: string): Promise<void> {
    await this.tap(this.page.locator('.w-mine-link').filter({ has: this.page.getByText(name, { exact: true }) }))
    await this.menuIsThere()
  }

  /** Without taps: by its address. */
  async goTo(table: string): Promise<void> {
    await this.page.evaluate((id) => {
      location.hash = `#/table/${id}`
    }, table)
    await this.menuIsThere()
  }

  async menuIsThere(): Promise<void> {
    await this.page.locator('.w-dish').first().waitFor()
  }

  dish(name: string): Locator {
    return this.page.locator('.w-dish').filter({ has: this.page.getByText(name, { exact: true }) })
  }

  tapDish(name: string): Promise<void> {
    return this.tap(this.dish(name))
  }

  tapSeat(seat: number): Promise<void> {
    return this.tap(this.page.getByRole('button', { name: new RegExp(`^Seat ${seat}\\b`) }))
  }

  category(name: string): Promise<void> {
    return this.tap(this.page.getByRole('tab', { name }))
  }

  get sendButton(): Locator {
    return this.page.locator('.w-send')
  }

  tapSend(): Promise<void> {
    return this.tap(this.sendButton)
  }

  get draftRows(): Locator {
    return this.page.locator('.w-row')
  }

  async isLive(): Promise<void> {
    await this.page.locator('.a-chip').waitFor({ state: 'detached' })
    await this.page
      .getByText(/^Offline/)
      .first()
      .waitFor({ state: 'detached' })
  }

  async isCutOff(): Promise<void> {
    await this.page
      .getByText(/^Offline –/)
      .first()
      .waitFor()
  }

  close(): Promise<void> {
    return this.screen.close()
  }
}

/** The worker holds every file, and the first picture of the restaurant is stored. */
export async function readyForAnOutage(page: Page): Promise<void> {
  await page.evaluate('navigator.serviceWorker.ready.then(() => {})')
  await page.waitForFunction(async () => {
    const names = await indexedDB.databases()
    const found = names.find(({ name }) => name?.endsWith(' floor'))
    if (found?.name === undefined) return false
    const request = indexedDB.open(found.name)
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
    const count = database.transaction('replica').objectStore('replica').count()
    const kept = await new Promise<number>((resolve) => {
      count.onsuccess = () => resolve(count.result)
    })
    database.close()
    return kept > 0
  })
}

export const pinOf = (person: string): string => casaLola.pins[person] ?? ''
