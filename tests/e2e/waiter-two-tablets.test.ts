// Two people at one table (ORD-8): each sees what the other does, neither waits, and what they open apart while they are cut
// off becomes one order.
import { expect, test } from 'vitest'
import { barriers } from './harness/accessible.ts'
import { picture } from './harness/picture.ts'
import { tableTablets } from './harness/table-tablets.ts'

const at = tableTablets({ after: (house) => house.mendNetwork() })

test("[ORD-8] two tablets on one table: each sees the other and the other's lines at once, neither waits", async () => {
  const [ana, leo] = [await at.tabletOf('ana'), await at.tabletOf('leo')]
  await ana.goTo('t1')
  await leo.goTo('t1')
  await ana.page.getByText('Leo also here').waitFor()
  await leo.page.getByText('Ana also here').waitFor()
  await ana.tapDish('Beer')
  await leo.tapDish('Still water')
  await Promise.all([ana.tapSend(), leo.tapSend()])
  await at.watcher.seesDishes('t1', ['beer', 'still-water'])
  expect(at.watcher.ordersAt('t1')).toHaveLength(1)
  for (const tablet of [ana, leo]) {
    const slip = tablet.page.locator('.w-slip')
    await slip.getByText('Beer').waitFor()
    await slip.getByText('Still water').waitFor()
  }
})

test('[ORD-8] a table with several orders asks which one', async () => {
  const ana = await at.tabletOf('ana')
  await at.watcher.send('t8', 'gazpacho')
  await ana.goTo('t8')
  await ana.page.getByRole('button', { name: 'Notes and more' }).click()
  await ana.page.getByRole('menuitem', { name: 'Another order' }).click()
  await ana.tapDish('Beer')
  await ana.tapSend()
  await at.watcher.sees('two orders', () => at.watcher.ordersAt('t8').length === 2)
  await ana.page.getByRole('button', { name: 'Tables' }).click()
  await ana.page.evaluate(() => {
    location.hash = '#/table/t8'
  })
  await ana.page.getByText('Which order?').waitFor()
  await picture(ana.page, 'waiter-which-order-light')
  expect(await barriers(ana.page)).toEqual([])
  await ana.page
    .getByRole('button', { name: /^Order \d+/ })
    .first()
    .click()
  await ana.tapDish('Still water')
  await ana.tapSend()
  await at.watcher.seesDishes('t8', ['gazpacho', 'beer', 'still-water'])
  expect(
    at.watcher
      .ordersAt('t8')
      .map(({ lines }) => lines.length)
      .sort(),
  ).toEqual([1, 2])
})

test('[ORD-8] two tablets open one table while both are cut off: it becomes one order', async () => {
  const [ana, leo] = [await at.tabletOf('ana'), await at.tabletOf('leo')]
  await ana.goTo('t3')
  await leo.goTo('t3')
  at.house.cutNetwork()
  await ana.tapDish('Beer')
  await ana.tapSend()
  await leo.tapDish('Gazpacho')
  await leo.tapSend()
  await ana.page
    .getByText(/kept here, goes out by itself/)
    .first()
    .waitFor()
  // what is drafted after it goes to the same order, whatever that is called by then
  await ana.tapDish('Still water')
  await ana.tapSend()
  await at.house.mendNetwork()
  await at.watcher.seesDishes('t3', ['beer', 'gazpacho', 'still-water'])
  expect(at.watcher.ordersAt('t3')).toHaveLength(1)
  await leo.page.locator('.w-slip').getByText('Still water').waitFor()
})
