import { expect, it } from 'vitest'
import { BadgeReader, isBadge } from './badge-reader.ts'

const badge = `CMD${'aB3_-'.repeat(9).slice(0, 43)}`

function typed(reader: BadgeReader, keys: readonly string[], { from = 0, pause = 5 } = {}) {
  return keys.map((key, place) => reader.key(key, from + place * pause))
}

it('reads a badge from a scanner, also one that presses Shift for its capitals', () => {
  const reader = new BadgeReader()
  const keys = [...badge].flatMap((letter) => (/[A-Z_]/.test(letter) ? ['Shift', letter] : [letter]))
  const read = typed(reader, [...keys, 'Enter'])
  expect(read.at(-1)).toEqual({ badge })
  expect(typed(reader, [...badge, 'Enter'], { from: 9_000 }).at(-1)).toEqual({ badge })
})

it('holds back only what may become a badge, so that digits and other keys stay where they belong', () => {
  const reader = new BadgeReader()
  expect(typed(reader, ['1', '2', 'Backspace', 'Tab'])).toEqual(['other', 'other', 'other', 'other'])
  expect(typed(reader, ['C', 'M', 'D', 'x'], { from: 5_000 })).toEqual(['held', 'held', 'held', 'held'])
  expect(typed(reader, ['C', 'x'], { from: 9_000 })).toEqual(['held', 'other'])
})

it('begins anew after a pause, and takes nothing that is too short, too long or of other letters', () => {
  const reader = new BadgeReader()
  typed(reader, [...badge.slice(0, 20)])
  expect(typed(reader, [...badge.slice(20), 'Enter'], { from: 2_000 }).at(-1)).toBe('other')
  for (const wrong of [badge.slice(0, -1), `${badge}x`, badge.replace('_', '!'), '']) {
    expect(isBadge(wrong)).toBe(false)
    expect(typed(reader, [...wrong, 'Enter'], { from: 9_000 }).at(-1)).toBe('other')
  }
})
