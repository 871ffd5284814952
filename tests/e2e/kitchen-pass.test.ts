// The pass: whole orders, when they are ready, who is called, what goes out. And the kitchen's screens for everybody's eyes.
import type { OrderId } from '@comanda/shared/model/ids'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { barriers, isTooWide } from './harness/accessible.ts'
import { launchBrowser } from './harness/browser.ts'
import { busyEvening } from './harness/busy-kitchen.ts'
import { type Kitchen, openKitchen, openStation, type StationWish } from './harness/kitchen-house.ts'
import type { Screen } from './harness/open-screen.ts'
import { picture } from './harness/picture.ts'

let kitchen: Kitchen
let browser: Browser
let screens: Screen[] = []

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())
beforeEach(async () => {
  kitchen = await openKitchen()
})
afterEach(async () => {
  const complaints = screens.flatMap((screen) => screen.complaints)
  for (const screen of screens) await screen.close()
  screens = []
  await kitchen?.close()
  expect(complaints).toEqual([])
})

async function screen(wish: StationWish): Promise<Page> {
  const opened = await openStation(kitchen, browser, wish)
  screens.push(opened)
  return opened.page
}

const expo = { stations: [], role: 'expo' } as const
const row = (page: Page, where: string): Locator => page.locator(`.row[aria-label="${where}"]`)
const stages = (page: Page, where: string): Promise<string[]> =>
  row(page, where)
    .locator('.cell[data-stage]')
    .evaluateAll((cells) => cells.map((cell) => (cell instanceof HTMLElement ? (cell.dataset.stage ?? '') : '')))

test('[KDS-11] [KDS-20] the pass sees a table come together, calls its waiter, and says served', async () => {
  const page = await screen(expo)
  const grill = await screen({ stations: ['grill'] })
  const fry = await screen({ stations: ['fry'] })
  const orderId = await kitchen.send('t8', 'cheeseburger', 'asparagus')
  await row(page, 'T8').waitFor()
  expect(await stages(page, 'T8')).toEqual(['waiting', 'waiting'])
  await grill.getByRole('button', { name: 'Asparagus' }).click()
  await expect.poll(() => stages(page, 'T8')).toEqual(['cooking', 'waiting'])
  await grill.locator('.stub').click()
  await expect.poll(() => stages(page, 'T8')).toEqual(['ready', 'waiting'])
  expect(await row(page, 'T8').locator('.row-stub').textContent()).toBe('1 of 2')
  await fry.locator('.stub').click()
  await page.locator('.row.ready').waitFor()
  expect(kitchen.order(orderId).pickups).toEqual([])
  await row(page, 'T8').getByRole('button', { name: 'CALL WAITER' }).click()
  await kitchen.until('the call', () => kitchen.order(orderId).pickups.length === 1)
  await row(page, 'T8').getByText('called 0:').waitFor()
  await row(page, 'T8').getByRole('button', { name: 'SERVED' }).click()
  await kitchen.until('served', () => kitchen.order(orderId).lines.every(({ status }) => status === 'served'))
  await row(page, 'T8').waitFor({ state: 'detached' })
})

test('[KDS-11] [KDS-19] clearing before all stations are done takes a second press, and an allergy is seen first', async () => {
  const page = await screen(expo)
  const orderId = await kitchen.send('t3', { item: 'grilled-leeks', course: 2 })
  await kitchen.ask('allergy.declare', { orderId, allergens: ['nuts'] })
  const stub = row(page, 'T3').locator('.row-stub')
  await row(page, 'T3').getByText('SEE ALLERGY').click()
  await stub
    .getByText('0 of 1')
    .or(stub.filter({ hasText: '0 of 1' }))
    .first()
    .waitFor()
  await page.evaluate(() => new Promise((done) => setTimeout(done, 300)))
  await stub.click()
  await row(page, 'T3').getByText('CLEAR ANYWAY?').waitFor()
  expect(kitchen.tickets(orderId)[0]?.status).toBe('open')
  await page.evaluate(() => new Promise((done) => setTimeout(done, 300)))
  await stub.click()
  await kitchen.until('cleared', () => kitchen.tickets(orderId)[0]?.status === 'bumped')
})

test('[KDS-11] [KDS-1] a held course is a footer at the station and is fired from the pass', async () => {
  const page = await screen(expo)
  const grill = await screen({ stations: ['grill'] })
  const orderId = await kitchen.send('t8', 'asparagus', { item: 'grilled-vegetables', course: 3, quantity: 2 })
  await grill.locator('.feet .held', { hasText: 'C3 held · 2 items' }).waitFor()
  await row(page, 'T8').getByRole('button', { name: 'FIRE C3' }).click()
  await kitchen.until('fired', () => kitchen.line(orderId, 'grilled-vegetables').status === 'fired')
  await expect.poll(() => grill.locator('.slip').count()).toBe(2)
  await expect.poll(() => page.locator('.row').count()).toBe(2)
})

