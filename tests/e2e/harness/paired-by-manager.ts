// A new device shows its code, and a manager lets it in.
import type { Page } from 'playwright-core'
import type { House } from './house.ts'

export async function pairedByManager(page: Page, house: House): Promise<void> {
  await page.getByRole('button', { name: 'Show a code' }).click()
  const code = await page.locator('output').textContent()
  const manager = await house.signIn('office', 'pablo')
  const { status, text } = await manager.http.post('/api/pairings/approve', { code, kind: 'tablet' })
  if (status !== 200) throw new Error(`not let in: ${text}`)
}
