// The doors of a staff screen in a real browser: pairing, signing in with wrong PINs, locking, signing out.
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { barriers, isTooWide } from './harness/accessible.ts'
import { newContext } from './harness/browser.ts'
import { listen, phone, tablet } from './harness/open-screen.ts'
import { picture } from './harness/picture.ts'
import { trialScreens } from './harness/trial-screens.ts'
import { typePin } from './harness/type-pin.ts'

const at = trialScreens()

const looks = [
  { name: 'tablet-light', viewport: tablet, theme: 'light', language: 'en' },
  { name: 'phone-dark-ru', viewport: phone, theme: 'dark', language: 'ru' },
] as const

async function newcomer(look: (typeof looks)[number]) {
  const context = await newContext(at.browser, look)
  const complaints: string[] = []
  listen(context, complaints)
  const page = await context.newPage()
  await page.goto(`${at.trial.house.url}/trial/`)
  return { context, page, complaints }
}

async function isWell(page: Page, complaints: readonly string[], name: string): Promise<void> {
  expect(await barriers(page), name).toEqual([])
  expect(await isTooWide(page), name).toBe(false)
  expect(complaints, name).toEqual([])
  await picture(page, `shell-${name}`)
}

test.each(looks)('a new device shows its code, waits for a manager and then asks who holds it: $name', async (look) => {
  const { context, page, complaints } = await newcomer(look)
  const ru = look.language === 'ru'
  await page.getByRole('button', { name: ru ? 'Показать код' : 'Show a code' }).click()
  const code = await page.locator('output').textContent()
  expect(code).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}$/)
  await isWell(page, complaints, `pairing-${look.name}`)
  const manager = await at.trial.house.signIn('office', 'pablo')
  const approved = await manager.http.post('/api/pairings/approve', { code, kind: 'tablet' })
  expect(approved.status).toBe(200)
  await page.getByRole('button', { name: 'Ana' }).waitFor()
  await isWell(page, complaints, `sign-in-${look.name}`)
  await context.close()
})

test('a manager lets a device in on the glass: by typing the code, or by the camera that reads it', async () => {
  const { house } = at.trial
  const manager = await at.screen({ person: 'pablo' })
  await manager.page.getByRole('button', { name: 'Menu' }).click()
  const { context, page } = await newcomer(looks[0])
  await page.getByRole('button', { name: 'Show a code' }).click()
  const code = (await page.locator('output').textContent()) ?? ''
  await manager.page.getByRole('button', { name: 'Let a device in' }).click()
  await manager.page.getByRole('textbox', { name: 'The code that it shows' }).fill('ZZZZ-ZZZZ')
  await manager.page.getByRole('button', { name: 'Let it in' }).click()
  await manager.page.getByText('This pairing code is not known.').waitFor()
  await manager.page.getByRole('textbox', { name: 'The code that it shows' }).fill(code.toLowerCase())
  expect(await barriers(manager.page)).toEqual([])
  expect(manager.complaints).toEqual([])
  await manager.page.getByRole('button', { name: 'Let it in' }).click()
  await page.getByRole('button', { name: 'Ana' }).waitFor()
  await context.close()

  const other = await newcomer(looks[0])
  await other.page.getByRole('button', { name: 'Show a code' }).click()
  const shown = await other.page.locator('output').textContent()
  await manager.page.goto(`${house.url}/trial/?pair=${shown}&kind=tablet`)
  await manager.page.getByRole('button', { name: 'Let it in' }).click()
  await other.page.getByRole('button', { name: 'Ana' }).waitFor()
  expect(new URL(manager.page.url()).search).toBe('')
  await other.context.close()
  await manager.close()

  const waiter = await at.screen({ person: 'ana' })
  await waiter.page.goto(`${house.url}/trial/?pair=${shown}&kind=tablet`)
  await waiter.page.getByRole('button', { name: 'Menu' }).click()
  expect(await waiter.page.getByText('Let a device in').count()).toBe(0)
  await waiter.close()
})

test('in the demo one tap makes it a device, and a PIN opens the screen', async () => {
  const { context, page, complaints } = await newcomer(looks[0])
  await page.getByRole('button', { name: 'Use this screen in the demo' }).click()
  await page.getByRole('button', { name: 'Ana' }).click()
  await isWell(page, complaints, 'pin-tablet-light')
  await typePin(page, '1111')
  await page.getByRole('heading', { name: 'Ana first' }).waitFor()
  expect(await barriers(page)).toEqual([])
  expect(complaints).toEqual([])
  await context.close()
})

