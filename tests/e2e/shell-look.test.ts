// Every face of the shell in both lights and both languages, as narrow as 320 px: nobody is kept out, nothing sticks out.
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { barriers, isTooWide } from './harness/accessible.ts'
import { trialScreens } from './harness/trial-screens.ts'
import { typePin } from './harness/type-pin.ts'

const at = trialScreens()

const narrow = { width: 320, height: 640 }

const words = {
  en: { yes: 'Ask for a yes', close: 'Close', letIn: 'Let a device in', locked: 'Locked', offline: 'Offline –' },
  ru: {
    yes: 'Ask for a yes',
    close: 'Закрыть',
    letIn: 'Впустить устройство',
    locked: 'Заблокировано',
    offline: 'Нет связи –',
  },
} as const

const looks = (['light', 'dark'] as const).flatMap((theme) =>
  (['en', 'ru'] as const).map((language) => ({ theme, language })),
)

async function isWell(page: Page, face: string): Promise<void> {
  expect(await barriers(page), face).toEqual([])
  expect(await isTooWide(page), face).toBe(false)
}

test.each(looks)('$theme, $language', async ({ theme, language }) => {
  const say = words[language]
  const { house } = at.trial
  const screen = await at.screen({ viewport: narrow, theme, language })
  const { page, context, complaints } = screen
  await page.getByRole('button', { name: 'Pablo' }).waitFor()
  await isWell(page, 'people')
  await page.getByRole('button', { name: 'Pablo' }).click()
  await page.locator('input[name=pin]').waitFor()
  await isWell(page, 'PIN')
  await typePin(page, '5555')
  await page.getByRole('heading', { name: 'Pablo first' }).waitFor()

  await page.getByRole('button', { name: 'Menu' }).click()
  await page.getByRole('dialog').waitFor()
  await isWell(page, 'menu of the session')
  await page.getByRole('button', { name: say.letIn }).click()
  await page.getByRole('textbox').waitFor()
  await isWell(page, 'letting a device in')
  await page.getByRole('button', { name: say.close }).click()

  await page.getByRole('button', { name: say.yes }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Lola' }).click()
  await page.locator('input[name=pin]').waitFor()
  await isWell(page, 'a yes with a PIN')
  await page.getByRole('dialog').getByRole('button', { name: say.close }).click()

  await page.evaluate('trial.session.lock()')
  await page.getByRole('heading', { name: say.locked }).waitFor()
  await isWell(page, 'locked')
  await typePin(page, '5555')
  await page.getByRole('heading', { name: 'Pablo first' }).waitFor()

  house.cutNetwork()
  await page.getByText(say.offline).first().waitFor()
  await isWell(page, 'offline')
  await page.evaluate('trial.session.lock()')
  await page.getByRole('heading', { name: say.locked }).waitFor()
  await isWell(page, 'locked without the server')
  await house.mendNetwork()
  expect(complaints).toEqual([])
  await context.close()
})
