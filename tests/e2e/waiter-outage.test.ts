// Ordering through a hole in the Wi-Fi (ORD-18): nothing is cooked twice, what waited long asks first, and what is refused
// afterwards lies in its draft again.
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { barriers } from './harness/accessible.ts'
import { openHouse } from './harness/house.ts'
import { picture } from './harness/picture.ts'
import { tableTablets } from './harness/table-tablets.ts'
import type { WaiterTablet } from './harness/waiter-table.ts'

const minutes = 60_000
const clocks = mkdtempSync(join(tmpdir(), 'comanda-e2e-clock-'))

/** The server's wall clock, off by so much. */
function setClock(offset: number): void {
  writeFileSync(join(clocks, 'next'), String(offset))
  renameSync(join(clocks, 'next'), join(clocks, 'offset'))
}

const at = tableTablets({
  open() {
    setClock(0)
    const loaded = new URL('../faults/programs/moved-clock.ts', import.meta.url).href
    return openHouse({ env: { NODE_OPTIONS: `--import=${loaded}`, CLOCK_OFFSET_FILE: join(clocks, 'offset') } })
  },
  after(house) {
    setClock(0)
    return house.mendNetwork()
  },
})

afterAll(() => rmSync(clocks, { recursive: true, force: true }))

/** A state of the screen that everybody must be able to read and use. */
async function seen({ page }: WaiterTablet, name: string): Promise<void> {
  await picture(page, name)
  expect({ name, barriers: await barriers(page) }).toEqual({ name, barriers: [] })
}

test('[ORD-18] a hole in the Wi-Fi: told the kitchen, marked after two minutes, asked after ten', async () => {
  const ana = await at.tabletOf('ana')
  for (const table of ['t5', 't6', 't7']) await ana.goTo(table)
  await ana.goTo('t5')
  at.house.cutNetwork()
  await ana.isCutOff()
  await ana.tapDish('Gazpacho')
  await ana.tapSend()
  const told = ana.page.getByRole('button', { name: 'Told the kitchen' })
  await seen(ana, 'waiter-offline-light')
  await told.click()
  await ana.page.getByText('ALREADY TOLD').first().waitFor()
  await ana.goTo('t6')
  await ana.tapDish('Sea bass')
  await ana.tapSend()
  await told.waitFor()
  setClock(12 * minutes)
  await at.house.mendNetwork()

  await at.watcher.seesDishes('t5', ['gazpacho'])
  expect(at.watcher.ordersAt('t5')[0]?.rounds[0]).toMatchObject({ alreadyTold: true })
  expect(at.watcher.linesAt('t5')[0]?.status).toBe('started')

  await at.watcher.seesDishes('t6', ['sea-bass'])
  expect(at.watcher.linesAt('t6')[0]?.status).toBe('asking')
  const question = ana.page.getByRole('alert').filter({ hasText: 'is it still wanted?' })
  await question.waitFor()
  expect(await question.textContent()).toContain('12 minutes')
  await seen(ana, 'waiter-still-wanted-light')
  await question.getByRole('button', { name: 'Fire now' }).click()
  await at.watcher.sees('it fires', () => at.watcher.linesAt('t6')[0]?.status === 'fired')
  await question.waitFor({ state: 'detached' })
})

test('[ORD-18] queued for three minutes it fires, marked with when it was queued', async () => {
  const ana = await at.tabletOf('ana')
  await ana.goTo('t7')
  at.house.cutNetwork()
  await ana.isCutOff()
  await ana.tapDish('Gazpacho')
  await ana.tapSend()
  setClock(3 * minutes)
  await at.house.mendNetwork()
  await at.watcher.seesDishes('t7', ['gazpacho'])
  expect(at.watcher.linesAt('t7')[0]?.status).toBe('fired')
  const [round] = at.watcher.ordersAt('t7')[0]?.rounds ?? []
  expect((round?.at ?? 0) - (round?.queuedSince ?? 0)).toBeGreaterThan(2.9 * minutes)
})

test('[ORD-9] refused after an outage: the round lies in its draft again, says why, and goes once that is mended', async () => {
  const manager = await at.house.signIn('office', 'pablo')
  const cold = at.watcher.client.confirmed()?.catalog.stations['cold' as never]
  const publish = async (id: string, enabled: boolean) => {
    const changes = [{ kind: 'station', put: { ...Object(cold), enabled } }]
    expect((await manager.http.post('/api/catalog', { id, changes })).status).toBe(200)
  }
  const ana = await at.tabletOf('ana')
  await ana.goTo('t9')
  at.house.cutNetwork()
  await ana.isCutOff()
  await ana.tapDish('Gazpacho')
  await ana.tapDish('Beer')
  await ana.tapSend()
  await publish('cold-off', false)
  await at.house.mendNetwork()
  const card = ana.page.locator('.w-slip').getByRole('alert')
  await card.waitFor()
  expect(await card.textContent()).toContain('No station that makes this dish is switched on.')
  expect(await ana.draftRows.count()).toBe(2)
  await seen(ana, 'waiter-refused-light')
  await at.watcher.sees('the refusal', () => at.watcher.client.confirmed()?.refusedRounds.size === 1)
  await publish('cold-on', true)
  await ana.dish('Gazpacho').getByText('No station').waitFor({ state: 'detached' })
  await card.getByRole('button', { name: 'Send again' }).click()
  await at.watcher.seesDishes('t9', ['gazpacho', 'beer'])
  await at.watcher.sees('nothing is refused any more', () => at.watcher.client.confirmed()?.refusedRounds.size === 0)
})
