// Who calls a waiter: dishes that stand ready, guests, the kitchen with a question, a dish that ran out. One tap answers.
import type { ItemId } from '@comanda/shared/model/ids'
import { describe, expect, test } from 'vitest'
import { barriers } from './harness/accessible.ts'
import { picture } from './harness/picture.ts'
import { servingTablets } from './harness/serving-tablets.ts'

const at = servingTablets()

describe('[KDS-20] [FRT-2] dishes that stand ready', () => {
  test('are taken in one tap from home and served in another; a second tablet sees who goes', async () => {
    const orderId = await at.serving.send('t7', 'gazpacho')
    await at.serving.cook(orderId, 1)
    const [ana, leo] = [await at.tablet(), await at.tablet({ person: 'leo' })]
    const group = ana.page.getByRole('region', { name: 'Ready at the pass' })
    await group.getByText('1 Gazpacho').waitFor()
    await ana.tap(group.getByRole('button', { name: 'Take' }))
    expect(ana.taps()).toBe(1)
    await at.becomes('somebody goes', () => at.serving.order(orderId).pickups[0]?.takenBy === 'ana')
    expect(await leo.page.getByText('1 Gazpacho').count()).toBe(0)
    await group.getByRole('button', { name: 'Served' }).tap()
    await at.becomes('it is served', () => at.serving.line(orderId, 'gazpacho').status === 'served')
    await group.waitFor({ state: 'detached' })
  })
})

describe('[KDS-20] dishes that stand ready while nobody is at the pass', () => {
  test('call nobody, and are listed until the expediter calls: nothing is silent', async () => {
    const orderId = await at.serving.send('t6', 'gazpacho')
    const ana = await at.tablet()
    for (const { id: ticketId } of at.serving.tickets(orderId))
      await at.serving.pass.send('ticket.bump', { ticketId }).settled
    const quiet = ana.page.getByRole('region', { name: 'Ready at the pass, not called yet' })
    await quiet.getByText('1 Gazpacho').waitFor()
    await picture(ana.page, 'waiter-uncalled-light')
    expect(await barriers(ana.page)).toEqual([])
    await at.serving.pass.send('course.call', { orderId, course: 1 }).settled
    await quiet.waitFor({ state: 'detached' })
    const called = ana.page.getByRole('region', { name: 'Ready at the pass', exact: true })
    await ana.tap(called.getByRole('button', { name: 'Take' }))
    await ana.tap(called.getByRole('button', { name: 'Served' }))
    await called.waitFor({ state: 'detached' })
  })
})

describe('[CALL-2] a guest who calls', () => {
  test('is taken on one tablet and leaves the other; over an order a strip says it', async () => {
    await at.serving.send('t8', 'gazpacho')
    const ana = await at.tablet()
    const other = await at.tablet()
    await other.go('#/table/t8')
    await at.serving.ask('call.raise', { tableId: 't8' as never, kind: 'water' })
    const strip = other.page.getByRole('region', { name: 'For you now' })
    await strip.getByText('Water, cutlery').waitFor()
    expect(await barriers(other.page)).toEqual([])
    await ana.page.getByRole('region', { name: 'Guests call' }).getByRole('button', { name: 'Take' }).tap()
    await strip.getByRole('button', { name: 'Done' }).tap()
    await ana.page.getByRole('region', { name: 'Guests call' }).waitFor({ state: 'detached' })
  })
})

describe('[KDS-17] the kitchen asks', () => {
  test('and one tap accepts: the line changes everywhere', async () => {
    const orderId = await at.serving.send('t9', 'gazpacho')
    const lineId = at.serving.line(orderId, 'gazpacho').id
    await at.serving.pass.send('ask.raise', {
      orderId,
      lineId,
      message: 'none left',
      substitutes: ['salmorejo' as never],
    }).settled
    const ana = await at.tablet()
    await ana.tap(ana.page.getByRole('button', { name: 'Yes, Salmorejo' }))
    expect(ana.taps()).toBe(1)
    await at.becomes('the dish is another', () => at.serving.order(orderId).lines[0]?.itemId === 'salmorejo')
  })
})

describe('[ORD-10] a dish that was 86ed', () => {
  test('names the tables that wait for it, on a card at home and where the struck dish is tapped', async () => {
    const [first, second] = [
      await at.serving.send('t3', { item: 'hake-in-green-sauce', quantity: 2 }),
      await at.serving.send('t4', 'gazpacho', 'hake-in-green-sauce'),
    ]
    await at.serving.ask('item.sold-out', { itemId: 'hake-in-green-sauce' as ItemId, soldOut: true })
    const ana = await at.tablet()
    const card = ana.page.getByRole('listitem').filter({ hasText: 'Sold out: Hake in green sauce' })
    await card.getByText('Table 3 waits for 2').waitFor()
    await card.getByText('Table 4 waits for 1').waitFor()
    expect(await barriers(ana.page)).toEqual([])
    await card.getByRole('button', { name: 'Table 4' }).tap()
    await ana.page.getByRole('heading', { name: 'Table 4' }).waitFor()
    await ana.page.getByRole('tab', { name: 'Fish' }).tap()
    await ana.page.locator('.w-dish', { hasText: 'Hake in green sauce' }).tap()
    const sheet = ana.page.getByRole('dialog', { name: 'Hake in green sauce is sold out' })
    await sheet.getByText('For today.').waitFor()
    await sheet.getByRole('button', { name: 'Table 3 2' }).waitFor()
    await ana.page.keyboard.press('Escape')
    for (const orderId of [first, second]) {
      const lineId = at.serving.line(orderId, 'hake-in-green-sauce').id
      await at.serving.ask('line.void', { orderId, lineId, reason: 'Sold out' })
    }
    await ana.go('#/')
    await ana.page.locator('.w-home').waitFor()
    await card.waitFor({ state: 'detached' })
    await at.serving.ask('item.sold-out', { itemId: 'hake-in-green-sauce' as ItemId, soldOut: false })
  })
})
