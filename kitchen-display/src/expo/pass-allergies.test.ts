import { House } from '@comanda/shared/domain/testing/house'
import { expect, test } from 'vitest'
import { gridOf } from '../layout/grid.ts'
import { en } from '../texts/en.ts'
import { expoTexts } from './expo-texts.ts'
import { allergyWords, type BandPaper, bandPx, passAllergies } from './pass-allergies.ts'
import { pageStarts } from './pass-pages.ts'

const { measures } = gridOf({ widthPx: 1920, heightPx: 1080 }, { diagonalInches: 22, distanceMm: 1000 })
const paper = (widthPx: number): BandPaper => ({
  measures,
  widthPx,
  text: (text, sizePx) => text.length * sizePx * 0.55,
  common: en,
  own: expoTexts.en,
})

test('[KDS-19] the pass says whose an allergy is and which dishes contain it; a seat that eats none of it is told so', () => {
  const house = new House()
  const orderId = house.send('ana', 't1', { itemId: 'soup' as never, seat: 1 } as never, 'soup')
  house.do('ana', 'allergy.declare', { orderId, seat: 1, allergens: ['milk'] })
  house.do('ana', 'allergy.declare', { orderId, allergens: ['nuts'], text: 'kiwi' })
  const order = house.state.orders.get(orderId)
  if (order === undefined) throw new Error('no order')
  const soup = { ...order.lines[0], allergens: ['milk'], seat: 1, kitchenName: 'SOUP' } as never
  const cake = { ...order.lines[1], allergens: null, seat: 2, kitchenName: 'CAKE' } as never
  const told = passAllergies(order, [soup, cake]).map((each) => allergyWords(each, en, expoTexts.en))
  expect(told).toEqual([
    { name: 'MILK', whose: 'Seat 1', dishes: 'Soup' },
    { name: 'NUTS, kiwi', whose: 'Whole table', dishes: 'ALLERGENS NOT RECORDED: Cake' },
  ])
  const [milk] = passAllergies(order, [cake])
  if (milk === undefined) throw new Error('no allergy')
  expect(allergyWords(milk, en, expoTexts.en).dishes).toBe('in none of these dishes')
})

test('[KDS-19] the band is as high as all of its words', () => {
  const allergy = { id: 'a', seat: 1, allergens: ['crustaceans', 'molluscs'] } as never
  const one = { allergy, dishes: ['Paella sea'], notRecorded: [] }
  expect(bandPx([], paper(1600))).toBe(0)
  const single = bandPx([one], paper(1600))
  expect(bandPx([one, one], paper(1600)) - single).toBe(measures.modifierRow)
  expect(bandPx([one], paper(400))).toBeGreaterThan(single)
})

test('[KDS-11] rows of several heights hang in order, as many as find room, and one at least', () => {
  expect(pageStarts([], 100, 6)).toEqual([0])
  expect(pageStarts([40, 40, 40], 86, 6)).toEqual([0, 2])
  expect(pageStarts([40, 41, 40], 86, 6)).toEqual([0, 1, 2])
  expect(pageStarts([400, 40, 400], 86, 6)).toEqual([0, 1, 2])
})
