// A cook and the tickets: what stands on them, what a press does, where they hang.
import type { OrderId, TableId } from '@comanda/shared/model/ids'
import { expect, test } from 'vitest'
import { bump, fingerLifted, grill, hangs, kitchenTest, places, slip } from './harness/kitchen-glass.ts'

const at = kitchenTest()

test('[KDS-2] [ORD-11] an addition hangs under its rule on the running ticket, in its old place; a change shows old and new', async () => {
  const { kitchen, station } = at()
  const page = await station(grill)
  const first = await kitchen.send('t8', 'asparagus')
  await kitchen.send('t3', 'grilled-vegetables')
  await hangs(page, 'T8 T3')
  await kitchen.sendTo(first, { item: 'grilled-leeks', course: 2 })
  await slip(page, 'T8').locator('.rule', { hasText: 'ADD-ON' }).waitFor()
  await hangs(page, 'T8 T3')
  expect(await slip(page, 'T8').locator('.dish').allTextContents()).toEqual(['Asparagus', 'Leeks'])
  await kitchen.ask('line.change', {
    orderId: first,
    lineId: kitchen.line(first, 'asparagus').id,
    quantity: 3,
    note: 'no salt',
  })
  await slip(page, 'T8').locator('.line.was').waitFor()
  expect(await slip(page, 'T8').locator('.line.was .quantity').textContent()).toBe('3')
  expect(await slip(page, 'T8').locator('.line.was s').textContent()).toBe('1×, nothing')
  expect(await slip(page, 'T8').locator('.flag').textContent()).toContain('CHANGED')
  await hangs(page, 'T8 T3')
})

test('[KDS-10] [ORD-13] a struck dish stays until a cook has said what became of it', async () => {
  const { kitchen, station } = at()
  const page = await station(grill)
  const orderId = await kitchen.send('t8', 'asparagus', 'grilled-vegetables')
  await slip(page, 'T8').waitFor()
  await kitchen.ask('line.void', {
    orderId,
    lineId: kitchen.line(orderId, 'asparagus').id,
    reason: 'Guest changed mind',
  })
  const struck = slip(page, 'T8').locator('.line.void')
  await struck.waitFor()
  expect(await struck.textContent()).toContain('VOID Guest changed mind')
  expect(await slip(page, 'T8').locator('.stub').textContent()).toContain('ANSWER VOID')
  await bump(page, 'T8')
  await struck.and(page.locator('.pointed')).waitFor()
  expect(kitchen.tickets(orderId)[0]?.status).toBe('open')
  await struck.getByRole('button', { name: 'Not started' }).click()
  await struck.waitFor({ state: 'detached' })
  await kitchen.until('the verdict', () => kitchen.line(orderId, 'asparagus').voided?.verdict === 'not-started')
  await bump(page, 'T8')
  await kitchen.until('bumped', () => kitchen.tickets(orderId)[0]?.status === 'bumped')
})

test('[KDS-4] a bump fades in its slot and a tap brings it back; two contacts are one; the last line done bumps', async () => {
  const { kitchen, station } = at()
  const page = await station(grill)
  const orderId = await kitchen.send('t8', 'asparagus', 'grilled-vegetables')
  await kitchen.send('t3', 'grilled-vegetables')
  await hangs(page, 'T8 T3')
  const before = await places(page)
  await slip(page, 'T8').locator('.stub').dblclick({ delay: 20 })
  await hangs(page, '(T8) T3')
  expect(await places(page)).toEqual(before)
  await slip(page, 'T8').getByText('UNDO').waitFor()
  await page.waitForFunction(() => document.querySelector('.slip.gone .stub')?.textContent?.includes('bumped'))
  await fingerLifted(page)
  await slip(page, 'T8').locator('.stub').click()
  await hangs(page, 'T8 T3')
  expect(await places(page)).toEqual(before)
  await slip(page, 'T8').getByRole('button', { name: 'Asparagus' }).click()
  await slip(page, 'T8').locator('.line.done').waitFor()
  expect(await slip(page, 'T8').locator('.progress').textContent()).toBe('1 of 2')
  await slip(page, 'T8').getByRole('button', { name: 'Grill veg' }).click()
  await kitchen.until('bumped by itself', () => kitchen.tickets(orderId)[0]?.status === 'bumped')
  await hangs(page, 'T3')
})

