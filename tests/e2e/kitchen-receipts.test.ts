// What the kitchen is known to have: confirmed once it is on the glass, alarmed when it is not, and said when the data is old.
import { linePlace } from '@comanda/shared/domain/line-place'
import type { OrderId } from '@comanda/shared/model/ids'
import { expect, test } from 'vitest'
import { bump, grill, hangs, kitchenTest, slip } from './harness/kitchen-glass.ts'
import type { Kitchen } from './harness/kitchen-house.ts'

const at = kitchenTest()

const place = (kitchen: Kitchen, orderId: OrderId, item: string) => {
  const state = kitchen.waiter.confirmed()
  return state && linePlace(state, kitchen.line(orderId, item))
}

test('[KDS-1] [KDS-8] [KDS-13] [ORD-17] an order stands on both of its stations at once, each names the other, and the waiter sees that they have it', async () => {
  const { kitchen, station } = at()
  const atGrill = await station(grill)
  const atFry = await station({ stations: ['fry'] })
  const orderId = await kitchen.send(
    't8',
    { item: 'cheeseburger', with: ['no burger-extras:onion'], quantity: 2, note: 'cut in two' },
    { item: 'gazpacho', course: 2 },
  )
  for (const page of [atGrill, atFry]) {
    const ticket = slip(page, 'T8')
    await ticket.waitFor()
    expect(await ticket.locator('.quantity').allTextContents()).toEqual(['2'])
    expect(await ticket.locator('.dish').allTextContents()).toEqual(['Cheeseburger'])
    expect(await ticket.locator('.option.no').textContent()).toBe('NOONION')
    expect(await ticket.locator('.note').textContent()).toBe('cut in two')
    expect(await ticket.locator('.meta').textContent()).toContain('Ana · 6 covers')
    expect(await ticket.locator('.flag').textContent()).toContain('NEW')
  }
  expect(await slip(atGrill, 'T8').locator('.feet').textContent()).toBe('Also at Cold, Fry')
  expect(await slip(atFry, 'T8').locator('.feet').textContent()).toBe('Also at Cold, Grill')
  await kitchen.until('both glasses', () => place(kitchen, orderId, 'cheeseburger') === 'on-screen')
  expect(place(kitchen, orderId, 'gazpacho')).toBe('on-server')
  await bump(atGrill, 'T8')
  await kitchen.until('the grill is done', () =>
    kitchen.tickets(orderId).some(({ stationId, status }) => stationId === 'grill' && status === 'bumped'),
  )
  expect(kitchen.line(orderId, 'cheeseburger').status).toBe('started')
  await bump(atFry, 'T8')
  await kitchen.until('ready', () => kitchen.line(orderId, 'cheeseburger').status === 'ready')
})

test('[KDS-14] [P-11] cut off, it says so at 10 s and its timers run on; back, it has what came meanwhile', async () => {
  const { kitchen, station } = at()
  const page = await station(grill)
  await kitchen.send('t1', 'asparagus')
  await hangs(page, 'T1')
  await kitchen.house.cutNetwork()
  const cutAt = Date.now()
  await kitchen.send('t2', 'asparagus')
  await page.locator('.kds.stale').waitFor({ timeout: 17_000 })
  // the last beat may have been heard 5 s before the cut
  expect(Date.now() - cutAt).toBeGreaterThan(4_500)
  expect(Date.now() - cutAt).toBeLessThan(11_500)
  expect(await page.locator('.old-band').textContent()).toMatch(/Data from \d\d:\d\d:\d\d/)
  const age = slip(page, 'T1').locator('.age')
  const then = await age.textContent()
  // a clock of seconds: its next tick may be a whole one away
  await expect.poll(() => age.textContent(), { timeout: 4_000 }).not.toBe(then)
  await bump(page, 'T1')
  await slip(page, 'T1').getByText('not sent yet').waitFor()
  await kitchen.house.mendNetwork()
  await page.locator('.kds.fresh').waitFor({ timeout: 15_000 })
  await hangs(page, 'T2', 15_000)
  await kitchen.until('the bump arrived', () =>
    [...(kitchen.waiter.confirmed()?.tickets.values() ?? [])].some(({ status }) => status === 'bumped'),
  )
})

test('[KDS-13] [P-18] a screen that is gone raises the alarm; nobody has to notice it', async () => {
  const { kitchen, station } = at()
  const page = await station(grill)
  const seen = await kitchen.send('t1', 'asparagus')
  await kitchen.until('on the glass', () => place(kitchen, seen, 'asparagus') === 'on-screen')
  await page.close()
  const orderId = await kitchen.send('t2', 'asparagus')
  await kitchen.until('the alarm', () => (kitchen.tickets(orderId)[0]?.alarmed ?? 0) > 0, 12_500)
  expect(place(kitchen, orderId, 'asparagus')).toBe('on-server')
})

test('[KDS-13] [KDS-2] what hangs on page 2 is counted, confirmed and raises no alarm', async () => {
  const { kitchen, station } = at()
  const page = await station(grill)
  const orders: OrderId[] = []
  for (let count = 0; count < 22; count++) orders.push(await kitchen.takeaway(`Nina ${count}`, 'asparagus'))
  await kitchen.until('all on the glass or counted', () =>
    orders.every((orderId) => place(kitchen, orderId, 'asparagus') === 'on-screen'),
  )
  const hanging = await page.locator('.slip').count()
  expect(hanging).toBeLessThanOrEqual(24)
  expect(await page.locator('[data-more]').getAttribute('data-more')).toBe(String(22 - hanging))
  await expect.poll(() => page.locator('.figure').first().textContent()).toBe('22 open')
  const last = orders.at(-1)
  if (last === undefined) throw new Error('nothing was sent')
  await kitchen.ask('order.note', { orderId: last, note: 'no salt' })
  await kitchen.until('the note on page 2', () => {
    const ticket = kitchen.tickets(last)[0]
    return ticket !== undefined && ticket.confirmed === ticket.version
  })
  expect(orders.every((orderId) => kitchen.tickets(orderId).every(({ alarmed }) => alarmed === 0))).toBe(true)
  await page.locator('[data-more]').click()
  await slip(page, 'Nina 21').waitFor()
})
