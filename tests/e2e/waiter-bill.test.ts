// The bill at the table: in how many taps it is paid, what is said of it without a connection, and what comes back when
// somebody else was first.
import { describe, expect, test } from 'vitest'
import { barriers } from './harness/accessible.ts'
import { row, servingTablets } from './harness/serving-tablets.ts'
import { typePin } from './harness/type-pin.ts'

const at = servingTablets()

describe('[BILL-7] [BILL-1] the bill at the table', () => {
  test('a card is three taps from home, and for three seconds it can be cancelled; then the order closes and the table is cleared', async () => {
    const orderId = await at.serving.send('t10', 'gazpacho')
    await at.serving.cook(orderId, 1)
    await at.serving.served(orderId, 1)
    const ana = await at.tablet()
    const { page } = ana
    await ana.tap(row(ana, '10'))
    await ana.tap(page.getByRole('button', { name: 'Bill', exact: true }))
    await ana.tap(page.getByRole('button', { name: /^Card/ }))
    expect(ana.taps()).toBe(3)
    await page.getByRole('button', { name: /Cancel/ }).waitFor()
    await at.becomes('it is paid', () => at.serving.order(orderId).payments?.length === 1)
    expect(at.serving.order(orderId).payments?.[0]).toMatchObject({
      method: 'card',
      part: { kind: 'rest' },
      amount: 690,
    })
    await page.getByRole('button', { name: 'Close the order' }).tap()
    await page.getByRole('button', { name: 'Table is cleared' }).tap()
    await at.becomes('the table is free', () => at.serving.waiter.confirmed()?.tables.get('t10' as never) === undefined)
  })

  test('[BILL-5] what did not come yet is asked about before the order closes', async () => {
    const orderId = await at.serving.send('tb5', 'gazpacho')
    const ana = await at.tablet()
    const { page } = ana
    await ana.go(`#/bill/${orderId}`)
    await page.getByRole('button', { name: /^Card/ }).tap()
    await page.getByText('Not everything came yet').waitFor()
    expect(await barriers(page)).toEqual([])
    await page.getByRole('button', { name: 'They came: close' }).tap()
    await page.getByText('The order is closed').waitFor()
    await at.becomes('it is closed', () => at.serving.order(orderId).status === 'closed')
  })

  test('six equal parts are six taps, each part once and together the total', async () => {
    const orderId = await at.serving.send('t11', { item: 'gazpacho', quantity: 5 }, 'cola')
    await at.serving.ask('order.set-covers', { orderId, covers: 6 })
    const ana = await at.tablet()
    const { page } = ana
    await ana.go(`#/bill/${orderId}`)
    await page.getByRole('tab', { name: 'Equal parts' }).tap()
    await page.getByText('1/6').waitFor()
    for (let part = 1; part <= 6; part += 1) {
      await page.getByRole('region', { name: `Part ${part} of 6 pays` }).waitFor()
      await ana.tap(page.getByRole('button', { name: /^Card/ }))
    }
    expect(ana.taps()).toBe(6)
    await at.becomes('all six are paid', () => at.serving.order(orderId).payments?.length === 6)
    const paid = at.serving.order(orderId).payments ?? []
    expect(
      paid
        .map(({ part }) => part)
        .map((part) => (part.kind === 'equal' ? part.index : 0))
        .sort(),
    ).toEqual([1, 2, 3, 4, 5, 6])
    expect(at.serving.order(orderId).paid).toBe(true)
  })

  test('without a connection it says "not recorded yet"; a part that another tablet took meanwhile comes back as a card', async () => {
    const orderId = await at.serving.send('t12', 'gazpacho', 'salmorejo')
    const ana = await at.tablet()
    const { page } = ana
    await ana.go(`#/bill/${orderId}`)
    await page.getByRole('tab', { name: 'Equal parts' }).tap()
    await page.getByRole('button', { name: 'How many parts: Less' }).tap()
    at.serving.house.cutNetwork()
    await page
      .getByText(/Offline/)
      .first()
      .waitFor({ timeout: 20_000 })
    const parts = await page.locator('.w-bill-part').count()
    await page.getByRole('button', { name: /^Card/ }).tap()
    await page.getByText('Not recorded yet').first().waitFor()
    await page.getByText('1 payment lies on this tablet').waitFor()
    expect(await barriers(page)).toEqual([])
    await at.serving.ask('payment.record', { orderId, part: { kind: 'equal', index: 1, of: parts }, method: 'cash' })
    await at.serving.house.mendNetwork()
    const strip = page.getByRole('region', { name: 'For you now' })
    await strip.getByText('Not done: the payment').waitFor({ timeout: 20_000 })
    await strip.getByRole('button', { name: /^(All|Open)/ }).tap()
    const card = page.getByRole('dialog').getByRole('alert')
    await card.getByText('Not done: the payment').waitFor()
    expect(await barriers(page)).toEqual([])
    await card.getByRole('button', { name: 'I have seen it' }).tap()
    await card.waitFor({ state: 'detached' })
    expect(at.serving.order(orderId).payments).toHaveLength(1)
  })

  test('cash says its change; a discount needs a manager', async () => {
    const orderId = await at.serving.send('t21', 'gazpacho')
    const ana = await at.tablet()
    const { page } = ana
    await ana.go(`#/bill/${orderId}`)
    await page.getByRole('button', { name: /^Cash/ }).tap()
    await page.getByRole('button', { name: '€10' }).tap()
    await page.getByRole('status').getByText('€3.10').waitFor()
    expect(await barriers(page)).toEqual([])
    await page.getByRole('button', { name: 'Card', exact: true }).tap()
    await page.getByRole('button', { name: 'More about this bill' }).tap()
    await page.getByRole('menuitem', { name: 'Discount' }).tap()
    await page.getByRole('button', { name: 'Regular guest' }).tap()
    await page.getByRole('dialog').getByRole('button', { name: 'Pablo' }).tap()
    await typePin(page, '5555')
    await at.becomes('it is taken off', () => at.serving.order(orderId).adjustments?.length === 1)
    await page.getByText('€6.21').first().waitFor()
  })
})
