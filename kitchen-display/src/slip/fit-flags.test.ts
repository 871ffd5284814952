import { expect, test } from 'vitest'
import { type FlagText, fitFlags } from './fit-flags.ts'

const tenPerLetter = (text: string): number => text.length * 10
const late: FlagText = { word: 'LATE', time: '+10:02' }
const fits = (room: number, ...flags: FlagText[]) => fitFlags(flags, room, 10, tenPerLetter)

test('[KDS-3] over a head the time gives way first, then words from the last one on; the first and every glyph stay', () => {
  expect(fits(400, late, { word: 'CHANGED' })).toEqual(['whole', 'whole'])
  expect(fits(175, late, { word: 'CHANGED' })).toEqual(['timeless', 'timeless'])
  expect(fits(100, late, { word: 'CHANGED' })).toEqual(['timeless', 'glyph'])
  expect(fits(130, { word: 'RUSH' }, late, { word: 'CHANGED' })).toEqual(['timeless', 'glyph', 'glyph'])
  expect(fits(1, late)).toEqual(['timeless'])
})
