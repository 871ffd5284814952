import { expect, test } from 'vitest'
import { hyphenated, letterSize } from './tile-words.ts'

const broken = (name: string) => hyphenated(name).replaceAll('\u00ad', '-')

test('[ORD-1] a long word breaks between syllables, a short one nowhere', () => {
  expect(broken('Паэлья с морепродуктами')).toBe('Паэлья с морепро-дуктами')
  expect(broken('Иберийский хамон')).toBe('Ибе-рийский хамон')
  expect(broken('Рыбный суп')).toBe('Рыбный суп')
  expect(broken('Fish soup')).toBe('Fish soup')
  expect(hyphenated('Burnt cheesecake').replaceAll('\u00ad', '')).toBe('Burnt cheesecake')
})

test('[ORD-1] all tiles in sight have one size of letters, and one endless word makes none of them small', () => {
  expect(letterSize(['Сыр', 'Рыбный суп'])).toBeUndefined()
  expect(letterSize(['Сыр', 'Картофель фри'])).toBe('1')
  expect(letterSize(['Сыр', 'Иберийский хамон'])).toBe('2')
  expect(letterSize(['Сыр', 'Паэлья с морепродуктами'])).toBeUndefined()
})
