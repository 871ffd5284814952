// The kitchen's screens for everybody's eyes: every look, every dialog, nothing cut, nothing moving that should rest.
import type { OrderId } from '@comanda/shared/model/ids'
import type { BrowserContext, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { barriers, isTooWide } from './harness/accessible.ts'
import { busyEvening } from './harness/busy-kitchen.ts'
import { expo, fingerLifted, grill, kitchenTest, row, slip } from './harness/kitchen-glass.ts'
import type { Kitchen, StationWish } from './harness/kitchen-house.ts'
import { picture } from './harness/picture.ts'

const at = kitchenTest()

/** Two minutes without a word are not waited for. */
const withOwnTime = async (context: BrowserContext): Promise<void> => {
  await context.clock.install()
}

/** A cook who works while the evening goes on, and afterwards as told. */
async function evening(kitchen: Kitchen) {
  const cook = await kitchen.house.open(await kitchen.house.signIn('kitchen', 'bruno'), {
    name: 'bruno',
    room: 'kitchen',
  })
  const { orders } = await busyEvening(kitchen, async (act, orderId: OrderId, item) => {
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
  const finish = async (name: string): Promise<void> => {
    const orderId = orders[name]
    if (orderId === undefined) throw new Error(`no order at ${name}`)
    for (const { id, status } of kitchen.tickets(orderId))
      if (status === 'open') await cook.send('ticket.bump', { ticketId: id }).settled
  }
  return { finish, orders }
}

/** What could not be read or used here, whatever is open. */
async function isWell(page: Page, name: string): Promise<void> {
  // first, for what can be cancelled is gone in three seconds
  await picture(page, `kitchen-${name}`)
  expect(await barriers(page), name).toEqual([])
  expect(await isTooWide(page), name).toBe(false)
  const cut = await page
    .locator('.body')
    .evaluateAll((bodies) => bodies.filter((body) => body.scrollHeight > body.clientHeight + 1).length)
  expect(cut, `${name}: dishes under an edge`).toBe(0)
}

/** Still, and with something on it. */
async function atRest(page: Page): Promise<Page> {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.locator('.slip, .row').first().waitFor()
  // by the server's time from the first drawing on, whatever this machine's clock says (KDS-3)
  expect(await page.locator('.slip .age, .row .age').allTextContents()).not.toContain('0:00')
  return page
}

async function isOpenedWell(page: Page, name: string, open: () => Promise<void>): Promise<void> {
  await open()
  await page.getByRole('dialog').waitFor()
  await isWell(page, name)
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

/** Cut off: it says so after ten seconds, and after two minutes that it is not live. */
async function growsOld(kitchen: Kitchen, page: Page, name: string): Promise<void> {
  await kitchen.house.cutNetwork()
  await page.locator('.kds.stale').waitFor({ timeout: 17_000 })
  await isWell(page, `${name}stale`)
  await page.clock.fastForward('02:00')
  await page.locator('.kds.not-live').waitFor()
  await isWell(page, `${name}not-live`)
}

test('[KDS-3] [KDS-16] a busy station can be read by everybody: light, dark, Russian, large and small letters', async () => {
  const { kitchen, station } = at()
  const calm = await station(grill)
  await calm.emulateMedia({ reducedMotion: 'reduce' })
  await calm.getByText('All clear').or(calm.getByText('Waiting for the first orders')).first().waitFor()
  await isWell(calm, 'calm-light')
  await evening(kitchen)
  const looks: (StationWish & { name: string })[] = [
    { name: 'busy-light', ...grill },
    { name: 'busy-dark', ...grill, theme: 'dark' },
    { name: 'busy-russian', stations: ['grill', 'fry'], theme: 'dark', language: 'ru' },
    { name: 'busy-two-metres', ...grill, diagonalInches: 32, distanceMm: 2000 },
    { name: 'busy-24', stations: ['grill', 'stove', 'fry', 'cold'], diagonalInches: 32 },
  ]
  for (const { name, ...look } of looks) {
    const page = await atRest(await station(look))
    await isWell(page, name)
    // colour is never alone: what is late or soon says so
    for (const pace of ['late', 'warn'] as const)
      for (const flag of await page.locator(`.slip.${pace} .flag`).allTextContents())
        expect(flag, name).toMatch(pace === 'late' ? /LATE|ПОЗДНО/ : /SOON|СКОРО/)
    const moving = await page.evaluate(
      () => document.getAnimations().filter((each) => each.playState === 'running').length,
    )
    expect(moving, name).toBe(0)
    await page.context().close()
  }
}, 240_000)

test('[KDS-5] [KDS-14] [KDS-17] [ORD-10] every dialog of a busy station can be read by everybody, and so can old data', async () => {
  const { kitchen, station } = at()
  await evening(kitchen)
  const page = await atRest(await station({ ...grill, prepare: withOwnTime }))
  await isOpenedWell(page, 'recall', () => page.keyboard.press('KeyH'))
  await isOpenedWell(page, 'all-day', () => page.keyboard.press('KeyA'))
  await isOpenedWell(page, 'keys', () => page.keyboard.press('F1'))
  await isOpenedWell(page, 'menu', () => page.keyboard.press('F2'))
  await isOpenedWell(page, 'counts', () => page.keyboard.press('KeyC'))
  await isOpenedWell(page, 'ticket', () => page.locator('.slip .head').first().click())
  await isOpenedWell(page, 'ask', async () => {
    await slip(page, 'T6').locator('.head').click()
    await page.getByRole('dialog').getByRole('button', { name: 'Ask the waiter' }).last().click()
  })
  for (const table of ['t1', 't4', 't7'])
    await kitchen.send(table, { item: 'camembert-on-coals', course: 2, quantity: 2 })
  await isOpenedWell(page, 'unstarted', async () => {
    await page.keyboard.press('KeyC')
    await page.getByLabel('Find a dish').fill('camem')
    await page.getByRole('dialog').getByRole('button', { name: '86', exact: true }).click()
    await page.getByRole('dialog', { name: '86 Camembert' }).waitFor()
  })
  await page.locator('[data-notice="sold-out"]').waitFor()
  await isOpenedWell(page, 'notices-busy', () => page.keyboard.press('KeyN'))
  await slip(page, 'T21').locator('.head').click()
  await page.getByRole('dialog').getByRole('button', { name: 'No rush' }).click()
  await slip(page, 'T21').locator('.flag', { hasNotText: 'RUSH' }).waitFor()
  await fingerLifted(page)
  await slip(page, 'T21').locator('.head').click()
  await page.getByRole('dialog').getByRole('button', { name: 'Rush', exact: true }).click()
  await page.locator('.slip > .leaving').waitFor()
  await isWell(page, 'rush-cancel')
  await growsOld(kitchen, page, '')
}, 240_000)

test('[KDS-11] [KDS-14] the pass can be read by everybody: light, dark, Russian, what can be cancelled, old data', async () => {
  const { kitchen, station } = at()
  const { finish } = await evening(kitchen)
  await finish('t24')
  await finish('b5')
  await finish('t2')
  await kitchen.ask('order.rush', { orderId: kitchen.order(await kitchen.send('t7', 'asparagus')).id, on: true })
  for (const { name, ...look } of [
    { name: 'expo-light', ...expo },
    { name: 'expo-dark', ...expo, theme: 'dark' },
    { name: 'expo-russian', ...expo, language: 'ru' },
  ] as const satisfies (StationWish & { name: string })[]) {
    const page = await atRest(await station(look))
    await isWell(page, name)
    for (const state of await page.locator('.row.late:not(.ready) .state').allTextContents())
      expect(state, name).toMatch(/LATE|ПОЗДНО/)
    await page.context().close()
  }
  const page = await atRest(await station({ ...expo, prepare: withOwnTime }))
  await isOpenedWell(page, 'expo-row', () => row(page, 'T8').locator('.identity').click())
  await isOpenedWell(page, 'expo-recall', () => page.keyboard.press('KeyH'))
  await isOpenedWell(page, 'expo-notices', () => page.keyboard.press('KeyN'))
  await row(page, 'T2').getByRole('button', { name: 'SERVED' }).click()
  await row(page, 'T8').getByRole('button', { name: 'FIRE C3' }).click()
  await page.locator('.row-stub.undo').waitFor()
  await isWell(page, 'expo-cancel')
  await growsOld(kitchen, page, 'expo-')
}, 240_000)
