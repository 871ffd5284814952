// Pictures for docs/screens: taken only when asked for, with COMANDA_PICTURES=1.
import { fileURLToPath } from 'node:url'
import type { Locator, Page } from 'playwright-core'

const folder = fileURLToPath(new URL('../../../docs/screens/', import.meta.url))

export async function picture(page: Page | Locator, name: string): Promise<void> {
  if (process.env.COMANDA_PICTURES !== '1') return
  await page.screenshot({ path: `${folder}${name}.png`, animations: 'disabled' })
}
