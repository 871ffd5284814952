// How fast a kitchen's screen is on a slow machine, and whether a long service leaves anything behind. Figures are printed;
// only growth fails.
import type { OrderId, TicketId } from '@comanda/shared/model/ids'
import type { Client } from '@comanda/sync-client/client-types'
import type { Browser, CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { goesLive, shows } from '../faults/harness/open-restaurant.ts'
import { launchBrowser } from './harness/browser.ts'
import { type Kitchen, openKitchen, openStation } from './harness/kitchen-house.ts'

const isLong = process.env.COMANDA_TEST_LONG === '1'
let kitchen: Kitchen
let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
  kitchen = await openKitchen()
})
afterAll(async () => {
  await browser?.close()
  await kitchen?.close()
})

const percentile = (times: readonly number[], share: number): number =>
  [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
const said = (times: readonly number[]): string =>
  `p50 ${percentile(times, 0.5).toFixed(0)} ms, p95 ${percentile(times, 0.95).toFixed(0)} ms (${times.length})`

/** Milliseconds from a press to the end of the frame that answers it. */
const press = (page: Page, selector: string): Promise<number> =>
  page.evaluate(async (wanted) => {
    const button = document.querySelector<HTMLElement>(wanted)
    if (button === null) throw new Error(`nothing to press: ${wanted}`)
    const from = performance.now()
    button.click()
    await new Promise((frame) => requestAnimationFrame(() => setTimeout(frame, 0)))
    return performance.now() - from
  }, selector)

async function settled(page: Page, ms: number): Promise<void> {
  await page.evaluate((pause) => new Promise((done) => setTimeout(done, pause)), ms)
}

test('[KDS-2] [KDS-4] with 100 open tickets on a machine six times slower, a press and a new ticket reach the glass in time', async () => {
  const { page, context, close } = await openStation(kitchen, browser, { stations: ['grill'], diagonalInches: 32 })
  for (let count = 0; count < 100; count++)
    await kitchen.takeaway(`G${count}`, { item: 'asparagus', quantity: 2 }, 'grilled-vegetables', 'sea-bass', 'ribeye')
  await expect.poll(() => page.locator('.figure').first().textContent(), { timeout: 20_000 }).toBe('100 open')
  await settled(page, 2_500)
  const cdp = await context.newCDPSession(page)
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 6 })
  const taps: number[] = []
  for (let count = 0; count < 20; count++) {
    taps.push(await press(page, `.slip:nth-of-type(${1 + (count % 6)}) .line:nth-of-type(${1 + (count % 3)})`))
    await settled(page, 300)
  }
  const arrivals: number[] = []
  for (let count = 0; count < 12; count++) {
    await page.evaluate(() => {
      const more = document.querySelector('[data-more]')
      const arrived = new Promise<number>((resolve) => {
        new MutationObserver((_, observer) => {
          observer.disconnect()
          requestAnimationFrame(() => setTimeout(() => resolve(performance.timeOrigin + performance.now()), 0))
        }).observe(more ?? document.body, { attributes: true, attributeFilter: ['data-more'] })
      })
      Object.assign(window, { arrived })
    })
    const sentAt = Date.now()
    await kitchen.takeaway(`N${count}`, 'asparagus')
    arrivals.push((await page.evaluate(() => (window as unknown as { arrived: Promise<number> }).arrived)) - sentAt)
    await settled(page, 300)
  }
  const bumps: number[] = []
  for (let count = 0; count < 12; count++) {
    bumps.push(await press(page, '.slip:not(.gone) .stub'))
    await settled(page, 300)
  }
  console.info(
    `kitchen, 100 open tickets, CPU / 6: item tap ${said(taps)}; bump ${said(bumps)}; Send to glass ${said(arrivals)}`,
  )
  expect(taps.every((time) => time > 0) && bumps.every((time) => time > 0)).toBe(true)
  await close()
}, 240_000)

type Left = { readonly heap: number; readonly nodes: number; readonly listeners: number }

async function left(cdp: CDPSession): Promise<Left> {
  await cdp.send('HeapProfiler.collectGarbage')
  await cdp.send('HeapProfiler.collectGarbage')
  const { nodes, jsEventListeners } = await cdp.send('Memory.getDOMCounters')
  const { usedSize } = await cdp.send('Runtime.getHeapUsage')
  return { heap: usedSize, nodes, listeners: jsEventListeners }
}

test('[P-16] a long service on one screen leaves no heap, nodes or listeners behind', async () => {
  const cook: Client = await kitchen.house.open(await kitchen.house.signIn('kitchen', 'bruno'), {
    name: 'c',
    room: 'kitchen',
  })
  await goesLive(cook)
  const { page, context, close } = await openStation(kitchen, browser, { stations: ['stove'] })
  const cdp = await context.newCDPSession(page)
  /** A table comes, eats, pays and goes. */
  const party = async (number: number): Promise<void> => {
    const orderId: OrderId = await kitchen.takeaway(`S${number}`, 'mashed-potato', 'steamed-rice')
    const ticketId = (): TicketId | undefined => kitchen.tickets(orderId)[0]?.id
    await kitchen.until('its ticket', () => ticketId() !== undefined)
    const id = ticketId()
    if (id === undefined) throw new Error('no ticket')
    await shows('the ticket', cook, () => cook.confirmed()?.tickets.has(id) === true)
    await cook.send('ticket.bump', { ticketId: id }).settled
    await kitchen.ask('payment.record', { orderId, part: { kind: 'rest' }, method: 'card' })
    await kitchen.ask('order.close', { orderId, unready: 'served' })
  }
  const service = async (from: number, parties: number): Promise<Left> => {
    for (let number = from; number < from + parties; number++) await party(number)
    await expect.poll(() => page.locator('.slip').count(), { timeout: 15_000 }).toBe(0)
    return left(cdp)
  }
  const parties = isLong ? 1_200 : 60
  await service(0, parties / 2)
  const before = await service(parties, parties)
  const after = await service(3 * parties, parties)
  console.info(
    `kitchen soak, ${parties} parties more: heap ${(before.heap / 1e6).toFixed(1)} -> ${(after.heap / 1e6).toFixed(1)} MB, nodes ${before.nodes} -> ${after.nodes}, listeners ${before.listeners} -> ${after.listeners}`,
  )
  expect(after.nodes).toBeLessThan(before.nodes + 200)
  expect(after.listeners).toBeLessThan(before.listeners + 50)
  expect(after.heap).toBeLessThan(before.heap + 2_000_000 + parties * 4_000)
  await close()
}, 1_800_000)
