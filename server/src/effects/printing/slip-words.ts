// The words on paper, in the restaurant's language.
import { allergenNames } from '@comanda/shared/i18n/allergens'
import type { Allergen } from '@comanda/shared/model/menu'
import type { OrderType } from '@comanda/shared/model/order'
import type { Language } from '@comanda/shared/model/text'

export type SlipWords = {
  readonly types: Readonly<Record<OrderType, string>>
  readonly table: string
  readonly course: string
  readonly drinks: string
  readonly seat: string
  readonly covers: string
  readonly backup: string
  readonly again: string
  readonly changed: string
  readonly rush: string
  readonly remake: string
  readonly addOn: string
  readonly voided: string
  readonly done: string
  readonly was: string
  readonly prefixes: Readonly<Record<'no' | 'extra' | 'on-side', string>>
  readonly allergy: string
  readonly wholeOrder: string
  readonly contains: string
  readonly notRecorded: string
  readonly alsoAt: string
  readonly held: string
  readonly queued: string
  readonly alreadyTold: string
  readonly grams: string
  readonly withdrawn: string
  allergen(one: Allergen): string
}

const en: SlipWords = {
  types: { 'dine-in': 'Dine-in', takeaway: 'TAKEAWAY', 'bar-tab': 'Bar tab' },
  table: 'Table',
  course: 'Course',
  drinks: 'Drinks',
  seat: 'seat',
  covers: 'covers',
  backup: 'BACKUP',
  again: 'PRINTED AGAIN: THE FIRST ONE MAY LIE THERE',
  changed: 'CHANGED',
  rush: 'RUSH',
  remake: 'REMAKE',
  addOn: 'ADD-ON',
  voided: 'VOID',
  done: 'done',
  was: 'was',
  prefixes: { no: 'NO', extra: 'EXTRA', 'on-side': 'ON SIDE' },
  allergy: 'ALLERGY',
  wholeOrder: 'whole order',
  contains: 'CONTAINS',
  notRecorded: 'ALLERGENS NOT RECORDED',
  alsoAt: 'Also at',
  held: 'held',
  queued: 'QUEUED',
  alreadyTold: 'ALREADY TOLD',
  grams: 'g',
  withdrawn: 'DO NOT COOK: all of it was taken back or voided',
  allergen: (one) => allergenNames.en[one].toLowerCase(),
}

const ru: SlipWords = {
  types: { 'dine-in': 'В зале', takeaway: 'С СОБОЙ', 'bar-tab': 'Счёт бара' },
  table: 'Стол',
  course: 'Подача',
  drinks: 'Напитки',
  seat: 'место',
  covers: 'гостей',
  backup: 'РЕЗЕРВ',
  again: 'НАПЕЧАТАНО СНОВА: ПЕРВЫЙ МОГ УЖЕ ВЫЙТИ',
  changed: 'ИЗМЕНЕНО',
  rush: 'СРОЧНО',
  remake: 'ПЕРЕДЕЛАТЬ',
  addOn: 'ДОБАВЛЕНО',
  voided: 'ОТМЕНА',
  done: 'готово',
  was: 'было',
  prefixes: { no: 'БЕЗ', extra: 'БОЛЬШЕ', 'on-side': 'ОТДЕЛЬНО' },
  allergy: 'АЛЛЕРГИЯ',
  wholeOrder: 'весь заказ',
  contains: 'СОДЕРЖИТ',
  notRecorded: 'АЛЛЕРГЕНЫ НЕ УКАЗАНЫ',
  alsoAt: 'Также',
  held: 'ждёт',
  queued: 'ЖДАЛ С',
  alreadyTold: 'УЖЕ СКАЗАНО',
  grams: 'г',
  withdrawn: 'НЕ ГОТОВИТЬ: всё снято или отменено',
  allergen: (one) => allergenNames.ru[one].toLowerCase(),
}

export const slipWords: Readonly<Record<Language, SlipWords>> = { en, ru }
