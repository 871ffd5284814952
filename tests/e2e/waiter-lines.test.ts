// Dishes after Send, in a real browser before the real server: fired, moved, taken back, made otherwise, voided, made again,
// and in how many taps.
import { describe, expect, test } from 'vitest'
import { barriers } from './harness/accessible.ts'
import { course, row, servingTablets } from './harness/serving-tablets.ts'
import { typePin } from './harness/type-pin.ts'

const at = servingTablets()

describe('[ORD-14] a held course', () => {
  test('is fired in two taps, and for three seconds it can be cancelled', async () => {
    const orderId = await at.serving.send('t1', 'gazpacho', 'hake-in-green-sauce')
    const ana = await at.tablet()
    await ana.tap(row(ana, '1'))
    const fire = course(ana, 'Course 2').getByRole('button', { name: 'Fire C2' })
    await ana.press(fire)
    await ana.press(course(ana, 'Course 2').getByRole('button', { name: /Cancel/ }))
    await fire.waitFor()
    expect(at.statuses(orderId)).toContain('hake-in-green-sauce held')
    await ana.tap(fire)
    expect(ana.taps()).toBe(2)
    await at.becomes('the course is fired', () => at.statuses(orderId).includes('hake-in-green-sauce fired'))
    await course(ana, 'Course 2')
      .getByText(/at Stove|on the server/)
      .first()
      .waitFor()
  })
})

describe('[ORD-12] lines that go somewhere else', () => {
  test('three of them to another course are four taps', async () => {
    const orderId = await at.serving.send('t2', 'gazpacho', 'salmorejo', 'green-salad')
    const ana = await at.tablet()
    await row(ana, '2').tap()
    for (const name of ['Gazpacho', 'Salmorejo', 'Green salad'])
      await ana.tap(ana.page.getByRole('button', { name: `Choose ${name}` }))
    await ana.tap(ana.page.getByRole('button', { name: 'C3', exact: true }))
    expect(ana.taps()).toBe(4)
    await at.becomes('they are in course 3', () => at.serving.order(orderId).lines.every((line) => line.course === 3))
    await course(ana, 'Course 3').getByText('Gazpacho').waitFor()
  })

  test('to any table in one action, and all orders of a waiter to a colleague in another', async () => {
    const from = await at.serving.send('t26', 'gazpacho', 'salmorejo')
    const ana = await at.tablet()
    const { page } = ana
    await ana.go('#/table/t26')
    await page.getByRole('button', { name: 'Choose Salmorejo' }).tap()
    await page.getByRole('button', { name: 'To table' }).tap()
    await page.getByRole('dialog').getByRole('button', { name: 'B6', exact: true }).tap()
    await at.becomes('it is there', () => at.serving.order(from).lines.length === 1)
    const there = at.serving.waiter.confirmed()?.tables.get('tb6' as never)?.orderIds[0]
    expect(there === undefined ? [] : at.statuses(there)).toEqual(['salmorejo fired'])
    await ana.go('#/')
    await page.locator('.w-me').tap()
    await page.getByRole('button', { name: /Hand over all/ }).tap()
    await page.getByRole('dialog').getByRole('button', { name: 'Marco' }).tap()
    await at.becomes('they are his', () => at.serving.order(from).waiterId === 'marco')
    await page.getByText('Marco takes over').waitFor()
    const back = [...(at.serving.waiter.confirmed()?.orders.values() ?? [])].filter(
      ({ waiterId }) => waiterId === 'marco',
    )
    await at.serving.ask('order.hand-over', { orderIds: back.map(({ id }) => id), to: 'ana' as never })
  })

  test('a table joins another while the kitchen cooks: nothing is fired again, and for ten minutes it is taken apart', async () => {
    const one = await at.serving.send('t3', 'patatas-bravas')
    const other = await at.serving.send('t4', 'ham-croquettes')
    const before = at.serving.tickets(one).map(({ id }) => id)
    const ana = await at.tablet()
    await row(ana, '3').tap()
    await ana.page.getByRole('button', { name: 'More for this order', exact: true }).last().tap()
    await ana.page.getByRole('menuitem', { name: 'Merge with another table' }).tap()
    await ana.page.getByRole('dialog').getByRole('button', { name: /^4/ }).tap()
    await at.becomes('they are one', () => at.serving.order(other).lines.length === 2)
    await ana.page.getByText('from table 3').waitFor()
    const after = at.serving.order(other).lines.flatMap(({ ticketIds }) => ticketIds)
    expect(after).toEqual(expect.arrayContaining(before))
    await ana.page.getByRole('button', { name: 'More for this order', exact: true }).last().tap()
    await ana.page.getByRole('menuitem', { name: 'Take 3 apart again' }).tap()
    await at.becomes('they are two again', () => at.serving.order(one).lines.length === 1)
  })
})

