// The ratios that ux promises, computed from the tokens as they are: a colour that is changed to an unreadable one
// fails here, in the theme where it does.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')

function block(opening: string): ReadonlyMap<string, string> {
  const from = css.indexOf(opening)
  if (from < 0) throw new Error(`no block ${opening}`)
  const inside = css.slice(css.indexOf('{', from) + 1, css.indexOf('}', from))
  return new Map(
    [...inside.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})\s*;/g)].map(([, name = '', value = '']) => [name, value]),
  )
}

const themes = {
  light: block(":root,\n[data-theme='light']"),
  dark: block("[data-theme='dark']"),
  system: block(':root:not([data-theme])'),
}

const channel = (value: number): number => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)

function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => channel(Number.parseInt(hex.slice(at, at + 2), 16) / 255))
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0)
}

function ratio(one: string, other: string): number {
  const [bright = 0, dim = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (bright + 0.05) / (dim + 0.05)
}

const grounds = ['bg', 'surface', 'sunken']
const on = (text: string, least: number, where: readonly string[] = grounds) =>
  where.map((ground) => ({ text, ground, least }))

/** Body text at least 7, other text 4.5, edges of controls and of states 3. */
const pairs = [
  ...on('text', 7),
  ...on('text', 7, ['ok-soft', 'primary-soft']),
  ...on('muted', 6.5),
  ...on('done', 4.5),
  ...on('line', 3),
  ...on('primary', 4.5),
  ...on('focus', 3),
  ...['ok', 'warn', 'late', 'held', 'allergy'].flatMap((meaning) => on(`${meaning}-text`, 4.5)),
  ...on('warn-edge', 3),
  { text: 'on-ink', ground: 'ink', least: 7 },
  { text: 'on-primary', ground: 'primary', least: 4.5 },
  { text: 'on-primary', ground: 'primary-hover', least: 4.5 },
  { text: 'on-primary', ground: 'primary-edge', least: 4.5 },
  ...['ok', 'warn', 'late', 'held', 'allergy'].map((meaning) => ({
    text: `on-${meaning}`,
    ground: `${meaning}-fill`,
    least: 4.5,
  })),
]

for (const theme of ['light', 'dark'] as const) {
  const colours = themes[theme]
  test.each(pairs)(`${theme}: $text on $ground is at least $least to 1`, ({ text, ground, least }) => {
    const [ink, paper] = [colours.get(text), colours.get(ground)]
    if (ink === undefined || paper === undefined) throw new Error(`${text} or ${ground} is not a colour of ${theme}`)
    expect(ratio(ink, paper)).toBeGreaterThanOrEqual(least)
  })
}

test('every colour of one theme has its other in the other, and the system theme is the dark one', () => {
  expect([...themes.dark.keys()].sort()).toEqual([...themes.light.keys()].sort())
  expect(themes.system).toEqual(themes.dark)
})

test('every text colour is held to a ratio', () => {
  const texts = [...themes.light.keys()].filter((name) => /^(text|muted|done)$|-text$|^on-/.test(name))
  const held = new Set(pairs.map(({ text }) => text))
  expect(texts.filter((name) => !held.has(name))).toEqual([])
})

test('the ratio is the one the guidelines define', () => {
  expect(ratio('#000000', '#ffffff')).toBeCloseTo(21, 5)
  expect(ratio('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
})
