// An evening for a waiter's tablet: orders that somebody sent, a kitchen and a pass that somebody works, and a tablet whose
// taps are counted.
import type { CommandOf } from '@comanda/shared/domain/commands'
import type { OrderId } from '@comanda/shared/model/ids'
import type { Course } from '@comanda/shared/model/menu'
import type { Client } from '@comanda/sync-client/client-types'
import type { DeviceCommandType } from '@comanda/sync-client/outbox-store'
import type { Browser, Locator, Page } from 'playwright-core'
import { goesLive } from '../../faults/harness/open-restaurant.ts'
import { humanHand } from './human-hand.ts'
import { type Kitchen, openKitchen } from './kitchen-house.ts'
import { openScreen, type Screen, type ScreenWish } from './open-screen.ts'

const stations = ['grill', 'stove', 'fry', 'cold', 'pastry', 'bar']

export type Serving = Kitchen & {
  /** The expediter, who cooks too. */
  readonly pass: Client
  /** Every ticket of a course done, and its waiter called. */
  readonly cook: (orderId: OrderId, course: Course) => Promise<void>
  readonly served: (orderId: OrderId, course: Course) => Promise<void>
}

async function done<Type extends DeviceCommandType>(client: Client, type: Type, args: CommandOf<Type>['args']) {
  const outcome = await client.send(type, args).settled
  if (outcome.kind !== 'done') throw new Error(`${type}: ${JSON.stringify(outcome)}`)
}

export async function openServing(): Promise<Serving> {
  const kitchen = await openKitchen()
  const { house } = kitchen
  const signed = await house.signIn('kitchen', 'omar', stations)
  const pass = await house.open(signed, { name: 'omar', room: 'kitchen', stations })
  // a screen that has every ticket on its glass: nobody is alarmed
  pass.onChange(() => pass.painted(pass.confirmed()?.seq ?? 0))
  await goesLive(pass)
  return {
    ...kitchen,
    pass,
    async cook(orderId, course) {
      for (const ticket of kitchen.tickets(orderId)) {
        if (ticket.course === course && ticket.status === 'open')
          await done(pass, 'ticket.bump', { ticketId: ticket.id })
      }
      if (course !== 0) await done(pass, 'course.call', { orderId, course })
      await kitchen.until('the dishes are ready', () =>
        kitchen
          .order(orderId)
          .lines.filter((line) => line.course === course)
          .every(({ status }) => status === 'ready'),
      )
    },
    async served(orderId, course) {
      const lines = kitchen.order(orderId).lines.filter((line) => line.course === course)
      await kitchen.ask('lines.serve', { orderId, lineIds: lines.map(({ id }) => id) })
    },
  }
}

export type Tablet = Screen & {
  /** One finger, once: not counted. */
  readonly press: (target: Locator) => Promise<void>
  /** The same, counted. */
  readonly tap: (target: Locator) => Promise<void>
  /** How often since the last time it was asked. */
  readonly taps: () => number
  readonly go: (hash: string) => Promise<void>
}

export type TabletWish = Partial<Omit<ScreenWish, 'house' | 'browser' | 'app'>>

export async function openTablet(serving: Serving, browser: Browser, wish: TabletWish = {}): Promise<Tablet> {
  const screen = await openScreen({
    house: serving.house,
    browser,
    app: 'waiter',
    person: 'ana',
    viewport: { width: 1024, height: 768 },
    ...wish,
  })
  const { page } = screen
  await page.locator('.w-home').waitFor()
  const press = humanHand()
  let taps = 0
  return {
    ...screen,
    press,
    async tap(target) {
      taps += 1
      await press(target)
    },
    taps() {
      const counted = taps
      taps = 0
      return counted
    },
    go: (hash) => goTo(page, hash),
  }
}

export const goTo = (page: Page, hash: string): Promise<void> =>
  page.evaluate((to) => {
    location.hash = to
  }, hash)