test('[ADM-6] five wrong PINs are free; then the wait is shown and no PIN is taken', async () => {
  const { page, context } = await at.screen()
  await page.getByRole('button', { name: 'Marco' }).click()
  for (let wrong = 1; wrong <= 5; wrong += 1) {
    const answered = page.waitForResponse(/api\/sign-in/)
    await typePin(page, '0000')
    expect((await answered).status()).toBe(401)
    await page.getByText('The PIN is wrong.').waitFor()
  }
  await typePin(page, '1313')
  await page.getByText(/Too many tries: wait (30|29|28|27|26|25) s/).waitFor()
  for (const key of ['1', '3', '1', '3', 'Enter']) await page.keyboard.press(key)
  expect(await page.getByRole('heading', { name: 'PIN of Marco' }).isVisible()).toBe(true)
  await picture(page, 'shell-too-many-tries')
  await context.close()
})

test('[ADM-6] a tablet that nobody touches for 45 s locks, keeps what was begun, and opens with the PIN', async () => {
  const { page, context, complaints } = await at.screen({ person: 'leo' })
  await page.getByRole('heading', { name: 'Leo first' }).waitFor()
  await page.evaluate('document.querySelector("main").dataset.kept = "yes"')
  await page.clock.install()
  await page.clock.fastForward(44_000)
  expect(await page.getByRole('heading', { name: 'Leo first' }).isVisible()).toBe(true)
  await page.clock.fastForward(3_000)
  await page.getByRole('heading', { name: 'Locked' }).waitFor()
  expect(await page.getByRole('button', { name: 'Menu' }).isVisible()).toBe(false)
  await isWell(page, complaints, 'locked-tablet-light')
  await typePin(page, '1212')
  await page.getByRole('heading', { name: 'Leo first' }).waitFor()
  expect(await page.locator('main[data-kept=yes]').count()).toBe(1)
  await context.close()
})

test('a screen that was locked is locked after a reload, and another person begins anew', async () => {
  const { page, context } = await at.screen({ person: 'ana' })
  await page.getByRole('button', { name: 'Menu' }).click()
  await page.getByRole('button', { name: 'Lock' }).click()
  await page.getByRole('heading', { name: 'Locked' }).waitFor()
  await page.reload()
  await page.getByRole('heading', { name: 'Locked' }).waitFor()
  await page.getByRole('button', { name: 'Somebody else' }).click()
  await page.getByRole('button', { name: 'Daria' }).click()
  await typePin(page, '1414')
  await page.getByRole('heading', { name: 'Daria first' }).waitFor()
  await context.close()
})

test('signing out is refused while something is unsent, and says how much; then it leads to the people', async () => {
  const { page, context } = await at.screen({ person: 'ana' })
  await page.getByRole('heading', { name: 'Ana first' }).waitFor()
  at.trial.house.cutNetwork()
  await page.evaluate(`trial.session.send('order.open', { open: { type: 'takeaway', name: 'Nina' } }).id`)
  await page.getByText('Unsent: 1').waitFor()
  await page.getByRole('button', { name: 'Menu' }).click()
  const signOut = page.getByRole('button', { name: /Sign out/ })
  expect(await signOut.textContent()).toContain('Not yet: 1 thing is not sent.')
  expect(await page.evaluate('trial.session.signOut()')).toEqual({ unsent: 1 })
  await at.trial.house.mendNetwork()
  await page.getByText('Unsent: 0').waitFor()
  await signOut.click()
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  expect(await page.getByRole('button', { name: 'Ana' }).isVisible()).toBe(true)
  await page.reload()
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  await context.close()
})

test('two tabs are one tablet: who signs out in one is signed out in both, and either takes orders', async () => {
  const { page, context } = await at.screen({ person: 'ana' })
  await page.getByRole('heading', { name: 'Ana first' }).waitFor()
  const second = await context.newPage()
  await second.goto(`${at.trial.house.url}/trial/`)
  await second.getByRole('heading', { name: 'Ana first' }).waitFor()
  expect(await second.evaluate('trial.session.client.leads')).toBe(false)
  const outcome = `trial.session.send('order.open', { open: { type: 'takeaway', name: 'Two' } }).settled`
  expect(await second.evaluate(outcome)).toMatchObject({ kind: 'done' })
  expect(await second.evaluate('trial.session.signOut()')).toBe('done')
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  await page.getByRole('button', { name: 'Daria' }).click()
  await typePin(page, '1414')
  await second.getByRole('heading', { name: 'Daria first' }).waitFor()
  await context.close()
})
