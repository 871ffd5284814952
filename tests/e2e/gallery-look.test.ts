// Every part in every state, in a real browser: readable by everybody in both themes, large enough, calm where calm is
// asked for, and within its weight.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser, Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { barriers, isTooWide } from './harness/accessible.ts'
import { launchBrowser } from './harness/browser.ts'
import {
  arrived,
  force,
  type GalleryWish,
  type OpenGallery,
  openGallery,
  openPage,
  styleOf,
} from './harness/open-gallery.ts'
import { picture } from './harness/picture.ts'

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

const sections = ['foundations', 'buttons', 'choices', 'fields', 'pads', 'states', 'paper', 'keys', 'frames', 'long']

test.each([
  { size: 'desk', theme: 'light' },
  { size: 'desk', theme: 'dark' },
  { size: 'phone', theme: 'light' },
  { size: 'phone', theme: 'dark' },
] as const)('every part can be read by everybody: $size, $theme', async ({ size, theme }) => {
  const { page, complaints, close } = await opened({ size, theme })
  await page.locator('[data-sound=call]').filter({ hasText: 'Hz' }).waitFor()
  expect(await barriers(page)).toEqual([])
  expect(await isTooWide(page)).toBe(false)
  await force(page, '.g-hover', 'hover')
  await force(page, '.g-active', 'active')
  await force(page, '.g-focus', 'focus-visible')
  const shown = size === 'desk' ? sections : theme === 'light' ? ['choices', 'long'] : []
  for (const id of shown) await picture(page.locator(`#${id}`), `gallery-${id}-${size}-${theme}`)
  expect(complaints).toEqual([])
  await close()
})

test.each(['light', 'dark'] as const)('what opens above the rest can be read too: %s', async (theme) => {
  const { page, complaints, close } = await opened({ size: 'tablet', theme })
  await page.getByRole('button', { name: 'Open the sheet' }).click()
  await page.getByRole('dialog', { name: 'Ribeye 300 g' }).waitFor()
  expect(await barriers(page)).toEqual([])
  await picture(page, `gallery-sheet-tablet-${theme}`)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Open the dialog' }).click()
  expect(await barriers(page)).toEqual([])
  await picture(page, `gallery-dialog-tablet-${theme}`)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Table 12' }).click()
  expect(await barriers(page)).toEqual([])
  await picture(page, `gallery-menu-tablet-${theme}`)
  await page.keyboard.press('Escape')
  for (const name of ['Good', 'With undo', 'Failure']) await page.getByRole('button', { name, exact: true }).click()
  expect(await barriers(page)).toEqual([])
  await picture(page, `gallery-toasts-tablet-${theme}`)
  expect(complaints).toEqual([])
  await close()
})

test('on a phone a sheet comes from below and keeps its actions in view', async () => {
  const { page, close } = await opened({ size: 'phone' })
  await page.getByRole('button', { name: 'Open the sheet' }).click()
  await arrived(page)
  const box = await page.getByRole('dialog').boundingBox()
  expect(box).toMatchObject({ x: 0, width: 390 })
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBe(844)
  const done = await page.getByRole('button', { name: 'Done 30.00' }).last().boundingBox()
  expect((done?.y ?? 844) + (done?.height ?? 0)).toBeLessThanOrEqual(844)
  await picture(page, 'gallery-sheet-phone-light')
  await close()
})

test('for the left hand the side of a screen and a sheet change sides', async () => {
  const { page, close } = await opened({ size: 'tablet' })
  const side = page.getByRole('complementary', { name: 'Order' })
  const frame = page.locator('.g-frame')
  const left = async (part: Locator) => (await part.boundingBox())?.x ?? Number.NaN
  expect(await left(side)).toBeGreaterThan((await left(frame)) + 100)
  await page.getByRole('radio', { name: 'Left hand' }).check()
  expect(await left(side)).toBeLessThan((await left(frame)) + 10)
  await page.getByRole('button', { name: 'Open the sheet' }).click()
  await arrived(page)
  expect(await left(page.getByRole('dialog'))).toBe(0)
  await close()
})

