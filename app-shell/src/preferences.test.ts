import { expect, it } from 'vitest'
import { createPreferences } from './preferences.ts'
import { closedShelf, memoryShelf } from './testing/memory-shelf.ts'

it("[ADM-5] begins with the browser's language, and keeps what was chosen on this device", () => {
  const shelf = memoryShelf()
  const first = createPreferences(shelf, ['de-DE', 'ru-RU', 'en'])
  expect(first.language.value).toBe('ru')
  first.language.value = 'en'
  first.theme.value = 'dark'
  first.hand.value = 'left'
  const next = createPreferences(shelf, ['ru'])
  expect([next.language.value, next.theme.value, next.hand.value]).toEqual(['en', 'dark', 'left'])
})

it('takes nothing that it does not know', () => {
  const shelf = memoryShelf()
  for (const kept of ['not json', '{"language":"xx","theme":7,"hand":null}', 'null']) {
    shelf.setItem('comanda.preferences', kept)
    const { language, theme, hand } = createPreferences(shelf, [])
    expect([language.value, theme.value, hand.value]).toEqual(['en', 'system', 'right'])
  }
  const { theme } = createPreferences(closedShelf, ['en'])
  theme.value = 'light'
  expect(theme.value).toBe('light')
})