test('[KDS-7] the pass is worked with keys alone', async () => {
  const page = await screen(expo)
  const orderId = await kitchen.send('t8', 'asparagus')
  await row(page, 'T8').waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await row(page, 'T8').getByText('CLEAR ANYWAY?').waitFor()
  await page.keyboard.press('Enter')
  await kitchen.until('cleared', () => kitchen.tickets(orderId)[0]?.status === 'bumped')
  await page.locator('.row.ready').waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await kitchen.until('served', () => kitchen.line(orderId, 'asparagus').status === 'served')
})

async function evening(): Promise<void> {
  const cook = await kitchen.house.open(await kitchen.house.signIn('kitchen', 'bruno'), {
    name: 'bruno',
    room: 'kitchen',
  })
  await busyEvening(kitchen, async (act, orderId: OrderId, item) => {
    const atGrill = () =>
      kitchen.tickets(orderId).find(({ stationId, status }) => stationId === 'grill' && status === 'open')
    await kitchen.until('the ticket', () => atGrill() !== undefined)
    const ticketId = atGrill()?.id
    if (ticketId === undefined) return
    const lineId = item === undefined ? undefined : kitchen.line(orderId, item).id
    const sent =
      lineId === undefined || act === 'bump'
        ? cook.send('ticket.bump', { ticketId })
        : cook.send('ticket.line-done', { ticketId, lineId, done: true })
    await sent.settled
  })
}

/** What could not be read or used here, whatever is open. */
async function isWell(page: Page, name: string): Promise<void> {
  expect(await barriers(page), name).toEqual([])
  expect(await isTooWide(page), name).toBe(false)
  const cut = await page
    .locator('.body')
    .evaluateAll((bodies) => bodies.filter((body) => body.scrollHeight > body.clientHeight + 1).length)
  expect(cut, `${name}: dishes under an edge`).toBe(0)
  await picture(page, `kitchen-${name}`)
}

test('[KDS-3] [KDS-16] a busy evening can be read by everybody: light, dark, Russian, large and small letters, the pass, every dialog', async () => {
  const calm = await screen({ stations: ['grill'] })
  await calm.emulateMedia({ reducedMotion: 'reduce' })
  await calm.getByText('All clear').or(calm.getByText('Waiting for the first orders')).first().waitFor()
  await isWell(calm, 'calm-light')
  await evening()
  const looks: (StationWish & { name: string })[] = [
    { name: 'busy-light', stations: ['grill'] },
    { name: 'busy-dark', stations: ['grill'], theme: 'dark' },
    { name: 'busy-russian', stations: ['grill', 'fry'], theme: 'dark', language: 'ru' },
    { name: 'busy-two-metres', stations: ['grill'], diagonalInches: 32, distanceMm: 2000 },
    { name: 'busy-24', stations: ['grill', 'stove', 'fry', 'cold'], diagonalInches: 32 },
    { name: 'expo-light', ...expo },
    { name: 'expo-dark', ...expo, theme: 'dark' },
    { name: 'expo-russian', ...expo, language: 'ru' },
  ]
  for (const { name, ...look } of looks) {
    const page = await screen(look)
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await page.locator('.slip, .row').first().waitFor()
    await isWell(page, name)
    if (name.startsWith('busy')) {
      // colour is never alone: what is late or soon says so
      for (const pace of ['late', 'warn'] as const)
        for (const flag of await page.locator(`.slip.${pace} .flag`).allTextContents())
          expect(flag, name).toMatch(pace === 'late' ? /LATE|ПОЗДНО/ : /SOON|СКОРО/)
      const moving = await page.evaluate(
        () => document.getAnimations().filter((each) => each.playState === 'running').length,
      )
      expect(moving, name).toBe(0)
    }
    await page.context().close()
  }
  const page = await screen({ stations: ['grill'] })
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.locator('.slip').first().waitFor()
  const dialogs: [string, () => Promise<void>][] = [
    ['recall', () => page.keyboard.press('KeyH')],
    ['all-day', () => page.keyboard.press('KeyA')],
    ['keys', () => page.keyboard.press('F1')],
    ['menu', () => page.getByRole('button', { name: 'Grill', exact: true }).click()],
    ['ticket', () => page.locator('.slip .head').first().click()],
  ]
  for (const [name, open] of dialogs) {
    await open()
    await page.getByRole('dialog').waitFor()
    await isWell(page, name)
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  }
  await kitchen.house.cutNetwork()
  await page.locator('.kds.stale').waitFor({ timeout: 17_000 })
  await isWell(page, 'stale')
}, 240_000)
