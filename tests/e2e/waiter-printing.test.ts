// A bill on paper (BILL-4): where no printer is named the browser prints it, else a real printer's port does; what the
// screen says of it is what that printer said. And who brings a bill that was asked for (FRT-2).
import { casaLola } from '@comanda/demo/restaurant'
import { paperPrinter } from '@comanda/server/testing/paper-printer'
import type { CatalogChange } from '@comanda/shared/model/catalog'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from './harness/browser.ts'
import { openServing, openTablet, type Serving } from './harness/serving-house.ts'

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

test('[BILL-4] without a printer the browser prints the bill, and a second print says so', async () => {
  const orderId = await serving.send('t3', 'gazpacho')
  const ana = await openTablet(serving, browser, {
    prepare: async (context) => {
      await context.addInitScript(() => {
        globalThis.print = () => {
          document.documentElement.dataset.printed = document.querySelector('.w-printed')?.textContent ?? ''
        }
      })
    },
  })
  const { page } = ana
  await ana.go(`#/bill/${orderId}`)
  const print = async (name: RegExp) => {
    await page.getByRole('button', { name: 'More about this bill' }).tap()
    await page.getByRole('menuitem', { name }).tap()
  }
  const paper = () => page.evaluate(() => document.documentElement.dataset.printed ?? '')
  await print(/^Print the bill/)
  await serving.until('it is printed', () => serving.order(orderId).billPrints === 1, 8_000)
  expect(await paper()).toMatch(/Casa Lola.*Gazpacho.*€6\.90.*Not a fiscal receipt/)
  expect(await paper()).not.toContain('REPRINT')
  await print(/^Print again, number 2/)
  await serving.until('it is printed again', () => serving.order(orderId).billPrints === 2, 8_000)
  expect(await paper()).toContain('REPRINT, number 2')
  await page.emulateMedia({ media: 'print' })
  await page.locator('.w-printed').getByText('Not a fiscal receipt').waitFor()
  expect(await page.locator('.w-bill-main').isVisible()).toBe(false)
  expect(await page.locator('.w-bill-head').isVisible()).toBe(false)
  expect(ana.complaints).toEqual([])
  await ana.close()
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
