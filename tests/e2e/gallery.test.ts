// The parts in use, in a real browser: by keys alone, by fingers, read out, and heard.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from './harness/browser.ts'
import { arrived, type GalleryWish, type OpenGallery, openGallery, openPage } from './harness/open-gallery.ts'

let gallery: OpenGallery
let browser: Browser

beforeAll(async () => {
  gallery = await openGallery()
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  await gallery?.close()
})

const opened = (wish: GalleryWish = {}) => openPage(browser, gallery.url, wish)

test('a tap beside a sheet closes it; a drag that ends there does not', async () => {
  const { page, close } = await opened({ size: 'tablet', mouse: true })
  await page.getByRole('button', { name: 'Open the sheet' }).click()
  await arrived(page)
  await page.getByRole('heading', { name: 'Ribeye 300 g' }).hover()
  await page.mouse.down()
  await page.mouse.move(100, 400)
  await page.mouse.up()
  expect(await page.getByRole('dialog').count()).toBe(1)
  await page.mouse.click(100, 400)
  expect(await page.getByRole('dialog').count()).toBe(0)
  await close()
})

test.each(['sheet', 'dialog'] as const)(
  'by keys alone: a %s traps the focus, closes on Esc and gives it back',
  async (kind) => {
    const { page, close } = await opened()
    const opener = page.getByRole('button', { name: `Open the ${kind}` })
    await opener.focus()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.waitFor()
    const stops = await dialog.locator('button, input').count()
    const inside = () => dialog.evaluate((element) => element.contains(document.activeElement))
    for (const key of ['Tab', 'Shift+Tab']) {
      for (let step = 0; step <= stops; step += 1) {
        expect(await inside()).toBe(true)
        await page.keyboard.press(key)
      }
    }
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    expect(await opener.evaluate((element) => element === document.activeElement)).toBe(true)
    await close()
  },
)

const focused = (page: Page): Promise<string> =>
  page.evaluate('document.activeElement.getAttribute("aria-label") ?? document.activeElement.innerText')

test('by keys alone: a menu opens, walks, refuses with its reason and gives the focus back', async () => {
  const { page, close } = await opened()
  const button = page.getByRole('button', { name: 'Table 12' })
  await button.focus()
  await page.keyboard.press('Enter')
  expect(await focused(page)).toBe('Move to another table')
  await page.keyboard.press('ArrowDown')
  expect(await focused(page)).toBe('Bill')
  await page.keyboard.press('End')
  expect(await focused(page)).toBe('Void the order')
  await page.keyboard.press('ArrowDown')
  expect(await focused(page)).toBe('Move to another table')
  await page.keyboard.press('Escape')
  expect(await page.getByRole('menu').count()).toBe(0)
  expect(await focused(page)).toBe('Table 12')
  await page.keyboard.press('Enter')
  for (const key of ['ArrowDown', 'ArrowDown', 'Enter']) await page.keyboard.press(key)
  expect(await focused(page)).toMatch(/^Print again\s+No printer answers$/)
  expect(await page.locator('.k-toast').count()).toBe(0)
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await page.locator('.k-toast').filter({ hasText: 'Bill' }).waitFor()
  expect(await focused(page)).toBe('Table 12')
  await close()
})

test('by keys alone: tabs are one stop and the arrows choose', async () => {
  const { page, close } = await opened()
  await page.getByRole('tab', { name: 'Top' }).focus()
  await page.keyboard.press('ArrowRight')
  expect(await page.getByRole('tabpanel').textContent()).toBe('Below: starters')
  await page.keyboard.press('End')
  expect(await page.getByRole('tab', { selected: true }).textContent()).toBe('Desserts')
  await page.keyboard.press('ArrowRight')
  expect(await page.getByRole('tabpanel').textContent()).toBe('Below: top')
  await page.keyboard.press('Tab')
  expect(await page.evaluate('document.activeElement.getAttribute("role")')).not.toBe('tab')
  await close()
})

