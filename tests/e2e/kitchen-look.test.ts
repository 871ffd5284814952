// The kitchen's screens for everybody's eyes: every look, every dialog, nothing cut, nothing moving that should rest.
import type { OrderId } from '@comanda/shared/model/ids'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { barriers, isTooWide } from './harness/accessible.ts'
import { busyEvening } from './harness/busy-kitchen.ts'
import { expo, kitchenTest } from './harness/kitchen-glass.ts'
import type { Kitchen, StationWish } from './harness/kitchen-house.ts'
import { picture } from './harness/picture.ts'

const at = kitchenTest()

async function evening(kitchen: Kitchen): Promise<void> {
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
  const { kitchen, station } = at()
  const calm = await station({ stations: ['grill'] })
  await calm.emulateMedia({ reducedMotion: 'reduce' })
  await calm.getByText('All clear').or(calm.getByText('Waiting for the first orders')).first().waitFor()
  await isWell(calm, 'calm-light')
  await evening(kitchen)
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
    const page = await station(look)
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
  const page = await station({ stations: ['grill'] })
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
