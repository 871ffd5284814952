// A PIN by the keys of a keyboard, once the pad is there to take it.
import type { Page } from 'playwright-core'

export async function typePin(page: Page, pin: string): Promise<void> {
  await page.locator('input[name=pin]:focus:not([readonly])').waitFor()
  for (const digit of pin) await page.keyboard.press(digit)
  await page.keyboard.press('Enter')
}
