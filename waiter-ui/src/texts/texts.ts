// All texts of the waiter's program. One file a topic and language; the Russian ones have the shape of the English ones.
import type { Language } from '@comanda/shared/model/text'
import { alerts as alertsEn } from './en/alerts.ts'
import { bill as billEn } from './en/bill.ts'
import { draft as draftEn } from './en/draft.ts'
import { floor as floorEn } from './en/floor.ts'
import { home as homeEn } from './en/home.ts'
import { order as orderEn } from './en/order.ts'
import { ordering as orderingEn } from './en/ordering.ts'
import { alerts as alertsRu } from './ru/alerts.ts'
import { bill as billRu } from './ru/bill.ts'
import { draft as draftRu } from './ru/draft.ts'
import { floor as floorRu } from './ru/floor.ts'
import { home as homeRu } from './ru/home.ts'
import { order as orderRu } from './ru/order.ts'
import { ordering as orderingRu } from './ru/ordering.ts'

const en = {
  home: homeEn,
  floor: floorEn,
  ordering: orderingEn,
  draft: draftEn,
  order: orderEn,
  bill: billEn,
  alerts: alertsEn,
}

export type Texts = typeof en

const ru: Texts = {
  home: homeRu,
  floor: floorRu,
  ordering: orderingRu,
  draft: draftRu,
  order: orderRu,
  bill: billRu,
  alerts: alertsRu,
}

export const texts: Readonly<Record<Language, Texts>> = { en, ru }
