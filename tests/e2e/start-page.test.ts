// The page that a browser opens first, in a real one: it says what there is and how the server is, in both themes.
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCasaLola, type Restaurant } from '../faults/harness/open-restaurant.ts'

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-sync']
const executablePath = process.env.COMANDA_CHROMIUM ?? '/usr/bin/chromium'

let house: Restaurant
let browser: Browser

beforeAll(async () => {
  house = await openCasaLola()
  browser = await chromium.launch({ executablePath, args: flags })
})

afterAll(async () => {
  await browser?.close()
  await house?.close()
})

type Look = { width: number; height: number; theme: 'light' | 'dark' }

async function opened({ width, height, theme }: Look): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: theme })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(house.server.url)
  return { page, complaints }
}

const looks: readonly Look[] = [
  { width: 1024, height: 768, theme: 'light' },
  { width: 1024, height: 768, theme: 'dark' },
  { width: 390, height: 844, theme: 'light' },
]

test.each(looks)('the start page at $width x $height, $theme, is whole and can be read by everybody', async (look) => {
  const { page, complaints } = await opened(look)
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Casa Lola')
  expect(await page.getByRole('listitem').count()).toBeGreaterThanOrEqual(4)
  expect(await page.locator('dd.ok').textContent()).toBe('yes')
  const wide = await page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth')
  expect(wide).toBe(false)
  const { violations } = await new AxeBuilder({ page }).withTags(wcag).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
  expect(complaints).toEqual([])
  if (process.env.COMANDA_PICTURES === '1') {
    await page.screenshot({ path: `docs/screens/start-${look.width}-${look.theme}.png` })
  }
  await page.context().close()
})
