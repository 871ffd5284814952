// The board over the counter, in a real browser: takeaway numbers come, are called, and go; and it says when it is blind.
import type { OrderId, TicketId } from '@comanda/shared/model/ids'
import type { Client } from '@comanda/sync-client/client-types'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { goesLive, shows, takeaway } from '../faults/harness/open-restaurant.ts'
import { waitUntil } from '../faults/harness/real-time.ts'
import { barriers, isTooWide } from './harness/accessible.ts'
import { launchBrowser } from './harness/browser.ts'
import { type House, openHouse } from './harness/house.ts'
import { openScreen } from './harness/open-screen.ts'
import { picture } from './harness/picture.ts'

let house: House
let browser: Browser
let tablet: Client
let cook: Client

beforeAll(async () => {
  house = await openHouse()
  browser = await launchBrowser()
  tablet = await house.open(await house.signIn('tablet', 'ana'), { name: 'tablet', room: 'floor' })
  cook = await house.open(await house.signIn('kitchen', 'bruno', ['cold']), {
    name: 'cold',
    room: 'kitchen',
    stations: ['cold'],
  })
  await goesLive(tablet)
  await goesLive(cook)
})
afterAll(async () => {
  await browser?.close()
  await house?.close()
})

async function order(): Promise<{ id: OrderId; number: number }> {
  const sent = tablet.send('round.send', takeaway(1))
  await sent.settled
  const id = `${sent.id}.o` as OrderId
  await shows('the order', tablet, () => tablet.confirmed()?.orders.has(id) === true)
  return { id, number: tablet.confirmed()?.orders.get(id)?.number ?? 0 }
}

async function cooked(id: OrderId): Promise<void> {
  const ticketOf = () => [...(cook.confirmed()?.tickets.values() ?? [])].find((ticket) => ticket.orderId === id)
  await shows('the ticket', cook, () => ticketOf() !== undefined)
  const ticketId = ticketOf()?.id as TicketId
  expect(await cook.send('ticket.bump', { ticketId }).settled).toMatchObject({ kind: 'done' })
}

async function handedOut(id: OrderId): Promise<void> {
  const lineIds = (tablet.confirmed()?.orders.get(id)?.lines ?? []).map((line) => line.id)
  expect(await tablet.send('lines.serve', { orderId: id, lineIds }).settled).toMatchObject({ kind: 'done' })
}

const blindWithin = 15_000

test('[FRT-4] numbers are prepared, called large, and gone when they were handed out; it is readable by everybody', async () => {
  const first = await order()
  const others = [await order(), await order(), await order()]
  const [{ page, complaints, close }, dark] = [
    await openScreen({ house, browser, app: 'board' }),
    await openScreen({ house, browser, app: 'board', theme: 'dark', language: 'ru' }),
  ]
  const preparing = page.getByRole('region', { name: 'Preparing' })
  const ready = page.getByRole('region', { name: 'Ready' })
  const clock = new Intl.DateTimeFormat('en', { timeStyle: 'short', hourCycle: 'h23', timeZone: 'Europe/Madrid' })
  const told = await page.locator('time').textContent()
  expect([0, 60_000].map((past) => clock.format(Date.now() - past))).toContain(told)
  for (const { number } of [first, ...others]) await preparing.getByText(String(number), { exact: true }).waitFor()
  await cooked(first.id)
  const called = ready.locator('.board-called')
  await called.waitFor()
  expect((await called.textContent())?.trim()).toBe(String(first.number))
  expect(await preparing.getByText(String(first.number), { exact: true }).count()).toBe(0)
  const height = await called.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize))
  expect(height).toBeGreaterThanOrEqual(120)
  await dark.page.locator('.board-called').waitFor()
  for (const [name, screen] of [
    ['light', page],
    ['dark-ru', dark.page],
  ] as const) {
    expect(await barriers(screen), name).toEqual([])
    expect(await isTooWide(screen), name).toBe(false)
    await picture(screen, `board-${name}`)
  }
  await handedOut(first.id)
  await ready.getByText(String(first.number), { exact: true }).waitFor({ state: 'detached' })
  expect([...complaints, ...dark.complaints]).toEqual([])
  await dark.close()
  await close()
})

test('[FRT-4] [P-11] cut off, it sends guests to the staff within seconds, and is right again by itself', async () => {
  const { page, close } = await openScreen({ house, browser, app: 'board' })
  const waiting = await order()
  await page.getByText(String(waiting.number), { exact: true }).waitFor()
  house.cutNetwork()
  await page.getByText('Please ask our staff').waitFor({ timeout: blindWithin })
  expect(await barriers(page)).toEqual([])
  await picture(page, 'board-stale')
  await cooked(waiting.id)
  await house.mendNetwork()
  await page.getByText('Please ask our staff').waitFor({ state: 'detached', timeout: blindWithin })
  await page.getByRole('region', { name: 'Ready' }).getByText(String(waiting.number), { exact: true }).waitFor()
  await close()
})

test('[FRT-4] [P-11] it starts again without the server, says so, and comes alive by itself', async () => {
  const { page, close, complaints } = await openScreen({ house, browser, app: 'board' })
  const waiting = await order()
  const number = page.getByText(String(waiting.number), { exact: true })
  await number.waitFor()
  await waitUntil('the worker to serve', () =>
    page.evaluate('navigator.serviceWorker.controller !== null').then(Boolean),
  )
  house.cutNetwork()
  await page.reload()
  await page.getByText('Please ask our staff').waitFor({ timeout: blindWithin })
  expect(await number.count()).toBe(0)
  await picture(page, 'board-started-blind')
  await house.mendNetwork()
  await number.waitFor({ timeout: blindWithin })
  expect(complaints).toEqual([])
  await close()
})