test('a PIN goes in by fingers, by keys and by paste; a wrong one empties the field and says so', async () => {
  const { page, close } = await opened()
  const pin = page.getByLabel('Ana’s PIN').and(page.locator('input'))
  const pad = page.getByRole('group', { name: 'Ana’s PIN' })
  for (const digit of ['9', '9', '9', '9']) await pad.getByRole('button', { name: digit }).click()
  await page.getByText('Not this PIN. 4 tries left').waitFor()
  expect(await pin.inputValue()).toBe('')
  for (const digit of ['8', '8', '8', '8', '7']) await pad.getByRole('button', { name: digit }).click()
  expect(await pin.inputValue()).toBe('7')
  await pin.fill('')
  await pin.focus()
  await page.keyboard.type('12x3')
  expect(await pin.inputValue()).toBe('123')
  await pad.getByRole('button', { name: 'Delete last' }).click()
  expect(await pin.inputValue()).toBe('12')
  await pin.fill('1234')
  await page.locator('.k-toast').filter({ hasText: 'Hello, Ana' }).waitFor()
  await close()
})

test('the number pad takes the keyboard while the focus is in it', async () => {
  const { page, close } = await opened()
  const pad = page.getByRole('group', { name: 'Given' })
  await pad.getByRole('button', { name: '7' }).click()
  await page.keyboard.press('5')
  await page.keyboard.press('.')
  await page.keyboard.press('2')
  expect(await page.locator('#given').textContent()).toBe('5075.2')
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Backspace')
  expect(await page.locator('#given').textContent()).toBe('5075')
  await close()
})

test('one declaration is a button and a key; keys can be learned and switched off, and are deaf while somebody types', async () => {
  const { page, close } = await opened()
  const open = (count: number) => page.getByRole('button', { name: `Bump, ${count} open` }).waitFor()
  await page.keyboard.press('b')
  await open(1)
  await page.getByLabel('Name on the order').fill('')
  await page.keyboard.press('b')
  await open(1)
  expect(await page.getByLabel('Name on the order').inputValue()).toBe('b')
  const rows = page.getByRole('list', { name: 'Keys' }).getByRole('listitem')
  await rows.first().getByRole('button', { name: 'Change' }).click()
  await page.keyboard.press('x')
  expect(await rows.first().locator('kbd').allTextContents()).toEqual(['X'])
  await page.keyboard.press('b')
  await open(1)
  await page.keyboard.press('x')
  await open(0)
  await page.keyboard.press('x')
  await page.locator('.k-toast').filter({ hasText: 'The rail is empty' }).waitFor()
  await page.keyboard.press('r')
  await open(1)
  await rows.first().getByRole('button', { name: 'Change' }).click()
  await page.keyboard.press('r')
  await page.locator('.k-toast').filter({ hasText: 'Taken from: Recall' }).waitFor()
  expect(await rows.last().textContent()).toContain('no key')
  await rows.first().getByRole('button', { name: 'Change' }).click()
  await page.keyboard.press('Escape')
  await page.keyboard.press('r')
  await open(0)
  await page.getByRole('button', { name: 'As shipped' }).click()
  await page.keyboard.press('r')
  await open(1)
  await page.getByRole('switch', { name: 'Keys' }).click()
  await page.keyboard.press('b')
  await open(1)
  await close()
})

test('a toast is read out, leaves when its time is over, and a failure stays until it is dismissed', async () => {
  const { page, close } = await opened()
  const listening = await page
    .locator('.k-toasts [role=status], .k-toasts [role=alert]')
    .evaluateAll((regions) => regions.map((region) => region.checkVisibility()))
  expect(listening).toEqual([true, true])
  await page.getByRole('button', { name: 'Good', exact: true }).click()
  await page.getByRole('button', { name: 'Failure', exact: true }).click()
  expect(await page.locator('.k-toasts [role=status]').textContent()).toContain('The kitchen has it')
  expect(await page.locator('.k-toasts [role=alert]').textContent()).toContain('The bill was not printed')
  await page.mouse.move(0, 0)
  await page.evaluate(
    'document.querySelectorAll(".k-toast-life").forEach((life) => { life.getAnimations()[0].currentTime = 60_000 })',
  )
  await page.locator('.k-toast').filter({ hasText: 'The kitchen has it' }).waitFor({ state: 'detached' })
  const failure = page.locator('.k-toast').filter({ hasText: 'The bill was not printed' })
  await failure.getByRole('button', { name: 'Close' }).click()
  await failure.waitFor({ state: 'detached' })
  await close()
})