test('hover, press and focus can each be seen, and the focus has its ring', async () => {
  const { page, close } = await opened({ mouse: true })
  const rest = await styleOf(page.locator('.g-rest'), 'background-color')
  await force(page, '.g-hover', 'hover')
  await force(page, '.g-active', 'active')
  await force(page, '.g-focus', 'focus-visible')
  const settled = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate(async (element) => {
        await Promise.all(element.getAnimations().map((animation) => animation.finished))
        return getComputedStyle(element).backgroundColor
      })
  const [hover, active] = [await settled('.g-hover'), await settled('.g-active')]
  expect(new Set([rest, hover, active]).size).toBe(3)
  expect(await styleOf(page.locator('.g-focus').first(), 'box-shadow')).toContain('0px 0px 0px 5px')
  await close()
})

test('everything that is pressed is at least 48 px high and wide, what commits 56', async () => {
  const { page, close } = await opened({ size: 'phone' })
  const small = await page.evaluate(`
    [...document.querySelectorAll('button, .k-segment, input, textarea, [role=tab]')]
      .filter((part) => part.offsetParent && !part.matches('.k-segment input, .k-input'))
      .map((part) => ({ box: part.getBoundingClientRect(), least: part.matches('.k-primary') ? 56 : 48, part }))
      .filter(({ box, least, part }) => box.height < (part.closest('.k-banner-actions') ? 48 : least) || box.width < 48)
      .map(({ part, box }) => part.outerHTML.slice(0, 90) + ' ' + box.width + 'x' + box.height)
  `)
  expect(small).toEqual([])
  await close()
})

test.each([
  { size: 'narrow', text: '100%' },
  { size: 'halved', text: '200%' },
] as const)('at $size with text of $text nothing has to be scrolled sideways', async ({ size, text }) => {
  const { page, close } = await opened({ size })
  await page.evaluate(`document.documentElement.style.fontSize = '${text}'`)
  expect(await isTooWide(page)).toBe(false)
  for (const [name, frame] of [
    ['Open the sheet', '.k-modal'],
    ['Open the dialog', '.k-modal'],
    ['Table 12', '.k-menu'],
  ] as const) {
    await page.getByRole('button', { name }).click()
    await arrived(page)
    const fits = await page.locator(frame).evaluate((part) => {
      const { left, right, top, bottom } = part.getBoundingClientRect()
      return (
        part.scrollWidth <= part.clientWidth && left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight
      )
    })
    expect(fits, name).toBe(true)
    await page.keyboard.press('Escape')
  }
  await close()
})

test('who asks for rest gets it, and toasts still leave', async () => {
  const { page, close } = await opened()
  await page.emulateMedia({ reducedMotion: 'reduce' })
  expect(await styleOf(page.locator('.k-spinner svg').first(), 'animation-name')).toBe('none')
  expect(await styleOf(page.locator('.g-rest'), 'transition-duration')).not.toContain('120ms')
  await page.getByRole('button', { name: 'Plain', exact: true }).click()
  expect(await styleOf(page.locator('.k-toast-life'), 'animation-name')).toBe('k-life')
  await close()
})

test('in forced colours what is chosen and what is focused can still be told', async () => {
  const { page, close } = await opened()
  await page.emulateMedia({ forcedColors: 'active' })
  const chosen = await styleOf(page.locator('.k-chip[aria-pressed=true]').first(), 'background-color')
  const other = await styleOf(page.locator('.k-chip[aria-pressed=false]').first(), 'background-color')
  expect(chosen).not.toBe(other)
  await page.getByRole('button', { name: 'At rest' }).focus()
  await page.keyboard.press('Tab')
  expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).toBe('solid')
  await picture(page.locator('#choices'), 'gallery-choices-forced-colours')
  await close()
})

test('the parts weigh less than their share of a screen', () => {
  const folder = join(gallery.folder, 'assets')
  const weight = (name: RegExp) =>
    readdirSync(folder)
      .filter((file) => name.test(file))
      .reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0)
  const weights = { code: weight(/^parts.*js$/), icons: weight(/^icons.*js$/), styles: weight(/^parts.*css$/) }
  for (const bytes of Object.values(weights)) expect(bytes).toBeGreaterThan(1_000)
  expect(weights.code).toBeLessThan(9_000)
  expect(weights.icons).toBeLessThan(2_500)
  expect(weights.styles).toBeLessThan(9_000)
})
