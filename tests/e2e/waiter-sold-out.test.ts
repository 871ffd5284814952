// What cannot be had: dishes that ran out while somebody writes, counts that go down, and dishes that no station makes. It is
// said before Send, by name, and something else is one tap away.
import { expect, test } from 'vitest'
import { picture } from './harness/picture.ts'
import { tableTablets } from './harness/table-tablets.ts'

const at = tableTablets()

test('[ORD-10] 86 while drafting: the button is struck, the row is marked, Send says what will not go', async () => {
  const ana = await at.tabletOf('ana')
  await ana.goTo('t5')
  await ana.tapDish('Gazpacho')
  await ana.tapDish('Beer')
  await at.watcher.count('gazpacho', 'out')
  await ana.page.locator('.w-row[data-trouble]').waitFor()
  expect(await ana.dish('Gazpacho').textContent()).toContain('86')
  expect(await ana.sendButton.textContent()).toContain('1 will not go')
  await ana.tapDish('Gazpacho')
  const instead = ana.page.getByRole('dialog', { name: 'Gazpacho is sold out' })
  await instead.getByRole('button', { name: /Salmorejo/ }).click()
  await ana.tapSend()
  await at.watcher.seesDishes('t5', ['beer', 'salmorejo'])
  await ana.page.getByText('Came back: it ran out').waitFor()
  expect(await ana.draftRows.count()).toBe(1)
  await at.watcher.count('gazpacho', null)
})

test('[ORD-10] the count stands on the button: grey over five, amber from five', async () => {
  const ana = await at.tabletOf('ana')
  await ana.goTo('t6')
  await at.watcher.count('salmorejo', 8)
  await ana.dish('Salmorejo').getByText('8 left').waitFor()
  await at.watcher.count('salmorejo', 3)
  const few = ana.dish('Salmorejo').getByText('3 left')
  await few.waitFor()
  expect(await few.getAttribute('data-supply')).toBe('few')
  await at.watcher.count('salmorejo', null)
  await few.waitFor({ state: 'detached' })
})

test('[ORD-9] a dish that no station makes is named at Send, and one tap lets the rest go', async () => {
  const pastry = at.watcher.client.confirmed()?.catalog.stations['pastry' as never]
  const manager = await at.house.signIn('office', 'pablo')
  const publish = async (id: string, enabled: boolean) => {
    const changes = [{ kind: 'station', put: { ...Object(pastry), enabled } }]
    expect((await manager.http.post('/api/catalog', { id, changes })).status).toBe(200)
  }
  const ana = await at.tabletOf('ana')
  await ana.goTo('t8')
  await ana.tapDish('Beer')
  await publish('pastry-off', false)
  await ana.dish('Crema catalana').getByText('No station').waitFor()
  await ana.tapDish('Crema catalana')
  await ana.tapSend()
  const card = ana.page.getByRole('alert').filter({ hasText: 'No station makes Crema catalana now.' })
  await card.waitFor()
  await picture(ana.page, 'waiter-no-station-light')
  expect(at.watcher.linesAt('t8')).toEqual([])
  await card.getByRole('button', { name: 'Take it off' }).click()
  await ana.tapSend()
  await at.watcher.seesDishes('t8', ['beer'])
  await publish('pastry-on', true)
})

test('[ORD-10] a drafted row that ran out offers what can be had, which takes its place for the same seat', async () => {
  const ana = await at.tabletOf('ana')
  await ana.goTo('t23')
  await ana.tapSeat(2)
  await ana.tapDish('Gazpacho')
  await ana.tapDish('Gazpacho')
  await at.watcher.count('gazpacho', 'out')
  await ana.page.locator('.w-row[data-trouble]').getByRole('button').first().click()
  await ana.page
    .getByRole('dialog', { name: 'Gazpacho is sold out' })
    .getByRole('button', { name: /Salmorejo/ })
    .click()
  expect(await ana.draftRows.count()).toBe(1)
  await ana.tapSend()
  await at.watcher.seesDishes('t23', ['salmorejo', 'salmorejo'])
  expect(at.watcher.linesAt('t23')[0]).toMatchObject({ quantity: 2, seat: 2 })
  await at.watcher.count('gazpacho', null)
})