test('a toast that comes while a sheet is open can be read, reached and dismissed, and outlives the sheet', async () => {
  const { page, close } = await opened({ size: 'tablet' })
  await page.getByRole('button', { name: 'Open the sheet' }).click()
  const sheet = page.getByRole('dialog')
  const print = sheet.getByRole('button', { name: 'Print a slip' })
  await print.click()
  expect(await sheet.getByRole('alert').textContent()).toContain('The slip was not printed')
  await sheet.getByRole('alert').getByRole('button', { name: 'Close' }).click()
  await page.locator('.k-toast').waitFor({ state: 'detached' })
  expect(await sheet.count()).toBe(1)
  await print.click()
  await page.keyboard.press('Escape')
  await sheet.waitFor({ state: 'detached' })
  const failure = page.locator('body > .k-toasts .k-toast')
  expect(await failure.isVisible()).toBe(true)
  await failure.getByRole('button', { name: 'Close' }).click()
  await failure.waitFor({ state: 'detached' })
  await close()
})

test('a clock that moves on changes the text of an age and nothing else', async () => {
  const { page, close } = await opened()
  const age = page.locator('.k-age').first()
  expect(await age.textContent()).toBe('0:59')
  await page.evaluate(`
    window.changes = []
    new MutationObserver((all) => window.changes.push(...all.map(({ type }) => type)))
      .observe(document.querySelector('#states'), { childList: true, attributes: true, characterData: true, subtree: true })
  `)
  await page.getByRole('button', { name: 'One second on' }).click()
  await page.getByText('1:00', { exact: true }).waitFor()
  expect(await page.evaluate('window.changes')).toEqual(['characterData', 'characterData'])
  await close()
})

test('what cannot be pressed now stays in reach, says why and does nothing', async () => {
  const { page, close } = await opened()
  const refused = page.getByRole('button', { name: 'Send Nothing to send' })
  await refused.focus()
  expect(await refused.evaluate((element) => element === document.activeElement)).toBe(true)
  await page.keyboard.press('Enter')
  expect(await page.locator('.k-toast').count()).toBe(0)
  await page.getByRole('button', { name: 'Take away, There is none' }).click({ force: true })
  await page.locator('.k-toast').filter({ hasText: 'There is none' }).waitFor()
  await close()
})

test('the sounds are what they are said to be, once rendered', async () => {
  const { page, close } = await opened()
  await page.locator('[data-sound=call]').filter({ hasText: 'Hz' }).waitFor()
  const heard = async (sound: string) => {
    const text = (await page.locator(`[data-sound=${sound}]`).textContent()) ?? ''
    return [...text.matchAll(/(\d+) Hz ([\d.]+) s/g)].map(([, hertz, seconds]) => [Number(hertz), Number(seconds)])
  }
  const near = (hertz: number, seconds: number) => [
    expect.closeTo(hertz, hertz > 500 ? -1.3 : -1),
    expect.closeTo(seconds, 1),
  ]
  expect(await heard('new')).toEqual([near(880, 0.18), near(1320, 0.2)])
  expect(await heard('changed')).toEqual([near(1000, 0.09), near(1000, 0.09), near(1000, 0.09)])
  expect(await heard('late')).toEqual([near(880, 0.24), near(587, 0.36)])
  expect(await heard('stale')).toEqual([near(220, 0.3), near(196, 0.4)])
  await close()
})
