// A bill on paper (BILL-4): where no printer is named the browser prints it, else a real printer's port does; what the
// screen says of it is what that printer said. And who brings a bill that was asked for (FRT-2).
import { casaLola } from '@comanda/demo/restaurant'
import { paperPrinter } from '@comanda/server/testing/paper-printer'
import type { CatalogChange } from '@comanda/shared/model/catalog'
import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from './harness/browser.ts'
import { openServing, openTablet, type Serving, type Tablet } from './harness/serving-house.ts'

let serving: Serving
let browser: Browser

beforeAll(async () => {
  serving = await openServing()
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  await serving?.close()
})

/** What the browser was asked to print last, in place of its dialogue. */
const papersAreKept = async (context: BrowserContext): Promise<void> => {
  await context.addInitScript(() => {
    globalThis.print = () => {
      document.documentElement.dataset.printed = document.querySelector('.w-printed')?.textContent ?? ''
    }
  })
}

const paper = ({ page }: Tablet): Promise<string> => page.evaluate(() => document.documentElement.dataset.printed ?? '')

async function print({ page }: Tablet, name: RegExp): Promise<void> {
  await page.getByRole('button', { name: 'More about this bill' }).tap()
  await page.getByRole('menuitem', { name }).first().tap()
}

test('[BILL-4] without a printer the browser prints the bill, and a second print says so', async () => {
  const orderId = await serving.send('t3', 'gazpacho')
  const ana = await openTablet(serving, browser, { prepare: papersAreKept })
  const { page } = ana
  await ana.go(`#/bill/${orderId}`)
  await print(ana, /^Print the bill/)
  await serving.until('it is printed', () => serving.order(orderId).billPrints === 1, 8_000)
  await expect.poll(() => paper(ana)).toMatch(/Casa Lola.*Gazpacho.*€6\.90.*Not a fiscal receipt/)
  expect(await paper(ana)).not.toMatch(/REPRINT|NOT FINAL/)
  await print(ana, /^Print again, number 2/)
  await serving.until('it is printed again', () => serving.order(orderId).billPrints === 2, 8_000)
  await expect.poll(() => paper(ana)).toContain('REPRINT, number 2')
  await page.emulateMedia({ media: 'print' })
  await page.locator('.w-printed').getByText('Not a fiscal receipt').waitFor()
  expect(await page.locator('.w-bill-main').isVisible()).toBe(false)
  expect(await page.locator('.w-bill-head').isVisible()).toBe(false)
  expect(ana.complaints).toEqual([])
  await ana.close()
})

test('[BILL-4] [BILL-9] two tablets that print one bill have two numbers; without a connection they have none, and say so', async () => {
  const orderId = await serving.send('t5', 'gazpacho')
  const [ana, leo] = [
    await openTablet(serving, browser, { prepare: papersAreKept }),
    await openTablet(serving, browser, { prepare: papersAreKept, person: 'leo' }),
  ]
  for (const tablet of [ana, leo]) await tablet.go(`#/bill/${orderId}`)
  await Promise.all([print(ana, /^Print/), print(leo, /^Print/)])
  const papers = async () => [await paper(ana), await paper(leo)].sort()
  await expect
    .poll(async () => (await papers()).map((text) => text.includes('REPRINT, number 2')).sort())
    .toEqual([false, true])
  expect((await papers()).join()).not.toContain('NOT FINAL')

  serving.house.cutNetwork()
  for (const { page } of [ana, leo])
    await page
      .getByText(/^Offline/)
      .first()
      .waitFor()
  for (const tablet of [ana, leo]) await print(tablet, /^Print/)
  for (const text of await papers()) {
    expect(text).toMatch(/NOT FINAL, \d\d:\d\d.*No number: printed without a connection, Demo tablet.*REPRINT/)
    expect(text).not.toMatch(/number \d/)
  }
  await serving.house.mendNetwork()
  await serving.until('both are counted', () => serving.order(orderId).billPrints === 4, 40_000)
  for (const tablet of [ana, leo]) {
    expect(tablet.complaints).toEqual([])
    await tablet.close()
  }
})

/** Bills go to Pass, which nobody can reach; Bar prints. */
async function publish(away: number, prints: number): Promise<void> {
  const settings = casaLola.changes.find(({ kind }) => kind === 'settings')
  if (settings?.kind !== 'settings') throw new Error('Casa Lola has settings')
  const printer = (id: string, name: string, port: number): CatalogChange => ({
    kind: 'printer',
    put: { id: id as never, name, host: '127.0.0.1', port },
  })
  const changes: CatalogChange[] = [
    printer('pass', 'Pass', away),
    printer('bar', 'Bar', prints),
    { kind: 'settings', put: { ...settings.put, billPrinterId: 'pass' as never } },
  ]
  const office = await serving.house.signIn('office', 'pablo')
  const answer = await office.http.post('/api/catalog', { id: 'printers-1', changes })
  expect(answer.text).toContain('"ok":true')
}

test('[BILL-4] a printer that cannot print is said to who asked, and one tap sends the bill to another', async () => {
  const [away, bar] = [await paperPrinter(), await paperPrinter()]
  await away.stop()
  await publish(away.port, bar.port)
  const orderId = await serving.send('t4', 'gazpacho')
  const ana = await openTablet(serving, browser)
  const { page } = ana
  await ana.go(`#/bill/${orderId}`)
  await page.getByRole('button', { name: 'More about this bill' }).tap()
  await page.getByRole('menuitem', { name: /^Print the bill/ }).tap()
  const strip = page.locator('.w-bill-printing')
  await strip.getByText('Pass: cannot be reached').waitFor()
  await ana.go('#/')
  await page.getByText('Bill not printed. Pass: cannot be reached').waitFor()
  await page.getByText('No ticket waits for it.').waitFor()
  await ana.go(`#/bill/${orderId}`)
  await ana.tap(strip.getByRole('button', { name: 'To Bar' }))
  expect(ana.taps()).toBe(1)
  await strip.getByText(/^Printed \d\d:\d\d, Bar/).waitFor()
  expect(bar.texts().join()).toMatch(/REPRINT[\s\S]*Gazpacho[\s\S]*Not a fiscal receipt/i)
  expect(ana.complaints).toEqual([])
  await ana.close()
  await bar.stop()
})

test('[FRT-2] a bill that was asked for is taken from home in one tap, and everybody sees who goes', async () => {
  const orderId = await serving.send('t8', 'gazpacho')
  const ana = await openTablet(serving, browser)
  const group = ana.page.getByRole('region', { name: 'Bills asked for' })
  await serving.ask('bill.ask', { orderId })
  await ana.tap(group.getByRole('button', { name: 'Take' }))
  expect(ana.taps()).toBe(1)
  await serving.until('somebody goes', () => serving.order(orderId).billTakenBy === 'ana', 8_000)
  await group.getByText('You go').waitFor()
  expect(ana.complaints).toEqual([])
  await ana.close()
})
