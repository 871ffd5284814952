// What the pass reads before it says "seen" (KDS-19): each allergy with its whole name, whose it is, and the dishes of this
// course that contain it. The band takes the room that all of it needs: nothing in it is ever cut.
import { allergenMark } from '@comanda/shared/domain/allergen-marks'
import type { Allergy, Line, Order } from '@comanda/shared/model/order'
import type { Measures } from '../layout/grid.ts'
import { type MeasureText, textRows } from '../layout/text-rows.ts'
import { allergyText } from '../slip/blocks.ts'
import { readable } from '../slip/slip-view.ts'
import type { KitchenTexts } from '../texts/kitchen-texts.ts'
import type { ExpoTexts } from './expo-texts.ts'

export type PassAllergy = {
  readonly allergy: Allergy
  readonly dishes: readonly string[]
  /** Dishes it concerns whose allergens nobody recorded. */
  readonly notRecorded: readonly string[]
}

export const passAllergies = (order: Pick<Order, 'allergies'>, lines: readonly Line[]): PassAllergy[] =>
  order.allergies.map((allergy) => {
    const named = (kind: 'contains' | 'not-recorded') => [
      ...new Set(
        lines
          .filter((line) => allergenMark({ allergies: [allergy] }, line).kind === kind)
          .map(({ kitchenName }) => readable(kitchenName)),
      ),
    ]
    return { allergy, dishes: named('contains'), notRecorded: named('not-recorded') }
  })

export type AllergyWords = { readonly name: string; readonly whose: string; readonly dishes: string }

export const allergyWords = (
  { allergy, dishes, notRecorded }: PassAllergy,
  common: KitchenTexts,
  own: Pick<ExpoTexts, 'noneOfThese'>,
): AllergyWords => {
  const said = [
    ...(dishes.length > 0 ? [dishes.join(', ')] : []),
    ...(notRecorded.length > 0 ? [`${common.notRecorded}: ${notRecorded.join(', ')}`] : []),
    // what is written in free words is in no list of a dish
    ...(dishes.length + notRecorded.length === 0 && allergy.allergens.length > 0 ? [own.noneOfThese] : []),
  ]
  return {
    name: allergyText(allergy, common),
    whose: allergy.seat === undefined ? common.wholeOrder : common.seat(allergy.seat),
    dishes: said.join(' · '),
  }
}

export type BandPaper = {
  readonly measures: Measures
  readonly widthPx: number
  readonly text: MeasureText
  readonly common: KitchenTexts
  readonly own: ExpoTexts
}

/** The height of a row's band, without one 0. */
export const bandPx = (allergies: readonly PassAllergy[], paper: BandPaper): number => {
  if (allergies.length === 0) return 0
  const { measures: m, widthPx, text, common, own } = paper
  const inner = widthPx - 2 * m.pad - m.quantity
  let rows = 0
  for (const each of allergies) {
    const { name, whose, dishes } = allergyWords(each, common, own)
    rows += textRows(`${name} · ${whose} · ${dishes}`, inner, m.modifier, true, text)
  }
  return rows * m.modifierRow + m.pad
}
