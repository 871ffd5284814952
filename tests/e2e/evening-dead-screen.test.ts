// A kitchen screen dies in the middle of an evening: its browser is killed. Nobody has to notice it: the tablet says so after
// ten seconds, a neighbour can take the tickets over, paper comes out after twenty-five, and the screen, back again, says
// PRINTED. Nothing is shortened: these are the seconds of the rules.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type PaperPrinter, paperPrinter } from '@comanda/server/testing/paper-printer'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { waitUntil } from '../faults/harness/real-time.ts'
import { launchBrowser } from './harness/browser.ts'
import { CookGlass } from './harness/cook-glass.ts'
import { type KillableTablet, startTablet } from './harness/killable-tablet.ts'
import { type Kitchen, openKitchen, setUpStation } from './harness/kitchen-house.ts'
import { kitchenScreen, listen, seat } from './harness/open-screen.ts'
import { publish } from './harness/publish.ts'
import { WaiterGlass } from './harness/waiter-glass.ts'

const grill = { stations: ['grill'] }

let kitchen: Kitchen
let browser: Browser
let paper: PaperPrinter
let folder: string
let screen: KillableTablet | undefined

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'comanda-screen-'))
  paper = await paperPrinter()
  kitchen = await openKitchen()
  browser = await launchBrowser()
  await publish(kitchen.house, ({ station }) => [
    { kind: 'printer', put: { id: 'pass' as never, name: 'Pass', host: '127.0.0.1', port: paper.port } },
    { kind: 'station', put: { ...station('grill'), backupPrinterId: 'pass' as never } },
  ])
})

afterAll(async () => {
  await screen?.kill()
  await browser?.close()
  await kitchen?.close()
  await paper?.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** The grill's own computer: what it keeps lies in its folder. */
async function startGrill(complaints: string[]): Promise<CookGlass> {
  const started = await startTablet(folder)
  screen = started
  const { context, page } = started
  listen(context, complaints)
  await setUpStation(context, grill)
  await seat(context, { house: kitchen.house, app: 'kitchen', person: 'bruno', ...grill })
  await page.setViewportSize(kitchenScreen)
  await page.goto(`${kitchen.house.url}/kitchen/`)
  return new CookGlass({ page, context, complaints, close: started.close })
}

const seconds = (since: number): number => (performance.now() - since) / 1000

test('[KDS-13] [P-18] a killed screen is told to its waiter at 10 s, a neighbour takes it over, paper comes at 25 s, and the screen says PRINTED', async () => {
  const complaints: string[] = []
  const first = await startGrill(complaints)
  const neighbour = await CookGlass.open(kitchen, browser, { stations: ['stove'] })
  const ana = await WaiterGlass.open(kitchen.house, browser)
  await ana.order('1', 'Grilled leeks')
  await first.hangs('T1')
  await ana.lineSays('Grilled leeks', 'at Grill')

  await screen?.kill()
  await ana.order('2', 'Grilled octopus')
  const octopusAt = performance.now()
  await ana.lineSays('Grilled octopus', 'on the server')
  await ana.home()
  await ana.alert('Not seen by Grill').getByText('Go and tell them.').waitFor({ timeout: 13_000 })
  expect(seconds(octopusAt)).toBeGreaterThan(9)
  expect(seconds(octopusAt)).toBeLessThan(12)

  await neighbour.button(/NO ANSWER/).click()
  await neighbour.page.getByText('No answer from Grill: 1 ticket unseen').waitFor()
  await neighbour.button('Take to Stove').click()
  await neighbour.says('T2', 'Octopus')
  await neighbour.says('T2', 'from Grill')
  await ana.alert('Not seen by Grill').waitFor({ state: 'detached' })

  await ana.order('4', 'Camembert on coals')
  const camembertAt = performance.now()
  await ana.home()
  await ana.alert('Not seen by Grill').waitFor({ timeout: 13_000 })
  expect(paper.texts()).toEqual([])
  await waitUntil('paper', () => paper.slips.length > 0, 20_000)
  expect(seconds(camembertAt)).toBeGreaterThan(24)
  expect(seconds(camembertAt)).toBeLessThan(29)
  expect(paper.texts()).toEqual([expect.stringMatching(/BACKUP[\s\S]*Camembert/i)])
  await ana.alert('Not seen by Grill').waitFor({ state: 'detached' })

  const again = await startGrill(complaints)
  await again.hangs('T1 T4')
  await again.says('T4', 'PRINTED')
  expect(await again.ticket('T1').getByText('PRINTED').count()).toBe(0)
  expect(paper.slips).toHaveLength(1)
  expect([...complaints, ...neighbour.screen.complaints, ...ana.screen.complaints]).toEqual([])
})