test('[KDS-5] a ticket comes back to its place in time, on every screen that had it', async () => {
  const { kitchen, station } = at()
  const one = await station(grill)
  const other = await station({ stations: ['grill', 'fry'] })
  await kitchen.send('t1', 'asparagus')
  await kitchen.send('t2', 'asparagus')
  await kitchen.send('t3', 'asparagus')
  for (const page of [one, other]) await hangs(page, 'T1 T2 T3')
  await bump(one, 'T2')
  for (const page of [one, other]) await hangs(page, 'T1 T3')
  await one.keyboard.press('h')
  const listed = one.locator('[data-recall]')
  await listed.first().waitFor()
  expect(await listed.allTextContents()).toEqual([expect.stringContaining('T2')])
  await listed.first().click()
  for (const page of [one, other]) await hangs(page, 'T1 T2 T3')
})

test('[KDS-19] [ORD-5] an allergy is acknowledged before anything is done, and again after a change', async () => {
  const { kitchen, station } = at()
  const page = await station(grill)
  const orderId = await kitchen.send(
    't3',
    { item: 'grilled-leeks', seat: 2, course: 2 },
    { item: 'asparagus', seat: 1, course: 2 },
  )
  await slip(page, 'T3').waitFor()
  await kitchen.ask('allergy.declare', { orderId, seat: 2, allergens: ['nuts'] })
  const band = slip(page, 'T3').locator('.band')
  await band.waitFor()
  expect(await band.textContent()).toContain('NUTSSeat 2 · tap when seen')
  expect(await slip(page, 'T3').locator('.allergen').allTextContents()).toEqual(['NUTS'])
  await slip(page, 'T3').getByRole('button', { name: 'Leeks' }).click()
  await slip(page, 'T3').locator('.band.pointed').waitFor()
  expect(await slip(page, 'T3').locator('.line.done').count()).toBe(0)
  expect(await slip(page, 'T3').locator('.whose').allTextContents()).toEqual(['S2', 'S1'])
  await fingerLifted(page)
  await band.click()
  await slip(page, 'T3').locator('.band[aria-pressed=true]').waitFor()
  await slip(page, 'T3').getByRole('button', { name: 'Asparagus' }).click()
  await slip(page, 'T3').locator('.line.done').waitFor()
  await kitchen.ask('line.change', { orderId, lineId: kitchen.line(orderId, 'grilled-leeks').id, note: 'well done' })
  await slip(page, 'T3').locator('.band[aria-pressed=false]').waitFor()
  await slip(page, 'T3').getByText('SEE ALLERGY').waitFor()
  expect(kitchen.tickets(orderId)[0]?.status).toBe('open')
})

test('[KDS-19] SEE ALLERGY at the foot says seen as its band does; pressed when the allergy has just come it points, and counts again after', async () => {
  const { kitchen, station } = at()
  const page = await station(grill)
  const seen = (orderId: OrderId) =>
    kitchen.tickets(orderId).every(({ allergyAcknowledged, allergyVersion }) => allergyAcknowledged >= allergyVersion)
  const first = await kitchen.send('t3', { item: 'grilled-leeks', seat: 2, course: 2 })
  await slip(page, 'T3').waitFor()
  // the thumb was on its way to BUMP
  await page.evaluate(() => {
    const thumb = new MutationObserver(() => {
      const foot = document.querySelector<HTMLElement>('.stub')
      if (foot?.textContent !== 'SEE ALLERGY') return
      thumb.disconnect()
      foot.click()
    })
    thumb.observe(document.body, { childList: true, subtree: true, characterData: true })
  })
  await kitchen.ask('allergy.declare', { orderId: first, seat: 2, allergens: ['nuts'] })
  await slip(page, 'T3').locator('.band.pointed').waitFor()
  expect(seen(first)).toBe(false)
  await fingerLifted(page)
  await slip(page, 'T3').getByText('SEE ALLERGY').click()
  await kitchen.until('seen by the second press', () => seen(first))
  expect(kitchen.tickets(first)[0]?.status).toBe('open')
  await kitchen.ask('allergy.declare', { orderId: first, seat: 2, allergens: ['fish'] })
  await slip(page, 'T3').getByText('SEE ALLERGY').waitFor()
  await fingerLifted(page, 3_500)
  await slip(page, 'T3').getByText('SEE ALLERGY').click()
  await kitchen.until('seen by one press', () => seen(first))
  await slip(page, 'T3').getByText('BUMP').waitFor()
})