describe('[ORD-13] [ADM-6] a void', () => {
  test('after the cook began needs the manager’s PIN, and says what the kitchen answers', async () => {
    const orderId = await at.serving.send('t5', 'gazpacho')
    const [ticket] = at.serving.tickets(orderId)
    if (ticket === undefined) throw new Error('no ticket')
    await at.serving.pass.send('ticket.start', { ticketId: ticket.id }).settled
    const ana = await at.tablet()
    const { page } = ana
    await row(ana, '5').tap()
    await page.getByText('being made').waitFor()
    await page
      .getByRole('button', { name: 'Gazpacho: change, move, void' })
      .or(page.locator('.w-sent-open'))
      .first()
      .tap()
    await page.getByRole('dialog').getByRole('button', { name: 'Void' }).tap()
    await page.getByRole('button', { name: 'Too slow' }).tap()
    await page.getByRole('dialog').getByRole('button', { name: 'Pablo' }).waitFor()
    expect(await barriers(page)).toEqual([])
    await page.getByRole('dialog').getByRole('button', { name: 'Pablo' }).tap()
    await typePin(page, '5555')
    await at.becomes('it is void', () => at.serving.line(orderId, 'gazpacho').voided?.approvedBy === 'pablo')
    await page.getByText(/the kitchen has not said/i).waitFor()
    await at.serving.pass.send('void.judge', {
      orderId,
      lineId: at.serving.line(orderId, 'gazpacho').id,
      verdict: 'made',
    }).settled
    await page.getByText(/counted as waste/).waitFor()
  })
})

describe('[ORD-19] a dish that comes back', () => {
  test('is made again at no charge, and stands beside the first one', async () => {
    const orderId = await at.serving.send('t25', 'gazpacho')
    await at.serving.cook(orderId, 1)
    await at.serving.served(orderId, 1)
    const ana = await at.tablet()
    const { page } = ana
    await ana.go('#/table/t25')
    await page.locator('.w-sent-open').first().tap()
    await page.getByRole('dialog').getByRole('button', { name: 'Send back' }).tap()
    await page.getByRole('button', { name: 'Cold', exact: true }).tap()
    await page.getByText('REMAKE').waitFor()
    await page.getByText('sent back: Cold').waitFor()
    await at.becomes('it is made again', () => at.serving.order(orderId).lines.length === 2)
    expect(at.serving.order(orderId).lines[1]).toMatchObject({
      unitPrice: 0,
      remakeOf: at.serving.line(orderId, 'gazpacho').id,
    })
  })
})

describe('[ORD-21] [ORD-11] a line after Send', () => {
  test('is taken back in one tap, or asked for otherwise', async () => {
    const orderId = await at.serving.send('t6', 'gazpacho', 'salmorejo')
    const ana = await at.tablet()
    const { page } = ana
    await row(ana, '6').tap()
    await ana.tap(page.locator('.w-sent', { hasText: 'Gazpacho' }).getByRole('button', { name: 'Take back' }))
    expect(ana.taps()).toBe(1)
    await at.becomes('it is taken back', () => at.serving.line(orderId, 'gazpacho').status === 'taken-back')
    await page.locator('.w-sent', { hasText: 'Gazpacho' }).waitFor({ state: 'detached' })
    await page.locator('.w-sent', { hasText: 'Salmorejo' }).locator('.w-sent-open').tap()
    await page.getByRole('dialog').getByRole('button', { name: 'Change' }).tap()
    await page.getByRole('button', { name: 'How many: More' }).tap()
    await page.getByRole('button', { name: 'Tell the kitchen' }).tap()
    await at.becomes('it is two', () => at.serving.line(orderId, 'salmorejo').quantity === 2)
  })

  test('[ORD-4] is asked for with EXTRA as in its draft', async () => {
    const orderId = await at.serving.send('t22', 'ribeye')
    const ana = await at.tablet()
    const { page } = ana
    await row(ana, '22').tap()
    await page.locator('.w-sent', { hasText: 'Ribeye' }).locator('.w-sent-open').tap()
    await page.getByRole('dialog').getByRole('button', { name: 'Change' }).tap()
    await page.getByRole('radio', { name: 'EXTRA' }).tap()
    await page.getByRole('button', { name: /Chimichurri/ }).tap()
    await page.getByRole('button', { name: 'Tell the kitchen' }).tap()
    await at.becomes('it is extra', () =>
      at.serving
        .line(orderId, 'ribeye')
        .modifiers.some(({ modifierId, prefix }) => modifierId === 'chimichurri' && prefix === 'extra'),
    )
  })
})