test('[ORD-12] [KDS-1] a ticket that moved or merged says where it was until it is touched', async () => {
  const { kitchen, station } = at()
  const page = await station(grill)
  const orderId = await kitchen.send('t9', 'asparagus')
  const host = await kitchen.send('t3', 'grilled-vegetables')
  await hangs(page, 'T9 T3')
  await kitchen.ask('order.move', { orderId, tableId: 't12' as TableId })
  await hangs(page, 'T12 T3')
  await slip(page, 'T12').getByText('was T9').waitFor()
  await kitchen.ask('order.merge', { orderId, into: host })
  await hangs(page, 'T3 T3')
  await slip(page, 'T3').getByText('was T9').waitFor()
  await slip(page, 'T3').first().locator('.head').click()
  await page.keyboard.press('Escape')
  await slip(page, 'T3').getByText('was T9').waitFor({ state: 'detached' })
})

test('[KDS-2] [ORD-19] [ORD-14] a rush and a remake come in without moving a ticket under a finger', async () => {
  const { kitchen, station } = at()
  const page = await station(grill)
  const cook = await kitchen.house.open(await kitchen.house.signIn('kitchen', 'bruno'), {
    name: 'bruno',
    room: 'kitchen',
  })
  const sent = await kitchen.send('t1', 'asparagus')
  await hangs(page, 'T1')
  const [ticket] = kitchen.tickets(sent)
  if (ticket === undefined) throw new Error('no ticket')
  await bump(page, 'T1')
  await hangs(page, '')
  await kitchen.send('t2', 'asparagus')
  await kitchen.send('t3', 'asparagus')
  await hangs(page, 'T2 T3')
  const box = await slip(page, 'T3').boundingBox()
  if (box === null) throw new Error('no slip')
  await page.mouse.move(box.x + box.width / 2, box.y + 40)
  await page.mouse.down()
  const before = await places(page)
  const { id: lineId } = kitchen.line(sent, 'asparagus')
  await kitchen.ask('lines.serve', { orderId: sent, lineIds: [lineId] })
  await kitchen.ask('line.send-back', { orderId: sent, lineId, reason: 'Cold' })
  await page.locator('[data-more="1"].urgent').waitFor()
  const rushed = await kitchen.send('t4', 'asparagus')
  await hangs(page, 'T2 T3 T4')
  await kitchen.ask('order.rush', { orderId: rushed, on: true })
  await slip(page, 'T4').getByText('RUSH').waitFor()
  await fingerLifted(page, 2_500)
  expect((await places(page)).slice(0, 2)).toEqual(before)
  await kitchen.until('counted is confirmed', () =>
    kitchen.tickets(sent).every(({ confirmed, version }) => confirmed === version),
  )
  await page.mouse.up()
  await page.keyboard.press('Escape')
  await hangs(page, 'T1 T4 T2 T3')
  await slip(page, 'T1').getByText('REMAKE').waitFor()
  expect(await slip(page, 'T1').textContent()).toContain('Sent back')
  await cook.stop()
})

test('[ORD-18] what was told by mouth arrives as told, without NEW; what waited says since when', async () => {
  const { kitchen, station } = at()
  const page = await station(grill)
  const { waiter } = kitchen
  const lines = [{ itemId: 'asparagus', quantity: 1, modifiers: [] }]
  const now = waiter.serverNow()
  const told = {
    order: { open: { type: 'dine-in', tableId: 't1' } },
    lines,
    alreadyTold: true,
    queuedSince: now - 60_000,
  }
  const late = { order: { open: { type: 'dine-in', tableId: 't2' } }, lines, queuedSince: now - 200_000 }
  for (const args of [told, late]) await kitchen.ask('round.send', args as never)
  await hangs(page, 'T1 T2')
  expect(await slip(page, 'T1').locator('.rule').textContent()).toContain('ALREADY TOLD')
  expect(await slip(page, 'T2').locator('.rule').textContent()).toMatch(/QUEUED \d\d:\d\d/)
})
